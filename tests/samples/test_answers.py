"""What the page for people who decide answers about every sample, read as one reads it.

JOURNEYAUDIT_ACCEPT=1 writes ``answers.txt`` anew: read the difference before you keep it.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from journeyaudit.reports.review.answers import QUESTIONS, Answers, answers
from journeyaudit.reports.tell_names import Names
from journeyaudit.rulebook.outcome import JourneyOutcome
from journeyaudit.rulebook.proposals import cheapest_change, is_trouble, workshop_of
from tests.samples.told import FILES, accepting, check_file, name_of

GOLDEN = Path(__file__).with_name("answers.txt")


def answered(told: JourneyOutcome) -> Iterator[tuple[str, Answers]]:
    workshop = workshop_of(told.case)
    for verdict in told.verdicts:
        proposal = cheapest_change(told.case, workshop, verdict) if is_trouble(verdict) else None
        yield verdict.mistake.name, answers(verdict, Names(told.service, told.journey), proposal)


def text_of(file: Path) -> str:
    lines = [name_of(file)]
    for told in check_file(file).journeys:
        for name, said in answered(told):
            lines.append(f"  {name}")
            for question, answer in zip(
                QUESTIONS, (said.stuck, said.until, said.who, said.change), strict=True
            ):
                lines.append(f"    {question} *{answer.short}* {answer.more}".rstrip())
    return "\n".join(lines) + "\n"


def test_every_sample_is_answered_as_accepted() -> None:
    found = "\n".join(map(text_of, FILES))
    if accepting():
        GOLDEN.write_text(found, "utf-8")
    assert found == GOLDEN.read_text("utf-8")


@pytest.mark.parametrize("file", FILES, ids=name_of)
def test_answers_are_whole_sentences(file: Path) -> None:
    for told in check_file(file).journeys:
        for _, said in answered(told):
            for answer in (said.stuck, said.until, said.who, said.change):
                assert not answer.short[0].islower()
                for text in filter(None, (answer.short, answer.more)):
                    assert text.endswith((".", "”", "!", "?"))
                    assert "  " not in text and " ." not in text and ".." not in text
