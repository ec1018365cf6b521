"""A number -> a clean journey with so many steps, every tenth with a mistake and a remedy."""

from __future__ import annotations

PEOPLE = """\
actor Customer
  kind: customer
actor Service agent
  kind: human
  decides within: at once
  may see, change
actor Shop
  kind: system
channel Hotline
  kind: phone
  open: always
  answered by: Service agent
  answers within: 3 min

journey Online order
  customer: Customer
"""
SMALL = """\
actor Customer
  kind: customer
actor Clerk
  kind: human
journey Claim
  customer: Customer
  step Report damage
    by: Customer
  step Decide
    by: Clerk
  end good: Paid
"""
STEP = """\
  step Do {number}
    by: {who}
    takes: 1 to 3 min
"""
MISTAKE = """\
    mistake Wrong {number}
      noticed by: Customer
      noticed after: 1 min
      accepted until: no limit
      restorable until: no limit
      remedy Fix {number}
        kind: corrects
        by: Service agent
        on: Hotline
        takes: 1 min
        does: change
        leads to: Done
"""


def journey(steps: int) -> str:
    parts = [PEOPLE]
    for number in range(steps):
        parts.append(STEP.format(number=number, who="Customer" if number % 2 else "Shop"))
        if number % 10 == 0:
            parts.append(MISTAKE.format(number=number))
    return "".join([*parts, "  end good: Done\n"])
