"""The cache is never wrong: what changed is not found, and a broken index is an empty one."""

from __future__ import annotations

import json
import os
from pathlib import Path
from zlib import crc32

import pytest

from journeyaudit.project.cache import FOLDER, Cache, key_of


@pytest.fixture(name="file")
def _file(tmp_path: Path) -> Path:
    path = tmp_path / "a.journey"
    path.write_text("one", "utf-8")
    settle(path)
    return path


def settle(path: Path) -> None:
    """As if it had been written long ago."""
    os.utime(path, ns=(10**18, 10**18))


def keep(file: Path, *others: Path, day: str = "", result: object = "kept") -> None:
    cache = Cache(file.parent, "k")
    cache.put(str(file), [str(file), *map(str, others)], day, result)
    cache.save([str(file)])


def found(file: Path, day: str = "2026-06-01", key: str = "k") -> object:
    return Cache(file.parent, key).find(str(file), day)


def test_what_was_kept_is_found_by_the_next_process(file: Path) -> None:
    keep(file, result={"found": [1, None, "ü"]})
    assert found(file) == {"found": [1, None, "ü"]}
    assert found(file, key="other") is None


def test_a_changed_file_is_not_found_even_with_the_same_size(file: Path) -> None:
    keep(file)
    file.write_text("two", "utf-8")
    assert found(file) is None


def test_a_file_that_was_only_touched_is_found(file: Path) -> None:
    keep(file)
    os.utime(file)
    assert found(file) == "kept"


def test_a_file_written_in_the_moment_it_was_kept_is_compared_by_its_content(file: Path) -> None:
    file.write_text("now", "utf-8")
    times = file.stat()
    keep(file)
    file.write_text("new", "utf-8")
    os.utime(file, ns=(times.st_atime_ns, times.st_mtime_ns))
    assert found(file) is None


def test_what_an_import_has_changed_is_not_found(file: Path) -> None:
    other = file.parent / "people.journey"
    other.write_text("people", "utf-8")
    settle(other)
    keep(file, other)
    assert found(file) == "kept"
    other.write_text("PEOPLE", "utf-8")
    assert found(file) is None
    other.unlink()
    assert found(file) is None


def test_what_depends_on_the_day_is_found_on_that_day_only(file: Path) -> None:
    keep(file, day="2026-06-01")
    assert found(file) == "kept"
    assert found(file, day="2026-06-02") is None


@pytest.mark.parametrize(
    "text", ["", "{", "[]", "3", '{"a": 3}', "\x00", "[" * 100_000, '{"PATH": [[["PATH", "x", 3]], "", 1]}']
)
@pytest.mark.parametrize("first_line", ["k\n", ""])
def test_a_broken_or_foreign_index_is_an_empty_one_and_gets_replaced(
    file: Path, first_line: str, text: str
) -> None:
    keep(file)
    (index,) = (file.parent / FOLDER).glob("*.json")
    index.write_text(first_line + text.replace("PATH", str(file)), "utf-8")
    assert found(file) is None
    keep(file)
    assert found(file) == "kept"


def test_two_processes_do_not_break_each_other(file: Path) -> None:
    other = file.parent / "b.journey"
    other.write_text("b", "utf-8")
    settle(other)
    one, two = Cache(file.parent, "k"), Cache(file.parent, "k")
    one.put(str(file), [str(file)], "", 1)
    two.put(str(other), [str(other)], "", 2)
    one.save([str(file)])
    two.save([str(other)])
    assert found(other) == 2
    assert found(file) in (None, 1)


def test_what_a_crash_left_behind_does_no_harm_and_goes(file: Path) -> None:
    keep(file)
    scratch = file.parent / FOLDER / ".new-half"
    scratch.write_text("{", "utf-8")
    os.utime(scratch, (1, 1))
    keep(file, result="later")
    assert found(file) == "later"
    assert not scratch.exists()


def test_the_folder_says_that_it_is_no_part_of_the_project(file: Path) -> None:
    keep(file)
    folder = file.parent / FOLDER
    assert (folder / ".gitignore").read_text("utf-8") == "*\n"
    assert (
        (folder / "CACHEDIR.TAG").read_text("utf-8").startswith("Signature: 8a477f597d28d172789f06886806bc55")
    )


def test_where_nothing_can_be_written_nothing_is_kept(file: Path) -> None:
    (file.parent / FOLDER).write_text("in the way", "utf-8")
    keep(file)
    assert found(file) is None


def test_entries_of_files_that_are_gone_are_dropped(file: Path) -> None:
    other = file.parent / "b.journey"
    other.write_text("b", "utf-8")
    settle(other)
    keep(other)
    other.unlink()
    keep(file)
    (index,) = (file.parent / FOLDER).glob("*.json")
    assert list(json.loads(index.read_bytes().partition(b"\n")[2])) == [str(file)]


def test_indexes_do_not_pile_up(file: Path) -> None:
    for number in range(20):
        cache = Cache(file.parent, f"k{number}")
        cache.put(str(file), [str(file)], "", number)
        cache.save([str(file)])
    assert len(list((file.parent / FOLDER).glob("*.json"))) <= 8


def test_two_keys_that_share_a_file_are_not_taken_for_each_other(file: Path) -> None:
    one, other = "plumless", "buckeroo"
    assert crc32(one.encode()) == crc32(other.encode())
    cache = Cache(file.parent, one)
    cache.put(str(file), [str(file)], "", "kept")
    cache.save([str(file)])
    assert found(file, key=one) == "kept"
    assert found(file, key=other) is None


def test_a_key_is_another_one_for_every_difference() -> None:
    assert key_of({"a": 1, "b": 2}) == key_of({"b": 2, "a": 1})
    assert len({key_of({"a": 1}), key_of({"a": 2}), key_of({"b": 1}), key_of({"a": "1"})}) == 4
