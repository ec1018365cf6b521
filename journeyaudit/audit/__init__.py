"""The path from texts to an outcome, top to bottom: nothing else knows the order of the stages."""

from journeyaudit.audit.path import Wishes, audit_paths, audit_text

__all__ = ["Wishes", "audit_paths", "audit_text"]
