"""An order for a check -> reports in the formats asked for, and the exit code of the worst finding."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from journeyaudit.cli import known, screen
from journeyaudit.cli.exits import BROKEN, Trouble, exit_code
from journeyaudit.cli.formats import FOR_PEOPLE, Job, made
from journeyaudit.cli.running import changes, run, run_text
from journeyaudit.cli.targets import Target, configured_targets, on_screen
from journeyaudit.project.configuration import configuration_for
from journeyaudit.project.wishes import Wishes
from journeyaudit.reports.columns import shown
from journeyaudit.reports.style import Style
from journeyaudit.rulebook.outcome import Outcome
from journeyaudit.source import SourceText
from journeyaudit.source.record import record, with_other


@record
class Order:
    """What the command line asks for; docs/commands.md says what each option means.

    ``paths`` () is everything below this folder, ``targets`` () is as configured. ``jobs`` 0 is as many
    processes as are worth it.
    """

    paths: tuple[str, ...]
    wishes: Wishes
    targets: tuple[Target, ...] = ()
    colour: str = "auto"
    exit_zero: bool = False
    statistics: bool = False
    cached: bool = True
    jobs: int = 0
    watch: bool = False
    allows_new: bool = False
    stdin_filename: str = ""

    @property
    def places(self) -> tuple[str, ...]:
        return (self.stdin_filename,) if self.stdin_filename else self.paths or (".",)


def carried_out(order: Order) -> int:
    """The exit code, when everything is written."""
    read = configuration_for(order.places, order.wishes)
    configuration, wishes = read[0], with_other(order.wishes, configuration=read)
    targets = order.targets or configured_targets(configuration) or (Target("text"),)
    shown_ones = on_screen(targets)
    forms = [target.form for target in targets]

    def once() -> tuple[Outcome, Mapping[str, SourceText]]:
        return run(order.places, wishes, configuration, forms, cached=order.cached, jobs=order.jobs)

    name = order.stdin_filename
    outcome, sources = run_text(name, wishes) if name else once()
    if wishes.writes_baseline:
        outcome = known.write_baseline(outcome, sources, configuration, wishes, may_grow=order.allows_new)
    code = exit_code(outcome, exit_zero=order.exit_zero)
    job = Job(outcome, sources, configuration.rules, code, order.statistics)
    _report(targets, job, order.colour)
    _say_what_is_missing(outcome, order.paths, shown_ones)
    for _ in changes(order.places, configuration, wishes) if order.watch else ():
        screen.clear()
        outcome, sources = once()
        _report(targets, with_other(job, outcome=outcome, sources=sources), order.colour)
    return code


def _report(targets: Iterable[Target], job: Job, colour: str) -> None:
    for target in targets:
        _report_to(target, job, screen.style(colour))


def _report_to(target: Target, job: Job, style: Style) -> None:
    if target.file:
        from journeyaudit.cli.writing import write_new

        write_new(Path(target.file), _bytes(made(target.form, job)), job.sources)
    elif target.form in FOR_PEOPLE:
        screen.write(made(target.form, job, style, screen.width()))
    else:
        screen.write_bytes(_bytes(made(target.form, job)))
    if target.form == "github":
        _add_to_job_summary(job)


def _bytes(text: str) -> bytes:
    return text.encode("utf-8", "backslashreplace")


def _add_to_job_summary(job: Job) -> None:
    """GitHub names a file for what is to be shown on the page of the run; elsewhere there is none."""
    name = os.environ.get("GITHUB_STEP_SUMMARY")
    if not name:
        return
    from journeyaudit.reports.github import github_summary

    try:
        with Path(name).open("ab") as stream:
            stream.write(_bytes(github_summary(job.outcome, job.sources, root=str(Path.cwd()))))
    except OSError as error:
        raise Trouble(
            f"cannot write the job summary {name}: {(error.strerror or str(error)).lower()}"
        ) from error


def _say_what_is_missing(outcome: Outcome, paths: Sequence[str], shown_ones: Sequence[Target]) -> None:
    """Nothing to check is trouble, and a run whose reports go to files says so all the same."""
    if outcome.excluded and not outcome.files and not outcome.findings:
        what = "all files that were named are excluded (--show-settings)"
        screen.write(f"journeyaudit: nothing was checked: {what}\n", to_stderr=True)
    elif exit_code(outcome) == BROKEN and not outcome.findings:
        where = shown(", ".join(paths)) or "this folder"
        what = "no journey is described" if outcome.files else "there is no .journey file"
        screen.write(f"journeyaudit: nothing was checked: {what} in {where}\n", to_stderr=True)
    elif not shown_ones:
        from journeyaudit.reports.summary import summary_line

        screen.write(summary_line(outcome) + "\n", to_stderr=True)
