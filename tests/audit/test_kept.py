"""What is kept gives the same findings as reading everything again, whatever was changed meanwhile."""

from __future__ import annotations

import os
import shutil
from datetime import date
from pathlib import Path

import pytest

from journeyaudit.audit import Wishes, audit_paths
from journeyaudit.audit import path as path_of_audit
from journeyaudit.audit.kept import Means, audit_kept
from journeyaudit.project.cache import FOLDER
from journeyaudit.reports.concise import concise_report
from journeyaudit.reports.text import text_report

SAMPLES = Path(__file__).resolve().parents[2] / "samples"
DAY = Wishes(today=date(2026, 11, 22))


@pytest.fixture(name="folder")
def _folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Copies of a few samples, written long ago."""
    for name in ("founding", "people.journey"):
        source = SAMPLES / name
        (shutil.copytree if source.is_dir() else shutil.copy)(source, tmp_path / name)
    for path in tmp_path.rglob("*.journey"):
        os.utime(path, (10**9, 10**9))
    monkeypatch.chdir(tmp_path)
    return tmp_path


def same(folder: Path, wishes: Wishes = DAY, means: Means | None = None) -> None:
    """Compares every word of the report."""
    whole, sources = audit_paths(["."], wishes)
    kept, texts = audit_kept(["."], wishes, means or Means(folder))
    assert text_report(kept, texts) == text_report(whole, sources)
    assert concise_report(kept, texts) == concise_report(whole, sources)
    assert (kept.files, kept.profile_met, kept.asked()) == (whole.files, whole.profile_met, whole.asked())
    assert list(kept.accepted()) == list(whole.accepted())


def judged(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The journeys that are judged from now on."""
    names: list[str] = []
    judge = path_of_audit.judge

    def counting(service: object, journey: object, graph: object) -> object:
        names.append(journey.name)  # type: ignore[attr-defined]
        return judge(service, journey, graph)  # type: ignore[arg-type]

    monkeypatch.setattr(path_of_audit, "judge", counting)
    return names


def test_cold_and_warm_say_the_same(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    same(folder)
    names = judged(monkeypatch)
    audit_kept(["."], DAY, Means(folder))
    assert names == []
    monkeypatch.undo()
    monkeypatch.chdir(folder)
    same(folder)


def test_only_what_changed_is_judged_again(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    audit_kept(["."], DAY, Means(folder))
    names = judged(monkeypatch)
    changed = folder / "founding" / "order-as-is.journey"
    changed.write_text(changed.read_text("utf-8").replace("3 min", "4 min"), "utf-8")
    audit_kept(["."], DAY, Means(folder))
    assert names == ["Online order"]


def test_a_change_in_an_imported_file_is_noticed(folder: Path) -> None:
    people = folder / "team.journey"
    people.write_text("actor Agent\n  kind: human\n  may nothing\n", "utf-8")
    order = "import team.journey\njourney Order\n  step Pay\n    by: Agent\n  end good: Paid\n"
    (folder / "order.journey").write_text(order, "utf-8")
    for path in (people, folder / "order.journey"):
        os.utime(path, (10**9, 10**9))
    same(folder)
    people.write_text("actor Agent\n  kind: system\n", "utf-8")
    same(folder)
    people.unlink()
    same(folder)
    people.write_text("actor Agent\n  kind human\n", "utf-8")
    same(folder)


def test_a_broken_file_is_told_every_time(folder: Path) -> None:
    (folder / "broken.journey").write_text("journey Order\n  stepp Pay\n", "utf-8")
    same(folder)
    same(folder)


def test_another_profile_or_configuration_is_another_run(folder: Path) -> None:
    same(folder)
    same(folder, Wishes("strict", today=DAY.today))
    (folder / "journeyaudit.toml").write_text('ignore = ["no-human-correction"]\n', "utf-8")
    same(folder)
    (folder / "journeyaudit.toml").write_text("", "utf-8")
    same(folder)


def test_a_changed_rule_is_another_run(folder: Path) -> None:
    page = "# Mute\nIs it mute?\n\n```rule\nseverity: error\nfor each end\nsay: {end} is an end\n```\n"
    (folder / "ours").mkdir()
    (folder / "ours" / "mute.md").write_text(page, "utf-8")
    wishes = Wishes(rules=("ours",), today=DAY.today)
    same(folder, wishes)
    (folder / "ours" / "mute.md").write_text(page.replace("an end", "a halt"), "utf-8")
    same(folder, wishes)


def test_an_exception_expires_although_nothing_was_changed(folder: Path) -> None:
    text = "journey Order\n  step Pay\n    by: Nobody\n  end bad: Lost\n    ignore dead-end\n      reason: agreed\n      owner: Kim\n      expires: 2027-01-01\n"
    path = folder / "accepted.journey"
    path.write_text(text.replace("    by: Nobody\n", ""), "utf-8")
    os.utime(path, (10**9, 10**9))
    same(folder, Wishes(today=date(2026, 12, 31)))
    same(folder, Wishes(today=date(2027, 1, 1)))


def test_a_spoilt_entry_is_worked_out_again(folder: Path) -> None:
    same(folder)
    for index in (folder / FOLDER).glob("*.json"):
        index.write_text(index.read_text("utf-8").replace('"warning"', '"no severity"'), "utf-8")
    same(folder)


def test_several_processes_say_the_same_as_one(folder: Path) -> None:
    (folder / "broken.journey").write_text("journey Order\n  stepp Pay\n", "utf-8")
    same(folder, means=Means(None, processes=2))
    same(folder, means=Means(folder, processes=2))
    same(folder)


@pytest.mark.parametrize("name", ["photo-flagged-as-is", "bank-bot-as-is", "lost-fax-as-is"])
def test_nobody_in_another_file_decides_what_is_found_in_this_one(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(SAMPLES.parent)
    file = f"samples/cases/{name}.journey"
    alone, _ = audit_paths([file], DAY)
    among, _ = audit_paths([file, "samples/cases"], DAY)
    assert alone.findings
    assert [each for each in among.findings if each.span.file == file] == list(alone.findings)
