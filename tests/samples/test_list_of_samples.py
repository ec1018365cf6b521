"""`samples/README.md` lists every sample and says truly what the check finds in it.

Of each row people write what went wrong and the source; the links, the verdicts and the rules are made from
what really comes out. `JOURNEYAUDIT_ACCEPT=1` writes them; a new row needs its name only:

    | `cases/parking-typo` | paid, but mistyped | | | | PARK |
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from journeyaudit.finding import Severity
from journeyaudit.source.shipped import shipped
from tests.samples.told import AS_IS, FILES, SAMPLES, accepting, check_file, headline_of, name_of, rules_of

LIST = SAMPLES / "README.md"
PAGES = {page.stem: page for page in shipped("rules").glob("*/*.md")}
NAMED = re.compile(r"^\| .*?`((?:founding|cases)/[\w-]+)`")
BEFORE, AFTER = ("-as-is", "-ist", ""), ("-repaired", "-repariert")


def lines() -> list[str]:
    return LIST.read_text(encoding="utf-8").splitlines()


def files_of(name: str) -> list[Path]:
    """How it is, and repaired if there is that."""
    found = [SAMPLES / f"{name}{ending}.journey" for ending in (*BEFORE, *AFTER)]
    return [file for file in found if file in FILES]


def as_found(line: str) -> str:
    """The row with what really comes out; every other line as it is."""
    named = NAMED.match(line)
    if named is None:
        return line
    name = named[1]
    _, wrong, *_, source = (cell.strip() for cell in line.strip("|").split("|"))
    before, after = (*files_of(name), None)[:2]
    assert before is not None, f"there is no file of {name}"
    first = f"[`{name}`]({name_of(before)})" + (f" · [repaired]({name_of(after)})" if after else "")
    repaired = verdicts(after) if after else "–"
    return f"| {first} | {wrong} | {verdicts(before)} | {repaired} | {caught_by(before)} | {source} |"


def verdicts(file: Path) -> str:
    judged = dict.fromkeys(str(verdict.judgement) for verdict in check_file(file).verdicts())
    return " and ".join(judged) or "–"


def caught_by(file: Path) -> str:
    """The headline first, what explains it, and whatever else is worse than a remark."""
    named = headline_of(file)
    found = [f for f in check_file(file).findings if f.severity is not Severity.INFO or f.rule == named]
    links = [
        f"[{rule}](../{PAGES[rule].relative_to(shipped('rules').parent).as_posix()})"
        for rule in rules_of(found)
    ]
    return ", ".join(links) or "–"


def test_the_list_says_what_is_really_found() -> None:
    real = [as_found(line) for line in lines()]
    if accepting():
        LIST.write_text("\n".join(real) + "\n", encoding="utf-8")
    assert lines() == real


@pytest.mark.parametrize("file", FILES, ids=name_of)
def test_the_list_of_samples_names_it(file: Path) -> None:
    assert f"({name_of(file)})" in LIST.read_text(encoding="utf-8")


@pytest.mark.parametrize("file", AS_IS, ids=name_of)
def test_a_sample_of_how_it_is_is_caught_by_the_rules_in_its_row(file: Path) -> None:
    rows = [line for line in lines() if f"({name_of(file)})" in line]
    assert len(rows) == 1
    assert f"[{headline_of(file)}](" in rows[0]


def test_every_link_in_the_list_leads_somewhere() -> None:
    links = re.findall(r"\]\(([^)#:]+)\)", LIST.read_text(encoding="utf-8"))
    assert [link for link in links if not (SAMPLES / link).exists()] == []
    assert len(links) > len(FILES)


@pytest.mark.parametrize("file", AS_IS, ids=name_of)
def test_a_headline_is_a_rule_that_has_a_page(file: Path) -> None:
    assert headline_of(file) in PAGES
