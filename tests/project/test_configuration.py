"""What is configured is read, and what makes no sense is said with its line."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from journeyaudit import Wishes, check_paths
from journeyaudit.finding import Severity
from journeyaudit.project.configuration import Configuration, configuration_for
from journeyaudit.project.rules import rules_for
from journeyaudit.project.settings_text import settings_text
from tests.project.any_toml import TEXTS

JOURNEY = "journey Order\n  step Pay\n  end good: Paid\n"


@pytest.fixture(name="folder")
def _folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "shop" / "orders").mkdir(parents=True)
    (tmp_path / "shop" / "orders" / "pay.journey").write_text(JOURNEY, "utf-8")
    return tmp_path


def problems(folder: Path, text: str) -> list[tuple[int, str, str]]:
    (folder / "journeyaudit.toml").write_text(text, "utf-8")
    outcome, sources = check_paths(["shop"])
    found = [each for each in outcome.findings if each.rule == "configuration"]
    assert {each.severity for each in found} <= {Severity.INPUT}
    return [(sources[each.span.file].line_of(each.span.start), each.title, each.help) for each in found]


def test_without_a_file_nothing_is_configured(folder: Path) -> None:
    assert configuration_for([str(folder / "shop")]) == (Configuration(), ())


def test_the_nearest_file_above_all_paths_counts(folder: Path) -> None:
    (folder / "journeyaudit.toml").write_text('profile = "start"', "utf-8")
    (folder / "shop" / "journeyaudit.toml").write_text('profile = "kafka"', "utf-8")
    (folder / "shop" / "orders" / "journeyaudit.toml").write_text('profile = "strict"', "utf-8")
    assert configuration_for(["shop/orders/pay.journey"])[0].profile == "strict"
    assert configuration_for(["shop/orders", "shop"])[0].profile == "kafka"
    assert configuration_for(["."])[0].profile == "start"


def test_a_shared_project_file_counts_only_if_it_speaks_of_us(folder: Path) -> None:
    (folder / "pyproject.toml").write_text('[tool.journeyaudit]\nprofile = "kafka"\n', "utf-8")
    (folder / "shop" / "pyproject.toml").write_text("[tool.ruff]\n", "utf-8")
    assert configuration_for(["shop"])[0].profile == "kafka"


def test_folders_of_rules_are_seen_from_the_file(folder: Path) -> None:
    (folder / "journeyaudit.toml").write_text('rules = ["ours"]', "utf-8")
    assert configuration_for(["shop"])[0].rules == ("ours",)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('profil = "kafka"', (1, "`profil` is nothing that can be configured", "did you mean `profile`?")),
        ('\nprofile = "kafa"', (2, '"kafa" is no value for `profile`', "did you mean `kafka`?")),
        (
            "profile = 3",
            (1, "3 is no value for `profile`", "there are `start`, `kafka`, `service` and `strict`"),
        ),
        ("rules = 3", (1, "`rules` is a list of texts", 'write for example: rules = ["our-rules"]')),
        (
            "[settings]\ndecision-rank = 3",
            (
                2,
                "thresholds stand below the rule they belong to",
                'write for example: settings.decision-rank = { "most people" = 3 }',
            ),
        ),
        (
            '[settings.decision-rnk]\n"most people" = 3',
            (1, "there is no rule `decision-rnk`", "did you mean `decision-rank`?"),
        ),
        (
            '[settings.decision-rank]\n"most peple" = 3',
            (2, "`decision-rank` has no threshold “most peple”", "did you mean `most people`?"),
        ),
        (
            '[settings.decision-rank]\n"most people" = "3 days"',
            (
                2,
                '"3 days" is no value for “most people” of `decision-rank`',
                'write it like its default: "2"',
            ),
        ),
        (
            '[settings.decision-rank]\n"most people" = true',
            (2, "true is no value for “most people” of `decision-rank`", 'write it like its default: "2"'),
        ),
        ("profile = ", (1, "this is no TOML: Invalid value", "")),
        ("x = " + "[" * 5000 + "]" * 5000, (1, "this is no TOML: brackets stand too deep in brackets", "")),
        (
            "x = " + "1" * 5000,
            (
                1,
                "this is no TOML: Exceeds the limit (4300 digits) for integer string conversion: value has 5000 digits; use sys.set_int_max_str_digits() to increase the limit",
                "",
            ),
        ),
        (
            'ignore = [\n  "media-break",\n  "media-brake",\n]',
            (3, "there is no rule, pack or profile `media-brake`", "did you mean `media-break`?"),
        ),
        (
            'select = ["silos"]',
            (1, "there is no rule, pack or profile `silos`", "did you mean `silo`?"),
        ),
        (
            'extend-select = ["profile:kafak"]',
            (1, "there is no rule, pack or profile `profile:kafak`", "did you mean `profile:kafka`?"),
        ),
        ("ignore = [1]", (1, "1 in `ignore` is no text", 'write for example: ignore = ["media-break"]')),
        (
            '[severity]\nmedia-break = "eror"',
            (2, '"eror" is no severity', "did you mean `error`?"),
        ),
        ('[severity]\nsilo = "off"', (2, "there is no rule `silo`", "")),
        (
            'severity = "off"',
            (
                1,
                "severities stand in `severity` behind their rules",
                'write for example: severity = { media-break = "info", long-silence = "off" }',
            ),
        ),
        (
            'fail-level = "input"',
            (1, '"input" is no value for `fail-level`', "there are `error`, `warning` and `info`"),
        ),
        (
            "respect-gitignore = 1",
            (1, "`respect-gitignore` is true or false", "write for example: respect-gitignore = false"),
        ),
        (
            '[per-file."drafts/"]\nselct = ["silo"]',
            (2, "`selct` is nothing that can be configured for some files", "did you mean `select`?"),
        ),
        (
            '[per-file."drafts/".settings.decision-rank]\n"most peple" = 3',
            (2, "`decision-rank` has no threshold “most peple”", "did you mean `most people`?"),
        ),
        ('[per-file."!a/"]', (1, "“!a/” is for no file", "a pattern here says for which files it is")),
        ('[per-file."[z-a]"]', (1, "“[z-a]” is no pattern of files", "write it like a line of .gitignore")),
        (
            'exclude = ["drafts/", "!"]',
            (1, "“!” is no pattern of files", "write it like a line of .gitignore"),
        ),
        (
            'ignore = ["exception-expired"]',
            (
                1,
                "`exception-expired` cannot be switched off",
                "it watches over what is switched off in the journeys",
            ),
        ),
        (
            'ignore = ["exceptions"]',
            (
                1,
                "`exceptions` cannot be switched off",
                "it watches over what is switched off in the journeys",
            ),
        ),
        (
            'severity.exception-unused = "off"',
            (
                1,
                "`exception-unused` cannot be switched off",
                "it watches over what is switched off in the journeys",
            ),
        ),
        ('ignore = ["rule-crashed"]', (1, "there is no rule, pack or profile `rule-crashed`", "")),
        ("select = []", (1, "no rule is left that would be reported", "")),
        ('ignore = ["profile:strict"]', (1, "no rule is left that would be reported", "")),
    ],
)
def test_what_means_nothing_is_said_with_its_line_and_the_nearest_word(
    folder: Path, text: str, said: tuple[int, str, str]
) -> None:
    assert problems(folder, text) == [said]


def test_every_problem_of_a_file_is_told_in_one_run(folder: Path) -> None:
    assert len(problems(folder, 'profil = "kafka"\nrule = []\n[settings.no-such-rule]\nx = 1\n')) == 3


def test_what_cannot_differ_from_file_to_file_is_said(folder: Path) -> None:
    ((line, title, repair),) = problems(folder, '[per-file."x"]\nrules = ["ours"]')
    assert (line, title) == (2, "`rules` cannot differ from file to file")
    assert repair.startswith("there are `profile`, `select`,")


def test_our_table_in_a_shared_file_is_read_like_our_own_file(folder: Path) -> None:
    (folder / "pyproject.toml").write_text('[tool.journeyaudit]\nignore = ["x-y"]\n', "utf-8")
    outcome, sources = check_paths(["shop"])
    (finding,) = outcome.findings
    assert sources[finding.span.file].line_of(finding.span.start) == 2
    (folder / "pyproject.toml").write_text("[tool]\njourneyaudit = 3\n", "utf-8")
    (finding,) = check_paths(["shop"])[0].findings
    assert finding.title == "[tool.journeyaudit] is a table"


def test_a_broken_shared_file_counts_only_if_it_speaks_of_us(folder: Path) -> None:
    (folder / "pyproject.toml").write_text("[tool.ruff\n", "utf-8")
    assert check_paths(["shop"])[0].findings == ()
    (folder / "pyproject.toml").write_text("[tool.journeyaudit\n", "utf-8")
    assert [each.rule for each in check_paths(["shop"])[0].findings] == ["configuration"]


@pytest.mark.parametrize(("data", "said"), [(b"\xff", "it is not written in UTF-8"), (None, "no such file")])
def test_a_file_that_cannot_be_read_is_said(folder: Path, data: bytes | None, said: str) -> None:
    if data is not None:
        (folder / "mine.toml").write_bytes(data)
    (finding,) = check_paths(["shop"], Wishes(config=("mine.toml",)))[0].findings
    assert finding.title.startswith(f"the configuration “mine.toml” cannot be read: {said}")


def test_a_file_that_is_named_takes_the_place_of_the_nearest(folder: Path) -> None:
    (folder / "journeyaudit.toml").write_text("nonsense", "utf-8")
    (folder / "sub").mkdir()
    (folder / "sub" / "a=b.toml").write_text('profile = "kafka"\nrules = ["ours"]\n', "utf-8")
    configuration, findings = configuration_for(["shop"], Wishes(config=("sub/a=b.toml",)))
    assert findings == ()
    assert (configuration.profile, configuration.rules) == ("kafka", ("sub/ours",))


def test_a_named_shared_file_has_to_speak_of_us(folder: Path) -> None:
    (folder / "pyproject.toml").write_text("[tool.ruff]\n", "utf-8")
    (finding,) = check_paths(["shop"], Wishes(config=("pyproject.toml",)))[0].findings
    assert finding.title == "“pyproject.toml” has no table [tool.journeyaudit]"


@pytest.mark.parametrize(
    "wishes", [Wishes(config=("a.toml", "b.toml")), Wishes(config=("a.toml",), isolated=True)]
)
def test_two_files_and_a_file_for_the_isolated_contradict_each_other(folder: Path, wishes: Wishes) -> None:
    for name in ("a.toml", "b.toml"):
        (folder / name).write_text("", "utf-8")
    (finding,) = check_paths(["shop"], wishes)[0].findings
    assert finding.title.startswith("--config ")
    assert "contradicts" in finding.title


def test_later_places_count_and_tables_are_put_together(folder: Path) -> None:
    (folder / "journeyaudit.toml").write_text(
        'profile = "kafka"\nfail-level = "info"\nrules = ["a"]\nexclude = ["x"]\nextend-exclude = ["y"]\n',
        "utf-8",
    )
    wishes = Wishes(
        profile="strict",
        config=('profile = "start"', 'fail-level = "warning"', 'rules = ["b"]', 'extend-exclude = ["z"]'),
        exclude=("w",),
    )
    configuration, findings = configuration_for(["shop"], wishes)
    assert findings == ()
    assert configuration.profile == "strict"
    assert configuration.fail_level is Severity.WARNING
    assert configuration.rules == ("a", "b")
    assert [pattern for _, pattern in configuration.excluded] == ["w", "y", "z"]


@pytest.mark.parametrize(
    ("wishes", "said"),
    [
        (
            Wishes(config=('profil = "kafka"',)),
            ("--config", 1, 1, "`profil` is nothing that can be configured"),
        ),
        (
            Wishes(config=("fail-level = 'info'", "profile=kafka")),
            ("--config", 2, 9, "this is no TOML: Invalid value"),
        ),
        (Wishes(config=('severity."x" = "off"',)), ("--config", 1, 10, "there is no rule `x`")),
        (Wishes(select=("silo", "silos")), ("--select", 1, 6, "there is no rule, pack or profile `silos`")),
        (Wishes(ignore=("x",)), ("--ignore", 1, 1, "there is no rule, pack or profile `x`")),
        (Wishes(profile="kafak"), ("--profile", 1, 1, '"kafak" is no value for `profile`')),
    ],
)
def test_what_is_wrong_on_the_command_line_names_the_option_and_its_part(
    folder: Path, wishes: Wishes, said: tuple[str, int, int, str]
) -> None:
    outcome, sources = check_paths(["shop"], wishes)
    (finding,) = outcome.findings
    source = sources[finding.span.file]
    place = (source.line_of(finding.span.start), source.column_of(finding.span.start))
    assert (source.path, *place, finding.title) == said
    assert finding.severity is Severity.INPUT


def test_reports_and_the_baseline_are_seen_from_the_file(folder: Path) -> None:
    text = 'output-format = ["text", "json:out/report.json"]\nbaseline = "known.json"\n'
    (folder / "shop" / "journeyaudit.toml").write_text(text, "utf-8")
    configuration, _ = configuration_for(["shop"])
    assert [said for said, _ in configuration.output_formats] == ["text", "json:shop/out/report.json"]
    assert configuration.baseline == "shop/known.json"
    assert (Configuration().output_formats, Configuration().baseline) == ((), "")


# whole lines that mean something, in any order, and pieces of them
PIECES = st.sampled_from(
    [
        'profile = "kafka"', 'select = ["silo", "x"]', "[severity]", 'media-break = "off"', "[settings.decision-rank]",
        '"most people" = 3', '[per-file."a/"]', "ignore = []", "exclude = ['!', '[z-a]', 'a\\']", "[[rules]]",
        'rules = "x"', "=", "[", "]", '"""', "'", "\\", "{", "#", "é", "\x00", "\ud800".encode("utf-8", "replace").decode(),
        "a.b.c", "1e400", "[per-file]", '"" = {}', "per-file.'' = {}", 'output-format = ["nonsense:"]', "\r",
    ]
)  # fmt: skip
ANY_TEXT = st.lists(
    st.tuples(PIECES | st.text(max_size=8), st.sampled_from(["\n", "", " ", "\r\n"])), max_size=8
).map(lambda parts: "".join("".join(part) for part in parts))


@settings(max_examples=300, deadline=None)
@given(ANY_TEXT | TEXTS)
def test_no_text_raises_and_every_problem_has_a_line(text: str) -> None:
    with TemporaryDirectory() as name:
        file = Path(name, "journeyaudit.toml")
        file.write_bytes(text.encode("utf-8", "replace"))
        configuration, found = configuration_for([name])
        rules = rules_for(configuration)
        settings_text(configuration)
        for each in (*found, *rules.findings):
            assert each.severity is Severity.INPUT
            source = rules.sources[each.span.file]
            assert 1 <= source.line_of(each.span.start) <= source.line_count
            assert 0 <= each.span.start <= each.span.end <= len(source.plain)
        assert bool(rules.terms_for(f"{name}/a/b.journey").profile)


def test_a_threshold_is_used(folder: Path) -> None:
    assert problems(folder, '[settings.decision-rank]\n"most people" = 3') == []


def test_who_is_isolated_sees_no_configuration(folder: Path) -> None:
    (folder / "journeyaudit.toml").write_text("nonsense", "utf-8")
    assert [each.rule for each in check_paths(["shop"])[0].findings] == ["configuration"]
    assert check_paths(["shop"], Wishes(isolated=True))[0].findings == ()


def test_a_missing_folder_of_rules_is_trouble(folder: Path) -> None:
    (folder / "journeyaudit.toml").write_text('rules = ["ours"]', "utf-8")
    (finding,) = check_paths(["shop"])[0].findings
    assert (finding.severity, finding.title) == (
        Severity.INPUT,
        "the rules in “ours” cannot be read: No such file or directory",
    )


def test_a_new_rule_touches_one_file(folder: Path) -> None:
    (folder / "journeyaudit.toml").write_text('rules = ["ours"]', "utf-8")
    page = "# Mute step\nDoes a step say nothing?\n\n```rule\nseverity: error\nfor each step\n"
    page += "the step must have a wording\nsay: {step} says nothing\n```\n"
    (folder / "ours" / "our-pack").mkdir(parents=True)
    assert [each.title for each in check_paths(["shop"])[0].findings] == ["there is no rule in “ours”"]
    (folder / "ours" / "our-pack" / "mute-step.md").write_text(page, "utf-8")
    (finding,) = check_paths(["shop"])[0].findings
    assert (finding.rule, finding.severity, finding.title) == (
        "mute-step",
        Severity.ERROR,
        "“Pay” says nothing",
    )


def test_a_rule_that_explains_nothing_there_is_trouble_with_its_place(folder: Path) -> None:
    (folder / "journeyaudit.toml").write_text('rules = ["ours"]', "utf-8")
    (folder / "ours").mkdir()
    page = "# Mute\nIs it mute?\n\n```rule\nseverity: error\nexplains: ded-end, mute\nfor each end\nsay: x\n```\n"
    (folder / "ours" / "mute.md").write_text(page, "utf-8")
    outcome, sources = check_paths(["shop"])
    problems = [each for each in outcome.findings if each.rule == "rule-page"]
    assert [(each.title, each.help) for each in problems] == [
        ("`mute` explains `ded-end`, and there is no such rule", "did you mean `dead-end`?"),
        ("`mute` cannot explain itself", ""),
    ]
    said = [sources[each.span.file].raw[each.span.start : each.span.end] for each in problems]
    assert said == ["ded-end", "mute"]


def test_a_folder_of_rules_without_a_rule_is_trouble(folder: Path) -> None:
    (folder / "journeyaudit.toml").write_text('rules = ["ours"]', "utf-8")
    (folder / "ours").mkdir()
    (folder / "ours" / "mute.txt").write_text("# Mute", "utf-8")
    (finding,) = check_paths(["shop"])[0].findings
    assert (finding.severity, finding.title) == (Severity.INPUT, "there is no rule in “ours”")
