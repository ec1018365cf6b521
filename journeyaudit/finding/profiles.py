"""How much is asked for: the profiles, each of which contains those before it."""

from __future__ import annotations

PROFILES = ("start", "kafka", "service", "strict")
"""From a first description to one in which nothing is left open."""
