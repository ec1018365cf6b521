"""Texts -> services and journeys, and journeys -> arrows, for the tests of the model."""

from __future__ import annotations

from journeyaudit.finding import Finding, Severity
from journeyaudit.model.from_syntax import service_of
from journeyaudit.model.journey import Journey, Service
from journeyaudit.source import SourceText
from journeyaudit.syntax import parse


def read_files(
    files: dict[str, str], imports: dict[str, list[str]] | None = None
) -> tuple[Service, tuple[Finding, ...]]:
    trees = {}
    for path, text in files.items():
        tree, problems = parse(SourceText(path, text))
        assert problems == (), problems
        trees[path] = tree
    service, findings = service_of(trees, imports)
    assert all(finding.severity is Severity.INPUT for finding in findings)
    return service, findings


def read(text: str) -> tuple[Service, tuple[Finding, ...]]:
    return read_files({"a.journey": text})


def clean(text: str) -> Service:
    service, findings = read(text)
    assert findings == ()
    return service


def journey(text: str) -> Journey:
    return clean(text).journeys[0]


def body(lines: str) -> Journey:
    """A journey called J with these lines (indented by four or more blanks)."""
    return journey("journey J\n" + lines)


def arrows(of: Journey) -> list[str]:
    """``A -> B``, and in brackets what kind of move it is unless it simply comes next."""
    return [_arrow(of, move) for move in of.moves]


def _arrow(of: Journey, move) -> str:
    label = "" if move.kind == "next" else f" ({' '.join(part for part in (move.kind, move.label) if part)})"
    return f"{of.nodes[move.source].title} -> {of.nodes[move.target].title}{label}"


def number(of: Journey, name: str) -> int:
    return next(node.number for node in of.nodes if name in (node.name, node.title))


def node(of: Journey, name: str):
    return of.nodes[number(of, name)]


def rules(findings: tuple[Finding, ...]) -> list[str]:
    return [finding.rule for finding in findings]


def cited(text: str, finding: Finding) -> str:
    return text[finding.span.start : finding.span.end]
