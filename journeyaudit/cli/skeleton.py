"""The name of a new rule -> a page that explains what to fill in; until then it is no rule."""

from __future__ import annotations

_PAGE = """\
# {title}

<!-- The headline above is the name of the trouble in words; change it as you like. What stands between
these signs is for you alone: delete it when you are done. Put ONE question here, with its question mark,
for instance: Is every refund decided within 2 working days? -->

```rule
# Lines that begin like this one are notes; all words you can use stand in docs/rule-language.md.
# How bad it is: error (somebody is stuck or loses something), warning or info.
severity: warning
# How much must be asked for before this rule counts: start, kafka, service or strict.
profile: service
# What to look at, one thing after the other. For instance:
#   for each remedy
#     where the act of the remedy is "refund"
# What must be. For instance:
#   the decision time of every decider of the remedy must be at most 2 working days
# What is said where it is not so; {{remedy}} is the name of the remedy. No full stop at the end:
#   say: nobody decides {{remedy}} within 2 working days
# What to do about it, in the words of a journey:
#   hint: write `decides within: 2 working days` below the role, if that is promised
```

## Why it hurts
<!-- Two or three sentences from the life of a customer or a colleague. -->

## What to do
<!-- What should change, and which lines of the journey say so. -->

## When to allow it
<!-- Honest exceptions, and what this rule may miss. -->

## Sources
<!-- Where it comes from: a promise, a guideline, a complaint. -->

## Trouble
<!-- A whole small journey in which the rule finds something. Write
     # expect: {id}
at the end of the line where it finds it. -->
```journey
```

## Repaired
<!-- The same journey put right. The rule must look at something in it and find nothing. -->
```journey
```
"""


def skeleton(rule_id: str) -> str:
    """The page of a rule that is still to be written."""
    return _PAGE.format(id=rule_id, title=rule_id.replace("-", " ").capitalize())
