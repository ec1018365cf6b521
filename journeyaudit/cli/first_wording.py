"""A language -> what is asked for a first journey in it, and the text that the answers are put into."""

from __future__ import annotations

from journeyaudit.source.record import record


@record
class Wording:
    """What is asked and written in one language.

    ``questions`` are (name, question, usual answer), ``channels`` names for kinds of channel, ``named`` names
    that nobody is asked for. ``last_step`` is left out if it is the step before it.
    """

    quotes: str
    questions: tuple[tuple[str, str, str], ...]
    channels: dict[str, str]
    named: dict[str, str]
    kind: str
    text: str
    last_step: str


_ENGLISH = Wording(
    '"{}"',
    (
        ("wish", "What does the customer want to do?", "Order something online"),
        ("mistake", "What can go wrong there?", "Quantity 2 instead of 1"),
        ("human", "Who answers when the customer gets in touch?", "Service agent"),
        ("channel", "How does one get in touch (phone, email, chat, store ...)?", "phone"),
        ("refused", "From which step on do you accept no change any more?", "Trigger fulfilment"),
        ("too_late", "From which step on can it really not be undone any more?", "Deliver parcel"),
    ),
    {"phone": "Hotline", "email": "Service mailbox", "store": "Counter"},
    {
        "customer": "Customer",
        "remedy": "Have it put right",
        "end": "The customer has what was wanted",
    },
    "kind: {}",
    """\
# A first sketch: what a customer wants, what can go wrong, who may put it right.
# Lines that begin like this one are notes. What is not written is unknown, and
# `journeyaudit check` says what it needs to know: take the sign away from the
# notes below and write what is true for you.

actor {customer}
  kind: customer

actor {human}
  kind: human
  # decides within: at once
  # may change

channel {channel}
  {kind}
  answered by: {human}
  # open: Mon-Fri 08:00-18:00
  # answers within: 3 min

journey {wish}
  customer: {customer}
  step {wish}
    by: {customer}
    # takes: 6 min
    mistake {mistake}
      noticed by: {customer}
      # noticed after: 3 min
      # until then you accept a change ...
      accepted until: {refused}
      # ... and until then it could still be undone
      restorable until: {too_late}
      remedy {remedy}
        kind: corrects
        does: change
        by: {human}
        on: {channel}
        leads to: {wish}
  # how long it takes stands below a step: takes: 1 to 3 days
  step {refused}
{last_step}  end good: {end}
""",
    """\
  step {too_late}
""",
)

_GERMAN = Wording(
    "„{}“",
    (
        ("wish", "Was möchte die Kundin tun?", "Etwas online bestellen"),
        ("mistake", "Was kann dabei schiefgehen?", "Menge 2 statt 1"),
        ("human", "Wer antwortet, wenn sie sich meldet?", "Kundenservice"),
        ("channel", "Wie meldet man sich (Telefon, E-Mail, Chat, Filiale ...)?", "Telefon"),
        ("refused", "Ab welchem Schritt nehmen Sie keine Änderung mehr an?", "Prozess anstoßen"),
        ("too_late", "Ab welchem Schritt lässt es sich wirklich nicht mehr ändern?", "Paket zustellen"),
    ),
    {"phone": "Hotline", "email": "Postfach", "store": "Filiale"},
    {
        "customer": "Kundin",
        "remedy": "Richtigstellen lassen",
        "end": "Die Kundin hat das Gewünschte",
    },
    "art: {}",
    """\
# language: de
# Eine erste Skizze: was eine Kundin möchte, was schiefgehen kann, wer es richten
# darf. Zeilen, die so beginnen wie diese, sind Notizen. Was nicht da steht, ist
# unbekannt, und `journeyaudit check` sagt, was es wissen muss: Nehmen Sie unten
# das Zeichen weg und schreiben Sie, was bei Ihnen gilt.

beteiligte {customer}
  art: Kundin

beteiligter {human}
  art: Mensch
  # entscheidet in: sofort
  # darf ändern

kanal {channel}
  {kind}
  beantwortet von: {human}
  # geöffnet: Mo-Fr 08:00-18:00
  # antwortet in: 3 min

vorgang {wish}
  kundin: {customer}
  schritt {wish}
    durch: {customer}
    # dauert: 6 min
    fehler {mistake}
      bemerkt von: {customer}
      # bemerkt nach: 3 min
      # bis dahin nehmen Sie eine Änderung an ...
      angenommen bis: {refused}
      # ... und bis dahin ließe es sich noch ändern
      heilbar bis: {too_late}
      abhilfe {remedy}
        art: korrigiert
        tut: ändern
        durch: {human}
        über: {channel}
        führt zu: {wish}
  # wie lange es dauert, steht unter einem Schritt: dauert: 1 bis 3 Tage
  schritt {refused}
{last_step}  ende gut: {end}
""",
    """\
  schritt {too_late}
""",
)

WORDINGS = {"en": _ENGLISH, "de": _GERMAN}
