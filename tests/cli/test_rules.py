from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

import journeyaudit.reports
from journeyaudit.rulebook.shelf import rules_of
from tests.audit.test_trials import PAGE
from tests.reports.test_json import faults

SCHEMA = json.loads(
    (Path(journeyaudit.reports.__file__).parent / "rules-json-schema.json").read_text("utf-8")
)


def own_page(text: str = PAGE, path: str = "rules/billing/slow-refund.md") -> None:
    Path(path).parent.mkdir(parents=True, exist_ok=True)
    Path(path).write_text(text, "utf-8")


def test_without_a_command_the_rules_are_listed(run: Any) -> None:
    result = run("rules")
    assert result.exit_code == 0
    assert result.stdout == run("rules", "list").stdout
    rules = rules_of().rules
    assert all(f" {rule.id}" in result.stdout for rule in rules)
    packs = len({rule.pack for rule in rules})
    assert result.stdout.splitlines()[-1].startswith(f"{len(rules)} rules in {packs} packs: ")


def test_a_rule_is_listed_with_its_severity_its_profile_and_its_question(run: Any) -> None:
    lines = run("rules", "--pack", "kafka").stdout.splitlines()
    assert lines[0].startswith("kafka (")
    (line,) = [line for line in lines if " already-triggered " in line]
    assert line.split()[:3] == ["error", "kafka", "already-triggered"]
    assert "Is a correction refused as" in line
    assert not any(line.startswith("human") for line in lines)


def test_a_profile_has_the_rules_of_those_before_it(run: Any) -> None:
    def listed(*words: str) -> set[tuple[str, str]]:
        rules = json.loads(run("rules", "--output-format", "json", *words).stdout)["rules"]
        return {(each["id"], each["profile"]) for each in rules}

    every, kafka = listed(), listed("--profile", "kafka")
    assert kafka == {each for each in every if each[1] in ("start", "kafka")}
    assert listed("--profile", "strict") == every
    assert kafka != every


def test_the_list_as_json_is_as_promised_and_sorted(run: Any) -> None:
    own_page()
    text = run("rules", "--output-format", "json", "--rules", "rules").stdout
    document = json.loads(text)
    assert faults(document, SCHEMA) == []
    names = [(each["pack"], each["id"]) for each in document["rules"]]
    assert names == sorted(names)
    (own,) = [each for each in document["rules"] if not each["shipped"]]
    assert own["id"] == "slow-refund"
    assert own["file"] == "rules/billing/slow-refund.md"
    assert text.count("\n") == len(names) + 6


def test_settings_are_listed_with_their_defaults(run: Any) -> None:
    own_page(
        PAGE.replace("for each", "setting limit: 3 working days\nfor each").replace(
            "most 2 days", "most the limit"
        )
    )
    document = json.loads(
        run("rules", "--output-format", "json", "--rules", "rules", "--pack", "billing").stdout
    )
    assert document["rules"][0]["settings"] == {"limit": "3 working days"}


def test_configured_folders_count_too(run: Any) -> None:
    own_page(path="ours/billing/slow-refund.md")
    Path("journeyaudit.toml").write_text('rules = ["ours"]\n')
    assert " slow-refund " in run("rules", "--pack", "billing").stdout


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--pack", "kafak"), "no pack is called 'kafak'; did you mean 'kafka'?"),
        (("lsit",), "no command of `rules` is called 'lsit'; did you mean 'list'?"),
        (("--rules", "nowhere"), "there is no folder nowhere with rules"),
        (("test", "nowhere"), "there is no page and no folder nowhere"),
        (("test", ".", "--rules", "."), "with PATHS only those are tried"),
        (("new", "slow-refund"), "name the pack, too: billing/slow-refund"),
        (("new", "billing/Slow"), "'Slow' is no name"),
        (("new", "billing/a/b"), "'a/b' is no name"),
        (("new", "../b"), "'..' is no name"),
        (("new", "kafak/slow"), "there is no pack 'kafak' yet; did you mean 'kafka'?"),
        (("new", "billing/dead-end"), "there is a rule kafka/dead-end already"),
        (("docs",), "Missing option"),
    ],
)
def test_what_is_asked_wrongly_is_said_and_leaves_nothing_behind(
    run: Any, words: tuple[str, ...], said: str
) -> None:
    result = run("rules", *words)
    assert result.exit_code == 2
    assert said in " ".join(result.stderr.split())
    assert list(Path().iterdir()) == []


def test_a_page_that_cannot_be_used_is_told_beside_the_list(run: Any) -> None:
    own_page(PAGE.replace("some decider", "some decidre"))
    result = run("rules", "--rules", "rules")
    assert result.exit_code == 2
    assert "there is no word “decidre”" in result.stderr
    assert "slow-refund" not in result.stdout


def test_rules_whose_examples_come_true_pass(run: Any) -> None:
    own_page()
    result = run("rules", "test", "rules")
    assert (result.exit_code, result.stdout) == (0, "1 rule tried: 1 comes true\n")


def test_all_shipped_and_own_rules_are_tried_by_default(run: Any) -> None:
    own_page(PAGE.replace("5 days", "1 day"))
    result = run("rules", "test", "--rules", "rules")
    assert result.exit_code == 1
    number = len(rules_of().rules)
    assert result.stdout.endswith(f"\n{number + 1} rules tried: {number} come true, 1 does not\n")


def test_pages_with_the_name_of_another_rule_do_not_pass_although_their_examples_come_true(run: Any) -> None:
    own_page()
    own_page(path="rules/other/slow-refund.md")
    own_page(PAGE.replace("slow-refund", "dead-end"), "rules/billing/dead-end.md")
    result = run("rules", "test", "rules")
    assert (result.exit_code, result.stdout) == (2, "3 rules tried: 3 come true\n")
    assert result.stderr.splitlines() == [
        "there are two rules called “dead-end”: kafka/dead-end and rules/billing/dead-end.md",
        "there are two rules called “slow-refund”: rules/billing/slow-refund.md and rules/other/slow-refund.md",
    ]


def test_a_copy_of_a_shipped_page_may_be_tried(run: Any) -> None:
    (shipped_page,) = (rule.source for rule in rules_of().rules if rule.id == "dead-end")
    own_page(shipped_page.raw, "copy/kafka/dead-end.md")
    assert run("rules", "test", "copy").exit_code == 0


def test_what_does_not_come_true_is_shown_in_the_page(run: Any) -> None:
    own_page(PAGE.replace("5 days", "1 day"))
    result = run("rules", "test", "rules/billing/slow-refund.md")
    assert result.exit_code == 1
    assert "error[rule-example]: `slow-refund` should find something here, and does not" in result.stdout
    assert " --> rules/billing/slow-refund.md:34:7" in result.stdout
    assert "34 |       remedy Money back   # expect: slow-refund\n" in result.stdout


def test_a_page_that_cannot_be_understood_is_worse_than_one_that_is_untrue(run: Any) -> None:
    own_page(PAGE.replace("5 days", "1 day"))
    own_page(PAGE.replace("some decider", "some decidre").replace("slow-refund", "b"), "rules/billing/b.md")
    Path("rules/billing/c.md").write_bytes(b"\xff\xfe\x00")
    result = run("rules", "test", "rules")
    assert result.exit_code == 2
    assert result.stdout.endswith("\n3 rules tried: 1 does not, 2 cannot be tried yet\n")
    assert "UTF-16" in result.stderr


def test_a_new_page_explains_itself_and_is_no_rule_until_it_is_filled_in(run: Any) -> None:
    made = run("rules", "new", "billing/slow-refund", "--in", "ours")
    assert made.exit_code == 0
    assert made.stdout.startswith("wrote ours/billing/slow-refund.md\n")
    tried = run("rules", "test", "ours")
    assert tried.exit_code == 2
    for missing in (
        "the page asks no question",
        "nothing stands below “## Why it hurts”",
        "nothing stands below “## Sources”",
        "the rule asks for nothing",
        "the rule does not say what is wrong",
        "this example of “Trouble” is empty",
        "this example of “Repaired” is empty",
    ):
        assert missing in tried.stdout
    assert "fault in journeyaudit" not in tried.stderr


def test_a_page_that_is_there_already_stays_as_it_is(run: Any) -> None:
    own_page("mine")
    result = run("rules", "new", "billing/slow-refund")
    assert result.exit_code == 2
    assert "rules/billing/slow-refund.md is there already and stays as it is" in result.stderr
    assert Path("rules/billing/slow-refund.md").read_text() == "mine"


def test_a_new_pack_may_be_called_nearly_like_another_one(run: Any) -> None:
    assert run("rules", "new", "kafak/slow", "--new-pack").exit_code == 0
    assert Path("rules/kafak/slow.md").exists()


def test_the_documentation_of_own_rules_leads_to_their_pages(run: Any) -> None:
    own_page()
    result = run("rules", "docs", "-o", "pages/rules", "--rules", "rules")
    assert result.exit_code == 0
    assert result.stdout == "wrote 5 files about 1 rule into pages/rules\n"
    index = Path("pages/rules/README.md").read_text("utf-8")
    assert "1 rule in 1 pack, made by" in index
    assert (
        "| [slow-refund](billing/slow-refund.md) | warning | service "
        "| Is every refund decided within 2 days? |" in index
    )
    pack = Path("pages/rules/billing.md").read_text("utf-8")
    assert "![nobody decides “Money back” within 2 days](pictures/slow-refund-trouble.svg)" in pack
    page = Path("pages/rules/billing/slow-refund.md").read_text("utf-8")
    assert "of [this file](../../../rules/billing/slow-refund.md)." in page
    assert (
        "## Trouble\n\n![nobody decides “Money back” within 2 days](../pictures/slow-refund-trouble.svg)"
        in page
    )
    assert "for each remedy\n  where the act of the remedy is" in pack
    assert "Wrong size" in Path("pages/rules/pictures/slow-refund-repaired.svg").read_text("utf-8")


def test_documentation_can_be_made_again_and_never_replaces_what_somebody_wrote(run: Any) -> None:
    own_page()
    words = ("rules", "docs", "--rules", "rules", "-o")
    assert run(*words, "pages").exit_code == run(*words, "pages").exit_code == 0
    Path("README.md").write_text("mine")
    lost = run(*words, ".")
    assert lost.exit_code == 2
    assert "README.md was written by somebody and would be lost" in lost.stderr
    assert Path("README.md").read_text() == "mine"
    assert not Path("pictures").exists()
    among = run(*words, "rules")
    assert among.exit_code == 2
    assert "in rules are the rules themselves" in among.stderr


@pytest.mark.parametrize("words", [("rules", "--help"), ("rules", "test", "--help"), ("explain", "--help")])
def test_the_help_has_examples(run: Any, words: tuple[str, ...]) -> None:
    assert "Examples:" in run(*words).stdout
