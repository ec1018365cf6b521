"""Findings -> fingerprints: the same for reports as for baselines."""

from journeyaudit.finding.fingerprint import fingerprints, relative_path

__all__ = ["fingerprints", "relative_path"]
