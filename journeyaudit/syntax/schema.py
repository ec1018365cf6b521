"""The vocabulary of the language in one table: which fact may stand in which block, and its type.

Everything that knows a word of the language reads it here: the terminals of the grammar, the checks
of blocks and facts, completion of misspelt words, and the language reference in ``docs/``.
"""

from __future__ import annotations

from enum import StrEnum

from journeyaudit.source.record import record
from journeyaudit.syntax.word_lists import (
    ACTOR_KIND,
    CASE_RESULT,
    CHANNEL_KIND,
    MAIN_FLOW,
    PICK,
    REMEDY_KIND,
    STATUS,
    YES_NO,
    WordList,
)


class Shape(StrEnum):
    """What kind of value a key announces; the grammar has one rule for each."""

    TEXT = "text"
    NAME = "name"
    NAMES = "names"
    WORD = "word"
    DURATION = "duration"
    MOMENT = "moment"
    MONEY = "money"
    MONIES = "monies"
    NUMBER = "number"
    DATE = "date"
    HOURS = "hours"
    FLAG = "flag"


@record
class Key:
    """A fact that may stand in some blocks.

    ``de`` lists the German spellings, the first one canonical. ``many`` allows it more than once in a
    block. ``words`` is the closed list of a ``Shape.WORD``. ``doc`` is one sentence for designers.
    """

    en: str
    de: tuple[str, ...]
    shape: Shape
    blocks: tuple[str, ...]
    doc: str
    many: bool = False
    words: tuple[tuple[str, WordList], ...] = ()
    """For words whose list depends on the block: (block, list) pairs; ("", list) is any block."""
    also: tuple[str, ...] = ()
    """Other English spellings that are understood and rewritten by ``fmt``."""
    since: str = "0.1"
    lengths_in: tuple[str, ...] = ()
    """Blocks in which a ``Shape.MOMENT`` is a length of time and names no step."""

    def shape_in(self, block: str) -> Shape:
        """The type of value in a block of this kind, as the user is told it."""
        return Shape.DURATION if block in self.lengths_in else self.shape


@record
class BlockType:
    """A header word. ``inside`` lists the blocks it may stand in ("" is the top of a file).

    ``head`` says what follows the word: ``name`` (required), ``name?``, ``condition``, ``condition?``,
    ``loop`` (`until`, `while` or `for each` and a condition), ``share?`` (`(30 %)`), ``duration``,
    ``ending`` (an outcome, a colon and a name), ``target``, ``rights``, ``path`` or ``nothing``.
    """

    en: str
    de: tuple[str, ...]
    head: str
    inside: tuple[str, ...]
    doc: str
    also: tuple[str, ...] = ()
    since: str = "0.1"


FLOW = (
    "journey", "phase", "when", "otherwise", "after", "branch", "repeat", "interrupt",
    "if later than", "if it fails",
)  # fmt: skip
"""Blocks whose body is a stretch of flow: lines in the order in which things happen."""
PLACES = ("step", "choice", "wait for")
"""Where mistakes, appeals and messages can stand."""

BLOCKS: tuple[BlockType, ...] = (
    BlockType("import", ("importiere", "lies"), "path", ("",), "Reads people, channels and journeys of another file."),
    BlockType("actor", ("beteiligte", "beteiligter", "beteiligtes"), "name", ("",), "Somebody or something that acts: a customer, a role, a system, a partner."),
    BlockType("channel", ("kanal",), "name", ("",), "A way to get in touch: a hotline, a mailbox, a counter."),
    BlockType("hours", ("zeiten",), "name", ("",), "Opening hours with a name, for several actors or channels."),
    BlockType("journey", ("vorgang", "reise"), "name", ("",), "One service as a customer lives it, from start to end."),
    BlockType("may", ("darf",), "rights", ("actor",), "What this role is allowed to decide, as words of your own: change, cancel, hold, refund. `may nothing` says: nothing."),
    BlockType("step", ("schritt",), "name", FLOW, "Something somebody does."),
    BlockType("phase", ("phase",), "name", ("journey", "phase"), "A named stretch of the journey."),
    BlockType("choice", ("entscheidung", "wahl"), "name", FLOW, "The journey forks: exactly one branch is taken, unless `pick` says otherwise."),
    BlockType("when", ("wenn",), "condition", ("choice", "wait for", "use"), "A branch and its condition, optionally with its share: `when yes (30 %)`."),
    BlockType("otherwise", ("sonst",), "share?", ("choice", "wait for", "use"), "The branch for all other cases."),
    BlockType("after", ("nach",), "duration", ("wait for",), "What happens when nothing came for so long."),
    BlockType("in parallel", ("gleichzeitig",), "nothing", FLOW, "All branches run at the same time; the journey goes on when all are done."),
    BlockType("branch", ("zweig",), "name?", ("in parallel",), "One of the parallel branches."),
    BlockType("repeat", ("wiederhole",), "loop", FLOW, "`repeat until ...`, `repeat while ...`, `repeat for each ...`."),
    BlockType("wait", ("warte",), "duration", FLOW, "Time passes: `wait 2 days`."),
    BlockType("wait for", ("warte auf",), "condition?", FLOW, "The journey stands still until something happens."),
    BlockType("if later than", ("wenn später als",), "duration", ("step", "choice", "wait for"), "What happens when this takes longer."),
    BlockType("if it fails", ("wenn es scheitert",), "nothing", ("step",), "What happens when this does not work."),
    BlockType("go to", ("weiter bei",), "target", FLOW, "The journey goes on at the named step."),
    BlockType("end", ("ende",), "ending", FLOW, "`end good: ...`, `end bad: ...`, `end abandoned: ...`, `end neutral: ...`."),
    BlockType("interrupt", ("unterbrechung",), "name", ("journey", "phase"), "What the customer may start at any time within a stretch of the journey."),
    BlockType("use", ("nutze",), "name", FLOW, "Runs another journey here; `when` names its ends."),
    BlockType("flow", ("ablauf",), "nothing", ("journey",), "Wiring written as arrows: `A -> B`."),
    BlockType("mistake", ("fehler",), "name", (*PLACES, "journey"), "Something that can go wrong here."),
    BlockType("remedy", ("abhilfe",), "name", ("mistake",), "A way to put the mistake right, or to soften it."),
    BlockType("appeal", ("widerspruch", "einspruch"), "name", (*PLACES, "journey"), "A way to contest a decision."),
    BlockType("escalation", ("eskalation",), "name", (*PLACES, "if later than", "if it fails", "mistake"), "Passing the case to somebody who may decide more."),
    BlockType("notification", ("mitteilung",), "name", (*PLACES, *FLOW), "A message that is sent."),
    BlockType("ignore", ("dulde",), "name", ("journey", "step", "choice", "wait for", "mistake", "remedy", "end", "interrupt", "appeal"), "Accepts a finding, with a reason, an owner and an expiry date."),
    BlockType("story", ("fallgeschichte",), "name", ("journey",), "A real customer's case that the journey must pass."),
    BlockType("practice", ("praxis",), "name", ("journey",), "A best practice borrowed from elsewhere, with the four answers."),
    BlockType("feedback point", ("rückmeldestelle",), "name", ("journey", *PLACES), "Where customers are heard, and who can change something because of it."),
)  # fmt: skip

_T, _N, _NS, _W, _D, _M = Shape.TEXT, Shape.NAME, Shape.NAMES, Shape.WORD, Shape.DURATION, Shape.MOMENT
_MO, _MS, _NU, _DA, _H, _F = (
    Shape.MONEY, Shape.MONIES, Shape.NUMBER, Shape.DATE, Shape.HOURS, Shape.FLAG,
)  # fmt: skip
ANY = tuple(block.en for block in BLOCKS if block.head not in ("path", "target", "nothing"))


def _yes_no(*blocks: str) -> tuple[tuple[str, WordList], ...]:
    return tuple((block, YES_NO) for block in blocks) or (("", YES_NO),)


KEYS: tuple[Key, ...] = (
    # who and what
    Key("kind", ("art",), _W, ("actor", "channel", "remedy"), "What sort it is.", words=(("actor", ACTOR_KIND), ("channel", CHANNEL_KIND), ("remedy", REMEDY_KIND))),
    Key("department", ("abteilung",), _T, ("actor",), "The part of the organisation this role belongs to."),
    Key("authority", ("befugnis",), _NU, ("actor",), "From 1 to 10: how much this role may decide."),
    Key("goodwill", ("kulanz",), _MS, ("actor",), "What this role may give away: `20 EUR per case, 400 EUR per month`."),
    Key("decides within", ("entscheidet in", "entscheidet innerhalb"), _D, ("actor",), "How long a decision takes once this role has heard the case."),
    Key("reachable on", ("erreichbar über",), _NS, ("actor",), "The channels on which a customer gets to this role."),
    Key("escalates to", ("eskaliert an",), _NS, ("actor",), "Whom this role passes a case to that it may not decide."),
    Key("deputy", ("vertretung",), _NS, ("actor",), "Who decides when this role is away."),
    Key("tools", ("werkzeuge",), _NS, ("actor",), "What the software lets this role do, in the words of `may`: see, change, refund."),
    Key("contact", ("kontakt",), _T, ("actor", "channel"), "A name and a number or address."),
    Key("open", ("geöffnet",), _H, ("actor", "channel", "hours"), "Opening or working hours: `Mon-Fri 08:00-18:00, Sat 09:00-13:00`, `always`."),
    Key("closed", ("geschlossen",), _H, ("actor", "channel", "hours"), "Times taken out of the opening hours."),
    Key("run by", ("betrieben von",), _T, ("channel",), "Who runs the channel: `us` or a company.", also=("operated by",)),
    Key("answered by", ("beantwortet von",), _NS, ("channel",), "Who is at the other end. Several names: whichever one gets."),
    Key("answers within", ("antwortet in", "antwortet innerhalb"), _D, ("channel", "appeal", "feedback point"), "How long until somebody answers, at most: `3 min`, `2 working days`."),
    Key("customer can reply", ("antwort möglich",), _W, ("channel",), "Whether a message on this channel can be answered.", words=_yes_no()),
    Key("menu steps", ("menüschritte",), _NU, ("channel",), "How many menu choices stand before a human."),
    Key("login needed", ("anmeldung nötig",), _W, ("channel",), "Whether one must log in first.", words=_yes_no()),
    # journeys
    Key("status", ("stand",), _W, ("journey",), "`as-is` or `to-be`.", words=(("", STATUS),)),
    Key("customer", ("kundin", "kunde"), _N, ("journey",), "The actor whose journey this is."),
    Key("goal", ("ziel",), _T, ("journey",), "What the customer wants in the end."),
    Key("promise", ("versprechen",), _T, ("journey",), "What the organisation says about its service."),
    Key("promised within", ("versprochen innerhalb",), _D, ("journey",), "The promise as a figure that can be compared with the model."),
    Key("starts when", ("beginnt wenn",), _T, ("journey",), "What sets the journey off."),
    Key("owner", ("verantwortlich",), _T, ("journey", "ignore", "practice", "phase", "feedback point"), "Who is responsible."),
    Key("named contact", ("ansprechperson", "ansprechpartner"), _T, ("journey",), "The person a customer can turn to, with number or address."),
    Key("source", ("quelle",), _T, ANY, "Where a statement comes from.", many=True),
    Key("evidence", ("beleg",), _T, ANY, "A document that shows it.", many=True),
    Key("version", ("fassung",), _T, ("journey",), "The version of the description."),
    Key("reviewed", ("geprüft am",), _DA, ("journey", "practice"), "The day somebody last read this against reality."),
    Key("valid from", ("gültig ab",), _DA, ("journey",), "First day on which this holds."),
    Key("valid until", ("gültig bis",), _DA, ("journey",), "Last day on which this holds."),
    Key("tags", ("schlagworte",), _T, ("journey",), "Words to find it by."),
    Key("law", ("recht",), _T, ("journey",), "The legal setting: `DE, b2c, concluded online`."),
    Key("value", ("wert",), _MO, ("journey", "mistake"), "What is at stake."),
    Key("partial", ("unvollständig",), _F, ("journey",), "The description is not finished: open ends are not findings."),
    # places in the flow
    Key("by", ("durch",), _NS, ("step", "choice", "wait for", "interrupt", "remedy", "appeal", "repeat", "notification"), "Who does it. For a choice: who decides; `chance` says nobody does."),
    Key("together with", ("zusammen mit",), _NS, ("step",), "Who else takes part."),
    Key("on", ("über", "auf"), _NS, ("step", "choice", "wait for", "interrupt", "remedy", "appeal", "notification", "escalation", "feedback point"), "The channel."),
    Key("takes", ("dauert",), _D, ("step", "choice", "remedy", "wait for", "use"), "How long the work takes: `3 min`, `1 to 3 days`, `at once`."),
    Key("waiting time", ("wartezeit",), _D, ("step", "choice"), "How long it lies there before somebody begins."),
    Key("customer effort", ("aufwand kundin", "aufwand kunde"), _D, ("step", "remedy", "appeal", "interrupt"), "What it costs the customer in time."),
    Key("costs customer", ("kostet kundin", "kostet kunde"), _MO, ("step", "remedy", "appeal", "mistake", "channel", "interrupt"), "What it costs the customer in money."),
    Key("cost", ("kosten",), _MO, ("step", "remedy"), "What it costs the organisation."),
    Key("hands over to", ("übergibt an",), _NS, ("step", "actor"), "Who gets the case next."),
    Key("context passed", ("vorgang bekannt",), _W, ("step", "actor", "escalation"), "Whether the next one knows the story already.", words=_yes_no()),
    Key("media break", ("medienbruch",), _T, ("step", "remedy"), "Where the customer or the case changes from one medium to another.", many=True),
    Key("needs data", ("braucht daten",), _T, ("step", "remedy"), "What the customer must provide."),
    Key("creates data", ("erzeugt daten",), _T, ("step",), "What is stored because of this step."),
    Key("copies to", ("kopiert an",), _NS, ("step",), "Who else keeps a copy: a correction has to reach them too."),
    Key("says", ("sagt",), _T, ("step", "notification", "end"), "What the customer is told, word for word."),
    Key("corrects", ("korrigiert",), _NS, ("step",), "The mistakes that this step puts right."),
    Key("frustration", ("ärger",), _NU, ("step", "remedy"), "From 0 to 5, how it feels."),
    Key("feedback on", ("rückmeldung über",), _NS, ("step", "journey"), "Channels on which a customer can say something."),
    Key("no mistake possible", ("kein fehler möglich",), _T, (*PLACES, "notification"), "Why nothing can go wrong here."),
    Key("point of no return", ("kein zurück",), _F, ("step",), "From the beginning of this step the world cannot be restored.", also=("irreversible",)),
    Key("automated decision", ("automatische entscheidung",), _F, ("step", "choice"), "A machine decides about the customer."),
    Key("invisible to customer", ("für kundschaft unsichtbar", "für kunden unsichtbar"), _F, ("step", "choice"), "The customer does not notice this."),
    Key("self-service", ("selbstbedienung",), _F, ("step", "remedy"), "The customer does it alone."),
    Key("optional step", ("freiwilliger schritt",), _F, ("step",), "May be left out."),
    # cut-offs
    Key("accepted until", ("angenommen bis", "akzeptiert bis"), _M, ("journey", *PLACES, "mistake"), "Soft cut-off: until when the organisation accepts a correction. A step means: until that step begins.", also=("changes accepted until",)),
    Key("restorable until", ("heilbar bis",), _M, ("journey", *PLACES, "mistake"), "Hard cut-off: until when the world can still be restored.", also=("undo until",)),
    Key("because", ("weil",), _T, ("accepted until", "restorable until"), "Why the cut-off is there; stands one step deeper, below the cut-off."),
    # choices
    Key("pick", ("wähle",), _W, ("choice",), "How many branches are taken: one, several, all, first.", words=(("", PICK),)),
    Key("criterion", ("kriterium",), _T, ("choice",), "What the decision depends on."),
    Key("customer meets it", ("kundin erfüllt es", "kunde erfüllt es"), _W, ("when",), "Whether the customer can make sure that this branch is taken.", words=_yes_no()),
    Key("human review", ("menschliche prüfung",), _NS, ("choice", "step"), "Who looks at an automated decision."),
    Key("at most", ("höchstens",), _NU, ("repeat",), "How often the loop runs at most: `3 times`."),
    # interrupts
    Key("from", ("ab",), _N, ("interrupt",), "The step at which the stretch begins."),
    Key("until", ("bis",), _M, ("interrupt", "remedy"), "Until when; a step means: until that step begins."),
    Key("main flow", ("hauptablauf",), _W, ("interrupt",), "What the rest of the journey does meanwhile: continues, pauses, stops.", words=(("", MAIN_FLOW),)),
    # mistakes and what helps
    Key("made by", ("begangen von",), _NS, ("mistake",), "Whose mistake it is."),
    Key("at", ("bei",), _N, ("mistake", "practice"), "The step where it happens, when it is written elsewhere."),
    Key("likelihood", ("häufigkeit",), _NU, ("mistake",), "How often: `2 %`."),
    Key("how", ("wie",), _T, ("mistake",), "How it comes about."),
    Key("noticed by", ("bemerkt von",), _NS, ("mistake",), "Who can notice it."),
    Key("noticed at", ("bemerkt bei",), _N, ("mistake",), "The step at whose end it is noticed."),
    Key("noticed how", ("bemerkt durch",), _T, ("mistake",), "What gives it away."),
    Key("noticed after", ("bemerkt nach",), _D, ("mistake",), "How long until it is noticed, counted from the mistake or from the end of `noticed at`."),
    Key("harm", ("schaden",), _T, ("mistake",), "What it does to the customer."),
    Key("no remedy", ("keine abhilfe",), _T, ("mistake",), "Why there is none."),
    Key("does", ("tut",), _N, ("remedy", "appeal"), "The act, in the words of `may`: change, cancel, refund."),
    Key("within", ("innerhalb",), _M, ("remedy", "appeal", "escalation", "story"), "How long it is possible: `2 hours`, `14 days after Deliver parcel`. For an escalation: how soon it happens.", lengths_in=("escalation",)),
    Key("up to", ("bis zu",), _MO, ("remedy", "may"), "The highest amount."),
    Key("needs authority", ("braucht befugnis",), _NU, ("remedy",), "From 1 to 10: the authority it takes."),
    Key("needs approval of", ("braucht zustimmung von",), _NS, ("remedy", "may"), "Who must agree."),
    Key("approval above", ("zustimmung ab",), _MO, ("remedy", "may"), "The amount above which somebody must agree."),
    Key("only if", ("nur wenn",), _T, ("may",), "The condition under which the right holds."),
    Key("makes whole", ("macht ganz",), _W, ("remedy",), "Whether the customer ends where they meant to be: yes, partly, no.", words=_yes_no()),
    Key("leads to", ("führt zu",), _N, ("remedy", "appeal", "escalation"), "Where the journey goes on."),
    Key("against", ("gegen",), _N, ("appeal",), "The decision that is contested."),
    Key("decided by", ("entschieden von",), _NS, ("appeal", "feedback point"), "Who decides."),
    Key("independent", ("unabhängig",), _W, ("appeal",), "Whether somebody decides who was not involved.", words=_yes_no()),
    Key("binding", ("bindend",), _W, ("appeal",), "Whether the organisation must follow it.", words=_yes_no()),
    Key("to", ("an",), _NS, ("notification", "escalation"), "Who gets it."),
    Key("names a contact", ("nennt ansprechperson", "nennt ansprechpartner"), _W, ("notification",), "Whether it says whom to turn to.", words=_yes_no()),
    Key("shows", ("zeigt",), _T, ("notification",), "What the customer can read and check in it."),
    # exceptions, stories, practices, feedback
    Key("reason", ("grund",), _T, ("ignore",), "Why the finding is accepted."),
    Key("expires", ("läuft ab",), _DA, ("ignore",), "The day from which it counts again."),
    Key("mistake", ("fehler",), _N, ("story",), "The mistake that happened in this case."),
    Key("happens at", ("geschieht um",), _H, ("story",), "When in the week: `Sat 20:00-20:05`."),
    Key("must be", ("muss werden",), _W, ("story",), "corrected, compensated or answered.", words=(("", CASE_RESULT),)),
    Key("contacts at most", ("kontakte höchstens",), _NU, ("story",), "In how many contacts."),
    Key("costs at most", ("kostet höchstens",), _MO, ("story",), "What it may cost the customer."),
    Key("conditions", ("bedingungen",), _T, ("practice",), "First answer: which conditions it needs.", many=True),
    Key("also helped", ("half auch",), _T, ("practice",), "Second answer: what else contributed where it worked.", many=True),
    Key("fits", ("passt",), _T, ("practice",), "Third answer: how it fits here, and which unwanted effects it may have.", many=True),
    Key("hindered so far", ("hinderte bisher",), _T, ("practice",), "Fourth answer: what kept us from doing it.", many=True),
    Key("next review", ("nächste prüfung",), _DA, ("practice",), "The day on which somebody looks whether it works."),
    Key("changes", ("ändert",), _T, ("feedback point",), "What can be changed because of it."),
    Key("heard back within", ("rückmeldung in",), _D, ("feedback point",), "When the customer hears what became of it."),
    Key("note", ("notiz",), _T, ANY, "Anything worth knowing.", many=True),
)  # fmt: skip
"""All facts of the language; the order is the order of the language reference."""

CHANCE = {"chance": ("Zufall",)}
"""Reserved names for the owner of a choice that nobody decides."""
NOTHING = {"nothing": ("nichts",)}
"""Reserved right: ``may nothing``."""
HOLD = {"hold": ("anhalten", "zurückhalten")}
"""Reserved act: it stops the main flow while a case is looked at."""
US = {"us": ("uns", "wir"), "we": ("wir",)}
"""Reserved names for whoever runs the service."""
