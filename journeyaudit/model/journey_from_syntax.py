"""One ``journey`` block -> a journey: its flow, its mistakes, and what else is said about it."""

from __future__ import annotations

from typing import Any

from journeyaudit.model.complaints import Complaints
from journeyaudit.model.draft import Around, Draft, contents
from journeyaudit.model.facts import Facts
from journeyaudit.model.flow import MoveKind, NodeKind
from journeyaudit.model.flow_from_draft import Detailer
from journeyaudit.model.journey import Journey, Status
from journeyaudit.model.narrative import Narrative
from journeyaudit.model.places import Places
from journeyaudit.model.scope import Declared, Scope
from journeyaudit.model.trouble_from_syntax import Inherited, TroubleReader
from journeyaudit.model.wording import word
from journeyaudit.syntax.tree import Block, Tree

_VOICES = ("ignore", "story", "practice", "feedback point")
_MESSAGES = ("notification", "escalation")


def journey_of(declared: Declared, tree: Tree, scope: Scope, complaints: Complaints) -> Journey:
    """Problems of the text end up in ``complaints``; the journey is built as far as it can be read."""
    top = declared.block
    name = top.name.text if top.name else ""
    inside = contents(tree.blocks, top.number)
    by_kind = _by_kind(tree, inside)
    draft, clear = _draft_of(tree, top, inside, complaints)
    places = Places(draft, by_kind.get("mistake", []), complaints, name)
    places.arrive_at_jumps()
    detailer = Detailer(draft, places, scope, name, _messages(tree, draft, by_kind))
    nodes = detailer.nodes()
    reader = TroubleReader(tree, draft, places, scope, complaints, nodes, name, _numbered(tree, inside))
    appeals = reader.appeals(by_kind.get("appeal", []))
    facts = Facts(top.facts)
    inherited = _inherited(facts, places)
    customer = facts.name("customer")
    return Journey(
        key=declared.key,
        name=name,
        span=top.span,
        header=top.header,
        language=tree.language,
        nodes=nodes,
        moves=draft.moves(),
        interrupts=detailer.interrupts(),
        mistakes=reader.mistakes(by_kind.get("mistake", []), appeals, inherited),
        appeals=appeals,
        customer=scope.actor(customer, name) if customer else "",
        value=inherited.value,
        feedback_on=scope.channels(facts.names("feedback on"), name),
        soft=inherited.soft,
        hard=inherited.hard,
        sketch=_is_sketch(tree, top, inside),
        wired=_is_wired(tree, top, inside),
        broken=not clear or top.broken or any(tree.blocks[number].broken for number in inside),
        **_voices(by_kind, tree, draft, places, scope, name),
        **_about_itself(facts),
    )


def _inherited(facts: Facts, places: Places) -> Inherited:
    return Inherited(
        facts.money("value"),
        places.cutoff(facts, "accepted until"),
        places.cutoff(facts, "restorable until"),
    )


def _voices(
    by_kind: dict[str, list[Block]], tree: Tree, draft: Draft, places: Places, scope: Scope, name: str
) -> dict[str, Any]:
    if not any(kind in by_kind for kind in _VOICES):
        return {}
    from journeyaudit.model.voice_from_syntax import feedback_point_of, ignore_of, practice_of, story_of

    points = by_kind.get("feedback point", [])
    return {
        "ignores": tuple(ignore_of(block, tree) for block in by_kind.get("ignore", [])),
        "stories": tuple(story_of(block, places, scope) for block in by_kind.get("story", [])),
        "practices": tuple(practice_of(block, places) for block in by_kind.get("practice", [])),
        "feedback_points": tuple(feedback_point_of(block, draft, scope, name) for block in points),
    }


def _about_itself(facts: Facts) -> dict[str, Any]:
    """The facts of a journey that name nothing else."""
    status = facts.word("status")
    return {
        "status": Status(status) if status else None,
        "goal": facts.text("goal"),
        "promise": facts.text("promise"),
        "promised_within": facts.limit("promised within"),
        "starts_when": facts.text("starts when"),
        "owner": facts.text("owner"),
        "named_contact": facts.text("named contact"),
        "sources": facts.texts("source"),
        "evidence": facts.texts("evidence"),
        "version": facts.text("version"),
        "reviewed": facts.date("reviewed"),
        "valid_until": facts.date("valid until"),
        "tags": _listed(facts.text("tags")),
        "law": facts.text("law"),
        "notes": facts.texts("note"),
        "partial": "partial" in facts,
    }


def _by_kind(tree: Tree, inside: range) -> dict[str, list[Block]]:
    by_kind: dict[str, list[Block]] = {}
    for number in inside:
        block = tree.blocks[number]
        by_kind.setdefault(block.kind, []).append(block)
    return by_kind


def _draft_of(tree: Tree, top: Block, inside: range, complaints: Complaints) -> tuple[Draft, bool]:
    """The flow, and whether it is clear which flow is meant."""
    draft = Draft()
    name = top.name.text if top.name else ""
    start = draft.add(NodeKind.START, "", word("start", tree.language), top.header, Around())
    narrative = Narrative(tree, draft, complaints, name)
    if not _is_wired(tree, top, inside):
        narrative.read_journey(top, [draft.way(start.number, MoveKind.NEXT)])
        return draft, True
    from journeyaudit.model.arrows import Arrows
    from journeyaudit.model.wired_blocks import complain_if_mixed, wired_blocks

    blocks = wired_blocks(tree, top, inside)
    Arrows(tree, blocks, draft, complaints, narrative, name).read()
    return draft, not complain_if_mixed(blocks, complaints, name)


def _is_wired(tree: Tree, top: Block, inside: range) -> bool:
    return bool(top.wires) or any(tree.blocks[number].wires for number in inside)


def _is_sketch(tree: Tree, top: Block, inside: range) -> bool:
    """Arrows, and not a word more."""
    only_arrows = all(tree.blocks[number].kind == "flow" for number in inside)
    return not top.facts and only_arrows and _is_wired(tree, top, inside)


def _messages(tree: Tree, draft: Draft, by_kind: dict[str, list[Block]]) -> dict[int, list[Block]]:
    """Messages and escalations by the node they stand in, or behind which they stand."""
    found: dict[int, list[Block]] = {}
    for kind in _MESSAGES:
        for block in by_kind.get(kind, []):
            node = draft.attached.get(block.number)
            if node is None and block.parent is not None:
                node = _standing_in(tree, draft, block)
            if node is not None:
                found.setdefault(node, []).append(block)
    return found


def _standing_in(tree: Tree, draft: Draft, block: Block) -> int | None:
    parent = tree.blocks[block.parent] if block.parent is not None else None
    if parent is None or parent.kind == "mistake":
        return None
    return draft.node_of.get(parent.number, 0)


def _numbered(tree: Tree, inside: range) -> dict[int, int]:
    remedies = [number for number in inside if tree.blocks[number].kind in ("remedy", "appeal")]
    return {block: number for number, block in enumerate(remedies)}


def _listed(text: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in text.replace("\n", ",").split(",") if part.strip())
