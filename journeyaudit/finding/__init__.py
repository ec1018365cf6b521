"""The one shape of bad news, from every stage."""

from journeyaudit.finding.finding import Finding, Label, Measure, Severity
from journeyaudit.finding.story import Moment, Story

__all__ = ["Finding", "Label", "Measure", "Moment", "Severity", "Story"]
