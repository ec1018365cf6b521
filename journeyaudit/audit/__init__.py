"""The path from texts to an outcome, top to bottom: nothing else knows the order of the stages."""

from journeyaudit.audit.path import audit_paths, audit_text

__all__ = ["audit_paths", "audit_text"]
