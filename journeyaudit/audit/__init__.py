"""The path from texts to an outcome, top to bottom: nothing else knows the order of the stages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from journeyaudit.project.wishes import Wishes
from journeyaudit.source.when_used import when_used

if TYPE_CHECKING:
    from journeyaudit.audit.path import audit_paths, audit_text

__all__ = ["Wishes", "audit_paths", "audit_text"]

__getattr__ = when_used(__name__, {"audit_paths": "path", "audit_text": "path"})
