"""The words inside values in one table: units, days, `at once`, `per case`, in English and German.

The terminals of the grammar are made from it, and it says what each word means.
"""

from __future__ import annotations

from fractions import Fraction
from typing import TypeAlias

from journeyaudit.source.record import record
from journeyaudit.syntax.schema import Shape


@record
class ValueWord:
    """A word of the grammar's terminal ``terminal``; ``meaning`` is its canonical English spelling.

    The first German spelling is the canonical one.
    """

    terminal: str
    meaning: str
    en: tuple[str, ...]
    de: tuple[str, ...]


Exact: TypeAlias = int | Fraction
"""A figure without any rounding; whole ones are counted several times faster as they are."""

_DASHES = ("-", "–")

VALUE_WORDS: tuple[ValueWord, ...] = (
    ValueWord("AT_ONCE", "at once", ("at once", "immediately"), ("sofort",)),
    ValueWord("UNKNOWN", "unknown", ("unknown",), ("unbekannt",)),
    ValueWord("NEVER", "never", ("never",), ("nie",)),
    ValueWord("NO_LIMIT", "no limit", ("no limit", "unlimited"), ("unbegrenzt", "ohne Grenze")),
    ValueWord("NOTHING", "nothing", ("nothing",), ("nichts",)),
    ValueWord("ALWAYS", "always", ("always",), ("immer",)),
    ValueWord("AT_MOST", "at most", ("at most", "up to"), ("höchstens", "bis zu")),
    ValueWord("AT_LEAST", "at least", ("at least",), ("mindestens",)),
    ValueWord("TO", "to", ("to", *_DASHES), ("bis", *_DASHES)),
    ValueWord("AFTER", "after", ("after",), ("nach",)),
    ValueWord("AND", "and", ("and",), ("und",)),
    ValueWord("OF", "of", ("of", "out of", "/"), ("von", "/")),
    ValueWord("PER", "per", ("per", "a", "/"), ("pro", "je", "/")),
    ValueWord("TIMES", "times", ("times", "time", "x"), ("mal", "x")),
    ValueWord("WORKING", "working", ("working", "business"), ("Arbeits", "Werk")),
    ValueWord("UNIT", "s", ("s", "sec", "second", "seconds"), ("s", "Sek", "Sek.", "Sekunde", "Sekunden")),
    ValueWord("UNIT", "min", ("min", "mins", "minute", "minutes"), ("min", "min.", "Minute", "Minuten")),
    ValueWord("UNIT", "hours", ("hours", "hour", "h"), ("Stunden", "Stunde", "Std", "Std.", "h")),
    ValueWord("UNIT", "days", ("days", "day"), ("Tage", "Tag", "Tagen")),
    ValueWord("UNIT", "weeks", ("weeks", "week"), ("Wochen", "Woche")),
    ValueWord("UNIT", "months", ("months", "month"), ("Monate", "Monat", "Monaten")),
    ValueWord("UNIT", "years", ("years", "year"), ("Jahre", "Jahr", "Jahren")),
    ValueWord("DAY", "Mon", ("Mon", "Monday"), ("Mo", "Montag")),
    ValueWord("DAY", "Tue", ("Tue", "Tues", "Tuesday"), ("Di", "Dienstag")),
    ValueWord("DAY", "Wed", ("Wed", "Wednesday"), ("Mi", "Mittwoch")),
    ValueWord("DAY", "Thu", ("Thu", "Thur", "Thurs", "Thursday"), ("Do", "Donnerstag")),
    ValueWord("DAY", "Fri", ("Fri", "Friday"), ("Fr", "Freitag")),
    ValueWord("DAY", "Sat", ("Sat", "Saturday"), ("Sa", "Samstag", "Sonnabend")),
    ValueWord("DAY", "Sun", ("Sun", "Sunday"), ("So", "Sonntag")),
    ValueWord("CURRENCY", "EUR", ("EUR", "€", "euro", "euros"), ("EUR", "€", "Euro")),
    ValueWord("CURRENCY", "USD", ("USD", "$", "dollars"), ("USD", "$", "Dollar")),
    ValueWord("CURRENCY", "GBP", ("GBP", "£", "pounds"), ("GBP", "£", "Pfund")),
    ValueWord("CURRENCY", "CHF", ("CHF", "francs"), ("CHF", "Franken")),
    ValueWord("PERIOD", "case", ("case", "cases"), ("Fall", "Vorgang")),
    ValueWord("PERIOD", "customer", ("customer",), ("Kundin", "Kunde", "Kunden")),
    ValueWord("PERIOD", "order", ("order",), ("Bestellung", "Auftrag")),
    ValueWord("PERIOD", "item", ("item",), ("Stück",)),
    ValueWord("PERIOD", "call", ("call",), ("Anruf",)),
    ValueWord("PERIOD", "min", ("minute", "min"), ("Minute", "min")),
    ValueWord("PERIOD", "hour", ("hour",), ("Stunde",)),
    ValueWord("PERIOD", "day", ("day",), ("Tag",)),
    ValueWord("PERIOD", "week", ("week",), ("Woche",)),
    ValueWord("PERIOD", "month", ("month",), ("Monat",)),
    ValueWord("PERIOD", "quarter", ("quarter",), ("Quartal",)),
    ValueWord("PERIOD", "year", ("year",), ("Jahr",)),
    ValueWord("FREQUENCY", "often", ("often",), ("oft",)),
    ValueWord("FREQUENCY", "sometimes", ("sometimes",), ("manchmal",)),
    ValueWord("FREQUENCY", "rarely", ("rarely",), ("selten",)),
)

MINUTES_OF: dict[str, Exact] = {
    "s": Fraction(1, 60),
    "min": 1,
    "hours": 60,
    "days": 1440,
    "weeks": 7 * 1440,
    "months": 30 * 1440,
    "years": 365 * 1440,
}
"""Minutes of a unit; a month has 30 days and a year 365 (docs/meaning.md, section 3)."""
DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
PERCENT_OF = {"often": 20.0, "sometimes": 5.0, "rarely": 1.0}
"""What the words for likelihood stand for, in percent."""

EXAMPLES: dict[Shape, tuple[tuple[str, ...], tuple[str, ...]]] = {
    Shape.TEXT: (("any words to the end of the line",), ("beliebige Worte bis zum Ende der Zeile",)),
    Shape.NAME: (("Place order", '"Yes, no or later"'), ("Bestellung absenden", "„Ja, nein oder später“")),
    Shape.NAMES: (("Service agent, Shift lead",), ("Kundenservice, Schichtleitung",)),
    Shape.WORD: (("yes",), ("ja",)),
    Shape.DURATION: (
        ("3 min", "1 to 3 days", "at most 2 working days", "at once", "never", "unknown"),
        ("3 min", "1 bis 3 Tage", "höchstens 2 Arbeitstage", "sofort", "nie", "unbekannt"),
    ),
    Shape.MOMENT: (
        ("Deliver parcel", "2 hours", "14 days after Deliver parcel", "no limit", "unknown"),
        ("Paket zustellen", "2 Stunden", "14 Tage nach Paket zustellen", "unbegrenzt", "unbekannt"),
    ),
    Shape.MONEY: (
        ("20 EUR", "4.95 EUR per case", "nothing", "no limit", "unknown"),
        ("20 EUR", "4,95 EUR pro Fall", "nichts", "unbegrenzt", "unbekannt"),
    ),
    Shape.MONIES: (("20 EUR per case, 400 EUR per month",), ("20 EUR pro Fall, 400 EUR pro Monat",)),
    Shape.NUMBER: (
        ("3", "2 %", "5 of 5", "3 times", "often", "unknown"),
        ("3", "2 %", "5 von 5", "3 mal", "oft", "unbekannt"),
    ),
    Shape.DATE: (("2026-12-31", "31.12.2026"), ("31.12.2026", "2026-12-31")),
    Shape.HOURS: (
        ("Mon-Fri 08:00-18:00, Sat 09:00-13:00", "always", "Office hours"),
        ("Mo-Fr 08:00-18:00, Sa 09:00-13:00", "immer", "Bürozeiten"),
    ),
    Shape.FLAG: ((), ()),
}
"""Values of every type, in English and in German: for messages and for the language reference."""
