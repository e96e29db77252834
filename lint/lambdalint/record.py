"""Records: `typing.NamedTuple` for type checkers, and the same at run time for a tenth of the cost of making a class.

A run makes some 250 of these classes before it reads anything. `typing.NamedTuple` compiles every annotation and makes
each class twice; here annotations stay text, and the constructors of all records with as many fields share their code.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from typing import NamedTuple as NamedTuple
else:
    from collections import _tuplegetter
    from types import FunctionType

    class _Record(tuple):
        """What all records can do; see `collections.namedtuple`."""

        __slots__ = ()

        @classmethod
        def _make(cls, values):
            record = tuple.__new__(cls, values)
            if len(record) != len(cls._fields):
                raise TypeError(f"{cls.__name__} has {len(cls._fields)} fields, got {len(record)} values")
            return record

        def _replace(self, /, **values):
            record = self._make(map(values.pop, self._fields, self))
            if values:
                raise TypeError(f"{type(self).__name__} has no field {', '.join(values)}")
            return record

        def _asdict(self):
            return dict(zip(self._fields, self, strict=True))

        def __getnewargs__(self):
            return tuple(self)

        def __repr__(self):
            inside = ", ".join(f"{name}={value!r}" for name, value in zip(self._fields, self, strict=True))
            return f"{type(self).__name__}({inside})"

    _new = tuple.__new__
    # Constructors by their number of fields, whose names are still to be put in: compiled with this module.
    _USUAL = (
        lambda _cls: _new(_cls, ()),
        lambda _cls, a: _new(_cls, (a,)),
        lambda _cls, a, b: _new(_cls, (a, b)),
        lambda _cls, a, b, c: _new(_cls, (a, b, c)),
        lambda _cls, a, b, c, d: _new(_cls, (a, b, c, d)),
        lambda _cls, a, b, c, d, e: _new(_cls, (a, b, c, d, e)),
        lambda _cls, a, b, c, d, e, f: _new(_cls, (a, b, c, d, e, f)),
        lambda _cls, a, b, c, d, e, f, g: _new(_cls, (a, b, c, d, e, f, g)),
        lambda _cls, a, b, c, d, e, f, g, h: _new(_cls, (a, b, c, d, e, f, g, h)),
        lambda _cls, a, b, c, d, e, f, g, h, i: _new(_cls, (a, b, c, d, e, f, g, h, i)),
        lambda _cls, a, b, c, d, e, f, g, h, i, j: _new(_cls, (a, b, c, d, e, f, g, h, i, j)),
        lambda _cls, a, b, c, d, e, f, g, h, i, j, k: _new(_cls, (a, b, c, d, e, f, g, h, i, j, k)),
        lambda _cls, a, b, c, d, e, f, g, h, i, j, k, m: _new(_cls, (a, b, c, d, e, f, g, h, i, j, k, m)),
        lambda _cls, a, b, c, d, e, f, g, h, i, j, k, m, n: _new(_cls, (a, b, c, d, e, f, g, h, i, j, k, m, n)),
        lambda _cls, a, b, c, d, e, f, g, h, i, j, k, m, n, o: _new(_cls, (a, b, c, d, e, f, g, h, i, j, k, m, n, o)),
        lambda _cls, a, b, c, d, e, f, g, h, i, j, k, m, n, o, p: _new(
            _cls, (a, b, c, d, e, f, g, h, i, j, k, m, n, o, p)
        ),
        lambda _cls, a, b, c, d, e, f, g, h, i, j, k, m, n, o, p, q: _new(
            _cls, (a, b, c, d, e, f, g, h, i, j, k, m, n, o, p, q)
        ),
        lambda _cls, a, b, c, d, e, f, g, h, i, j, k, m, n, o, p, q, r: _new(
            _cls, (a, b, c, d, e, f, g, h, i, j, k, m, n, o, p, q, r)
        ),
        lambda _cls, a, b, c, d, e, f, g, h, i, j, k, m, n, o, p, q, r, s: _new(
            _cls, (a, b, c, d, e, f, g, h, i, j, k, m, n, o, p, q, r, s)
        ),
        lambda _cls, a, b, c, d, e, f, g, h, i, j, k, m, n, o, p, q, r, s, t: _new(
            _cls, (a, b, c, d, e, f, g, h, i, j, k, m, n, o, p, q, r, s, t)
        ),
    )
    _FIELD = tuple(_tuplegetter(position, None) for position in range(64))

    def _long(_cls, /, *values, **named):
        """The constructor of records with more fields than those above."""
        given = list(values)
        for field in _cls._fields[len(values) :]:
            if field not in named and field not in _cls._field_defaults:
                raise TypeError(f"{_cls.__name__}.__new__() missing 1 required positional argument: {field!r}")
            given.append(named.pop(field) if field in named else _cls._field_defaults[field])
        if named:
            raise TypeError(f"{_cls.__name__}.__new__() got an unexpected keyword argument {next(iter(named))!r}")
        return _cls._make(given)

    def _constructor(fields, defaults):
        """`__new__` of records with these fields."""
        if len(fields) >= len(_USUAL):
            return _long
        usual = _USUAL[len(fields)]
        code = usual.__code__.replace(co_varnames=("_cls", *fields), co_name="__new__", co_qualname="__new__")
        return FunctionType(code, usual.__globals__, "__new__", tuple(defaults.values()))

    class _Maker(type):
        """Turns the body of a class into a record."""

        def __new__(cls, name, bases, body):
            fields = tuple(body.get("__annotations__", ()))
            defaults = {field: body[field] for field in fields if field in body}
            if tuple(defaults) != fields[len(fields) - len(defaults) :]:
                raise TypeError(f"{name}: a field without a default follows one with a default")
            body |= zip(fields, _FIELD[: len(fields)], strict=True)
            body |= {"__slots__": (), "__match_args__": fields, "__new__": _constructor(fields, defaults)}
            body |= {"_fields": fields, "_field_defaults": defaults}
            return type(name, tuple(_Record if base is NamedTuple else base for base in bases), body)

    # Stands for the base class in a class statement.
    NamedTuple = type.__new__(_Maker, "NamedTuple", (), {})
