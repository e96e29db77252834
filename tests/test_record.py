"""Records behave as named tuples do."""

from __future__ import annotations

import copy
import pickle
from typing import Generic, TypeVar

import pytest

from lambdalint.record import NamedTuple

T = TypeVar("T")


class Place(NamedTuple):
    """Where something is."""

    path: str
    line: int = 1

    @property
    def text(self) -> str:
        return f"{self.path}:{self.line}"


class Held(NamedTuple, Generic[T]):
    value: T


class Long(NamedTuple):
    a: int
    b: int
    c: int
    d: int
    e: int
    f: int
    g: int
    h: int
    i: int
    j: int
    k: int
    z: int
    m: int
    n: int
    o: int
    p: int
    q: int
    r: int
    s: int
    t: int
    u: int
    v: int
    w: int = 23
    x: int = 24


class Nothing(NamedTuple):
    pass


def test_records_are_tuples_with_names() -> None:
    place = Place("a.go", line=3)
    assert place == ("a.go", 3)
    assert (place.path, place.line, place.text) == ("a.go", 3, "a.go:3")
    assert Place(path="b.go") == ("b.go", 1)
    assert Held([1]).value == [1]
    assert Nothing() == ()
    assert repr(place) == "Place(path='a.go', line=3)"
    assert (Place._fields, Place._field_defaults) == (("path", "line"), {"line": 1})
    assert place._asdict() == {"path": "a.go", "line": 3}
    assert Place._make(["c.go", 4]) == ("c.go", 4)
    assert Place.__doc__ == "Where something is."


def test_records_match_by_position_and_name() -> None:
    found: object = Place("a.go", 3)
    match found:
        case Place(path, line=line):
            assert (path, line) == ("a.go", 3)
        case _:
            pytest.fail("a record matches its class")


def test_records_are_copied_and_pickled_as_themselves() -> None:
    for same in (copy.deepcopy(Place("a.go", 3)), pickle.loads(pickle.dumps(Place("a.go", 3)))):
        assert type(same) is Place
        assert same == ("a.go", 3)


def test_records_may_have_many_fields() -> None:
    numbers = range(1, 23)
    assert Long(*numbers) == (*numbers, 23, 24)
    assert Long(*range(1, 21), v=22, u=21, x=0) == (*numbers, 23, 0)  # type: ignore[misc]
    assert Long(*numbers)._replace(b=0, x=1)[:2] == (1, 0)
    assert pickle.loads(pickle.dumps(Long(*numbers)._replace(w=0))) == (*numbers, 0, 24)
    with pytest.raises(TypeError, match="missing 1 required positional argument: 'v'"):
        Long(*range(21))
    with pytest.raises(TypeError, match="unexpected keyword argument 'y'"):
        Long(*numbers, y=1)  # type: ignore[call-arg]
    with pytest.raises(TypeError, match="has 24 fields, got 25"):
        Long(*range(25))


def test_records_do_not_change() -> None:
    place = Place("a.go")
    with pytest.raises(AttributeError):
        place.line = 2  # type: ignore[misc]
    with pytest.raises(AttributeError):
        place.other = 2  # type: ignore[attr-defined]
    assert place._replace(line=9) == ("a.go", 9)
    assert place == ("a.go", 1)


def test_wrong_fields_are_refused() -> None:
    with pytest.raises(TypeError, match="missing 1 required positional argument: 'path'"):
        Place()  # type: ignore[call-arg]
    with pytest.raises(TypeError, match="unexpected keyword argument 'column'"):
        Place("a.go", column=2)  # type: ignore[call-arg]
    with pytest.raises(TypeError, match="no field column"):
        Place("a.go")._replace(column=2)  # type: ignore[call-arg]
    with pytest.raises(TypeError, match="has 2 fields, got 1"):
        Place._make(["a.go"])
