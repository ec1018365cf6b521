from __future__ import annotations

import json
import os
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from hypothesis import given, settings
from hypothesis import strategies as st

from journeyaudit import Wishes, check_paths
from journeyaudit.cli.group import journeyaudit
from journeyaudit.finding import Finding, Severity
from journeyaudit.model.journey import Service
from journeyaudit.project.baseline import entries_of, without_known
from journeyaudit.project.baseline_file import Entry, baseline_text, read_baseline
from journeyaudit.project.configuration import NOTHING
from journeyaudit.project.rules import rules_for
from journeyaudit.rulebook.outcome import Outcome
from journeyaudit.source import Span

NAME = "journeyaudit-baseline.json"
TRAP = """journey {name}
  step Ask
  step Wait for an answer
  go to Ask
  end good: Done
"""
FINE = "journey {name}\n  step Ask\n  end good: Done\n"
Run = Callable[..., Result]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("CI", raising=False)
    return lambda *words: CliRunner().invoke(journeyaudit, list(words))


def write(name: str, text: str = TRAP, journey: str = "") -> None:
    path = Path(name)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text.replace("{name}", journey or path.stem), "utf-8")


def entries(file: str = NAME) -> list[dict[str, object]]:
    return json.loads(Path(file).read_text("utf-8"))["findings"]


def files(file: str = NAME) -> list[object]:
    return list(dict.fromkeys(each["file"] for each in entries(file)))


def test_what_was_written_down_is_not_reported_and_does_not_fail_but_is_counted(run: Run) -> None:
    write("a.journey")
    assert run("check").exit_code == 1
    written = run("check", "--write-baseline")
    assert written.exit_code == 0
    number = len(entries())
    assert number > 0
    assert written.stderr == f"{NAME} has {number} findings ({number} added)\n"
    again = run("check")
    assert again.exit_code == 0
    assert f"nothing new in 1 file (1 journey) | {number} findings in the baseline" in again.stdout
    assert "no dead ends" not in again.stdout
    assert run("check", "--no-baseline").exit_code == 1


def test_a_baseline_knows_no_lines_and_has_one_line_for_each_entry_in_order(run: Run) -> None:
    write("b.journey")
    write("a.journey")
    run("check", "--write-baseline")
    before = Path(NAME).read_bytes()
    lines = before.decode().splitlines()
    told = [line for line in lines if line.startswith('{"file"')]
    assert len(told) == len(entries()) == len(lines) - 6
    assert [json.loads(line.rstrip(","))["file"] for line in told] == sorted(
        each["file"] for each in entries()
    )
    write("a.journey", "# moved\n\n\n" + TRAP)
    assert run("check").exit_code == 0
    assert run("check", "--write-baseline").stderr.endswith("(unchanged)\n")
    assert Path(NAME).read_bytes() == before


def test_something_new_is_reported_and_never_taken_up_silently(run: Run) -> None:
    write("a.journey")
    run("check", "--write-baseline")
    write("b.journey")
    assert run("check").exit_code == 1
    before = Path(NAME).read_bytes()
    again = run("check", "--write-baseline")
    assert again.exit_code == 1
    assert "not put into it: --allow-new does that" in again.stderr
    assert Path(NAME).read_bytes() == before
    assert run("check", "--write-baseline", "--allow-new").exit_code == 0
    assert files() == ["a.journey", "b.journey"]


def test_what_is_gone_is_told_and_fails_where_nobody_reads(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    write("a.journey")
    write("b.journey")
    run("check", "--write-baseline")
    gone = sum(each["file"] == "b.journey" for each in entries())
    write("b.journey", FINE)
    told = run("check")
    assert told.exit_code == 0
    assert f"info[stale-baseline]: {gone} findings of the baseline are no longer there" in told.stdout
    assert "`journeyaudit check --write-baseline` takes them out" in told.stdout
    assert run("check", "--fail-on-stale").exit_code == 1
    monkeypatch.setenv("CI", "true")
    assert run("check").exit_code == 1
    assert run("check", "--write-baseline").exit_code == 0
    assert files() == ["a.journey"]
    assert run("check").exit_code == 0


def test_what_was_not_looked_at_is_neither_stale_nor_taken_out(run: Run) -> None:
    write("a.journey")
    write("b.journey")
    run("check", "--write-baseline")
    before = Path(NAME).read_bytes()
    for words in (("a.journey",), ("--select", "silo", "."), ("--exclude", "b.journey", ".")):
        assert "stale" not in run("check", *words).stdout
        run("check", "--write-baseline", *words)
        assert Path(NAME).read_bytes() == before, words


def test_a_file_that_is_gone_takes_its_entries_with_it(run: Run) -> None:
    write("a.journey")
    write("b.journey")
    run("check", "--write-baseline")
    Path("b.journey").unlink()
    assert "stale-baseline" in run("check", "a.journey").stdout
    run("check", "a.journey", "--write-baseline")
    assert files() == ["a.journey"]


def test_nothing_is_stale_and_nothing_written_while_something_cannot_be_understood(run: Run) -> None:
    write("a.journey")
    run("check", "--write-baseline")
    before = Path(NAME).read_bytes()
    write("a.journey", TRAP + "nonsense\n")
    for words in ((), ("--write-baseline",), ("--write-baseline", "--allow-new")):
        told = run("check", *words)
        assert told.exit_code == 2
        assert "stale" not in told.stdout
    assert "was not written" in told.stderr
    assert Path(NAME).read_bytes() == before


def test_what_has_become_worse_is_not_the_known_finding(run: Run) -> None:
    write("a.journey")
    rule = str(json.loads(run("check", "--output-format", "json").stdout)["findings"][0]["rule"])
    run("check", "--write-baseline", "--config", f'severity.{rule}="warning"')
    assert run("check", "--config", f'severity.{rule}="warning"').exit_code == 0
    worse = run("check")
    assert worse.exit_code == 1
    assert rule in worse.stdout
    assert "stale" not in worse.stdout
    run("check", "--write-baseline", "--allow-new")
    assert run("check").exit_code == 0
    run("check", "--write-baseline", "--config", f'severity.{rule}="warning"')
    assert [each["severity"] for each in entries() if each["rule"] == rule] == ["warning"]


def test_it_lies_beside_the_configuration_and_paths_are_seen_from_it(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    write("journeyaudit.toml", 'profile = "service"\n')
    write("sub/a.journey")
    monkeypatch.chdir("sub")
    assert run("check", "--write-baseline").exit_code == 0
    monkeypatch.chdir("..")
    assert files() == ["sub/a.journey"]
    assert run("check").exit_code == 0
    assert run("check", os.path.abspath("sub")).exit_code == 0
    assert run("check", "--isolated").exit_code == 1


def test_a_configured_baseline_has_to_be_there(run: Run) -> None:
    write("journeyaudit.toml", 'baseline = "known/b.json"\n')
    write("a.journey")
    missing = run("check")
    assert missing.exit_code == 2
    assert "error[baseline]: there is no baseline" in missing.stdout
    assert "journeyaudit.toml:1" in missing.stdout
    Path("known").mkdir()
    assert run("check", "--write-baseline").exit_code == 0
    assert files("known/b.json") == ["../a.journey"]
    assert run("check").exit_code == 0
    assert run("check", "--baseline", "other.json").exit_code == 2


def test_contradictions_are_told(run: Run) -> None:
    write("a.journey")
    for words in (
        ("--allow-new",),
        ("--no-baseline", "--write-baseline"),
        ("--no-baseline", "--baseline", "x.json"),
    ):
        assert run("check", *words).exit_code == 2


def test_a_baseline_is_never_written_over_a_journey(run: Run) -> None:
    write("a.journey")
    write("b.json", FINE)
    for name in ("new.journey", "b.json"):
        assert run("check", "a.journey", "b.json", "--write-baseline", "--baseline", name).exit_code == 2
    assert not Path("new.journey").exists()
    assert Path("b.json").read_text("utf-8").startswith("journey b\n")


@pytest.mark.parametrize(
    ("text", "title", "line"),
    [
        ("", "the baseline cannot be read", 1),
        ('{\n"version": 1,\n<<<<<<<', "the baseline cannot be read", 3),
        ("[" * 100_000, "the baseline cannot be read", 1),
        ("[]", "is no baseline", 1),
        ('{"version": true, "findings": []}', "is no baseline", 1),
        ('{"version": 1}', "is no baseline", 1),
        ('{"version": 2, "findings": []}', "newer version", 1),
        ('{"version": 1,\n"findings": [\n{}]}', "this is no entry", 3),
        ('{"version": 1,\n"findings": [\n\n17]}', "this is no entry", 4),
    ],
)
def test_a_broken_or_foreign_file_hides_nothing_and_is_told_with_its_line(
    run: Run, text: str, title: str, line: int
) -> None:
    write("a.journey")
    Path(NAME).write_text(text, "utf-8")
    for words in ((), ("--write-baseline",), ("--write-baseline", "--allow-new")):
        told = run("check", *words)
        assert told.exit_code == 2
        assert title in told.stdout
        assert f"{NAME}:{line}:" in told.stdout
        assert "error[" in told.stdout.replace("error[baseline]", "")
        assert Path(NAME).read_text("utf-8") == text


def test_an_entry_must_hide_what_it_says(run: Run) -> None:
    write("a.journey")
    run("check", "--write-baseline")
    text = Path(NAME).read_text("utf-8")
    subject = str(entries()[-1]["subject"])
    Path(NAME).write_text(text.replace(json.dumps(subject), '"something harmless"'), "utf-8")
    told = run("check")
    assert told.exit_code == 2
    assert "the words of this entry do not fit its fingerprint" in told.stdout


def test_a_baseline_is_understood_however_it_is_laid_out(run: Run) -> None:
    write("a.journey")
    run("check", "--write-baseline")
    whole = json.loads(Path(NAME).read_text("utf-8"))
    Path(NAME).write_text(json.dumps(whole, indent=4, sort_keys=True), "utf-8")
    assert run("check").exit_code == 0
    write("a.journey", FINE)
    told = run("check").stdout
    lines = Path(NAME).read_text("utf-8").splitlines()
    at = int(told.split(f"{NAME}:")[1].split(":")[0])
    assert lines[at - 1].strip() == "{"


def test_findings_about_the_same_are_counted_so_that_one_more_is_new(tmp_path: Path) -> None:
    finding = Finding("rule", Severity.ERROR, "title", Span(str(tmp_path / "a.journey"), 0, 1), journey="J")
    known = entries_of([finding] * 2, str(tmp_path))
    assert [each.number for each in known] == [1, 2]
    (tmp_path / NAME).write_text(baseline_text(known), "utf-8")
    outcome = Outcome(Service({}, {}, ()), (str(tmp_path / "a.journey"),), findings=(finding,) * 3)
    left, _ = without_known(str(tmp_path / NAME), outcome, rules_for(NOTHING), NOTHING, Wishes())
    assert left.baselined == (finding,) * 2
    assert left.findings == (finding,)


def test_the_machine_readable_reports_say_what_is_in_the_baseline(run: Run) -> None:
    write("a.journey")
    run("check", "--write-baseline")
    plain = json.loads(run("check", "--no-baseline", "--output-format", "json").stdout)
    known = json.loads(run("check", "--output-format", "json").stdout)
    marks = {each["fingerprint"] for each in known["baselined"]}
    assert marks == {each["fingerprint"] for each in entries()}
    assert known["summary"]["baselined"] == len(marks) > 0
    both = marks | {each["fingerprint"] for each in known["findings"]}
    assert both == {each["fingerprint"] for each in plain["findings"]}
    sarif = json.loads(run("check", "--output-format", "sarif").stdout)
    kinds = [[why["kind"] for why in each["suppressions"]] for each in sarif["runs"][0]["results"]]
    assert kinds.count(["external"]) == len(marks)
    assert json.loads(run("check", "--output-format", "gitlab").stdout) == [
        each
        for each in json.loads(run("check", "--no-baseline", "--output-format", "gitlab").stdout)
        if each["fingerprint"] not in marks
    ]


def test_the_library_hides_and_shows_the_same(run: Run) -> None:
    write("a.journey")
    run("check", "--write-baseline")
    hidden, _ = check_paths(["."])
    shown, _ = check_paths(["."], Wishes(baseline=None))
    assert hidden.baselined
    assert set(hidden.baselined) | set(hidden.findings) == set(shown.findings)
    assert not any(each.severity is Severity.ERROR for each in hidden.findings)


texts = st.text(st.characters(codec="utf-8"), max_size=12)
entry = st.builds(
    Entry,
    rule=texts,
    severity=st.sampled_from((Severity.ERROR, Severity.WARNING, Severity.INFO)),
    file=texts,
    journey=texts,
    subject=texts,
    number=st.integers(1, 3),
)


@settings(max_examples=60, deadline=None)
@given(st.lists(entry, max_size=6, unique_by=lambda each: each.fingerprint))
def test_what_is_written_is_read_again(tmp_path_factory: pytest.TempPathFactory, known: list[Entry]) -> None:
    path = tmp_path_factory.getbasetemp() / "round.json"
    path.write_text(baseline_text(known), "utf-8", newline="")
    baseline = read_baseline(str(path))
    assert baseline.findings == ()
    assert set(baseline.entries.values()) == set(known)
    assert baseline_text(baseline.entries.values()) == baseline_text(reversed(known))
    for each, place in baseline.places.items():
        assert f'"{each}"' in path.read_bytes().decode("utf-8")[place.start : place.end]
