from __future__ import annotations

from pathlib import Path
from typing import Any


def kept_in(folder: Path) -> Path:
    cache = folder / ".journeyaudit_cache"
    cache.mkdir(parents=True)
    (cache / "CACHEDIR.TAG").write_text("Signature: 8a477f597d28d172789f06886806bc55\n")
    (cache / "0.json").write_text("{}")
    return cache


def test_what_was_kept_here_and_beside_the_configuration_is_removed(run: Any, tmp_path: Path) -> None:
    here, beside = kept_in(tmp_path), kept_in(tmp_path / "services")
    other = kept_in(tmp_path / "other")
    (tmp_path / "services" / "journeyaudit.toml").write_text("")
    (tmp_path / "services" / "mail").mkdir()
    result = run("clean", "services/mail")
    assert (result.exit_code, result.output) == (
        0,
        "removed .journeyaudit_cache\nremoved services/.journeyaudit_cache\n",
    )
    assert (here.exists(), beside.exists(), other.exists()) == (False, False, True)
    assert (tmp_path / "services" / "journeyaudit.toml").exists()


def test_dry_run_removes_nothing(run: Any, tmp_path: Path) -> None:
    cache = kept_in(tmp_path)
    assert run("clean", "--dry-run").output == "would remove .journeyaudit_cache\n"
    assert cache.exists()


def test_where_nothing_is_kept_that_is_said_and_no_failure(run: Any) -> None:
    result = run("clean")
    assert (result.exit_code, result.output) == (0, "nothing is kept here\n")


def test_a_folder_that_only_has_the_name_is_not_touched(run: Any, tmp_path: Path) -> None:
    (tmp_path / ".journeyaudit_cache").mkdir()
    (tmp_path / ".journeyaudit_cache" / "thesis.txt").write_text("ten years of work")
    result = run("clean")
    assert result.exit_code == 2
    assert "was not made by journeyaudit and stays as it is" in result.stderr
    assert (tmp_path / ".journeyaudit_cache" / "thesis.txt").exists()


def test_a_link_to_somewhere_else_is_not_followed(run: Any, tmp_path: Path) -> None:
    cache = kept_in(tmp_path / "elsewhere")
    (tmp_path / ".journeyaudit_cache").symlink_to(cache)
    assert run("clean").exit_code == 2
    assert cache.exists()


def test_a_folder_that_is_not_there_is_wrong_usage(run: Any) -> None:
    assert run("clean", "gone").exit_code == 2
