"""A rule page is read into its parts, and what it lacks is said."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journeyaudit.rulebook.language import compile_rule
from journeyaudit.rulebook.pages import Expected, read_page
from journeyaudit.source import SourceText
from tests.rulebook.examples import examples

PAGE = """\
# Mute end
Does a bad end say nothing?

```rule
severity: warning
for each bad end
the end must have a wording
say: {end} says nothing
```

## Why it hurts
Nobody knows *why*.

## What to do
Say it.

## When to allow it
Never.

## Sources
None.

## Trouble
```journey
journey Claim
  step Report
  end bad: Refused   # expect: mute-end, dead-end
```

## Repaired
```journey
journey Claim
  step Report
  end bad: Refused
    says: You are too late
```
"""


def page(text: str = PAGE, path: str = "rules/clarity/mute-end.md"):
    return read_page(SourceText(path, text))


def test_a_page_is_read_into_its_parts() -> None:
    read, findings = page()
    assert findings == ()
    assert (read.id, read.pack, read.title, read.question) == (
        "mute-end", "clarity", "Mute end", "Does a bad end say nothing?",
    )  # fmt: skip
    assert [section.heading for section in read.sections] == [
        "Why it hurts", "What to do", "When to allow it", "Sources", "Trouble", "Repaired",
    ]  # fmt: skip
    assert read.sections[0].text == "Nobody knows *why*."
    (trouble,) = read.examples_of("Trouble")
    assert PAGE.splitlines()[trouble.line - 1] == "journey Claim"
    assert trouble.expected == (
        Expected(trouble.line + 2, "mute-end"),
        Expected(trouble.line + 2, "dead-end"),
    )
    assert trouble.text.startswith("journey Claim\n")
    assert read.examples_of("Repaired")[0].expected == ()


def test_the_sentences_are_compiled_where_they_stand_in_the_page() -> None:
    source = SourceText("rules/clarity/mute-end.md", PAGE.replace("wording", "windw"))
    read, _ = read_page(source)
    rule, (complaint,) = compile_rule(source, read.id, read.pack, read.start, read.end)
    assert rule is None
    assert source.plain[complaint.span.start : complaint.span.end] == "windw"
    read, _ = page()
    good, complaints = compile_rule(SourceText("p", PAGE), read.id, read.pack, read.start, read.end)
    assert good is not None
    assert complaints == ()


@pytest.mark.parametrize(
    ("old", "new", "title"),
    [
        ("# Mute end\n", "", "the page has no title"),
        ("nothing?", "nothing.", "the page asks no question"),
        ("```rule", "```text", "the page has no sentences"),
        ("## Sources", "## Links", "the page lacks “## Sources”"),
        ("Say it.\n", "", "nothing stands below “## What to do”"),
        ("   # expect: mute-end, dead-end", "", "this example does not say what is found"),
        ("## Repaired", "## Other", "the page has no example of “Repaired”"),
        ("## Trouble", "## Other", "the page has no example of “Trouble”"),
        ("You are too late", "no # expect: mute-end", "an example of “Repaired” must not expect `mute-end`"),
        ("## Why", "```rule\n```\n\n## Why", "the page has a second block of sentences"),
    ],
)  # fmt: skip
def test_what_a_page_lacks_is_said(old: str, new: str, title: str) -> None:
    assert old in PAGE
    assert title in [finding.title for finding in page(PAGE.replace(old, new, 1))[1]]


def test_the_file_name_is_the_name_of_the_rule() -> None:
    assert next(finding.title for finding in page(path="rules/clarity/Mute End.md")[1]) == (
        "“Mute End” is no name for a rule"
    )


@examples(100)
@given(
    st.lists(
        st.tuples(st.integers(0, 700), st.integers(0, 60), st.text("#`\n -ab>\t\r", max_size=6)), max_size=5
    )
)
def test_no_page_ever_raises(edits: list[tuple[int, int, str]]) -> None:
    text = PAGE
    for at, cut, more in edits:
        text = text[:at] + more + text[at + cut :]
    read, findings = page(text)
    assert 0 <= read.start <= read.end <= len(text)
    assert all(0 <= finding.span.start <= finding.span.end <= len(text) for finding in findings)
