"""The inputs of terraform-aws-modules/lambda, as its own code reads them."""

from __future__ import annotations

from collections.abc import Iterator

from lambdalint.frontends.hcl.reading import (
    Config,
    as_number,
    as_text,
)
from lambdalint.frontends.hcl.survey import Survey
from lambdalint.frontends.hcl.values import Fields, HclValue, Items, is_null, unknown
from lambdalint.frontends.hcl.writing import below, beside
from lambdalint.source import Span
from lambdalint.value import Known, Slot, Value


def flag(config: Config, name: str, default: bool) -> bool | None:
    """A switch of the module; None where it isn't known."""
    value = config.flag_or(name, default)
    return value.value if isinstance(value, Known) else None


class Settings:
    """One entry of an input that is a map of objects."""

    def __init__(self, value: Fields, span: Span) -> None:
        self.value = value
        self.span = span

    def attribute(self, name: str) -> HclValue | None:
        field = self.value.fields.get(name)
        if field is None:
            return None if self.value.complete else unknown(name, self.span)
        return None if is_null(field.value) else field.value

    def slot(self, name: str, survey: Survey) -> Slot | None:
        """Where an attribute that isn't there may be written."""
        entries = [field.entry for field in self.value.fields.values()]
        if not entries or name in self.value.fields or not all(self.value.span.contains(entry) for entry in entries):
            return None
        text = survey.texts.get(self.value.span.path, b"")
        return below(max(entries), name, text) or beside(max(entries), name, text)

    def text(self, name: str) -> Value[str] | None:
        value = self.attribute(name)
        return as_text(value) if value is not None else None

    def number_or(self, name: str, default: int) -> Value[int]:
        value = self.attribute(name)
        return Known(default, self.span, default=True) if value is None else as_number(value)


def entries(value: HclValue | None) -> Iterator[tuple[str, Settings, Span]]:
    """The entries of a map or list of objects: name, settings, and the place to show."""
    if isinstance(value, Fields):
        for name, field in value.fields.items():
            if isinstance(field.value, Fields):
                yield name, Settings(field.value, field.key), field.key
    elif isinstance(value, Items):
        for i, item in enumerate(value.items):
            if isinstance(item, Fields):
                yield str(i), Settings(item, item.span), item.span
