"""Findings -> fingerprints that stay the same while lines move, for baselines and trackers."""

from __future__ import annotations

import os.path
import posixpath
from collections.abc import Sequence
from hashlib import sha256
from itertools import count

from journeyaudit.finding.finding import Finding


def relative_path(path: str, root: str) -> str:
    """A path as seen from the folder ``root``, with forward slashes; as it is where it lies outside."""
    if not path:
        return ""
    inside = os.path.relpath(path, root) if os.path.isabs(path) else os.path.normpath(path)  # noqa: PTH117
    if inside.startswith(os.pardir):
        inside = path
    return posixpath.normpath(inside.replace(os.sep, "/"))


def fingerprints(findings: Sequence[Finding], root: str) -> tuple[str, ...]:
    """One fingerprint per finding, in their order: 64 hexadecimal digits, different for each.

    Made of rule, file, journey and subject; findings that share all of these are numbered in the
    order in which they come.
    """
    seen: dict[tuple[str, ...], count[int]] = {}
    marks = []
    for finding in findings:
        about = (finding.rule, relative_path(finding.span.file, root), finding.journey, finding.subject)
        marks.append(fingerprint(about, next(seen.setdefault(about, count(1)))))
    return tuple(marks)


def fingerprint(about: tuple[str, str, str, str], number: int) -> str:
    """Of rule, file, journey and subject, and which one it is of those that share them, from 1."""
    text = "\0".join((*about, str(number)))
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
