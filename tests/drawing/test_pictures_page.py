"""The pictures in docs/pictures are what the commands on docs/pictures.md draw."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from journeyaudit.cli.group import journeyaudit
from tests.drawing.told import ROOT

PAGE = ROOT / "docs" / "pictures.md"
PICTURES = ROOT / "docs" / "pictures"
COMMAND = re.compile(r"^    journeyaudit render (.*) -o docs/pictures/(\S+)$", re.MULTILINE)
COMMANDS = COMMAND.findall(PAGE.read_text("utf-8"))


@pytest.mark.parametrize(("words", "picture"), COMMANDS)
def test_a_picture_of_the_page_is_fresh(words: str, picture: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(PICTURES)
    near = [f"../../{word}" if word.startswith("samples/") else word for word in words.split()]
    result = CliRunner().invoke(journeyaudit, ["render", *near])
    assert result.exit_code == 0
    kept = PICTURES / picture
    if os.environ.get("JOURNEYAUDIT_ACCEPT"):
        kept.write_bytes(result.stdout_bytes)
    assert result.stdout_bytes == kept.read_bytes()


def test_every_picture_is_shown_on_the_page_with_a_text_for_those_who_cannot_see_it() -> None:
    shown = re.findall(r"!\[([^\]]{30,})\]\(pictures/(\S+)\)", PAGE.read_text("utf-8"))
    assert sorted(picture for _, picture in shown) == sorted(path.name for path in PICTURES.iterdir())
    assert {picture for _, picture in COMMANDS} == {picture for _, picture in shown}


def test_the_page_tells_of_every_view() -> None:
    from journeyaudit.cli.render import VIEWS

    text = PAGE.read_text("utf-8")
    assert all(f"`{view}`" in text for view in VIEWS)


def test_no_picture_names_the_machine_it_was_drawn_on() -> None:
    for path in PICTURES.iterdir():
        assert str(Path.home()) not in path.read_text("utf-8")
        assert str(ROOT) not in path.read_text("utf-8")
