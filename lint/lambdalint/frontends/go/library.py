"""What Go's own functions, and those of jsii and Pulumi that only wrap a value, do with values that are known."""

from __future__ import annotations

import posixpath
from collections.abc import Callable

from lambdalint.frontends.script.operators import joined
from lambdalint.frontends.script.state import State
from lambdalint.frontends.script.values import Atom, Call, Fields, Foreign, Items, Member, Opaque, Text, Thing
from lambdalint.pattern import pattern
from lambdalint.source import Span

INFRASTRUCTURE = ("core.", "lambda", "iam.", "pulumi.", "jsii.", "constructs.", "go:fmt.", "go:strings.", "go:log.",
                  "go:errors.", "apigateway", "events", "sqs.", "sns", "s3", "dynamodb.", "logs")  # fmt: skip
_VERB = pattern(r"%(?:%|[-+# 0]*\d*(?:\.\d+)?([a-zA-Z]))")
CONSTANT = pattern(r"[a-z]\w*\.\w+\.[A-Z][A-Z0-9_]+")
_WRAPPERS = frozenset(
    {"jsii.String", "jsii.Number", "jsii.Bool", "jsii.Any", "pulumi.pulumi.String", "pulumi.pulumi.StringPtr",
     "pulumi.pulumi.Int", "pulumi.pulumi.IntPtr", "pulumi.pulumi.Bool", "pulumi.pulumi.BoolPtr", "pulumi.pulumi.Any",
     "pulumi.pulumi.Float64", "pulumi.pulumi.Float64Ptr", "pulumi.pulumi.ToStringArray", "pulumi.pulumi.ToStringMap",
     "pulumi.pulumi.ToOutput", "pulumi.pulumi.ToMap", "go:github.com/aws/aws-sdk-go-v2/aws.String",
     "go:github.com/aws/aws-sdk-go/aws.String", "go:slices.Clone", "go:maps.Clone",
     "go:path/filepath.Clean", "go:path.Clean", "go:path/filepath.ToSlash", "go:path/filepath.FromSlash"}
)  # fmt: skip
_LISTS = frozenset({"jsii.Strings", "jsii.Numbers"})
_PROVIDER_WRAPPER = pattern(r"pulumi\.aws\.[\w.]+\.(?!New|Get|Lookup|Invoke)[A-Z]\w*")


def builtin(run: State, name: str, arguments: list[Thing], span: Span) -> Thing | None:
    """A function of the language; None for others."""
    first = arguments[0] if arguments else None
    if name == "append":
        return _appended(run, first, arguments[1:], span)
    if name in ("len", "cap"):
        return _length(first, span)
    if name in ("delete", "copy", "clear"):
        if isinstance(first, Fields | Items):
            first.complete = False
        if isinstance(first, Fields):
            unknown = Opaque(span, "it may be deleted")
            first.fields = {key: field._replace(value=unknown) for key, field in first.fields.items()}
        return Atom(None, span)
    return Atom(None, span) if name in ("panic", "print", "println", "close") else None


def _appended(run: State, base: Thing | None, more: list[Thing], span: Span) -> Thing:
    nothing = base is None or (isinstance(base, Atom) and base.value is None)
    if nothing or isinstance(base, Items):
        items = [] if nothing or not isinstance(base, Items) else base.items
        complete = base.complete if isinstance(base, Items) else True
        spread = more and isinstance(more[-1], Opaque) and more[-1].reason == "the arguments aren't known"
        made = Items([*items, *(more[:-1] if spread else more)], span, complete and not spread)
        run.doubts.born(made)
        return made
    return Items(more, span, False)


def _length(thing: Thing | None, span: Span) -> Thing:
    if isinstance(thing, Items) and thing.complete:
        return Atom(len(thing.items), span)
    if isinstance(thing, Fields) and thing.complete:
        return Atom(len(thing.fields), span)
    if isinstance(thing, Atom):
        return Atom(len(thing.value.encode()) if isinstance(thing.value, str) else 0, span)
    return Opaque(span, "it isn't known")


def function(run: State, path: str, arguments: list[Thing], span: Span, target: Foreign) -> Thing | None:
    """A function of a library by its path; None where it isn't known."""
    del run
    if not arguments and (CONSTANT.fullmatch(path) or CONSTANT.fullmatch(path.rpartition(".")[0])):
        return target._replace(span=span)
    if path in _WRAPPERS or (len(arguments) == 1 and _PROVIDER_WRAPPER.fullmatch(path)):
        return _wrapped(arguments, span)
    if path in _LISTS:
        return Items(arguments, span, not any(_is_spread(argument) for argument in arguments))
    known = _FUNCTIONS.get(path)
    return known(arguments, span) if known is not None else None


def _is_spread(thing: Thing) -> bool:
    return isinstance(thing, Opaque) and thing.reason == "the arguments aren't known"


def _wrapped(arguments: list[Thing], span: Span) -> Thing:
    return arguments[0] if len(arguments) == 1 else Opaque(span, "it isn't understood")


def _merged(arguments: list[Thing], span: Span) -> Thing | None:
    """`maps.Copy`"""
    target, source = (*arguments, None, None)[:2]
    if not isinstance(target, Fields) or not isinstance(source, Fields):
        return None
    target.fields |= source.fields
    target.complete &= source.complete
    return Atom(None, span)


def _printed(arguments: list[Thing], span: Span) -> Thing:
    """`Sprintf`: verbs that print a value as it is are known."""
    form = arguments[0] if arguments else None
    if not isinstance(form, Atom) or not isinstance(form.value, str):
        return Opaque(span, "it isn't computed here")
    parts: list[Thing] = []
    at = taken = 0
    for verb in _VERB.finditer(form.value):
        parts.append(_piece(form, at, verb.start(), span))
        at = verb.end()
        if verb[1] is None:
            parts.append(Atom("%", span))
            continue
        taken += 1
        given = arguments[taken] if taken < len(arguments) else Opaque(span, "it isn't given")
        plain = verb[0] in ("%s", "%d", "%v") and _is_printable(given)
        parts.append(given if plain else Opaque(span, "it isn't computed here"))
    parts.append(_piece(form, at, len(form.value), span))
    return joined(parts, span)


def _piece(form: Atom, start: int, end: int, whole: Span) -> Atom:
    """A part of a text, at its own place where the text is written in one piece."""
    value = str(form.value)
    before, text = len(value[:start].encode()) + 1, value[start:end]
    if form.slot is None or form.span.end - form.span.start != len(value.encode()) + 2:
        return Atom(text, whole)
    at = form.span.start + before
    return Atom(text, form.span._replace(start=at, end=at + len(text.encode())))


def _is_printable(thing: Thing) -> bool:
    if isinstance(thing, Atom):
        return isinstance(thing.value, str | int)
    return isinstance(thing, Text | Call | Member | Opaque | Foreign)


def _json(arguments: list[Thing], span: Span) -> Thing:
    return Text((arguments[0],), span) if arguments else Opaque(span, "it isn't understood")


def _join_path(arguments: list[Thing], span: Span) -> Thing:
    words = [argument.value for argument in arguments if isinstance(argument, Atom)]
    if len(words) == len(arguments) and all(isinstance(word, str) for word in words):
        return Atom(posixpath.normpath(posixpath.join(*[str(word) for word in words if word] or [""])), span)
    return Opaque(span, "it isn't computed here")


def _join(arguments: list[Thing], span: Span) -> Thing:
    listed, sign = (*arguments, None, None)[:2]
    if not isinstance(listed, Items) or not listed.complete or not isinstance(sign, Atom):
        return Opaque(span, "it isn't computed here")
    return joined([part for item in listed.items for part in (sign, item)][1:], span)


def _split(arguments: list[Thing], span: Span) -> Thing:
    words = _words(arguments)
    if words is None or len(words) != 2 or not words[1]:
        return Opaque(span, "it isn't computed here")
    return Items([Atom(part, span) for part in words[0].split(words[1])], span)


def _words(arguments: list[Thing]) -> list[str] | None:
    words = [argument.value for argument in arguments if isinstance(argument, Atom)]
    known = len(words) == len(arguments) and all(isinstance(word, str) for word in words)
    return [str(word) for word in words] if known else None


def _text(number: int, change: Callable[..., str | bool]) -> Callable[[list[Thing], Span], Thing]:
    """A function of `number` texts."""

    def computed(arguments: list[Thing], span: Span) -> Thing:
        words = _words(arguments)
        if words is None or len(words) != number:
            return Opaque(span, "it isn't computed here")
        return Atom(change(*words), span)

    return computed


def _digits(arguments: list[Thing], span: Span) -> Thing:
    first = arguments[0] if arguments else None
    known = isinstance(first, Atom) and isinstance(first.value, int)
    return joined([first], span) if known and first is not None else Opaque(span, "it isn't computed here")


def _here(arguments: list[Thing], span: Span) -> Thing:
    """Where the program runs: paths of assets are relative to it anyway."""
    del arguments
    return Atom(".", span)


_FUNCTIONS: dict[str, Callable[[list[Thing], Span], Thing | None]] = {
    "go:maps.Copy": _merged,
    "go:fmt.Sprintf": _printed,
    "pulumi.pulumi.Sprintf": _printed,
    "go:encoding/json.Marshal": _json,
    "go:encoding/json.MarshalIndent": _json,
    "go:path/filepath.Join": _join_path,
    "go:path.Join": _join_path,
    "go:os.Getwd": _here,
    "go:strings.Join": _join,
    "go:strings.Split": _split,
    "go:strings.ToLower": _text(1, str.lower),
    "go:strings.ToUpper": _text(1, str.upper),
    "go:strings.TrimSpace": _text(1, str.strip),
    "go:strings.TrimSuffix": _text(2, str.removesuffix),
    "go:strings.TrimPrefix": _text(2, str.removeprefix),
    "go:strings.ReplaceAll": _text(3, str.replace),
    "go:strings.HasPrefix": _text(2, str.startswith),
    "go:strings.HasSuffix": _text(2, str.endswith),
    "go:strings.Contains": _text(2, lambda text, part: part in text),
    "go:strings.Title": _text(1, lambda text: text[:1].upper() + text[1:]),
    "go:strconv.Itoa": _digits,
}
