"""A graph -> the places at which one can go round and round without getting closer to anything."""

from __future__ import annotations

from journeyaudit.graph.components import strongly_connected
from journeyaudit.model.flow import MoveKind, Node, NodeKind
from journeyaudit.model.people import ActorKind
from journeyaudit.rulebook.language.look import Look
from journeyaudit.rulebook.language.traits import of_kind


def round_trips(
    look: Look, avoid: bytearray | None, generous: bool, unnamed_may_be_human: bool = False
) -> list[int]:
    """The first place of every circle that can be reached and that passes none of ``avoid``.

    ``avoid`` None is ``without getting closer``: a circle gets closer if a human acts on it, something is
    stored, a mistake is put right, or a `repeat` is limited by `at most`. ``unnamed_may_be_human``: with
    ``generous`` a step of which nobody says who does it counts as one at which a human acts.
    """
    graph, nodes = look.graph, look.journey.nodes
    unnamed = generous and unnamed_may_be_human
    closer = avoid or bytearray(
        _gets_closer(look, node, generous) or (unnamed and _unnamed(node)) for node in nodes
    )
    ways: list[list[int]] = []
    for number in range(len(nodes)):
        limited = avoid is None and nodes[number].kind is NodeKind.LOOP and nodes[number].times is not None
        moves = graph.moves_from(number) if not closer[number] and graph.is_reachable(number) else ()
        ways.append(
            [
                move.target
                for move in moves
                if not closer[move.target] and not (limited and move.kind is MoveKind.AGAIN)
            ]
        )
    circles = [part for part in strongly_connected(ways) if len(part) > 1 or part[0] in ways[part[0]]]
    rank = graph.reach.rank
    return sorted(min(part, key=rank.__getitem__) for part in circles)


def _gets_closer(look: Look, node: Node, generous: bool) -> bool:
    if node.creates_data or node.corrects:
        return True
    answers = [of_kind(person, ActorKind.HUMAN) for person in look.actors(node.by)]
    return any(answer.yes or (generous and answer.holds is None) for answer in answers)


def _unnamed(node: Node) -> bool:
    return node.kind is NodeKind.STEP and not node.by
