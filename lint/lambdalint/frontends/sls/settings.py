"""A function's settings over those of the provider."""

from __future__ import annotations

from typing import TypeVar

from lambdalint.data.serverless_schemas import FUNCTION
from lambdalint.frontends.cfn.reading import Config, as_number, as_text
from lambdalint.frontends.cfn.values import CfnValue, Field, Fields, came_through
from lambdalint.frontends.sls.services import Service
from lambdalint.record import NamedTuple
from lambdalint.source import Span
from lambdalint.value import Known, Slot, Unknown, Value

T = TypeVar("T")


class Settings(NamedTuple):
    """One function as it is written. `config` holds its own settings, `header` is the place of its name."""

    service: Service
    name: str
    header: Span
    config: Config

    @property
    def logical(self) -> str:
        """The function's name in the names of the resources that the framework makes."""
        return logical_name(self.name)

    @property
    def key(self) -> str:
        """The key of the function."""
        return self.service.key(f"{self.logical}LambdaFunction")

    @property
    def head(self) -> tuple[str, str, Span, str]:
        """The first four fields of a record: key, label, header, deployment."""
        return self.key, self.name, self.header, self.service.path

    def attribute(self, name: str) -> CfnValue | None:
        """A setting of the function, else of the provider."""
        value = self.config.attribute(name)
        if value is None:
            below = self.service.provider.attribute(name)
            value = came_through(below, self.header) if below is not None else None
        return value

    def text(self, name: str) -> Value[str] | None:
        """A text."""
        value = self.attribute(name)
        return as_text(value) if value is not None else None

    def text_or(self, name: str, default: str) -> Value[str]:
        """A text with a default of the framework or the platform."""
        value = self.attribute(name)
        return self.config.default(default, name) if value is None else as_text(value)

    def number_or(self, name: str, default: int) -> Value[int]:
        """A whole number with a default of the framework or the platform."""
        value = self.attribute(name)
        return self.config.default(default, name) if value is None else as_number(value)


def settings_of(service: Service) -> tuple[Settings, ...]:
    """The functions of a service."""
    return tuple(_settings(service, name, field) for name, field in service.functions.items())


def _settings(service: Service, name: str, field: Field) -> Settings:
    value = field.value
    header = field.key.span
    if not isinstance(value, Fields):
        value = Fields({}, False, header)
    config = Config(value, header, service.variables.texts, value.node, (), not service.parsed, FUNCTION)
    return Settings(service, name, header, config)


def logical_name(name: str) -> str:
    """A name as the framework spells it in logical ids."""
    return (name[:1].upper() + name[1:]).replace("-", "Dash").replace("_", "Underscore")


def as_single(value: Value[str]) -> Value[tuple[str, ...]]:
    """A text that stands for a list of one."""
    if isinstance(value, Unknown):
        return value
    return Known((value.value,), value.span, single(value.slot), value.default, value.via)


def single(slot: Slot | None) -> Slot | None:
    """A slot for one text that takes a list of one."""
    if slot is None:
        return None
    spell = slot.spell
    return slot._replace(spell=lambda value: spell(value[-1] if isinstance(value, tuple) and value else value))
