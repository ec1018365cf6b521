"""Mistakes, remedies, appeals and exceptions: every field -> how a change of it is told."""

from __future__ import annotations

from journeyaudit.comparison.change import Weight
from journeyaudit.comparison.fields import (
    COST,
    CUSTOMER_COST,
    DERIVED,
    EFFORT,
    FRUSTRATION,
    HARD,
    HEADED,
    IDENTITY,
    MEDIA_BREAKS,
    NEEDS_DATA,
    NOTE,
    PARTS,
    SELF_SERVICE,
    SOFT,
    TAKES,
    TEXT,
    Fields,
    Said,
    either,
    flag,
)
from journeyaudit.comparison.sort import Sort

MISTAKE: Fields = {
    "number": IDENTITY,
    **HEADED,
    "node": Said(Sort.NODE, "happens at {}", Weight.COURSE),
    "made_by": Said(Sort.PEOPLE, "is made by {}", Weight.COURSE),
    "likelihood": Said(Sort.NUMBER, "happens in {} % of the cases", Weight.COURSE),
    "how": Said(Sort.TEXT, "happens like this: {}", Weight.COURSE),
    "noticed_by": Said(Sort.PEOPLE, "is noticed by {}", Weight.REACH),
    "noticed_at": Said(Sort.NODE, "is noticed at {}", Weight.WINDOWS),
    "noticed_how": Said(Sort.TEXT, "is noticed through {}", Weight.WORDS),
    "noticed_after": Said(Sort.LENGTH, "is noticed after {}", Weight.WINDOWS),
    "value": Said(Sort.MONEY, "is worth {}", Weight.EFFORT),
    "harm": Said(Sort.TEXT, "does this harm: {}", Weight.EFFORT),
    "no_remedy": Said(Sort.TEXT, "has no remedy, for this reason: {}", Weight.RIGHTS),
    "soft": SOFT,
    "hard": HARD,
    "hard_assumed": DERIVED,
    "remedies": PARTS,
    "escalations": Said(Sort.PEOPLE, "is passed on to {}", Weight.REACH),
    "notes": NOTE,
}
REMEDY: Fields = {
    "number": IDENTITY,
    **HEADED,
    "kind": Said(Sort.PLAIN, "{}", Weight.RIGHTS),
    "by": Said(Sort.PEOPLE, "is done by {}", Weight.RIGHTS),
    "on": Said(Sort.CHANNELS, "is reached on {}", Weight.REACH),
    "does": Said(Sort.TEXT, "needs the right to {}", Weight.RIGHTS),
    "window": Said(Sort.CUTOFF, "holds {}", Weight.WINDOWS),
    "limit": Said(Sort.MONEY, "goes up to {}", Weight.RIGHTS),
    "needs_authority": Said(Sort.NUMBER, "needs authority {}", Weight.RIGHTS),
    "approval_of": Said(Sort.PEOPLE, "needs the approval of {}", Weight.RIGHTS),
    "approval_above": Said(Sort.MONEY, "needs that approval above {}", Weight.RIGHTS),
    "whole": Said(Sort.PLAIN, "makes the customer whole: {}", Weight.RIGHTS),
    "takes": TAKES,
    "effort": EFFORT,
    "customer_cost": CUSTOMER_COST,
    "cost": COST,
    "leads_to": Said(Sort.NODE, "leads to {}", Weight.COURSE),
    "appeal": IDENTITY,
    "answers_within": Said(Sort.WITHIN, "is answered within {}", Weight.REACH),
    "independent": either("is judged independently", "is not judged independently", Weight.RIGHTS),
    "binding": Said(Sort.PLAIN, "is binding: {}", Weight.RIGHTS),
    "self_service": SELF_SERVICE,
    "media_breaks": MEDIA_BREAKS,
    "needs_data": NEEDS_DATA,
    "frustration": FRUSTRATION,
    "notes": NOTE,
}
APPEAL: Fields = {"node": Said(Sort.NODE, "contests what is decided at {}", Weight.RIGHTS), "remedy": PARTS}
CUTOFF: Fields = {"point": PARTS, "because": PARTS, "span": TEXT}
"""A cut-off is compared and told as a whole: ``sort.py``."""
IGNORE: Fields = {
    "rule": IDENTITY,
    "span": TEXT,
    "subject": IDENTITY,
    "reason": Said(Sort.TEXT, "gives the reason {}", Weight.NOTES),
    "owner": Said(Sort.TEXT, "is answered for by {}", Weight.NOTES),
    "expires": Said(Sort.PLAIN, "holds until {}", Weight.NOTES),
    "block": TEXT,
    "whole_journey": flag("holds for the whole journey", Weight.NOTES),
}
