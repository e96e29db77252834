"""What is handed to the runtime client: which function Lambda calls, and what can't be a handler."""

from __future__ import annotations

import pytest

from lambdalint.model.code import Handler
from tests.go_project import path, program, reached, read

HEAD = """package main

import (
	"context"
	"net/http"
	"os"

	"github.com/aws/aws-lambda-go/cfn"
	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"
	ginadapter "github.com/awslabs/aws-lambda-go-api-proxy/gin"
	"github.com/awslabs/aws-lambda-go-api-proxy/httpadapter"
	"github.com/gin-gonic/gin"
	"go.opentelemetry.io/contrib/instrumentation/github.com/aws/aws-lambda-go/otellambda"
)

type handlerFunc = func(context.Context, events.SQSEvent) error

func handle(ctx context.Context, event events.SQSEvent) error { return nil }

func tell(ctx context.Context, event events.SNSEvent) error { return nil }

type app struct{ run handlerFunc }

func (a *app) Handle(ctx context.Context, event events.SQSEvent) error { return nil }

func newApp() *app { return &app{run: handle} }

type raw struct{}

func (*raw) Invoke(ctx context.Context, payload []byte) ([]byte, error) { return nil, nil }

func factory() (handlerFunc, error) { return handle, nil }

func literal() handlerFunc { return func(ctx context.Context, event events.SQSEvent) error { return nil } }

func around(next handlerFunc) handlerFunc {
	return func(ctx context.Context, event events.SQSEvent) error { return next(ctx, event) }
}

func chain(last handlerFunc, all ...func(handlerFunc) handlerFunc) handlerFunc {
	for _, one := range all {
		last = one(last)
	}
	return last
}

func generic[E any](ctx context.Context, event E) (string, error) { return "", nil }

func resource(ctx context.Context, event cfn.Event) (string, map[string]any, error) { return "", nil, nil }

func word() string { return "" }

func begin(handler any) { lambda.Start(handler) }

type bytesFunc func(context.Context, []byte) ([]byte, error)

func (f bytesFunc) Invoke(ctx context.Context, payload []byte) ([]byte, error) { return f(ctx, payload) }

func bytes(ctx context.Context, payload []byte) ([]byte, error) { return nil, nil }

func timed(next lambda.Handler) lambda.Handler {
	return bytesFunc(func(ctx context.Context, payload []byte) ([]byte, error) { return next.Invoke(ctx, payload) })
}

type starters struct{ start func(any) }

func page(w http.ResponseWriter, r *http.Request) {}

var (
	kept   = handle
	circle = round
	round  = circle
	inline = func(ctx context.Context) error { return nil }
	runs   = func(handler any) { lambda.Start(handler) }
	starts = lambda.Start
)

"""

FUNCTIONS = {
    "lambda.Start(handle)": "handle",
    "lambda.StartWithOptions(handle, lambda.WithContext(context.Background()))": "handle",
    "lambda.StartWithContext(context.Background(), handle)": "handle",
    "lambda.StartHandlerFunc(generic[events.SQSEvent])": "generic",
    "lambda.StartHandler(lambda.NewHandler(handle))": "handle",
    "made := lambda.NewHandlerWithOptions(handle); lambda.Start(made)": "handle",
    "lambda.StartHandler(&raw{})": "raw.Invoke",
    "lambda.Start(&raw{})": "raw.Invoke",
    "lambda.Start((&app{}).Handle)": "app.Handle",
    "lambda.Start(newApp().Handle)": "app.Handle",
    "lambda.Start(newApp().run)": "handle",
    "lambda.Start(func(ctx context.Context) error { return nil })": "main$1",
    "lambda.Start(kept)": "kept",
    "lambda.Start(inline)": "var inline$1",
    "lambda.Start(literal())": "literal$1",
    "made, err := factory(); if err != nil { panic(err) }; lambda.Start(made)": "handle",
    "lambda.Start(handlerFunc(handle))": "handle",
    "begin(handle)": "handle",
    "runs(handle)": "handle",
    "run := func(handler handlerFunc) { lambda.Start(handler) }; run(handle)": "handle",
    "starts(handle)": "handle",
    "held := starters{start: lambda.Start}; held.start(handle)": "handle",
    "defer lambda.Start(handle)": "handle",
    'if os.Getenv("AWS_LAMBDA_RUNTIME_API") == "" { return }; lambda.Start(handle)': "handle",
}


def _only(main: str) -> Handler:
    (found,) = read(HEAD + f"func main() {{ {main} }}\n").handlers
    return found


def _name(handler: Handler) -> str:
    return handler.function.key.rpartition("/")[2].partition(".")[2] if handler.function is not None else ""


@pytest.mark.parametrize(("main", "name"), FUNCTIONS.items(), ids=FUNCTIONS.keys())
def test_the_handler_is_found(main: str, name: str) -> None:
    found = _only(main)
    assert _name(found) == ("handle" if name == "kept" else name)
    assert found.kind == "func"
    assert not found.wrapped


KINDS = {
    "lambda.Start(nil)": "nil",
    'lambda.Start("handle")': "string",
    "lambda.Start(app{})": "struct",
    "lambda.Start(&app{})": "pointer",
    "lambda.Start(raw{})": "struct",
    "lambda.Start(handle(context.Background(), events.SQSEvent{}))": "called",
    "lambda.Start(word())": "called",
    "lambda.Start(somewhere.Handler())": "unknown",
    "lambda.Start(circle)": "unknown",
}


@pytest.mark.parametrize(("main", "kind"), KINDS.items(), ids=KINDS.keys())
def test_what_is_no_handler_is_told_by_its_kind(main: str, kind: str) -> None:
    found = _only(main)
    assert (found.kind, found.function) == (kind, None)


@pytest.mark.parametrize(
    ("main", "name"),
    [
        ("lambda.Start(otellambda.InstrumentHandler(handle))", "handle"),
        ("lambda.Start(cfn.LambdaWrap(resource))", "resource"),
        ("lambda.Start(otellambda.Unheard(handle))", "handle"),
    ],
)
def test_wrappers_of_libraries_are_seen_through(main: str, name: str) -> None:
    found = _only(main)
    assert (_name(found), found.wrapped) == (name, True)


def test_a_middleware_of_the_project_is_the_handler_and_runs_what_it_wraps() -> None:
    text = HEAD + "func main() { lambda.Start(around(handle)) }\n"
    assert list(reached(path(text))) == ["around$1", "handle"]


def test_a_function_type_that_is_a_handler_runs_the_function_that_the_value_is() -> None:
    text = HEAD + "func main() { lambda.Start(timed(bytesFunc(bytes))) }\n"
    assert set(reached(path(text))) == {"bytesFunc.Invoke", "timed$1", "bytes"}


def test_a_chain_of_middlewares_is_one_handler() -> None:
    text = HEAD + "func main() { lambda.Start(chain(handle, around)) }\n"
    assert list(reached(path(text))) == ["around$1", "handle"]


def test_each_use_of_a_middleware_has_its_own_path() -> None:
    text = HEAD + "func more(ctx context.Context, event events.SQSEvent) error { return nil }\n"
    text += 'func main() {\nif os.Getenv("A") == "a" { lambda.Start(around(handle)) }\nlambda.Start(around(more))\n}\n'
    assert [set(reached(one)) for one in read(text).paths] == [{"around$1", "handle"}, {"around$1", "more"}]


@pytest.mark.parametrize(
    "main",
    [
        'switch os.Getenv("TASK") { case "a": lambda.Start(handle); case "b": lambda.Start(tell) }',
        'var chosen any = handle; if os.Getenv("TASK") == "b" { chosen = tell }; lambda.Start(chosen)',
        'all := map[string]any{"a": handle, "b": tell}; lambda.Start(all[os.Getenv("TASK")])',
    ],
)
def test_several_handlers_of_one_program(main: str) -> None:
    code = read(HEAD + f"func main() {{ {main} }}\n")
    assert [_name(handler) for handler in code.handlers] == ["handle", "tell"]


def test_routes_are_on_the_path_of_an_adapter() -> None:
    text = HEAD + 'func main() {\nmux := http.NewServeMux()\nmux.HandleFunc("/", page)\n'
    text += "lambda.Start(httpadapter.NewV2(mux).ProxyWithContext)\n}\n"
    (handler,) = read(text).handlers
    assert handler.wrapped
    assert handler.type is not None
    assert handler.type.parameters[1] == ("github.com/aws/aws-lambda-go/events", "APIGatewayV2HTTPRequest", ())
    assert "page" in reached(path(text))


def test_routes_are_on_the_path_of_a_handler_that_proxies_and_gin_recovers() -> None:
    text = (
        HEAD
        + """
var proxy *ginadapter.GinLambda

func show(c *gin.Context) { panic("no") }

func init() {
	router := gin.Default()
	router.GET("/", show)
	proxy = ginadapter.New(router)
}

func serve(ctx context.Context, request events.APIGatewayProxyRequest) (events.APIGatewayProxyResponse, error) {
	return proxy.ProxyWithContext(ctx, request)
}

func main() { lambda.Start(serve) }
"""
    )
    found = path(text)
    assert reached(found) == {"serve": "", "show": "recovered"}
    route = next(one.route for one in found.reached if one.function.name == "show")
    assert [hop.caller.rpartition(".")[2] for hop in route] == ["serve"]


def test_a_starter_makes_a_program_without_a_signature() -> None:
    text = """package main

import (
	"net/http"

	"github.com/akrylysov/algnhsa"
)

func page(w http.ResponseWriter, r *http.Request) {}

func main() {
	http.HandleFunc("/", page)
	algnhsa.ListenAndServe(http.DefaultServeMux, nil)
}
"""
    (entry,) = program(text).entries
    assert entry.starter
    assert entry.name == "algnhsa.ListenAndServe"
    assert "page" in reached(path(text))


@pytest.mark.parametrize(
    "line", ['lc "github.com/aws/aws-lambda-go/lambda"', '. "github.com/aws/aws-lambda-go/lambda"']
)
def test_the_import_may_have_any_name(line: str) -> None:
    call = "lc.Start" if line.startswith("lc") else "Start"
    text = (
        f"package main\n\nimport {line}\n\nfunc handle() error {{ return nil }}\n\nfunc main() {{ {call}(handle) }}\n"
    )
    assert [_name(handler) for handler in read(text).handlers] == ["handle"]


def test_the_call_may_be_in_another_package() -> None:
    helper = (
        'package boot\n\nimport "github.com/aws/aws-lambda-go/lambda"\n\n'
        "func Run(handler any) { lambda.Start(handler) }\n\nfunc Other(handler any) { lambda.Start(handler) }\n"
    )
    main = (
        'package main\n\nimport "example.com/x/boot"\n\nfunc handle() error { return nil }\n\n'
        "func main() { boot.Run(handle) }\n"
    )
    code = read({"boot/boot.go": helper, "cmd/main.go": main})
    assert [(one.folder, len(one.entries)) for one in code.programs] == [("cmd", 1)]
    assert [_name(handler) for handler in code.handlers] == ["handle"]


def test_a_main_package_that_never_starts_the_client_is_no_program() -> None:
    text = 'package main\n\nimport "github.com/aws/aws-lambda-go/events"\n\nvar e events.SQSEvent\n\nfunc main() {}\n'
    assert read(text).programs == ()


def test_a_resource_provider_is_a_program_without_handlers() -> None:
    text = (
        'package main\n\nimport "github.com/aws-cloudformation/cloudformation-cli-go-plugin/cfn"\n\n'
        "type Handler struct{}\n\nfunc (h *Handler) Create(request any) any { panic(request) }\n\n"
        "func main() { cfn.Start(&Handler{}) }\n"
    )
    found = program(text)
    assert [entry.name for entry in found.entries] == ["cfn.Start"]
    assert found.handlers == ()
