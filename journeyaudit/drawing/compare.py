"""Two versions of a journey -> one picture: as it is above, as it is to be below, with what changed."""

from __future__ import annotations

from collections.abc import Iterator

from journeyaudit.comparison.journeys import Same
from journeyaudit.drawing.assemble import assemble, headline
from journeyaudit.drawing.blueprint import BETWEEN_BANDS, MARGIN, add_blueprint
from journeyaudit.drawing.boxes import broken, lines_height
from journeyaudit.drawing.cutoffs import zones
from journeyaudit.drawing.legend import draw_legend
from journeyaudit.drawing.parts import Line, Parts, Type
from journeyaudit.drawing.pointing import NOWHERE_TO_POINT, Pointing
from journeyaudit.drawing.sheet import Sheet
from journeyaudit.drawing.versions import CHANGED, GONE, NEW, counted, keys_of, marked, named
from journeyaudit.drawing.wording import VERDICT_WORDS
from journeyaudit.rulebook.case import Case
from journeyaudit.verdicts.verdict import Verdict

_NOT_DESCRIBED = "not described"
_NOTHING = "no step, mistake or remedy is new, gone or changed"


def compare(before: Case, after: Case, same: Same, pointing: Pointing = NOWHERE_TO_POINT) -> str:
    """DOT with all positions pinned. Outline, sign and dashes say what a box is, not its colour alone."""
    old, new = _marked(before, after, same)
    sheet = Sheet(pointing)
    changes = counted(old, new) or _NOTHING
    lines = [Line(f"{after.journey.name}: what changes", Type.HEADING), Line(changes, Type.NAME)]
    lines += [
        line for text in _verdicts(before, after, same) for line in broken(text, Type.NAME, 900.0, most=2)
    ]
    sheet.text("changes", MARGIN, MARGIN, lines)
    y = MARGIN + lines_height(lines) + 22
    for prefix, version, parts, word in (("a_", before, old, "before"), ("b_", after, new, "after")):
        sheet.prefix = prefix
        first, *more = headline(version.journey, None)
        title = (Line(f"{word}: {first.text}", Type.HEADING), *more)
        shown = zones(version.journey, _by_mistake(version))
        y = add_blueprint(sheet, parts, version.journey, title, shown, y) + BETWEEN_BANDS
    sheet.prefix = ""
    both = Parts((*old.boxes, *new.boxes), ())
    draw_legend(sheet, both, MARGIN, y - BETWEEN_BANDS / 2, sheet.width, divided=False)
    return sheet.source()


def sentences(before: Case, after: Case, same: Same) -> str:
    """The same for those who cannot see it."""
    old, new = _marked(before, after, same)
    said = []
    for word, names in (
        ("New", named(new, NEW)),
        ("Gone", named(old, GONE)),
        ("Changed", named(new, CHANGED)),
    ):
        if names:
            said.append(f"{word}: {', '.join(names)}.")
    return " ".join((*(said or [f"{_NOTHING}."]), *(f"{text}." for text in _verdicts(before, after, same))))


def _marked(before: Case, after: Case, same: Same) -> tuple[Parts, Parts]:
    return marked(_parts(before), _parts(after), keys_of(before, after, same))


def _parts(version: Case) -> Parts:
    return assemble(version.service, version.journey, version.graph, (), _by_mistake(version))


def _verdicts(before: Case, after: Case, same: Same) -> Iterator[str]:
    """What became of each mistake, in the order of the later text."""
    earlier = {new: old for old, new in same.mistakes.pairs}
    olds, news = _by_mistake(before), _by_mistake(after)
    for number, verdict in news.items():
        is_, old = VERDICT_WORDS[verdict.judgement], olds.get(earlier.get(number, -1))
        was = _NOT_DESCRIBED if old is None else VERDICT_WORDS[old.judgement]
        name = verdict.mistake.name
        yield f"{name}: {is_}, as before" if was == is_ else f"{name}: {was} \u2192 {is_}"
    for number in same.mistakes.gone:
        if number in olds:
            was = VERDICT_WORDS[olds[number].judgement]
            yield f"{olds[number].mistake.name}: {was} \u2192 {_NOT_DESCRIBED}"


def _by_mistake(version: Case) -> dict[int, Verdict]:
    return {verdict.mistake.number: verdict for verdict in version.verdicts}
