from __future__ import annotations

import pytest

from journeyaudit.audit.trials import tried
from journeyaudit.finding import Finding, Severity
from journeyaudit.source import SourceText

PAGE = """\
# Slow refund
Is every refund decided within 2 days?

```rule
severity: warning
for each remedy
  where the act of the remedy is "refund"
the decision time of some decider of the remedy must be at most 2 days
say: nobody decides {remedy} within 2 days
hint: name somebody who does
```

## Why it hurts
It does.

## What to do
Decide.

## When to allow it
Never.

## Sources
None.

## Trouble
```journey
actor Clerk
  kind: human
  decides within: 5 days

journey Shoes
  step Buy
    mistake Wrong size
      remedy Money back   # expect: slow-refund
        does: refund
        by: Clerk
  end good: Worn
```

## Repaired
```journey
actor Clerk
  kind: human
  decides within: 1 day

journey Shoes
  step Buy
    mistake Wrong size
      remedy Money back
        does: refund
        by: Clerk
  end good: Worn
```

## Not assessable
```journey
actor Clerk   # asks for: decides within
  kind: human

journey Shoes
  step Buy
    mistake Wrong size
      remedy Money back
        does: refund
        by: Clerk
  end good: Worn
```
"""


def findings(text: str) -> tuple[Finding, ...]:
    return tried(SourceText("rules/billing/slow-refund.md", text)).findings


def test_a_page_whose_examples_come_true_has_no_findings() -> None:
    trial = tried(SourceText("rules/billing/slow-refund.md", PAGE))
    assert trial.findings == ()
    assert (trial.page.id, trial.page.pack) == ("slow-refund", "billing")
    assert trial.rule is not None


@pytest.mark.parametrize(
    ("old", "new", "title", "line"),
    [
        ("decides within: 5 days", "decides within: 1 day", "`slow-refund` should find something here, and does not",
         "remedy Money back   # expect: slow-refund"),
        ("decides within: 1 day", "decides within: 9 days",
         "`slow-refund` finds something here that is not expected: nobody decides “Money back” within 2 days",
         "remedy Money back"),
        ("decides within: 1 day\n\n", "\n", "this example proves nothing: the rule looks at nothing in it", "actor Clerk"),
        ("asks for: decides within", "asks for: kind", "`kind` is not asked for here", "actor Clerk   # asks for: kind"),
        ("decides within\n  kind: human\n\n", "decides within\n  kind: human\n  decides within: 1 day\n\n",
         "this example can be assessed", "actor Clerk   # asks for: decides within"),
    ],
)  # fmt: skip
def test_an_example_that_does_not_come_true_is_an_error_on_its_line(
    old: str, new: str, title: str, line: str
) -> None:
    assert old in PAGE
    text = PAGE.replace(old, new, 1) if "1 day\n\n" not in old else new.join(PAGE.rsplit(old, 1))
    found = {each.title: each for each in findings(text)}
    assert title in found
    assert found[title].severity is Severity.ERROR
    assert text[found[title].span.start : found[title].span.end] == line


def test_what_a_rule_would_need_to_know_is_the_hint() -> None:
    (found,) = findings(PAGE.replace("  decides within: 5 days\n", ""))
    assert found.help == "it asks for `decides within` of Clerk"


@pytest.mark.parametrize(
    ("old", "new", "title"),
    [
        ("some decider", "some decidre", "there is no word “decidre”"),
        ("does: refund", "dose: refund", "there is no fact called “dose”"),
        ("# Slow refund", "Slow refund", "the page has no title"),
    ],
)
def test_what_cannot_be_read_is_a_problem_with_the_text(old: str, new: str, title: str) -> None:
    found = findings(PAGE.replace(old, new, 1))
    assert {each.severity for each in found} == {Severity.INPUT}
    assert title in [each.title for each in found]


def test_an_empty_example_is_told_once() -> None:
    start = PAGE.index("```journey", PAGE.index("## Repaired")) + len("```journey\n")
    found = findings(PAGE[:start] + PAGE[PAGE.index("```", start) :])
    assert [each.title for each in found] == ["this example of “Repaired” is empty"]
