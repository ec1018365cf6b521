"""Small flawless texts that use every kind of line; the fuzz tests break them."""

from __future__ import annotations

SKETCH = """\
# a sketch
journey Online order
  Order placed -> Process triggered "in time" -> end bad: Cannot be corrected
"""

ENGLISH = """\
import people.journey

hours Office hours
  open: Mon-Fri 08:00-18:00, Sat 09:00-13:00
  closed: Wed 12:00-13:00 and 15:00-16:00

actor Customer
  kind: customer
actor "Agent, first line" [agent]
  kind: human
  authority: 3
  goodwill: 20 EUR per case, 400 EUR per month
  decides within: at most 2 working days
  open: Office hours
  may change order, refund
    up to: € 4,95
    only if: the parcel is here
channel Hotline
  kind: phone
  answered by:
    "Agent, first line"
    # the boss
    Customer
  customer can reply: no       # sent from no-reply@

journey Online order [o]
  status: as-is
  promise:
    You can correct a slip

      until the parcel leaves
  reviewed: 2026-12-31
  @fim-id: 99107001
  step Place order
    by: Customer
    takes: 1 to 3 days
    accepted until: 2 hours
      because: it is printed
    restorable until: 14 days after Deliver parcel
    self-service
    mistake Quantity 2 instead of 1
      likelihood: 2 %
      noticed after: unknown
      remedy Ask the hotline
        kind: corrects
        within: no limit
        makes whole: partly
    if later than 5 working days
      notification We are late
        says: „Sorry, we are late.“
          Really.
    if it fails
      go to Place order
  in parallel
    branch
      wait 30 min
    branch B
      step C
  choice Is it right?
    pick: one
    when yes (98 %)
      end good: Right goods
    when no, not really
      repeat until it is right
        at most: 3 times
        step Try again
    otherwise (1 %)
      end abandoned: Gave up
  wait for the answer
    when it comes
      end neutral: Done
    after 14 days
      use Other journey
        takes: 2 days
  interrupt Customer calls
    until: Deliver parcel
    main flow: pauses
  story A real case
    mistake: Quantity 2 instead of 1
    happens at: Sat 20:00-20:05
    must be: corrected
# the end
"""

WIRED = """\
journey Loan
  flow
    Request -> Check -> "Worthy?"
    "Worthy?" "yes" -> end good: Granted
    "Worthy?" "no"  → end bad: Refused
  step Check
    automated decision
"""

GERMAN = """\
# language: de
beteiligter Kundenservice
  art: Mensch
  befugnis: 3
  kulanz: 20,00 € pro Fall
  geöffnet: Mo-Fr 08:00-18:00
  darf nichts
vorgang Online-Bestellung
  kundin: Kundin
  schritt Bestellung absenden
    durch: Kundin
    dauert: höchstens 2 Arbeitstage
    angenommen bis: 14 Tage nach „Paket, groß“
      weil: gedruckt
    fehler Menge 2 statt 1
      häufigkeit: selten
      abhilfe Anruf
        macht ganz: teilweise
  entscheidung Richtig?
    durch: Zufall
    wenn ja (98 %)
      ende gut: Richtige Ware da
    sonst
      wiederhole bis fertig
        höchstens: 3 mal
      ende schlecht: Rückversand
"""

SAMPLES = {"sketch": SKETCH, "english": ENGLISH, "wired": WIRED, "german": GERMAN}
