"""The first day with an old repository: from the installed command to an accepted finding that comes back."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from tests.repositories import Repository, need_pre_commit_and

ACCEPTED = """\
      ignore no-human-correction
        reason: the warehouse gets its new system in autumn
        owner: Head of online sales
        expires: 2098-10-01
"""


@pytest.fixture(name="desk")
def _desk(tmp_path: Path) -> Repository:
    """An old repository with findings nobody has time for today."""
    need_pre_commit_and("git", "journeyaudit")
    desk = Repository(tmp_path / "services", tmp_path)
    desk.take("people.journey", "people.journey")
    desk.take("cases/bank-bot-as-is.journey", "bank-bot.journey")
    desk.take("cases/parking-typo-as-is.journey", "parking.journey")
    desk.take("founding/order-repaired.journey", "order.journey")
    return desk


def test_from_the_first_command_to_an_accepted_finding_that_comes_back(desk: Repository) -> None:
    code, said = desk.run("journeyaudit", "check")
    assert code == 1, said

    code, said = desk.run("journeyaudit", "init", "--yes")
    assert code == 0 and "journeyaudit.toml" in said and ".pre-commit-config.yaml" in said, said
    code, said = desk.run("journeyaudit", "check", "--write-baseline")
    assert code == 0, said
    code, said = desk.run("journeyaudit", "check")
    assert code == 0 and "in the baseline" in said, said

    assert desk.run(sys.executable, "-m", "pre_commit", "install")[0] == 0
    code, said = desk.commit(".")
    assert code == 0, said

    order = desk.folder / "order.journey"
    whole = order.read_text("utf-8")
    desk.take("founding/order-as-is.journey", "order.journey")
    code, said = desk.commit(".")
    assert code == 1, said
    for words in (
        "nobody is both able and allowed to put “Quantity 2 instead of 1” right in time",
        "10:06  Service agent answers: “Impossible, the process is already triggered. Send it back.”",
        "Nobody who may put it right can be reached in time.",
    ):
        assert words in said

    head, mistake, rest = order.read_text("utf-8").partition("    mistake Quantity 2 instead of 1\n")
    assert mistake
    order.write_text(head + mistake + ACCEPTED + rest, "utf-8")
    assert desk.run("journeyaudit", "fmt", ".")[0] == 0
    code, said = desk.commit(".")
    assert code == 0, said

    code, said = desk.run("journeyaudit", "check", "--as-of", "2098-09-30")
    assert code == 0 and "1 finding accepted by exceptions" in " ".join(said.split()), said
    code, said = desk.run("journeyaudit", "check", "--as-of", "2098-10-01")
    assert code == 1, said
    assert "error[no-human-correction]" in said and "warning[exception-expired]" in said, said

    order.write_text(whole, "utf-8")
    assert desk.run("journeyaudit", "check", "--as-of", "2098-10-01")[0] == 0
