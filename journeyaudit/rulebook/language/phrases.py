"""The phrases of the rule language, each with its exact meaning: the text of its reference."""

# ruff: noqa: E501 - tables have one entry per line

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Phrase:
    """How it is written, what it means, as a formula, and when the answer is unknown."""

    write: str
    meaning: str
    formula: str = ""
    unknown: str = ""


INTRODUCTION = """\
# The rule language

A rule asks every journey one question, in sentences that can be read aloud and that have an exact meaning. The
sentences stand in the page of the rule between ```` ```rule ```` and ```` ``` ````. How to write such a page is told in
[own-rules.md](own-rules.md); this page is for looking words up. It is made from the tables that the rulebook itself
uses, so what stands here is what is understood.

```rule
severity: error
setting long wait: 2 working days
for each mistake
  where the value of the mistake is more than 50 EUR
for each remedy of the mistake
every decider of the remedy must be human
the decision time of some decider of the remedy must be at most the long wait
say: nobody human decides {remedy} within {long wait}
hint: name a role with `kind: human` and `decides within`
```

The same in other words: look at each mistake that is worth more than 50 EUR, and there at each remedy. Whoever decides
it has to be human, and one of them has to decide within two working days. Where one of the two is not so, that is a
finding, at the line where the remedy begins; `say` is its headline and `hint` what to do.

- `for each` names what the rule looks at; each such thing gets at most one finding, at the line where it begins.
  `where` and the lines with `and` or `or` below it choose among them. Several `for each` are nested, outermost first;
  every later one says of what: `for each remedy of the mistake`.
- The sentences below say what **must** be; all of them must hold. A rule with no such sentence finds everything
  it looks at. A sentence about paths without `for each` is found at the places where it fails.
- `the mistake` is what `for each mistake` or `there is a mistake where ...` named; `it` is what was named last; `the
  journey` is always there.
- `the value of the mistake` is a fact: there is one, or none. Where there may be several, say which: `some actor of the
  step`, `every actor of the step`, `no actor of the step`. Chains are fine: `the department of some actor of the place
  of the mistake`.
- Capitals do not matter. A line that begins with `#` is a comment. A text (`say`, `hint`) and a condition with an open
  bracket go on in deeper lines; `say when ...:` has its colon in the same line.

## Yes, no, unknown

What the text does not state is **unknown**, not assumed. A thing about which a rule cannot be decided is *not
assessable*: no finding and no pass; the missing facts are named.

- `not` unknown is unknown. `and` is no as soon as one part is no, `or` is yes as soon as one part is yes.
- `some`, `there is`, `at least`: yes as soon as enough things are sure, no only if not even the doubtful ones would do.
- A list of blocks (steps, mistakes, remedies ...) is closed: what is not written is not there. Facts that name others
  are closed or open as the tables below say; an open one that is not stated is unknown.
- `has` and `has no` ask what the text says, so they are never unknown (`the journey has no owner`), unless some line of
  the journey could not be read. For what the verdicts found out they ask for the figure, and then they can be
  unknown.
- A time from 1 to 3 days counts with its longest, unless one says `the shortest ...` or `the earliest ...`.
- Working days against plain time are unknown where it depends on the weekday, two currencies always.
- The time of ways through the flow adds up `waiting time` and `takes`; opening hours do not count there.
"""

LINES: tuple[Phrase, ...] = (
    Phrase("severity: error", "error, warning or info; required."),
    Phrase(
        'severity: warning when the verdict of the mistake is "luck"',
        "Several are tried in their order; the first whose condition holds counts.",
    ),
    Phrase(
        "profile: strict",
        "The first profile in which the rule counts: start, kafka, service or strict; service if it is not written.",
    ),
    Phrase("applies to: as-is", "Only journeys with this `status`; unknown if the journey has none."),
    Phrase(
        "explains: no-human-correction, dead-end",
        "A finding of this rule is shown as evidence below one of those.",
    ),
    Phrase("not ignorable", "`ignore` does not accept it."),
    Phrase("because: ...", "Where the rule comes from."),
    Phrase(
        "setting long wait: 10 min",
        "A threshold with a name and a default, which a configuration may change. Write `the long wait`.",
    ),
    Phrase(
        'call a step "rescue" when ...',
        'A name for a notion: `the step is a "rescue"`, `a "rescue" never happens`.',
    ),
    Phrase("for each bad end", "What the rule looks at."),
    Phrase("where ..., and ..., or ...", "Which of them; all lines with `and`, or all with `or`."),
    Phrase(
        "there must be a remedy of the mistake where ...",
        "Also `no`, `at least 2`, `at most 2`, `exactly 2`, `more than 2`, `fewer than 2`.",
    ),
    Phrase(
        "the mistake must have an owner",
        "Every condition can be put with `must`: must be, must not be, must have, must mention, must match.",
    ),
    Phrase("it must hold that ...", "Any condition."),
    Phrase(
        "say: ...",
        "The headline; required. `{mistake}` is its name, `{window of the remedy}` a fact, `{actors of the step}` names, `{long wait}` a setting. A fact alone is one of the thing named last.",
    ),
    Phrase("say when ...: ...", "Several are tried in their order."),
    Phrase("hint: ...", "What to do; also `hint when ...: ...`."),
    Phrase("show: story, cut-offs", "What a finding carries besides: see below."),
)

CONDITIONS: tuple[Phrase, ...] = (
    Phrase(
        "the step is irreversible",
        "An adjective of the tables below; `is not` for the opposite.",
        "",
        "the fact behind it is not stated",
    ),
    Phrase("the place is a bad end", "Of this kind, with these adjectives."),
    Phrase('the step is a "rescue"', "What `call` has defined."),
    Phrase(
        'the kind of the channel is "phone"',
        "A text is exactly this; capitals do not matter. Of several texts: one of them is.",
        "",
        "not stated",
    ),
    Phrase('the kind of the channel is one of "phone", "chat"', "One of these.", "", "not stated"),
    Phrase(
        'the wording of the message mentions "refund", "money"',
        "One of these stands in it.",
        "",
        "not stated",
    ),
    Phrase('the name of the step matches "^Send"', "A regular expression.", "", "not stated"),
    Phrase(
        "the authority of the actor is at least 6",
        "at least, at most, exactly, more than, less than; longer, shorter, later, earlier, older, younger, fewer than; `is within 2 days` is at most.",
        "",
        "not stated",
    ),
    Phrase(
        "the window of the remedy is longer than 2 times the time to notice of the mistake",
        "A multiple of a fact; also a setting or a fact alone.",
        "",
        "one of the two is not stated",
    ),
    Phrase(
        "the last review of the practice is older than 1 year",
        "A date against today; also `is in the past`, `is in the future`.",
        "",
        "not stated",
    ),
    Phrase(
        "the department of the actor is the department of some receiver of the step",
        "The same value; of things: the same thing.",
        "",
        "one of the two is not stated",
    ),
    Phrase(
        "the value of the mistake is known", "The text says it, or says that there is none. Never unknown."
    ),
    Phrase("the journey has an owner", "The text says one; `has no owner`: it says none."),
    Phrase("the step has at least 2 human actors", "So many parts of it, also `has no messages`."),
    Phrase(
        "some actor of the step is human",
        "At least one; `every` (also true of none), `no`.",
        "",
        "it depends on things that are unknown",
    ),
    Phrase(
        "there is a message where (the message is visible and ...)",
        "At least one; `there is no`, `there are at least 2`. Its `where` goes to the end of the line or bracket.",
        "",
        "it depends on things that are unknown",
    ),
    Phrase(
        "the step can reach a good end",
        "Some way leads there, through interrupts too; `cannot reach`.",
        "EF good end",
        "see paths",
    ),
    Phrase("either (A or B), both (A and B), not A, (A)", "Brackets wherever `and` meets `or`."),
)

PATHS: tuple[Phrase, ...] = (
    Phrase(
        "X never happens",
        "No way from the start comes to X.",
        "AG not X",
        "it depends on places about which facts are missing; so for all of these",
    ),
    Phrase("X never happens until Z", "No way comes to X before Z.", "not X weak-until Z"),
    Phrase("X happens only after Y", "Every way to X passes Y first, or at X itself.", "not X weak-until Y"),
    Phrase(
        "after X, Y follows",
        "Behind X every way comes to Y, whoever decides; what may go round for ever does, except a `repeat` with `at most`. Of parallel branches one is enough. Interrupts are not taken.",
        "AG(X -> AX AF Y)",
    ),
    Phrase("after X, Y is possible", "From X some way leads to Y.", "AG(X -> EF Y)"),
    Phrase(
        "after X, Y stays possible",
        "From X on, wherever one gets, some way still leads to Y, until Y happens.",
        "AG(X -> A[EF Y weak-until Y])",
    ),
    Phrase(
        "after X, Y stays possible until Z",
        "The same, only before Z.",
        "AG(X -> A[EF Y weak-until (Y or Z)])",
    ),
    Phrase(
        "every path from A to B passes C",
        "No way from A to B leaves C out; C may be A or B.",
        "AG(A -> not E[not C until (B and not C)])",
    ),
    Phrase("A cannot reach B", "No way leads from A to B.", "AG(A -> not EF B)"),
    Phrase(
        "A cannot reach B without C",
        "The same as every path from A to B passes C.",
        "AG(A -> not E[not C until (B and not C)])",
    ),
    Phrase("A can reach B", "From every A some way leads to B.", "AG(A -> EF B)"),
    Phrase(
        "nobody goes the same way again without C", "Every circle passes C.", "not EF EG not C, over moves"
    ),
    Phrase(
        "nobody goes the same way again without getting closer",
        "On every circle a human acts, data are created, a mistake is put right, or a `repeat` is limited by `at most`.",
        "the same, with this C",
    ),
    Phrase(
        "... by a human who may",
        "Y counts only where a human does it who has some right (`may`).",
        "Y and human and empowered",
        "`by`, `kind` or `may` is not stated",
    ),
    Phrase(
        "... within 2 days",
        "The quickest way to Y takes at most so long (`follows`: the slowest), counted from the end of the place where one is to the beginning of Y.",
        "EF, AF with a clock",
        "`takes` of places on the way is not stated",
    ),
    Phrase(
        "... in at most 2 contacts",
        "Some way to Y passes at most so many places with a channel (`on`), Y included.",
    ),
    Phrase(
        'X, Y ...: the start, the step, the place of the mistake, a bad end, any human step, a "rescue", a step where (...), anything',
        "Places. A thing counts as the place where it stands; an interrupt as its first place; a loop and a trap as all their places. After an interrupt one is again where one was; who begins in it may have come from every place where it can begin.",
    ),
)
