"""Which code counts as guarded: it runs once, however often the handler is invoked."""

from __future__ import annotations

import pytest

from tests.go_project import path

HEAD = """package main

import (
	"context"
	"os"
	"sync"
	"sync/atomic"
	"time"

	"github.com/aws/aws-lambda-go/lambda"
	"github.com/aws/aws-sdk-go-v2/config"
	"github.com/aws/aws-sdk-go-v2/service/s3"
)

func build(ctx context.Context) *s3.Client {
	cfg, err := config.LoadDefaultConfig(ctx)
	if err != nil {
		os.Exit(1)
	}
	return s3.NewFromConfig(cfg)
}

type box struct{ client *s3.Client }

var (
	client *s3.Client
	other  *s3.Client
	byName = map[string]*s3.Client{}
	shared sync.Map
	once   sync.Once
	mutex  sync.Mutex
	ready  bool
	region string
	loaded time.Time
	held   atomic.Pointer[s3.Client]
	state  struct{ client *s3.Client }
	get    = sync.OnceValue(func() *s3.Client { return build(context.Background()) })
)

func main() { lambda.Start(handle) }
"""

HANDLER = "func handle(ctx context.Context) error {\n%s\nreturn nil\n}\n"

GUARDED = {
    "nil check of a package variable": "if client == nil { client = build(ctx) }",
    "nil check set two calls deep": "if client == nil { setTwice(ctx) }",
    "flag": "if !ready { build(ctx); ready = true }",
    "empty string": 'if region == "" { build(ctx); region = "here" }',
    "time to live": "if time.Since(loaded) > time.Minute { client = build(ctx); loaded = time.Now() }",
    "map miss": 'found, ok := byName["a"]; if !ok { found = build(ctx); byName["a"] = found }; _ = found',
    "once": "once.Do(func() { client = build(ctx) })",
    "once value": "get()",
    "early return of a helper": "fetch(ctx)",
    "early return on a map hit": 'lookUp(ctx, "a")',
    "concurrent map": 'load(ctx, "a")',
    "atomic pointer": "current(ctx)",
    "mutex around": "mutex.Lock(); defer mutex.Unlock(); if client == nil { client = build(ctx) }",
    "switch": "switch { case client == nil: client = build(ctx) }",
    "copy of the variable": "mine := client; if mine == nil { mine = build(ctx); client = mine }",
    "field of a package variable": "if state.client == nil { state.client = build(ctx) }",
    "early exit of a set-up function": "setUp(ctx)",
    "project cache with a callback": 'cached("a", func() *s3.Client { return build(ctx) })',
    "memo in a closure made at start-up": "lazy()",
}

HELPERS = """
func set(ctx context.Context) { client = build(ctx) }

func setTwice(ctx context.Context) { set(ctx) }

func fetch(ctx context.Context) *s3.Client {
	if client != nil {
		return client
	}
	client = build(ctx)
	return client
}

func lookUp(ctx context.Context, name string) *s3.Client {
	if found, ok := byName[name]; ok {
		return found
	}
	found := build(ctx)
	byName[name] = found
	return found
}

func load(ctx context.Context, name string) any {
	if found, ok := shared.Load(name); ok {
		return found
	}
	found := build(ctx)
	shared.Store(name, found)
	return found
}

func current(ctx context.Context) *s3.Client {
	if found := held.Load(); found != nil {
		return found
	}
	found := build(ctx)
	held.Store(found)
	return found
}

func setUp(ctx context.Context) {
	if ready {
		return
	}
	client = build(ctx)
	ready = true
}

func cached(name string, make func() *s3.Client) *s3.Client {
	if found, ok := byName[name]; ok {
		return found
	}
	byName[name] = make()
	return byName[name]
}

func memo(make func() *s3.Client) func() *s3.Client {
	var kept *s3.Client
	return func() *s3.Client {
		if kept == nil {
			kept = make()
		}
		return kept
	}
}

var lazy = memo(func() *s3.Client { return build(context.Background()) })

type record struct{ name string }

func admit(ctx context.Context, r *record) {
	if r.name == "" {
		build(ctx)
		r.name = "someone"
	}
}
"""

UNGUARDED = {
    "no check": "build(ctx)",
    "nil check of a local": "var mine *s3.Client; if mine == nil { mine = build(ctx) }; _ = mine",
    "check of something else": "if client == nil { other = build(ctx) }",
    "once made at each invocation": "var mine sync.Once; mine.Do(func() { build(ctx) })",
    "once value made at each invocation": "mine := sync.OnceValue(func() *s3.Client { return build(ctx) }); mine()",
    "field of a value made at each invocation": "mine := &box{}; if mine.client == nil { mine.client = build(ctx) }",
    "guarded here, not there": "if client == nil { client = build(ctx) }; build(ctx)",
    "return while nothing is there": 'if region == "" { return nil }; build(ctx); region = "here"',
    "what is there already": "if client != nil && ready { client = build(ctx) }",
    "field of a record declared here": "var r record; admit(ctx, &r)",
}


def _marks(text: str) -> list[bool]:
    return [site.guarded for site in path(text).calls("github.com/aws/aws-sdk-go-v2/config", "LoadDefaultConfig")]


@pytest.mark.parametrize("body", GUARDED.values(), ids=GUARDED.keys())
def test_code_behind_a_guard_is_guarded(body: str) -> None:
    assert _marks(HEAD + HELPERS + HANDLER % body) == [True]


@pytest.mark.parametrize("body", UNGUARDED.values(), ids=UNGUARDED.keys())
def test_what_is_no_guard_leaves_code_unguarded(body: str) -> None:
    assert _marks(HEAD + HELPERS + HANDLER % body) == [False]


@pytest.mark.parametrize(("receiver", "start", "guarded"), [("*app", "&app{}", True), ("app", "app{}", False)])
def test_a_field_lasts_only_behind_a_pointer(receiver: str, start: str, guarded: bool) -> None:
    text = HEAD.replace("lambda.Start(handle)", f"lambda.Start(({start}).handle)")
    text += "type app struct{ client *s3.Client }\n"
    text += f"func (a {receiver}) handle(ctx context.Context) error {{\n"
    text += "if a.client == nil { a.client = build(ctx) }\nreturn nil\n}\n"
    assert _marks(text) == [guarded]


def test_a_once_in_a_field_guards_the_method_it_is_given() -> None:
    text = HEAD.replace("lambda.Start(handle)", "lambda.Start((&app{}).handle)")
    text += "type app struct { once sync.Once; client *s3.Client }\n"
    text += "func (a *app) open() { a.client = build(context.Background()) }\n"
    text += "func (a *app) handle(ctx context.Context) error { a.once.Do(a.open); return nil }\n"
    assert _marks(text) == [True]


@pytest.mark.parametrize(
    "test",
    [
        'os.Getenv("AWS_LAMBDA_FUNCTION_NAME") == ""',
        'len(os.Getenv("AWS_LAMBDA_RUNTIME_API")) == 0',
        'os.Getenv("AWS_SAM_LOCAL") == "true"',
        "!inLambda()",
        "debugging && !inLambda()",
    ],
)
def test_a_branch_that_never_runs_in_lambda_is_not_on_the_path(test: str) -> None:
    text = HEAD + 'func inLambda() bool { _, ok := os.LookupEnv("LAMBDA_TASK_ROOT"); return ok }\nvar debugging bool\n'
    assert _marks(text + HANDLER % f"if {test} {{ build(ctx) }}") == []


def test_a_branch_on_another_variable_stays_on_the_path() -> None:
    assert _marks(HEAD + HANDLER % 'if os.Getenv("STAGE") == "" { build(ctx) }') == [False]
