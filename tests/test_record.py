from __future__ import annotations

from dataclasses import dataclass, field, fields, is_dataclass, replace

import pytest

from journeyaudit.source.record import changeable, record


@record
class Place:
    """Where something is."""

    name: str
    number: int = 0
    also: list[str] = field(default_factory=list)
    seen_at: int = field(default=0, compare=False, repr=False)

    def __bool__(self) -> bool:
        return bool(self.name)


@dataclass(frozen=True, slots=True)
class Twin:
    """Where something is."""

    name: str
    number: int = 0
    also: list[str] = field(default_factory=list)
    seen_at: int = field(default=0, compare=False, repr=False)


@record
class Pair:
    left: str
    right: str = ""


@record
class Nothing:
    """No fields at all."""


@record
class Own:
    name: str

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Own)

    def __hash__(self) -> int:
        return 7


@changeable
class Draft:
    name: str
    lines: list[str] = field(default_factory=list)


def test_a_record_is_a_slotted_dataclass_with_the_same_fields() -> None:
    assert is_dataclass(Place)
    assert not hasattr(Place("a"), "__dict__")
    same = [(ours.name, ours.type, ours.compare) for ours in fields(Place)]
    assert same == [(other.name, other.type, other.compare) for other in fields(Twin)]
    assert Place.__match_args__ == ("name", "number", "also", "seen_at")
    assert Place.__doc__ == "Where something is."


def test_a_record_is_equal_to_one_of_its_kind_with_equal_fields() -> None:
    assert Place("a", 1, ["b"]) == Place("a", number=1, also=["b"], seen_at=9)
    assert Place("a", 1) != Place("a", 2)
    assert Pair("a") != Twin("a")
    assert Nothing() == Nothing()
    assert Own("a") == Own("b")


def test_a_record_is_hashed_by_what_it_is_compared_by() -> None:
    assert len({Pair("a", "b"), Pair("a", "b"), Pair("b", "a")}) == 2
    assert hash(Nothing()) == hash(Nothing())
    assert hash(Own("a")) == 7


def test_a_record_is_shown_as_a_dataclass_is() -> None:
    assert repr(Place("a", 2, ["x"], 3)) == repr(Twin("a", 2, ["x"], 3)).replace("Twin", "Place")


def test_a_copy_of_a_record_may_differ() -> None:
    assert replace(Place("a", 1), number=2) == Place("a", 2)


def test_what_dataclasses_know_of_a_record_is_found_out_when_it_is_asked() -> None:
    @record
    class Fresh:
        name: str = ""

    assert "Fresh" in repr(Fresh("a"))
    assert [each.name for each in fields(Fresh)] == [each.name for each in fields(Fresh("a"))] == ["name"]
    assert replace(Fresh("a"), name="b") == Fresh("b")


def test_defaults_stand_behind_the_other_fields() -> None:
    with pytest.raises(AssertionError, match="without a default comes last"):

        @record
        class Odd:
            name: str = ""
            number: int  # type: ignore[misc]


def test_no_two_records_share_a_list() -> None:
    assert Place("a").also is not Place("a").also


@pytest.mark.parametrize("wrong", [(), ("a", 1, [], 0, "more")])
def test_a_record_takes_its_fields_and_nothing_else(wrong: tuple[str, ...]) -> None:
    with pytest.raises(TypeError):
        Place(*wrong)  # type: ignore[arg-type]
    with pytest.raises(TypeError):
        Place("a", colour="red")  # type: ignore[call-arg]


def test_what_changes_is_equal_to_itself_only() -> None:
    draft = Draft("a")
    draft.lines.append("x")
    draft.name = "b"
    assert draft == draft
    assert draft != Draft("b", ["x"])
    assert repr(draft).endswith("Draft(name='b', lines=['x'])")
