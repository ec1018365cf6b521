"""The closed lists of words: kinds, outcomes, yes and no, in English and in German."""

from __future__ import annotations

from journeyaudit.source.record import record


@record
class WordList:
    """A closed list of words: canonical English -> German spellings (the first is canonical)."""

    name: str
    words: tuple[tuple[str, tuple[str, ...]], ...]


ACTOR_KIND = WordList(
    "kind of actor",
    (
        ("customer", ("Kundin", "Kunde", "Kundschaft")),
        ("human", ("Mensch", "Mitarbeiterin", "Mitarbeiter")),
        ("system", ("System",)),
        ("third party", ("Dritte", "Dritter", "Partner")),
        ("outside", ("außen", "außerhalb")),
    ),
)
CHANNEL_KIND = WordList(
    "kind of channel",
    (
        ("phone", ("Telefon",)),
        ("web", ("Web", "Internet")),
        ("app", ("App",)),
        ("email", ("E-Mail", "Mail")),
        ("letter", ("Brief",)),
        ("chat", ("Chat",)),
        ("store", ("Filiale", "Schalter", "Laden")),
        ("visit", ("Besuch", "Haustür")),
        ("form", ("Formular",)),
        ("sms", ("SMS",)),
        ("video", ("Video",)),
        ("fax", ("Fax",)),
        ("portal", ("Portal",)),
        ("bot", ("Bot",)),
    ),
)
REMEDY_KIND = WordList(
    "kind of remedy",
    (
        ("corrects", ("korrigiert", "berichtigt")),
        ("compensates", ("entschädigt",)),
        ("workaround", ("Umweg",)),
    ),
)
OUTCOME = WordList(
    "outcome",
    (
        ("good", ("gut",)),
        ("bad", ("schlecht",)),
        ("abandoned", ("abgebrochen",)),
        ("neutral", ("neutral",)),
    ),
)
STATUS = WordList("status", (("as-is", ("Ist",)), ("to-be", ("Soll",))))
MAIN_FLOW = WordList(
    "main flow",
    (
        ("continues", ("läuft weiter",)),
        ("pauses", ("pausiert",)),
        ("stops", ("hält an",)),
    ),
)
PICK = WordList(
    "pick",
    (
        ("one", ("eine", "einer")),
        ("several", ("mehrere",)),
        ("all", ("alle",)),
        ("first", ("erste", "erster")),
    ),
)
LOOP = WordList(
    "kind of loop",
    (
        ("until", ("bis",)),
        ("while", ("solange",)),
        ("for each", ("für jede", "für jeden", "für jedes")),
    ),
)
YES_NO = WordList(
    "yes or no",
    (("yes", ("ja",)), ("no", ("nein",)), ("partly", ("teilweise",)), ("unknown", ("unbekannt",))),
)
CASE_RESULT = WordList(
    "result",
    (
        ("corrected", ("korrigiert",)),
        ("compensated", ("entschädigt",)),
        ("answered", ("beantwortet",)),
    ),
)
