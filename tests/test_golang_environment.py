"""Which variables a program reads, and whether it can do without them."""

from __future__ import annotations

import pytest

from lambdalint.model.code import Program
from lambdalint.value import Known
from tests.go_project import program

HEAD = """package main

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"log"
	"os"
	"strconv"
	"strings"

	"github.com/aws/aws-lambda-go/lambda"
	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/caarlos0/env/v11"
	"github.com/kelseyhightower/envconfig"
	sethvargo "github.com/sethvargo/go-envconfig"
	"github.com/spf13/viper"
)

func must(key string) string {
	value := os.Getenv(key)
	if value == "" {
		log.Fatalf("%s is not set", key)
	}
	return value
}

func present(key string) string {
	if value, ok := os.LookupEnv(key); ok {
		return value
	}
	panic(key)
}

func or(key, otherwise string) string {
	if value := os.Getenv(key); value != "" {
		return value
	}
	return otherwise
}

func plain(key string) string { return os.Getenv(key) }

func named(key string) string { return os.Getenv("SHOP_" + strings.ToUpper(key)) }

func found(key string) (string, error) {
	value := os.Getenv(key)
	if value == "" {
		return "", fmt.Errorf("%s is not set", key)
	}
	return value, nil
}

func surrender(why string) {
	log.Println(why)
	os.Exit(1)
}

func main() { lambda.Start(handle) }
"""

HANDLER = "func handle(ctx context.Context, name string) error {\n%s\nreturn nil\n}\n"


def _program(body: str, more: str = "") -> Program:
    return program(HEAD + more + HANDLER % body)


def _needs(of: Program) -> dict[str, bool | None]:
    return {read.key.value: read.required for read in of.environment if isinstance(read.key, Known)}


REQUIRED = {
    "used as it is": 'aws.String(os.Getenv("A"))',
    "exit": 'a := os.Getenv("A"); if a == "" { log.Fatal("no") }; aws.String(a)',
    "exit of a helper": 'a := os.Getenv("A"); if a == "" { surrender("no") }; aws.String(a)',
    "error": 'a := os.Getenv("A"); if a == "" { return errors.New("no") }; aws.String(a)',
    "length": 'a := os.Getenv("A"); if len(a) == 0 { panic("no") }',
    "trimmed": 'a := strings.TrimSpace(os.Getenv("A")); if a == "" { panic("no") }',
    "either": 'a := os.Getenv("A"); if a == "" || name == "" { panic("no") }',
    "not found": 'a, ok := os.LookupEnv("A"); if !ok { panic("no") }; aws.String(a)',
    "demanding helper": 'aws.String(must("A"))',
    "demanding helper, looking up": 'aws.String(present("A"))',
    "helper without a fallback": 'aws.String(plain("A"))',
    "helper whose error is returned": 'a, err := found("A"); if err != nil { return err }; aws.String(a)',
    "no number": 'n, err := strconv.Atoi(os.Getenv("A")); if err != nil { return err }; aws.Int(n)',
    "list of keys": 'for _, key := range []string{"A"} { if os.Getenv(key) == "" { panic(key) } }',
    "list of what is missing": (
        'var missing []string; for _, key := range []string{"A"} { if os.Getenv(key) == "" '
        '{ missing = append(missing, key) } }; if len(missing) > 0 { return errors.New("missing") }'
    ),
    "package variable": "aws.String(table)",
    "field": 'c := settings{table: os.Getenv("A")}; aws.String(c.table)',
    "switch": 'switch os.Getenv("A") { case "x": default: panic("no") }',
    "chain": 'a := os.Getenv("A"); if a == "x" { } else if a == "y" { } else { return errors.New("no") }',
}

OPTIONAL = {
    "fallback": 'a := os.Getenv("A"); if a == "" { a = "b" }; aws.String(a)',
    "first of": 'aws.String(cmp.Or(os.Getenv("A"), "b"))',
    "only where set": 'if a := os.Getenv("A"); a != "" { aws.String(a) }',
    "only where found": 'if a, ok := os.LookupEnv("A"); ok { aws.String(a) }',
    "not found, fallback": 'a, ok := os.LookupEnv("A"); if !ok { a = "b" }; aws.String(a)',
    "helper with a fallback": 'aws.String(or("A", "b"))',
    "helper whose caller has a fallback": 'a := plain("A"); if a == "" { a = "b" }; aws.String(a)',
    "helper whose error means a fallback": 'a, err := found("A"); if err != nil { a = "b" }; aws.String(a)',
    "no number, fallback": 'n, err := strconv.Atoi(os.Getenv("A")); if err != nil { n = 3 }; aws.Int(n)',
    "flag": 'if os.Getenv("A") == "true" { log.Println("on") }',
    "field with a fallback": (
        'c := settings{table: os.Getenv("A")}; if c.table == "" { c.table = "b" }; aws.String(c.table)'
    ),
    "switch with a default": 'switch os.Getenv("A") { case "x": default: log.Println("no") }',
}

OPEN = {
    "only printed": 'log.Println(os.Getenv("A"))',
    "in one mode only": 'if os.Getenv("MODE") == "x" { aws.String(os.Getenv("A")) }',
    "outside Lambda only": 'if os.Getenv("AWS_LAMBDA_FUNCTION_NAME") == "" { aws.String(os.Getenv("A")) }',
    "where it may answer with an error": (
        'func() (string, error) { if os.Getenv("A") == "" { return name, nil }; return "", nil }()'
    ),
}

MORE = "type settings struct{ table string }\n"


def _with(body: str) -> str:
    return MORE + ('var table = os.Getenv("A")\n' if "(table)" in body else "")


@pytest.mark.parametrize("body", REQUIRED.values(), ids=REQUIRED.keys())
def test_required(body: str) -> None:
    assert _needs(_program(body, _with(body)))["A"] is True


@pytest.mark.parametrize("body", OPTIONAL.values(), ids=OPTIONAL.keys())
def test_optional(body: str) -> None:
    assert _needs(_program(body, _with(body)))["A"] is False


@pytest.mark.parametrize("body", OPEN.values(), ids=OPEN.keys())
def test_neither(body: str) -> None:
    assert _needs(_program(body, _with(body)))["A"] is None


def test_a_variable_that_is_only_declared_where_one_is_missing() -> None:
    body = 'if os.Getenv("A") == "" { var none struct{}; _ = none; return errors.New("no") }'
    assert _needs(_program(body)) == {"A": True}


def test_a_function_that_nothing_reaches_demands_nothing() -> None:
    assert _needs(_program("", 'func dead() { aws.String(os.Getenv("A")) }\n'))["A"] is None


@pytest.mark.parametrize(
    ("body", "keys"),
    [
        ('must("A")', ["A"]),
        ("os.Getenv(prefix + key)", ["SHOP_TABLE"]),
        ('named("table")', ["SHOP_TABLE"]),
        ('fetch("A")', ["A"]),
        ('ask(os.Getenv, "A")', ["A"]),
    ],
)
def test_keys_through_helpers_and_constants(body: str, keys: list[str]) -> None:
    more = 'const (\nprefix = "SHOP_"\nkey = "TABLE"\n)\nfunc fetch(key string) string { return plain(key) }\n'
    more += "func ask(get func(string) string, key string) string { return get(key) }\n"
    assert list(_needs(_program(body, more))) == keys


def test_a_helper_is_named_and_the_call_that_names_the_key_is_the_place() -> None:
    body = 'aws.String(must("A"))'
    (read,) = _program(body).environment
    assert read.via == "must"
    text = HEAD + HANDLER % body
    assert text[read.span.start : read.span.end] == 'must("A")'


def test_a_key_with_a_known_start_leaves_the_environment_known() -> None:
    of = _program('os.Getenv("SHOP_" + name)')
    assert [read.prefix for read in of.environment] == ["SHOP_"]
    assert of.environment_known


def test_a_name_that_is_not_set_yet_is_no_variable() -> None:
    body = 'key := ""\nfor _, one := range []string{"A"} { key = one }\nlog.Println(os.Getenv(key), os.Getenv("C"))'
    read = _program(body).environment
    assert [r.key.value for r in read if isinstance(r.key, Known)][-1:] == ["C"]
    assert all(r.key.value for r in read if isinstance(r.key, Known))


@pytest.mark.parametrize("body", ["os.Getenv(name)", "for _, one := range os.Environ() { log.Println(one) }"])
def test_a_key_that_could_be_anything_makes_the_environment_unknown(body: str) -> None:
    assert not _program(body).environment_known


def test_any_of_the_names_of_a_field_will_do() -> None:
    shop = 'type shop struct { Table string `env:"TABLE,SHOP_TABLE" required:"true"` }\n'
    found = program(
        'package main\n\nimport (\n\t"github.com/alecthomas/kong"\n\t"github.com/aws/aws-lambda-go/lambda"\n)\n\n'
        + shop
        + "func main() {\n\tvar c shop\n\tkong.Parse(&c)\n\tlambda.Start(func() error { return nil })\n}\n"
    )
    assert _needs(found) == {"TABLE": False, "SHOP_TABLE": False}


def test_tags_of_struct_fields() -> None:
    more = """
type shop struct {
	Table  string `env:"TABLE,required"`
	Stage  string `env:"STAGE" envDefault:"dev"`
	Region string `env:"REGION"`
	Mail   struct {
		From string `env:"FROM,notEmpty"`
	} `envPrefix:"MAIL_"`
}
"""
    needs = _needs(_program("var c shop; return env.Parse(&c)", more))
    assert needs == {"TABLE": True, "STAGE": False, "REGION": None, "MAIL_FROM": True}
    assert _needs(_program("_, err := env.ParseAs[shop](); return err", more)) == needs


SHOP = 'type shop struct { Table string `env:"TABLE,required" envconfig:"TABLE" required:"true"` }\n'
FILLING = {
    "generic": ("func load[T any]() T { return env.Must(env.ParseAs[T]()) }", "_ = load[shop]()"),
    "generic, with a variable": (
        "func load[T any]() (*T, error) { var c T; err := env.Parse(&c); return &c, err }",
        "_, _ = load[shop]()",
    ),
    "second of two": (
        "func load[K comparable, T any](k K) T { var c T; _ = env.Parse(&c); return c }",
        "_ = load[string, shop](name)",
    ),
    "inferred": ('func load[T any](c *T) { envconfig.MustProcess("", c) }', "var c shop; load(&c)"),
    "any": ("func load(c any) error { return env.Parse(c) }", "var c shop; return load(&c)"),
    "any, handed on": (
        "func load(c any) error { return fill(c) }\nfunc fill(c any) error { return env.Parse(c) }",
        "c := &shop{}; return load(c)",
    ),
    "generic, handed on": (
        "func load[T any]() T { return fill[T]() }\nfunc fill[T any]() T { c, _ := env.ParseAs[T](); return c }",
        "_ = load[shop]()",
    ),
    "named in options": (
        (
            "func load(ctx context.Context, c any) error {\n"
            "\treturn sethvargo.ProcessWith(ctx, &sethvargo.Config{Target: c})\n}"
        ),
        "var c shop; return load(ctx, &c)",
    ),
    "method": (
        "type loader struct{}\nfunc (loader) load(c any) error { return env.Parse(c) }",
        "var l loader; c := new(shop); return l.load(c)",
    ),
}


@pytest.mark.parametrize(("helper", "body"), FILLING.values(), ids=FILLING.keys())
def test_a_struct_that_a_helper_fills(helper: str, body: str) -> None:
    found = _program(body, SHOP + helper + "\n")
    assert (_needs(found), found.environment_known) == ({"TABLE": True}, True)


@pytest.mark.parametrize(
    "body",
    [
        "return env.Parse(fillers[name])",
        "return sethvargo.ProcessWith(ctx, &sethvargo.Config{})",
        "for _, c := range fillers { if err := env.Parse(c); err != nil { return err } }",
    ],
)
def test_a_struct_that_could_be_any_makes_the_environment_unknown(body: str) -> None:
    assert not _program(body, SHOP + "var fillers = map[string]any{}\n").environment_known


def test_fields_become_keys_with_a_prefix() -> None:
    more = """
type shop struct {
	TableName string `split_words:"true" required:"true"`
	Port      int    `default:"1"`
	Mail      string `envconfig:"FROM"`
}
"""
    needs = _needs(_program('var c shop; return envconfig.Process("app", &c)', more))
    assert needs == {"APP_TABLE_NAME": True, "APP_PORT": False, "APP_FROM": None}


def test_a_registry_reads_bound_and_automatic_keys() -> None:
    more = 'func init() { viper.AutomaticEnv(); viper.BindEnv("table", "SHOP_TABLE") }\n'
    assert list(_needs(_program('viper.GetString("stage")', more))) == ["SHOP_TABLE", "STAGE"]


@pytest.mark.parametrize(
    ("body", "exits"),
    [
        ('switch m := os.Getenv("M"); m { case "a": case "b": default: log.Fatal(m) }', True),
        ('switch os.Getenv("M") { case "a": case "b": default: log.Println() }', False),
        ('switch os.Getenv("M") { case "a": return nil; case "b": return nil }; return errors.New("no")', True),
        ('m := must("M"); if m == "a" { } else if m == "b" { } else { panic(m) }', True),
        ('m := os.Getenv("M"); switch { case m == "a": case m == "b": default: panic(m) }', True),
    ],
)
def test_choices_by_a_variable(body: str, exits: bool) -> None:
    (choice,) = _program(body).switches
    assert (choice.key, choice.values, choice.exits) == ("M", ("a", "b"), exits)


def test_a_choice_by_a_changed_value_is_none() -> None:
    assert _program('switch strings.ToLower(os.Getenv("M")) { case "a": default: panic("no") }').switches == ()
