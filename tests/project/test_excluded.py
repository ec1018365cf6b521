"""What is excluded is left out, also if it is named, and nothing is left out by accident."""

from __future__ import annotations

from pathlib import Path

import pytest

from journeyaudit import Wishes, check_paths
from journeyaudit.finding import Severity
from journeyaudit.project.discover import Discovered, discover
from journeyaudit.project.excluded import Excludes, seen_from

JOURNEY = "journey Order\n  step Pay\n  end good: Paid\n"


@pytest.fixture(name="here")
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A git repository, as far as its files tell."""
    repository = tmp_path / "repository"
    (repository / ".git").mkdir(parents=True)
    monkeypatch.chdir(repository)
    return repository


def write(folder: Path, files: dict[str, str]) -> None:
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, "utf-8")


def journeys(folder: Path, *names: str) -> None:
    write(folder, {f"{name}.journey": JOURNEY for name in names})


def found(*paths: str, patterns: tuple[str, ...] = (), gitignore: bool = True) -> Discovered:
    excludes = Excludes(tuple((str(Path.cwd()), each) for each in patterns), gitignore)
    return discover(paths or (".",), excludes)


@pytest.mark.parametrize(
    ("patterns", "left"),
    [
        ((), ["top", "drafts/a", "drafts/keep", "sub/c.old", "sub/drafts/b"]),
        (("drafts/",), ["top", "sub/c.old"]),
        (("/drafts/",), ["top", "sub/c.old", "sub/drafts/b"]),
        (("*.old.journey",), ["top", "drafts/a", "drafts/keep", "sub/drafts/b"]),
        (("drafts/*", "!keep.journey"), ["top", "drafts/keep", "sub/c.old", "sub/drafts/b"]),
        (("drafts/**", "!drafts/keep.journey"), ["top", "drafts/keep", "sub/c.old", "sub/drafts/b"]),
        (("drafts/", "!keep.journey"), ["top", "sub/c.old"]),
        (("sub/drafts",), ["top", "drafts/a", "drafts/keep", "sub/c.old"]),
    ],
)
def test_patterns_mean_what_they_mean_to_git(here: Path, patterns: tuple[str, ...], left: list[str]) -> None:
    names = ("top", "drafts/a", "drafts/keep", "sub/c.old", "sub/drafts/b")
    journeys(here, *names)
    expected = [f"{each}.journey" for each in left]
    assert list(found(patterns=patterns).files) == expected
    named = found(*(f"{each}.journey" for each in names), patterns=patterns)
    assert list(named.files) == expected
    assert set(named.excluded) == {f"{each}.journey" for each in names} - set(expected)
    write(here, {".gitignore": "\n".join((*patterns, ""))})
    assert list(found().files) == expected


def test_inner_files_of_git_go_before_outer_ones_but_bring_no_folder_back(here: Path) -> None:
    journeys(here, "a/x", "a/y", "b/x", "c/x")
    write(
        here,
        {".gitignore": "x.journey\nc/\n", "a/.gitignore": "!x.journey\ny.journey\n", "c/.gitignore": "!*\n"},
    )
    assert found().files == ("a/x.journey",)
    assert found(gitignore=False).files == ("a/x.journey", "a/y.journey", "b/x.journey", "c/x.journey")


def test_files_of_git_hold_up_to_the_root_of_the_repository(here: Path) -> None:
    journeys(here, "sub/a", "sub/inner/b")
    write(here.parent, {".gitignore": "a.journey\n"})
    assert found("sub").files == ("sub/a.journey", "sub/inner/b.journey")
    write(here, {".gitignore": "a.journey\nb.journey\n"})
    (here / "sub" / "inner" / ".git").mkdir()
    assert found("sub").files == ("sub/inner/b.journey",)
    (here / ".git").rmdir()
    assert found("sub").files == ("sub/a.journey", "sub/inner/b.journey")


def test_lines_that_nobody_understands_leave_nothing_out(here: Path) -> None:
    journeys(here, "a", "b")
    (here / ".gitignore").write_bytes(b"!\n[z-a]\n\xff\\\n# a.journey\n\nb.journey\n")
    assert found().files == ("a.journey",)


def test_patterns_of_names_hold_outside_of_their_folder_too(here: Path) -> None:
    write(here.parent / "other", {"a.journey": JOURNEY, "b.old.journey": JOURNEY})
    other = str(here.parent / "other")
    assert found(other, patterns=("*.old.journey", "/a.journey")).files == (f"{other}/a.journey",)


@pytest.mark.parametrize(
    ("base", "path", "seen"),
    [
        ("/a", "/a/b/c", "b/c"),
        ("/a", "/a", ""),
        ("/a/b", "/a", ""),
        ("/a", "/ab/c", "ab/c"),
        ("/", "/a", "a"),
    ],
)
def test_a_path_is_seen_from_its_folder(base: str, path: str, seen: str) -> None:
    assert seen_from(base, path) == seen


def test_a_folder_of_which_nothing_is_left_is_trouble_and_named_files_are_not(here: Path) -> None:
    journeys(here, "drafts/a", "b")
    (finding,) = found("drafts", patterns=("drafts/",)).findings
    assert (finding.severity, finding.title) == (
        Severity.INPUT,
        "every journey in the folder “drafts” is excluded",
    )
    assert found("drafts/a.journey", patterns=("drafts/",)) == Discovered((), (), ("drafts/a.journey",))
    assert found("gone.journey", patterns=("*",)).findings[0].rule == "unreadable"


def test_what_is_excluded_is_read_where_it_is_imported(here: Path) -> None:
    write(here, {"a.journey": f"import people.journey\n{JOURNEY}", "people.journey": "actor A\n"})
    outcome, sources = check_paths(["."], Wishes(exclude=("people.journey",)))
    assert outcome.files == ("a.journey",)
    assert set(sources) >= {"a.journey", "people.journey"}


def test_patterns_of_the_file_are_seen_from_the_file(here: Path) -> None:
    journeys(here, "shop/a", "shop/b", "c")
    write(
        here, {"shop/journeyaudit.toml": 'exclude = ["/a.journey"]\n', "other.toml": 'exclude = ["/shop"]\n'}
    )
    assert check_paths(["shop"])[0].files == ("shop/b.journey",)
    assert check_paths(["shop"], Wishes(also_excluded=True))[0].files == ("shop/a.journey", "shop/b.journey")
    assert check_paths(["."], Wishes(config=("other.toml",)))[0].files == ("c.journey",)
    write(here, {".gitignore": "*\n"})
    wishes = Wishes(config=("respect-gitignore = false", 'extend-exclude = ["b.journey"]'))
    outcome, _ = check_paths(["shop/b.journey", "c.journey"], wishes)
    assert (outcome.files, outcome.excluded) == (("c.journey",), ("shop/b.journey",))
