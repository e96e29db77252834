"""What a handler reaches, by which route, and what recovers from its panics."""

from __future__ import annotations

import pytest

from tests.go_project import path, program, reached, read, site

HEAD = """package main

import (
	"context"
	"fmt"
	"slices"
	"sort"

	"github.com/aws/aws-lambda-go/lambda"
	"golang.org/x/sync/errgroup"
)

func fail() { panic("no") }

func main() { lambda.Start(handle) }
"""

HANDLER = "func handle(ctx context.Context) error {\n%s\nreturn nil\n}\n"


def _fail(text: str) -> str | None:
    """The marks of `fail` on the path, or None where it isn't reached."""
    return reached(path(HEAD + text)).get("fail")


REACHED = {
    "a call": "fail()",
    "a defer": "defer fail()",
    "a literal called in place": "func() { fail() }()",
    "a callback of a library": "sort.Slice([]int{1}, func(i, j int) bool { fail(); return true })",
    "a callback of the project": "each(func() { fail() })",
    "a callback handed on": "twice(fail)",
    "a callback kept in a field": "kept := &keeper{}; keep(kept, fail); kept.run()",
    "a map of functions": 'table["a"]()',
    "a map asked by a field, with several arguments": 'one := step{name: "a"}; pairs[one.name](1, 2)',
    "a map in a field asked by a field": 'one := step{name: "a"}; kept := book{pairs}; kept.by[one.name](1, 2)',
    "a slice of steps": "for _, one := range steps { one.run() }",
    "a channel of functions": "queue := make(chan func(), 1); queue <- fail; next := <-queue; next()",
    "a range over a channel": "queue := make(chan func()); queue <- fail; for next := range queue { next() }",
    "a range over an iterator": "for one := range slices.Values([]func(){fail}) { one() }",
    "a method of an embedded struct": "outer{&inner{}}.Run()",
    "a method expression": "run := plain.Run; run(plain{})",
    "a method expression of an interface": "run := runner.Run; run(plain{})",
    "a literal in a variable that is handed a function": "repeat := func(f func()) { f() }; repeat(fail)",
    "a method value": "run := plain{}.Run; run()",
    "an interface in a map": 'if one, ok := commands["a"]; ok { one.Run() }',
    "an option": "build(option())",
    "a generic function": "apply([]int{1}, func(int) { fail() })",
    "a type parameter's method": "start(plain{})",
    "recursion": "down(3)",
    "steps that hold steps": "all().Run()",
}

HELPERS = """
func each(f func()) { f() }

func twice(f func()) { each(f) }

type keeper struct{ run func() }

func keep(k *keeper, f func()) { k.run = f }

type step struct {
	name string
	run  func()
}

type book struct{ by map[string]func(int, int) }

type runner interface{ Run() }

type inner struct{}

func (*inner) Run() { fail() }

type outer struct{ *inner }

type plain struct{}

func (plain) Run() { fail() }

type chain []runner

func (c chain) Run() {
	for _, one := range c {
		one.Run()
	}
}

type runs func()

func (r runs) Run() { r() }

func all() runner {
	if len(steps) > 1 {
		return runs(func() {})
	}
	return chain{runs(fail)}
}

type settings struct{}

func option() func(*settings) { return func(*settings) { fail() } }

func build(options ...func(*settings)) {
	for _, set := range options {
		set(&settings{})
	}
}

func apply[T any](all []T, f func(T)) {
	for _, one := range all {
		f(one)
	}
}

func start[T runner](one T) { one.Run() }

func down(n int) {
	if n > 0 {
		down(n - 1)
	}
	fail()
}

var (
	table    = map[string]func(){"a": fail}
	pairs    = map[string]func(int, int){"a": func(int, int) { fail() }}
	steps    = []step{{"a", fail}}
	commands = map[string]runner{"a": plain{}}
)
"""


@pytest.mark.parametrize("body", REACHED.values(), ids=REACHED.keys())
def test_the_path_goes_through(body: str) -> None:
    assert _fail(HELPERS + HANDLER % body) == ""


RECOVERED = {
    "an own defer": ("defer func() { if r := recover(); r != nil { fmt.Println(r) } }(); fail()", "recovered"),
    "a deferred function": ("defer rescue(); fail()", "recovered"),
    "a caller's defer": ("defer rescue(); each(fail)", "recovered"),
    "a defer that comes too late": ("fail(); defer rescue()", ""),
    "a defer that panics again": ("defer func() { if r := recover(); r != nil { panic(r) } }(); fail()", ""),
    "a goroutine": ("defer rescue(); go fail()", "goroutine"),
    "a literal in a goroutine": ("defer rescue(); go func() { fail() }()", "goroutine"),
    "a goroutine with its own defer": ("go func() { defer rescue(); fail() }()", "recovered goroutine"),
    "an errgroup": ("g, _ := errgroup.WithContext(ctx); g.Go(func() error { fail(); return nil })", "goroutine"),
    "a callback started by the project": ("spawn(func() { fail() })", "goroutine"),
    "one caller of two": ("saved(); fail()", ""),
}


@pytest.mark.parametrize(("body", "marks"), RECOVERED.values(), ids=RECOVERED.keys())
def test_recovery_and_goroutines(body: str, marks: str) -> None:
    more = "func rescue() { recover() }\nfunc spawn(f func()) { go f() }\nfunc saved() { defer rescue(); fail() }\n"
    assert _fail(HELPERS + more + HANDLER % body) == marks


def test_only_the_implementation_that_is_injected_is_reached() -> None:
    text = HEAD.replace("lambda.Start(handle)", "lambda.Start(newApp(quiet{}).handle)") + HELPERS
    text += """
type quiet struct{}

func (quiet) Run() {}

type app struct{ runner runner }

func newApp(r runner) *app { return &app{runner: r} }

func (a *app) handle(ctx context.Context) error { a.runner.Run(); return nil }
"""
    names = reached(path(text))
    assert "quiet.Run" in names
    assert "plain.Run" not in names


def test_every_implementation_that_is_made_is_reached_where_injection_does_not_show() -> None:
    names = reached(path(HEAD + HELPERS + "var unset runner\nvar _ = &inner{}\n" + HANDLER % "unset.Run()"))
    assert {"plain.Run", "inner.Run"} <= set(names)


def test_a_callback_given_at_start_up_is_not_on_the_path() -> None:
    more = "func quiet() {}\nfunc init() { each(fail) }\n"
    assert _fail(HELPERS + more + HANDLER % "each(quiet)") is None


def test_start_up_is_what_main_and_init_reach_and_the_handler_is_not() -> None:
    text = HEAD + HELPERS + "func prepare() {}\nfunc init() { prepare() }\n" + HANDLER % "fail()"
    names = {key.rpartition("/")[2].partition(".")[2] for key in program(text).startup}
    assert {"main", "init", "prepare", "var table"} <= names
    assert not {"handle", "fail"} & names


def test_a_route_is_the_shortest_and_names_each_step() -> None:
    text = HEAD + HELPERS + "func long() { down(1) }\nfunc short() { fail() }\n" + HANDLER % "long(); short()"
    route = site(path(text), "builtin", "panic").route
    assert [(hop.caller.rpartition(".")[2], hop.callee.rpartition(".")[2]) for hop in route] == [
        ("handle", "short"),
        ("short", "fail"),
    ]


def test_an_unguarded_route_is_preferred_to_a_shorter_guarded_one() -> None:
    more = "var done bool\nfunc long() { each(fail) }\n"
    found = path(HEAD + HELPERS + more + HANDLER % "if !done { done = true; fail() }; long()")
    call = site(found, "builtin", "panic")
    assert not call.guarded
    assert call.route[0].callee.endswith(".long")


def test_two_programs_have_their_own_injections() -> None:
    shared = """package shared

type Doer interface{ Do() }

type One struct{}

func (One) Do() {}

type Two struct{}

func (Two) Do() {}

type App struct{ Doer Doer }

func (a *App) Handle() error { a.Doer.Do(); return nil }

func New(d Doer) *App { return &App{Doer: d} }
"""
    main = (
        'package main\n\nimport (\n\t"example.com/x/shared"\n\n\t"github.com/aws/aws-lambda-go/lambda"\n)\n\n'
        "func main() { lambda.Start(shared.New(shared.%s{}).Handle) }\n"
    )
    code = read({"shared/s.go": shared, "one/main.go": main % "One", "two/main.go": main % "Two"})
    by_program = {found.program.folder: set(reached(found)) for found in code.paths}
    assert by_program == {"one": {"App.Handle", "One.Do"}, "two": {"App.Handle", "Two.Do"}}


def test_sites_are_found_by_the_library_behind_an_interface_of_the_project() -> None:
    text = """package main

import (
	"context"

	"github.com/aws/aws-lambda-go/lambda"
	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/s3"
)

type getter interface {
	GetObject(ctx context.Context, in *s3.GetObjectInput, more ...func(*s3.Options)) (*s3.GetObjectOutput, error)
}

type app struct{ store getter }

func (a app) handle(ctx context.Context) error {
	_, err := a.store.GetObject(ctx, nil)
	return err
}

func main() { lambda.Start(app{store: s3.NewFromConfig(aws.Config{})}.handle) }
"""
    callee = site(path(text), "github.com/aws/aws-sdk-go-v2/service/s3", "GetObject").call.callee
    assert callee is not None
    assert callee.receiver == "Client"


@pytest.mark.parametrize("text", ["func handle() { handle() }", "type a = a\nfunc handle(x a) {}", "func handle("])
def test_cycles_and_broken_text_do_no_harm(text: str) -> None:
    assert [one.folder for one in read(HEAD + text + "\n").programs] == ["."]


def test_what_stands_after_a_return_is_not_on_the_path() -> None:
    assert _fail("func handle(ctx context.Context) error {\nreturn nil\nfail()\nreturn nil\n}\n") is None


def test_what_a_jump_leads_to_after_a_return_is_on_the_path() -> None:
    body = "if ctx.Err() != nil {\ngoto out\n}\nreturn nil\nout:\nfail()\nreturn nil"
    assert _fail("func handle(ctx context.Context) error {\n" + body + "\n}\n") is not None


UNKNOWN_ROUTER = """package main

import (
	"context"
	"net/http"

	"example.org/router"
	"github.com/aws/aws-lambda-go/lambda"
	"github.com/awslabs/aws-lambda-go-api-proxy/httpadapter"
)

func list(w http.ResponseWriter, r *http.Request) {}

func show(w http.ResponseWriter, r *http.Request, params map[string]string) error { return nil }

func refuse(ctx context.Context, w http.ResponseWriter, err error) {}

func around(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) { next.ServeHTTP(w, r) })
}

func redirects(r *http.Request, via []*http.Request) error { return nil }

func main() {
	all := router.New(router.Redirects(redirects), router.Errors(refuse))
	all.Use(around)
	all.GET("/orders", list)
	all.GET("/orders/:id", show)
	lambda.Start(httpadapter.New(all).ProxyWithContext)
}
"""


def test_who_gets_a_function_that_answers_requests_is_a_router_whatever_library_it_is_of() -> None:
    assert set(reached(path(UNKNOWN_ROUTER))) == {"list", "show", "refuse", "around", "around$1"}


SCHEMA = """package main

import (
	"context"

	"github.com/99designs/gqlgen/graphql"
	"github.com/99designs/gqlgen/graphql/handler"
	"github.com/aws/aws-lambda-go/lambda"
	"github.com/awslabs/aws-lambda-go-api-proxy/httpadapter"
)

type root interface{ Query() queries }

type queries interface{ Posts(ctx context.Context) ([]string, error) }

type schema struct{ resolvers root }

func newSchema(r root) graphql.ExecutableSchema { return &schema{r} }

func (s *schema) Exec(ctx context.Context) graphql.ResponseHandler {
	return func(ctx context.Context) *graphql.Response {
		s.posts(ctx)
		return nil
	}
}

func (s *schema) posts(ctx context.Context) {
	graphql.GetOperationContext(ctx).ResolverMiddleware(ctx, func(ctx context.Context) (any, error) {
		return s.resolvers.Query().Posts(ctx)
	})
}

type resolver struct{}

func (resolver) Query() queries { return asked{} }

type asked struct{}

func (asked) Posts(ctx context.Context) ([]string, error) { return nil, nil }

func main() {
	lambda.Start(httpadapter.New(handler.NewDefaultServer(newSchema(resolver{}))).ProxyWithContext)
}
"""


def test_resolvers_are_on_the_path_of_a_schema_that_executes() -> None:
    found = set(reached(path(SCHEMA)))
    assert {"schema.Exec", "schema.Exec$1", "schema.posts$1", "resolver.Query", "asked.Posts"} <= found


STORED = """package main

import (
	"context"

	"github.com/aws/aws-lambda-go/lambda"
	"gorm.io/gorm"
)

var db *gorm.DB

type order struct{}

func (*order) BeforeCreate(*gorm.DB) error { return nil }

func handle(ctx context.Context, several []order, one *order) error {
	db.Create(several)
	db.Create(one)
	return nil
}

func main() {
	lambda.Start(handle)
}
"""


def test_hooks_of_one_value_are_called_though_a_list_was_stored_before() -> None:
    assert "order.BeforeCreate" in reached(path(STORED))


STARTED = """package main

import (
	"net/http"

	"github.com/mashiike/canyon"
)

func answer(w http.ResponseWriter, r *http.Request) {}

func settings() []canyon.Option {
	return []canyon.Option{canyon.WithSerializer(nil), func(o *canyon.Options) { set() }}
}

func set() {}

func main() {
	canyon.Run("queue", http.HandlerFunc(answer), settings()...)
}
"""


def test_options_of_a_starter_are_no_routes() -> None:
    assert set(reached(path(STARTED))) == {"answer"}


CHANGED = """package main

import (
	"context"

	"github.com/aws/aws-lambda-go/lambda"
	"gorm.io/gorm"
)

var db *gorm.DB

type order struct{}

func (*order) BeforeSave(*gorm.DB) error { return nil }

func (*order) BeforeCreate(*gorm.DB) error { return nil }

func (*order) BeforeUpdate(*gorm.DB) error { return nil }

func (*order) BeforeDelete(*gorm.DB) error { return nil }

func handle(ctx context.Context, one *order) error {
	return db.%s(one).Error
}

func main() {
	lambda.Start(handle)
}
"""


@pytest.mark.parametrize(
    ("change", "hooks"),
    [
        ("Create", {"BeforeSave", "BeforeCreate"}),
        ("Updates", {"BeforeSave", "BeforeUpdate"}),
        ("Save", {"BeforeSave", "BeforeCreate", "BeforeUpdate"}),
        ("Delete", {"BeforeDelete"}),
    ],
)
def test_hooks_are_those_of_the_change(change: str, hooks: set[str]) -> None:
    assert set(reached(path(CHANGED % change))) == {"handle", *(f"order.{hook}" for hook in hooks)}


KEEPS = "var held func()\n\n"


def test_what_a_long_chain_of_calls_writes_is_followed() -> None:
    chain = "".join(f"func f{n}() {{ f{n + 1}() }}\n" for n in range(3000)) + "func f3000() { held = fail }\n"
    assert _fail(KEEPS + chain + HANDLER % "f0()\nheld()") == ""


def test_what_writes_and_is_also_handed_over_by_name_runs() -> None:
    given = "func set() { held = fail }\n\nfunc unused() { set() }\n\nvar hooks = []func(){set}\n"
    assert _fail(KEEPS + given + HANDLER % "held()") == ""
