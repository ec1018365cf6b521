"""Roles and channels: every field -> how a change of it is told."""

from __future__ import annotations

from journeyaudit.comparison.change import Weight
from journeyaudit.comparison.fields import (
    CUSTOMER_COST,
    IDENTITY,
    NAMED,
    NOTE,
    PARTS,
    STORY_PASSED,
    Fields,
    Said,
    either,
)
from journeyaudit.comparison.sort import Sort

ACTOR: Fields = {
    "key": IDENTITY,
    **NAMED,
    "kind": Said(Sort.PLAIN, "is of the kind {}", Weight.RIGHTS),
    "department": Said(Sort.TEXT, "belongs to the department {}", Weight.NOTES),
    "authority": Said(Sort.NUMBER, "has authority {}", Weight.RIGHTS),
    "rights": PARTS,
    "tools": Said(Sort.TOOLS, "has the tools for {}", Weight.RIGHTS),
    "goodwill": Said(Sort.MONIES, "has a goodwill budget of {}", Weight.RIGHTS),
    "decides_within": Said(Sort.WITHIN, "decides within {}", Weight.REACH),
    "hours": Said(Sort.HOURS, "is there {}", Weight.REACH),
    "reachable_on": Said(Sort.CHANNELS, "is reachable on {}", Weight.REACH),
    "escalates_to": Said(Sort.PEOPLE, "escalates to {}", Weight.REACH),
    "hands_over_to": Said(Sort.PEOPLE, "hands over to {}", Weight.REACH),
    "deputy": Said(Sort.PEOPLE, "has as deputy {}", Weight.REACH),
    "context_passed": STORY_PASSED,
    "contact": Said(Sort.TEXT, "has the contact {}", Weight.REACH),
    "notes": NOTE,
}
RIGHT: Fields = {
    "act": IDENTITY,
    **NAMED,
    "limit": PARTS,
    "currency": PARTS,
    "approval_of": PARTS,
    "approval_above": PARTS,
    "only_if": PARTS,
}
"""A right is compared and told as a whole: ``sort.right_words``."""
CHANNEL: Fields = {
    "key": IDENTITY,
    **NAMED,
    "kind": Said(Sort.PLAIN, "is of the kind {}", Weight.REACH),
    "run_by": Said(Sort.TEXT, "is run by {}", Weight.NOTES),
    "answered_by": Said(Sort.PEOPLE, "is answered by {}", Weight.REACH),
    "hours": Said(Sort.HOURS, "is open {}", Weight.REACH),
    "answers_within": Said(Sort.WITHIN, "answers within {}", Weight.REACH),
    "cost": CUSTOMER_COST,
    "can_reply": either("can be replied to", "cannot be replied to", Weight.REACH),
    "menu_steps": Said(Sort.NUMBER, "has this many menu steps: {}", Weight.REACH),
    "login_needed": either("asks for a login", "asks for no login", Weight.REACH),
    "contact": Said(Sort.TEXT, "has the contact {}", Weight.REACH),
    "notes": NOTE,
}
SERVICE: Fields = {"actors": PARTS, "channels": PARTS, "journeys": PARTS}
