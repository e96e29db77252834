"""Policy documents that `aws.iam.getPolicyDocument` makes of its arguments."""

from __future__ import annotations

from collections.abc import Callable

from lambdalint.frontends import iam
from lambdalint.frontends.pulumi.survey import PREFIX
from lambdalint.frontends.script.values import Call, Fields, Items, Member, Thing
from lambdalint.source import Span
from lambdalint.value import Known, Unknown

_MAKERS = frozenset(PREFIX + "iam." + name for name in ("getPolicyDocument", "getPolicyDocumentOutput"))
_PLAIN = {"effect": "Effect", "actions": "Action", "resources": "Resource", "sid": "Sid"}
_OTHERS = {"notActions": "NotAction", "notResources": "NotResource"}
_MERGED = ("sourcePolicyDocuments", "overridePolicyDocuments", "sourceJson", "overrideJson")

Reader = Callable[[Thing], iam.Node | None]


def document(thing: Thing | None, read: Reader) -> iam.Node | None:
    """The document behind `getPolicyDocument(…)` or its `.json`; None for anything else. `read` reads values."""
    made = thing.target if isinstance(thing, Member) and thing.name == "json" else thing
    if not isinstance(made, Call) or _path(made.path) not in _MAKERS:
        return None
    given = next((argument for argument in made.arguments if isinstance(argument, Fields)), None)
    listed = given.get("statements") if given is not None else None
    if given is None or not isinstance(listed, Items):
        return Unknown(made.span, "it isn't known")
    statements = tuple(_statement(item, read) for item in listed.items)
    whole = given.complete and all(given.get(name) is None for name in _MERGED)
    listing = iam.Listing(statements, listed.complete, listed.span)
    return iam.Entries(((Known("Statement", listed.span), listing),), whole, made.span)


def _path(path: str) -> str:
    """Go calls its functions with a capital letter."""
    module, _, name = path.rpartition(".")
    return f"{module}.{name[:1].lower()}{name[1:]}"


def _statement(item: Thing, read: Reader) -> iam.Node:
    if not isinstance(item, Fields):
        return Unknown(Span("", 0, 0), "it isn't known")
    entries: list[tuple[Known[str], iam.Node]] = []
    for name, field in item.fields.items():
        word = _PLAIN.get(name) or _OTHERS.get(name)
        value = read(field.value)
        if name in ("principals", "conditions", "notPrincipals"):
            word, value = name[:1].upper() + name[1:-1], Unknown(field.name, "it isn't read")
        if word is not None and value is not None:
            entries.append((Known(word, field.name), value))
    if item.get("effect") is None:
        entries.append((Known("Effect", item.span), Known("Allow", item.span, default=True)))
    return iam.Entries(tuple(entries), item.complete, item.span)
