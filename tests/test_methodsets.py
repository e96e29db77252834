"""What Go types have and what they satisfy."""

from __future__ import annotations

import pytest

from lambdalint.model.gotypes import ANY, CONTEXT, ERROR, STRING, Named, Pointer, Slice, spell
from lambdalint.model.methodsets import Types, field, method, methods, underlying
from lambdalint.model.satisfaction import has_invoke, implementers, implements_error, is_context
from tests.go_universe import program

TEXT = """
type byValue struct{}
func (byValue) Error() string { return "" }
type byPointer struct{}
func (*byPointer) Error() string { return "" }
type wrong struct{}
func (wrong) Error() int { return 0 }
type embedding struct{ error }
type embeddingPointer struct{ *byPointer }
type embeddingValue struct{ byPointer }
type stranger struct{ base.Unknown }
type plain struct{ name string }

type likeContext interface {
	Deadline() (time.Time, bool)
	Done() <-chan struct{}
	Err() error
	Value(key any) any
}
type more interface {
	context.Context
	Extra()
}
type same interface{ context.Context }
type holder struct{ context.Context }

type onValue struct{}
func (onValue) Invoke(ctx context.Context, payload []byte) ([]byte, error) { return nil, nil }
type onPointer struct{}
func (*onPointer) Invoke(ctx context.Context, payload []byte) ([]byte, error) { return nil, nil }
type other struct{}
func (other) Invoke(ctx context.Context, payload string) ([]byte, error) { return nil, nil }

type Saver interface{ Save(context.Context, plain) error }
type disk struct{}
func (disk) Save(ctx context.Context, p plain) error { return nil }
type memory struct{}
func (*memory) Save(ctx context.Context, p plain) error { return nil }
type almost struct{}
func (almost) Save(p plain) error { return nil }
type box[T any] struct{ item T }
func (b *box[X]) Get() X { return b.item }

func handle() {}
"""


@pytest.fixture(scope="module")
def types() -> Types:
    return program('\t"context"\n\t"time"\n\t"example.org/base"\n', TEXT).types


def named(name: str) -> Named:
    return Named("example.com/app", name)


@pytest.mark.parametrize(
    ("name", "value", "pointer"),
    [
        ("byValue", True, True),
        ("byPointer", False, True),
        ("wrong", False, False),
        ("embedding", True, True),
        ("embeddingPointer", True, True),
        ("embeddingValue", False, True),
        ("stranger", None, None),
        ("plain", False, False),
    ],
)
def test_what_is_an_error(types: Types, name: str, value: bool | None, pointer: bool | None) -> None:
    assert implements_error(types, named(name)) is value
    assert implements_error(types, Pointer(named(name))) is pointer


def test_errors_and_other_basic_types(types: Types) -> None:
    assert implements_error(types, ERROR) is True
    assert implements_error(types, STRING) is False
    assert implements_error(types, ANY) is False
    assert implements_error(types, None) is None
    assert implements_error(types, Named("example.org/base", "Failure")) is None
    assert implements_error(types, Pointer(ERROR)) is False


def test_only_interfaces_with_exactly_its_methods_are_contexts(types: Types) -> None:
    assert is_context(types, CONTEXT) is True
    assert is_context(types, named("likeContext")) is True
    assert is_context(types, named("same")) is True
    assert is_context(types, named("more")) is False
    assert is_context(types, named("holder")) is False
    assert is_context(types, ANY) is False
    assert is_context(types, Pointer(CONTEXT)) is False
    assert is_context(types, Named("example.org/base", "Context")) is None


def test_what_is_a_lambda_handler(types: Types) -> None:
    assert has_invoke(types, named("onValue")) is True
    assert has_invoke(types, Pointer(named("onValue"))) is True
    assert has_invoke(types, named("onPointer")) is False
    assert has_invoke(types, Pointer(named("onPointer"))) is True
    assert has_invoke(types, named("other")) is False
    assert has_invoke(types, Named("github.com/aws/aws-lambda-go/lambda", "Handler")) is True


def test_implementers_are_values_or_pointers(types: Types) -> None:
    assert {spell(kind) for kind in implementers(types, named("Saver"))} == {"app.disk", "*app.memory"}
    assert implementers(types, STRING) == ()


def test_fields_and_methods_of_generic_types(types: Types) -> None:
    of = Named("example.com/app", "box", (Slice(STRING),))
    item, get = field(types, Pointer(of), "item"), method(types, of, "Get")
    assert item is not None
    assert get is not None
    assert spell(item.type) == "[]string"
    assert spell(get.type) == "func() []string"
    assert (get.pointer, get.key) == (True, "example.com/app.box.Get")


def test_fields_of_events(types: Types) -> None:
    event = Named("github.com/aws/aws-lambda-go/events", "SQSEvent")
    records = field(types, event, "Records")
    assert records is not None
    assert spell(records.type) == "[]events.SQSMessage"
    assert field(types, event, "Nothing") is None
    assert methods(types, event).complete


def test_underlying_types(types: Types) -> None:
    assert spell(underlying(types, Named("encoding/json", "RawMessage"))) == "[]byte"
    assert underlying(types, Named("example.org/base", "Unknown")) is None
    assert underlying(types, None) is None
