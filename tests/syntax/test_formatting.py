from __future__ import annotations

import pytest

from journeyaudit.source import SourceText
from journeyaudit.syntax import format_source, parse
from tests.syntax.written import without_places

UGLY = """\


#  my file
JOURNEY   Online order
   Goal :the best\t
   undo until: S   # why
       because:   printed
   note:

         One
           two


         three
# on its own
   Step  S
         BY:
             Anna
             # the boss
             "Berta, B"
         Self-Service
      # still in S
   repeat   UNTIL  done
      at most: 3 times


   A "yes"->B→END Good :C
   end   GOOD   :   Over
      # last words
# very last
"""
PRETTY = """\
#  my file
journey Online order
  goal: the best
  restorable until: S  # why
    because: printed
  note:

    One
      two

    three
  # on its own
  step S
    by:
      Anna
      # the boss
      "Berta, B"
    self-service
    # still in S
  repeat until done
    at most: 3 times

  A "yes" -> B -> end good: C
  end good: Over
  # last words
# very last
"""


def formatted(text: str) -> str:
    result, findings = format_source(SourceText("x", text))
    assert findings == () and result is not None
    return result


def test_a_text_gets_its_usual_form() -> None:
    assert formatted(UGLY) == PRETTY


def test_formatting_twice_changes_nothing_more() -> None:
    assert formatted(PRETTY) == PRETTY


def test_formatting_does_not_change_what_a_text_says() -> None:
    ugly = UGLY
    assert without_places(parse(SourceText("x", ugly))[0]) == without_places(
        parse(SourceText("x", PRETTY))[0]
    )


def test_a_text_with_findings_is_left_alone() -> None:
    result, findings = format_source(SourceText("x", "journey J\n  setp A\n"))
    assert result is None and [finding.rule for finding in findings] == ["unknown-word"]


@pytest.mark.parametrize("written", ["kundin", "kunde", "KUNDE"])
def test_german_spellings_keep_their_gender(written: str) -> None:
    text = f"# language: de\nvorgang V\n  {written}: A\n"
    assert f"  {written.lower()}: A\n" in formatted(text)


def test_line_ends_and_tabs_become_plain() -> None:
    assert formatted("journey J\r\n\tstep A\r\n\t\tby:\tX\r\n") == "journey J\n  step A\n    by: X\n"


def test_odd_blanks_inside_a_value_stay() -> None:
    assert formatted("journey J\n  goal: a\u00a0b  c\n") == "journey J\n  goal: a\u00a0b  c\n"
