"""A resource's configuration as the model wants it: values with places, slots and platform defaults."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TypeVar

from lambdalint.data.terraform_schemas import SCHEMAS, Schema
from lambdalint.frontends import spell
from lambdalint.frontends.hcl import operators
from lambdalint.frontends.hcl.evaluate import evaluate
from lambdalint.frontends.hcl.instances import Realm, Resource
from lambdalint.frontends.hcl.modules import MODULE_KIND
from lambdalint.frontends.hcl.names import misspelt
from lambdalint.frontends.hcl.scope import Scope
from lambdalint.frontends.hcl.values import (
    Failed,
    Field,
    Fields,
    Free,
    HclValue,
    Items,
    Partial,
    Ref,
    Scalar,
    is_null,
    parts_of,
    plain,
    text_of,
    unknown,
)
from lambdalint.frontends.hcl.writing import insertion
from lambdalint.frontends.text import ROOT
from lambdalint.record import NamedTuple
from lambdalint.source import Span
from lambdalint.syntax.hcltree import Block, Literal, nested
from lambdalint.value import Known, Slot, Unknown, Value

T = TypeVar("T")


class Nested(NamedTuple):
    """The nested blocks of one name. `complete` is False when there may be others, or some of them may not exist."""

    configs: tuple[Config, ...]
    complete: bool


class Config:
    """The body of a resource or of a block in it.

    `header` is what a missing value is reported at. `texts` holds the text of each file.
    """

    def __init__(
        self, block: Block, scope: Scope, header: Span, texts: Mapping[str, bytes], schema: Schema | None
    ) -> None:
        self.block = block
        self.body = block.body
        self.scope = scope
        self.header = header
        self.texts = texts
        self.schema = schema

    # -- what is written ---------------------------------------------------------------------------------------------

    def attribute(self, name: str) -> HclValue | None:
        """The value of an attribute; None when it is not set (or null). Unknown where it may be set after all."""
        written = self.body.attributes.get(name)
        if written is not None:
            value = evaluate(written.expression, self.scope)
            return None if is_null(value) else value
        if self.doubtful(name):
            return unknown(f"{name} of a block that is not understood", self.header)
        return None

    def doubtful(self, name: str) -> bool:
        """True when the absence of a name proves nothing: the text is broken, or a misspelt name may mean it."""
        return self.body.broken or (self.schema is not None and name in misspelt(self.body, self.schema))

    def blocks(self, name: str) -> Nested:
        """Nested blocks, `dynamic` ones expanded."""
        schema = self.schema.blocks.get(name) if self.schema is not None else None
        configs: list[Config] = []
        complete = True
        for block in nested(self.body):
            if block.kind == name:
                configs.append(Config(block, self.scope, self.header, self.texts, schema))
            elif block.kind == "dynamic" and block.labels[:1] == (name,):
                scopes, known = self._dynamic(block)
                complete = complete and known
                for content in [b for b in nested(block.body) if b.kind == "content"][:1]:
                    configs += [Config(content, s, self.header, self.texts, schema) for s in scopes]
        written = self.body.attributes.get(name)
        if written is not None and written.blocks() is None:
            complete = False
        if not configs and self.doubtful(name):
            complete = False
        return Nested(tuple(configs), complete)

    def _dynamic(self, block: Block) -> tuple[list[Scope], bool]:
        attributes = block.body.attributes
        iterator = block.labels[0]
        if "iterator" in attributes:
            span = attributes["iterator"].expression.span
            iterator = self.texts[span.path][span.start : span.end].decode("utf-8", "replace").strip('"')
        each = evaluate(attributes["for_each"].expression, self.scope) if "for_each" in attributes else None
        pairs: list[tuple[HclValue, HclValue]] = []
        known = True
        if isinstance(each, Fields):
            pairs = [(Scalar(k, f.key), f.value) for k, f in each.fields.items()]
            known = each.complete
        elif isinstance(each, Items):
            pairs = [(v if each.unordered else Scalar(i, each.span), v) for i, v in enumerate(each.items)]
            known = each.complete
        else:
            known = False
        if not known and not pairs:
            some = unknown(f"{iterator}@{block.span}", block.span)
            pairs = [(some, some)]
        return [self._bound(iterator, key, value, block.span) for key, value in pairs[:200]], known

    def _bound(self, iterator: str, key: HclValue, value: HclValue, span: Span) -> Scope:
        fields = {"key": Field(span, False, key, span), "value": Field(span, False, value, span)}
        return Scope(self.scope.instance, {**self.scope.names, iterator: Fields(fields, True, span)})

    def block_or_none(self, name: str) -> tuple[Config | None, bool]:
        """The only block of a name (None when there is none) and whether that is certain."""
        nested = self.blocks(name)
        return (nested.configs[0] if nested.configs else None), nested.complete

    # -- slots -------------------------------------------------------------------------------------------------------

    def slot(
        self, name: str, spelled: Callable[[object], str] | None = None, within: Sequence[str] = ()
    ) -> Slot | None:
        """A slot that adds an attribute, in new blocks named `within`; None where what is written gives nothing now."""
        text = self.texts.get(self.block.span.path)
        outer = within[0] if within else name
        if text is None or self.body.broken or any(_is_dynamic(b, outer) for b in self.body.blocks):
            return None
        written = self.body.attributes.get(outer)
        if written is None:
            return insertion(self.block, name, text, spelled, within)
        literal = written.expression
        if within or self.body.json or not isinstance(literal, Literal) or literal.value is not None:
            return None
        return Slot(literal.span, "", "", spelled or spell.hcl)

    def own(self, name: str) -> Slot | None:
        """A slot that writes an attribute here, wherever the value that it has comes from."""
        written = self.body.attributes.get(name)
        if written is None or self.body.broken:
            return None
        return Slot(written.expression.span, "", "", spell.as_json if self.body.json else spell.hcl)

    def default(self, value: T, name: str, within: Sequence[str] = ()) -> Known[T]:
        """What the platform supplies where nobody wrote a value."""
        return Known(value, self.header, self.slot(name, within=within), default=True)

    # -- values ------------------------------------------------------------------------------------------------------

    def text(self, name: str) -> Value[str] | None:
        """A string attribute."""
        value = self.attribute(name)
        return None if value is None else as_text(value)

    def text_or(self, name: str, default: str) -> Value[str]:
        """A string attribute with a platform default."""
        value = self.attribute(name)
        return self.default(default, name) if value is None else as_text(value)

    def number_or(self, name: str, default: int) -> Value[int]:
        """A whole number with a platform default."""
        value = self.attribute(name)
        return self.default(default, name) if value is None else as_number(value)

    def flag_or(self, name: str, default: bool) -> Value[bool]:
        """A bool with a platform default."""
        value = self.attribute(name)
        return self.default(default, name) if value is None else as_flag(value)

    def texts_or(self, name: str, default: tuple[str, ...]) -> Value[tuple[str, ...]]:
        """A list of strings with a platform default."""
        value = self.attribute(name)
        return self.default(default, name) if value is None else as_texts(value)


_CALL = frozenset({"source", "version", "providers"})


def _is_dynamic(block: Block, name: str) -> bool:
    return block.kind == "dynamic" and block.labels[:1] == (name,)


def config_of(resource: Resource, texts: Mapping[str, bytes]) -> Config:
    """The configuration of a whole resource."""
    schema = SCHEMAS.get(resource.kind) if resource.mode == "managed" else None
    if resource.mode == "module" and resource.kind == MODULE_KIND:
        from lambdalint.data.lambda_module_inputs import FORMER, INPUTS  # seldom needed

        schema = Schema("module", INPUTS | FORMER | _CALL)
    return Config(resource.block, resource.scope, resource.block.header, texts, schema)


# -- conversions -----------------------------------------------------------------------------------------------------


def literal_slot(value: Scalar) -> Slot | None:
    """A slot that replaces the literal that spells a value."""
    if not value.exact:
        return None
    return Slot(value.span, "", "", spell.as_json if value.span.path.endswith(".json") else spell.hcl)


def unknown_value(value: HclValue) -> Unknown:
    """An unknown value with the reason for people."""
    reason = "it is computed"
    if isinstance(value, Partial):
        for part in value.parts:
            if isinstance(part, Ref):
                reason = "it is known only after deployment"
            elif isinstance(part, Free) and part.name.startswith("var."):
                reason = f"{part.name.split('@')[0]} has no value here"
            elif isinstance(part, Free) and part.name.startswith("choice of var."):
                reason = f"which file sets {part.name.split('@')[0].removeprefix('choice of ')} isn't known"
    elif isinstance(value, Failed):
        reason = "it does not exist"
    return Unknown(value.span, reason)


def as_text(value: HclValue) -> Value[str]:
    """A value as text."""
    found = _text(value)
    if isinstance(found, Known) and ROOT in found.value:
        return Unknown(found.span, "it is a path of the machine")
    return found


def _text(value: HclValue) -> Value[str]:
    value = plain(value)
    if isinstance(value, Scalar) and value.value is not None:
        return Known(text_of(value.value), value.span, literal_slot(value), via=value.via)
    return unknown_value(value)


def as_number(value: HclValue) -> Value[int]:
    """A value as a whole number."""
    value = plain(value)
    found = operators.number(value)
    if isinstance(value, Scalar) and isinstance(found, int):
        return Known(found, value.span, literal_slot(value), via=value.via)
    return unknown_value(value)


def as_flag(value: HclValue) -> Value[bool]:
    """A value as a bool."""
    value = plain(value)
    found = operators.truth(value)
    if isinstance(value, Scalar) and found is not None:
        return Known(found, value.span, literal_slot(value), via=value.via)
    return unknown_value(value)


def as_texts(value: HclValue) -> Value[tuple[str, ...]]:
    """A value as a list of strings; unknown when a member is. The place of a list of one is that of its member."""
    if not isinstance(value, Items) or not value.complete:
        return unknown_value(value)
    texts = [t for i in value.items if isinstance(t := plain(i), Scalar) and t.value is not None]
    if len(texts) != len(value.items):
        return unknown_value(value)
    words = tuple(text_of(t.value) for t in texts)
    slot = None
    if all(t.exact and value.span.contains(t.span) for t in texts):
        slot = literal_slot(Scalar("", value.span, exact=True))
    if len(texts) != 1:
        return Known(words, value.span, slot, via=value.via)
    (only,) = texts
    inner = literal_slot(only)
    if slot is None and inner is not None:
        slot = inner._replace(spell=_members_of(inner.spell))
    return Known(words, only.span, slot, via=(*only.via, *value.via))


def _members_of(spelled: Callable[[object], str]) -> Callable[[object], str]:
    """Spells the members of a list without what stands around them."""
    return lambda value: ", ".join(map(spelled, value if isinstance(value, tuple) else (value,)))


def members(value: HclValue | None) -> tuple[tuple[Value[str], ...], bool]:
    """The members of a list of strings, and whether those are all."""
    if value is None:
        return (), True
    if isinstance(value, Items):
        return tuple(as_text(i) for i in value.items), value.complete
    return (), False


def as_path(value: HclValue, realm: Realm) -> Value[str]:
    """A path as Terraform resolves it, made relative to the project root."""
    found = _text(value)
    if isinstance(found, Unknown):
        return found
    return found._replace(value=realm.place(found.value))


def refs(value: HclValue | None) -> tuple[Ref, ...]:
    """The resource attributes that a value refers to, the one it was read from first."""
    if value is None:
        return ()
    read_from = value.ref if isinstance(value, Scalar | Partial) else None
    inside = tuple(p for p in parts_of(value) or () if isinstance(p, Ref) and p != read_from)
    return inside if read_from is None else (read_from, *inside)
