"""What the text says about the journey and its places, as attributes."""

# ruff: noqa: E501 - tables have one entry per line

from __future__ import annotations

from typing import TYPE_CHECKING

from journeyaudit.model.flow import NodeKind, Outcome
from journeyaudit.model.journey import Status
from journeyaudit.rulebook.coverage import mistake_coverage
from journeyaudit.rulebook.language.facts import counted, reading_of, stated
from journeyaudit.rulebook.language.thing import Thing
from journeyaudit.rulebook.language.things import PLACES, THINGS
from journeyaudit.rulebook.language.values import NONE, Reading, Sort
from journeyaudit.rulebook.language.vocabulary import Attribute, ReadFact

if TYPE_CHECKING:
    from journeyaudit.rulebook.language.look import Look


def _name(look: Look, thing: Thing) -> Reading:
    del look
    return Reading(thing.name)


def _coverage(look: Look, thing: Thing) -> Reading:
    """docs/meaning.md, section 8, as a percentage."""
    del thing
    share = mistake_coverage(look.journey)
    return NONE if share is None else Reading(100 * share)


def _department(where: int) -> ReadFact:
    def read(look: Look, thing: Thing) -> Reading:
        keys = thing.it[0].by if where == 0 else (thing.it[1],)
        for person in look.actors(keys):
            department = getattr(person.it, "department", "")
            if department:
                return Reading(department)
        holder = look.actors(keys)[0] if keys else thing
        return Reading(missing=(holder.lacks("department" if keys else "by"),))

    return read


def _ways_on(look: Look, thing: Thing) -> Reading:
    assert thing.node is not None
    return Reading(float(len(look.graph.successors[thing.node])))


def _rounds(look: Look, thing: Thing) -> Reading:
    nodes = [look.journey.nodes[number] for number in thing.it]
    limits = [node.times for node in nodes if node.kind is NodeKind.LOOP]
    stated_limits = [limit for limit in limits if limit is not None]
    return reading_of(min(stated_limits, default=None), thing, "at most")


_TEXT, _TIME, _NUMBER, _MONEY, _WORDS = Sort.TEXT, Sort.TIME, Sort.NUMBER, Sort.MONEY, Sort.WORDS
_STATES = tuple(status.value for status in Status)
_OUTCOMES = tuple(outcome.value for outcome in Outcome)
_NOTED = (*PLACES, "journey", "mistake", "remedy", "actor", "channel", "story")
_PAID = (*PLACES, "remedy", "interrupt")

ATTRIBUTES: tuple[Attribute, ...] = (
    Attribute("name", tuple(kind.word for kind in THINGS), _TEXT, "What it is called.", _name),
    Attribute("notes", _NOTED, _WORDS, "`note`.", stated("notes", "note")),
    Attribute("sources", ("journey", "practice", "story"), _WORDS, "`source`.", stated("sources", "source")),
    # journeys
    Attribute("status", ("journey",), _TEXT, "`status`: as-is or to-be.", stated("status", "status"), options=_STATES),
    Attribute("goal", ("journey",), _TEXT, "`goal`.", stated("goal", "goal")),
    Attribute("promise", ("journey",), _TEXT, "`promise`.", stated("promise", "promise")),
    Attribute("promised time", ("journey",), _TIME, "`promised within`.", stated("promised_within", "promised within")),
    Attribute("trigger", ("journey",), _TEXT, "`starts when`.", stated("starts_when", "starts when")),
    Attribute("owner", ("journey", "practice", "exception", "feedback point"), _TEXT, "`owner`.", stated("owner", "owner")),
    Attribute("named contact", ("journey",), _TEXT, "`named contact`.", stated("named_contact", "named contact")),
    Attribute("evidence", ("journey",), _WORDS, "`evidence`.", stated("evidence", "evidence")),
    Attribute("version", ("journey",), _TEXT, "`version`.", stated("version", "version")),
    Attribute("last review", ("journey", "practice"), Sort.DATE, "`reviewed`.", stated("reviewed", "reviewed")),
    Attribute("tags", ("journey",), _WORDS, "`tags`.", stated("tags", "tags")),
    Attribute("law", ("journey",), _TEXT, "`law`.", stated("law", "law")),
    Attribute("value", ("journey",), _MONEY, "`value`.", stated("value", "value")),
    Attribute("mistake coverage", ("journey",), Sort.PERCENT, "The share of places that matter with a thought-through mistake (docs/meaning.md, section 8).", _coverage, stated=False),
    # places
    Attribute("outcome", ("end", "place"), _TEXT, "good, bad, abandoned or neutral.", stated("outcome", "outcome"), options=_OUTCOMES),
    Attribute("duration", PLACES, _TIME, "`takes`; of a wait how long it lasts.", stated("takes", "takes")),
    Attribute("waiting time", PLACES, _TIME, "`waiting time`.", stated("waits", "waiting time")),
    Attribute("customer effort", _PAID, _TIME, "`customer effort`.", stated("effort", "customer effort")),
    Attribute("customer cost", _PAID, _MONEY, "`costs customer`.", stated("customer_cost", "costs customer")),
    Attribute("cost", (*PLACES, "remedy"), _MONEY, "`cost`: what it costs the organisation.", stated("cost", "cost")),
    Attribute("frustration", (*PLACES, "remedy"), _NUMBER, "`frustration`, from 0 to 5.", stated("frustration", "frustration")),
    Attribute("criterion", PLACES, _TEXT, "`criterion`.", stated("criterion", "criterion")),
    Attribute("needed data", PLACES, _TEXT, "`needs data`.", stated("needs_data", "needs data")),
    Attribute("created data", PLACES, _TEXT, "`creates data`.", stated("creates_data", "creates data")),
    Attribute("copy keepers", PLACES, _WORDS, "`copies to`.", stated("copies_to", "copies to")),
    Attribute("wording", (*PLACES, "message"), _TEXT, "`says`: what the customer is told.", stated("says", "says")),
    Attribute("media breaks", (*PLACES, "remedy"), _WORDS, "`media break`.", stated("media_breaks", "media break")),
    Attribute("phases", PLACES, _WORDS, "The phases around it, outermost first.", stated("phases", "phase")),
    Attribute("used journey", PLACES, _TEXT, "The journey that `use` runs here.", stated("calls", "use")),
    Attribute("reason why no mistake is possible", (*PLACES, "message"), _TEXT, "`no mistake possible`.", stated("no_mistake_possible", "no mistake possible")),
    Attribute("number of ways on", PLACES, _NUMBER, "How many moves lead on from here.", _ways_on, stated=False),
    # what stands at places
    Attribute("content", ("message",), _TEXT, "`shows`.", stated("shows", "shows")),
    Attribute("time limit", ("escalation",), _TIME, "`within`.", stated("within", "within")),
    Attribute("giving department", ("hand-over",), _TEXT, "`department` of who hands over.", _department(0)),
    Attribute("receiving department", ("hand-over",), _TEXT, "`department` of who gets the case.", _department(1)),
    Attribute("main flow", ("interrupt",), _TEXT, "`main flow`: continues, pauses, stops.", stated("main_flow", "main flow"), options=("continues", "pauses", "stops")),
    Attribute("limit of rounds", ("loop",), _NUMBER, "`at most` of the `repeat` that makes it.", _rounds),
    Attribute("number of places behind", ("unreachable part",), _NUMBER, "How many more places hang behind it.", lambda _, thing: Reading(float(thing.it.behind)), stated=False),
    # voices
    Attribute("conditions", ("practice",), _WORDS, "`conditions`: the first answer.", stated("conditions", "conditions")),
    Attribute("other causes", ("practice",), _WORDS, "`also helped`: the second answer.", stated("also_helped", "also helped")),
    Attribute("fit", ("practice",), _WORDS, "`fits`: the third answer.", stated("fits", "fits")),
    Attribute("hindrances", ("practice",), _WORDS, "`hindered so far`: the fourth answer.", stated("hindered", "hindered so far")),
    Attribute("next review", ("practice",), Sort.DATE, "`next review`.", stated("next_review", "next review")),
    Attribute("number of conditions", ("practice",), _NUMBER, "How many conditions are written down.", counted("conditions"), stated=False),
    Attribute("expected result", ("story",), _TEXT, "`must be`: corrected, compensated or answered.", stated("must_be", "must be")),
    Attribute("contact limit", ("story",), _NUMBER, "`contacts at most`.", stated("contacts_at_most", "contacts at most")),
    Attribute("cost limit", ("story",), _MONEY, "`costs at most`.", stated("costs_at_most", "costs at most")),
    Attribute("reason", ("exception",), _TEXT, "`reason`.", stated("reason", "reason")),
    Attribute("expiry", ("exception",), Sort.DATE, "`expires`.", stated("expires", "expires")),
    Attribute("answer time", ("feedback point",), _TIME, "`answers within`.", stated("answers_within", "answers within")),
    Attribute("time to hear back", ("feedback point",), _TIME, "`heard back within`.", stated("heard_back_within", "heard back within")),
    Attribute("possible changes", ("feedback point",), _TEXT, "`changes`: what can be changed because of it.", stated("changes", "changes")),
)  # fmt: skip
