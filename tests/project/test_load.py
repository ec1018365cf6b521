from __future__ import annotations

import os
from pathlib import Path

import pytest

from journeyaudit.finding import Severity
from journeyaudit.project.load import load, load_text
from journeyaudit.project.read import LARGEST, decode

PEOPLE = "actor Clerk\n  kind: human\n"
JOURNEY = "journey J\n  step A\n    by: Clerk\n  end good: B\n"


def write(folder: Path, files: dict[str, str | bytes]) -> None:
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else text.encode())


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def rules(project) -> list[str]:
    assert all(finding.severity is Severity.INPUT for finding in project.findings)
    return [finding.rule for finding in project.findings]


def test_a_named_file_is_read_and_its_path_kept_as_written(here: Path) -> None:
    write(here, {"a.journey": JOURNEY})
    project = load(["./a.journey"])
    assert project.findings == ()
    assert list(project.sources) == ["./a.journey"]
    assert project.reported == ("./a.journey",)
    assert project.service.journeys[0].span.file == "./a.journey"


def test_folders_are_searched_in_order_and_hidden_ones_left_out(here: Path) -> None:
    names = ["z.journey", "b/c.journey", "a/d.journey", ".git/x.journey", "node_modules/x.journey"]
    write(here, dict.fromkeys([*names, ".venv/x.journey", ".x.journey", "a/notes.txt"], JOURNEY))
    assert load(["."]).reported == ("z.journey", "a/d.journey", "b/c.journey")


def test_a_hidden_folder_that_is_named_itself_is_searched(here: Path) -> None:
    write(here, {".mine/a.journey": JOURNEY})
    assert load([".mine"]).reported == (".mine/a.journey",)


def test_a_file_named_twice_is_read_once(here: Path) -> None:
    write(here, {"f/a.journey": JOURNEY})
    assert load(["f/a.journey", "./f/../f/a.journey", "f"]).reported == ("f/a.journey",)


def test_a_named_file_may_be_called_anything(here: Path) -> None:
    write(here, {"a.txt": JOURNEY})
    assert load(["a.txt"]).reported == ("a.txt",)


def test_imports_are_read_but_not_reported(here: Path) -> None:
    write(here, {"f/a.journey": f"import ../people/p.journey\n{JOURNEY}", "people/p.journey": PEOPLE})
    project = load(["f/a.journey"])
    assert project.findings == ()
    assert project.reported == ("f/a.journey",)
    assert list(project.sources) == ["f/a.journey", "people/p.journey"]
    assert project.service.actors["clerk"].kind == "human"


def test_imports_are_followed_through_other_files_in_circles_and_diamonds(here: Path) -> None:
    write(
        here,
        {
            "a.journey": f"import b.journey\nimport c.journey\n{JOURNEY}",
            "b.journey": "import d.journey\n",
            "c.journey": "import d.journey\n",
            "d.journey": f"import a.journey\n{PEOPLE}",
        },
    )
    project = load(["a.journey"])
    assert project.findings == ()
    assert list(project.sources) == ["a.journey", "b.journey", "c.journey", "d.journey"]


def test_a_file_may_import_itself(here: Path) -> None:
    write(here, {"a.journey": f"import a.journey\n{PEOPLE}{JOURNEY}"})
    assert load(["a.journey"]).findings == ()


def test_a_missing_import_is_a_finding_at_its_line_with_the_nearest_files(here: Path) -> None:
    text = f"import shared-peple.journey\n{JOURNEY}"
    write(here, {"a.journey": text, "shared-people.journey": PEOPLE})
    project = load(["a.journey"])
    assert rules(project) == ["missing-import"]
    (finding,) = project.findings
    assert text[finding.span.start : finding.span.end] == "shared-peple.journey"
    assert "“shared-people.journey”" in finding.help
    assert project.reported == ("a.journey",)


def test_a_file_missed_twice_is_said_at_both_lines(here: Path) -> None:
    write(here, {"a.journey": f"import x.journey\n{JOURNEY}", "b.journey": f"import x.journey\n{JOURNEY}"})
    assert [finding.span.file for finding in load(["a.journey", "b.journey"]).findings] == [
        "a.journey",
        "b.journey",
    ]


def test_a_folder_cannot_be_imported(here: Path) -> None:
    write(here, {"a.journey": f"import f\n{JOURNEY}", "f/b.journey": PEOPLE})
    project = load(["a.journey"])
    assert rules(project) == ["missing-import"]
    assert "folder" in project.findings[0].title


def test_problems_of_an_imported_file_are_reported_too(here: Path) -> None:
    write(
        here,
        {"a.journey": f"import b.journey\n{JOURNEY}", "b.journey": f"{PEOPLE}journey K\n  go to Nowhere\n"},
    )
    project = load(["a.journey"])
    assert rules(project) == ["unknown-name"]
    assert project.findings[0].span.file == "b.journey"


def test_an_import_in_another_encoding_is_a_finding_at_its_line(here: Path) -> None:
    write(
        here,
        {"a.journey": f"import b.journey\n{JOURNEY}", "b.journey": "actor B\xe4cker\n".encode("latin-1")},
    )
    project = load(["a.journey"])
    assert rules(project) == ["missing-import"]
    assert project.findings[0].span.file == "a.journey"
    assert "UTF-8" in project.findings[0].title


def test_a_path_that_leads_nowhere_and_an_empty_folder_are_findings(here: Path) -> None:
    write(here, {"empty/notes.txt": "x", "a.journey": JOURNEY})
    project = load(["missing.journey", "empty", "a.journey", "bad\0name"])
    assert rules(project) == ["unreadable", "nothing-to-check", "unreadable"]
    assert project.reported == ("a.journey",)


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="this user may read everything")
def test_a_file_one_may_not_read_is_a_finding(here: Path) -> None:
    write(here, {"a.journey": JOURNEY})
    (here / "a.journey").chmod(0)
    assert rules(load(["a.journey"])) == ["unreadable"]


@pytest.mark.parametrize(
    ("data", "rule", "says"),
    [
        ("journey J".encode("utf-16"), "not-utf-8", "UTF-16"),
        (b"\xfe\xff" + "journey J".encode("utf-16-be"), "not-utf-8", "UTF-16"),
        ("journey J".encode("utf-32"), "not-utf-8", "UTF-32"),
        ("journey J\n  step Büro".encode("latin-1"), "not-utf-8", "line 2, byte 19 is 0xfc"),
        (b"\xef\xbb\xbfab\xff", "not-utf-8", "byte 6"),
        (b"PK\x03\x04\x00\x00", "not-text", "byte 5"),
        (b"x" * (LARGEST + 1), "too-large", "20 MB"),
    ],
)
def test_what_is_not_utf_8_text_is_refused_with_the_reason(data: bytes, rule: str, says: str) -> None:
    source, finding = decode(data, "a.journey")
    assert source is None
    assert finding is not None
    assert finding.rule == rule
    assert says in finding.title
    if rule == "not-utf-8":
        assert finding.help == "save it as UTF-8"


def test_a_file_that_cannot_be_read_is_not_reported_on(here: Path) -> None:
    write(here, {"a.journey": JOURNEY.encode("utf-16")})
    project = load(["a.journey"])
    assert rules(project) == ["not-utf-8"]
    assert (project.reported, project.service.journeys) == ((), ())


def test_the_byte_order_mark_is_no_part_of_the_text() -> None:
    source, finding = decode(b"\xef\xbb\xbf" + JOURNEY.encode(), "a.journey")
    assert finding is None
    assert source is not None
    assert source.raw == JOURNEY


def test_a_text_in_memory_is_a_project_too() -> None:
    project = load_text(PEOPLE + JOURNEY)
    assert project.findings == ()
    assert project.reported == ("<text>",)
    assert [journey.name for journey in project.service.journeys] == ["J"]


def test_a_text_in_memory_finds_its_imports_beside_its_path(here: Path) -> None:
    write(here, {"f/p.journey": PEOPLE})
    project = load_text(f"import p.journey\n{JOURNEY}", "f/a.journey")
    assert project.findings == ()
    assert list(project.sources) == ["f/a.journey", "f/p.journey"]


def test_findings_come_in_the_order_of_files_and_lines(here: Path) -> None:
    bad = "journey J\n  go to X\n  step A\n  go to Y\n"
    write(here, {"b.journey": bad, "a.journey": bad})
    project = load(["b.journey", "a.journey", "missing"])
    assert [(one.span.file, one.subject) for one in project.findings] == [
        ("missing", "missing"),
        ("b.journey", "X"),
        ("b.journey", "Y"),
        ("a.journey", "X"),
        ("a.journey", "Y"),
    ]


def test_the_ending_of_all_files_makes_no_file_likely(here: Path) -> None:
    (here / "people.journey").write_text("actor A\n")
    (here / "zz.journey").write_text("import peple.journey\nimport qqqqqq.journey\n")
    near, far = load([str(here / "zz.journey")]).findings
    assert near.help == "did you mean “people.journey”?"
    assert far.help == "check the name, and the folder: it is looked for from the folder of this file"
