"""The table of options -> the table in docs/configuration.md."""

from __future__ import annotations

from journeyaudit.project.options import OPTIONS, Option

START, END = (
    "<!-- options: made from the table in journeyaudit/project/options.py -->",
    "<!-- end of options -->",
)


def with_options(page: str) -> str:
    """The page with the table between its markers made anew."""
    before, _, rest = page.partition(START)
    after = rest.partition(END)[2]
    return f"{before}{START}\n{options_table()}{END}{after}"


def options_table() -> str:
    """One row for each option, in Markdown."""
    rows = ("| key | value | without it | meaning | example |", "|---|---|---|---|---|")
    return "\n".join((*rows, *(_row(each) for each in OPTIONS), ""))


def _row(option: Option) -> str:
    value = ", ".join(f"`{each}`" for each in option.choices) if option.choices else option.sort.value
    if option.choices and "table" in option.sort.value:
        value = f"{option.sort.value}: {value}"
    default = f"`{option.default}`" if option.default else "-"
    return f"| `{option.name}` | {value} | {default} | {option.meaning} | `{option.example}` |"
