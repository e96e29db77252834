"""What names, types and calls of Go text mean."""

from __future__ import annotations

from lambdalint.model.goast import Assign, Closure, Composite, Name, Selector, Switch, TypeName
from lambdalint.model.gotypes import Named, spell
from tests.go_universe import callees, function, nodes, program, result, types, universe


def test_import_aliases_and_dot_imports() -> None:
    loaded = program(
        '\tstorage "github.com/aws/aws-sdk-go-v2/service/s3"\n\t. "fmt"\n',
        "func handle() { storage.NewFromConfig(cfg); Println(1) }\n",
    )
    assert callees(function(loaded, "handle")) == [
        "github.com/aws/aws-sdk-go-v2/service/s3.NewFromConfig",
        "fmt.Println",
    ]


def test_methods_of_sdk_clients() -> None:
    loaded = program(
        '\t"context"\n\t"github.com/aws/aws-sdk-go-v2/config"\n\t"github.com/aws/aws-sdk-go-v2/service/s3"\n',
        """
func handle(ctx context.Context) error {
	cfg, err := config.LoadDefaultConfig(ctx)
	if err != nil {
		return err
	}
	client := s3.NewFromConfig(cfg)
	out, err := client.PutObject(ctx, &s3.PutObjectInput{})
	return err
}
""",
    )
    item = function(loaded, "handle")
    assert callees(item)[-1] == "github.com/aws/aws-sdk-go-v2/service/s3.Client.PutObject"
    found = types(item)
    assert (found["cfg"], found["client"], found["err"]) == ("aws.Config", "*s3.Client", "error")
    assert found["out"] == "*s3.PutObjectOutput"


def test_clients_of_the_first_sdk_have_their_own_names() -> None:
    loaded = program(
        '\t"github.com/aws/aws-sdk-go/aws/session"\n\t"github.com/aws/aws-sdk-go/service/dynamodb"\n',
        "var db = dynamodb.New(session.Must(session.NewSession()))\n"
        "func handle() error { _, err := db.PutItem(nil); return err }\n",
    )
    assert callees(function(loaded, "handle")) == ["github.com/aws/aws-sdk-go/service/dynamodb.DynamoDB.PutItem"]
    assert spell(loaded.variables["example.com/app.db"]) == "*dynamodb.DynamoDB"


def test_package_names_that_differ_from_their_path() -> None:
    loaded = program(
        '\t"github.com/redis/go-redis/v9"\n\t"gopkg.in/yaml.v3"\n\t"github.com/mattn/go-sqlite3"\n',
        "func handle() { redis.NewClient(nil); yaml.Marshal(1); sqlite3.Version() }\n",
    )
    assert callees(function(loaded, "handle")) == [
        "github.com/redis/go-redis/v9.NewClient",
        "gopkg.in/yaml.v3.Marshal",
        "github.com/mattn/go-sqlite3.Version",
    ]


def test_fields_of_events() -> None:
    loaded = program(
        '\t"github.com/aws/aws-lambda-go/events"\n',
        """
func handle(event events.S3Event) {
	for i, record := range event.Records {
		key := record.S3.Object.Key
		use(i, key)
	}
}
func use(i int, key string) {}
""",
    )
    found = types(function(loaded, "handle"))
    assert (found["i"], found["record"], found["key"]) == ("int", "events.S3EventRecord", "string")
    (selector,) = [
        n for n in nodes(function(loaded, "handle"), Selector) if isinstance(n, Selector) and n.name == "Key"
    ]
    assert selector.field_of == Named("github.com/aws/aws-lambda-go/events", "S3Object")


def test_the_old_context_package_is_the_context_package() -> None:
    loaded = program('\t"golang.org/x/net/context"\n', "func handle(ctx context.Context) { context.Background() }\n")
    item = function(loaded, "handle")
    assert item.parameters[0].type == Named("context", "Context")
    assert callees(item) == ["context.Background"]


def test_embedded_structs_lend_fields_and_methods() -> None:
    loaded = program(
        '\t"sync"\n',
        """
type base struct{ name string }
func (b *base) Rename(to string) { b.name = to }
type middle struct{ *base }
type outer struct {
	middle
	sync.Mutex
}
func handle() {
	var o outer
	o.Lock()
	o.Rename("x")
	n := o.name
	use(n)
}
func use(n string) {}
""",
    )
    item = function(loaded, "handle")
    assert callees(item) == ["sync.Mutex.Lock", "example.com/app.base.Rename", "example.com/app.use"]
    assert types(item)["n"] == "string"


def test_a_nearer_method_hides_an_embedded_one() -> None:
    loaded = program(
        "",
        "type a struct{}\nfunc (a) Go() {}\ntype b struct{ a }\nfunc (b) Go() {}\n"
        "func handle() { b{}.Go(); b{}.a.Go() }\n",
    )
    assert callees(function(loaded, "handle")) == ["example.com/app.b.Go", "example.com/app.a.Go"]


def test_an_unknown_embedded_type_owns_the_methods_nothing_else_has() -> None:
    loaded = program(
        '\t"example.org/base"\n',
        "type app struct{ *base.Server }\nfunc (a app) Own() {}\nfunc handle() { var a app; a.Own(); a.Serve() }\n",
    )
    assert callees(function(loaded, "handle")) == ["example.com/app.app.Own", "example.org/base.Server.Serve"]


def test_calls_through_interfaces_name_the_interface() -> None:
    loaded = program(
        "",
        """
type Reader interface{ Read() string }
type Store interface {
	Reader
	Save(string) error
}
type service struct{ store Store }
func (s *service) run() { s.store.Save(s.store.Read()) }
func handle() {}
""",
    )
    item = function(loaded, "service.run")
    assert callees(item) == ["example.com/app.Store.Save", "example.com/app.Reader.Read"]


def test_generic_functions_give_what_their_arguments_say() -> None:
    loaded = program(
        "",
        """
type page[T any] struct{ items []T }
func (p page[U]) first() U { return p.items[0] }
func one[T any](items []T) T { return items[0] }
func each[T, R any](items []T, do func(T) R) []R { return nil }
func made[T any]() page[T] { return page[T]{} }
func handle() {
	a := one([]string{"x"})
	b := each([]int{1}, func(i int) bool { return true })
	c := made[float64]()
	d := c.first()
	use(a, b, c, d)
}
func use(values ...any) {}
""",
    )
    found = types(function(loaded, "handle"))
    assert (found["a"], found["b"], found["c"], found["d"]) == ("string", "[]bool", "app.page[float64]", "float64")


def test_parameters_written_alike_mean_what_each_function_calls_a_type() -> None:
    loaded = program(
        "",
        """
type item string

func first(value item, count int) {}

func second(value item, count int) {}

func third[item any](value item, count int) {}

func fourth[item any](other []item) {}

func handle() {
	type item bool
	_ = func(value item, count int) {}
}
""",
    )
    inputs = {name: function(loaded, name).parameters for name in ("first", "second", "third", "fourth")}
    written = {name: [(one.name, spell(one.type)) for one in given] for name, given in inputs.items()}
    assert written["first"] == written["second"] == [("value", "app.item"), ("count", "int")]
    assert written["third"] == [("value", "item"), ("count", "int")]
    assert written["fourth"] == [("other", "[]item")]
    inner = function(loaded, function(loaded, "handle").closures[0].rpartition("/app.")[2])
    assert [(one.name, spell(one.type)) for one in inner.parameters] != written["first"]
    texts = [loaded.data["main.go"][one.span.start : one.span.end] for one in inputs["second"]]
    assert texts == [b"value", b"count"]
    assert inputs["first"][0].span != inputs["second"][0].span


def test_a_generic_function_may_be_passed_with_its_type() -> None:
    loaded = program("", "type in struct{}\nfunc of[T any](event T) error { return nil }\nvar handle = of[in]\n")
    assert spell(loaded.variables["example.com/app.handle"]) == "func(app.in) error"


def test_aliases_are_what_they_stand_for() -> None:
    loaded = universe(
        {
            "go.mod": "module example.com/app\n",
            "main.go": 'package main\nimport (\n\t"github.com/aws/aws-lambda-go/lambda"\n\t"example.com/app/kinds"\n)\n'
            "func main() { lambda.Start(handle) }\nfunc handle(e kinds.Event) error { return e.Check() }\n",
            "kinds/kinds.go": "package kinds\n\ntype Event = event\ntype event struct{ ID string }\n"
            "func (e event) Check() error { return nil }\ntype loop = other\ntype other = loop\n",
        }
    )
    item = function(loaded, "handle")
    assert item.parameters[0].type == Named("example.com/app/kinds", "event")
    assert callees(item) == ["example.com/app/kinds.event.Check"]


def test_locals_hide_packages_and_outer_names() -> None:
    loaded = program(
        '\t"os"\n',
        """
type fake struct{}
func (fake) Exit(code int) {}
func handle() {
	os.Exit(1)
	os := fake{}
	os.Exit(2)
	x := 1
	if x := "inner"; x != "" {
		use(x)
	}
	use(x)
}
func use(v any) {}
""",
    )
    item = function(loaded, "handle")
    assert callees(item)[:2] == ["os.Exit", "example.com/app.fake.Exit"]
    inner, outer = (call.arguments[0] for call in item.calls if call.callee and call.callee.name == "use")
    assert isinstance(inner, Name)
    assert isinstance(outer, Name)
    assert (spell(inner.type), spell(outer.type)) == ("string", "int")
    assert inner.ref != outer.ref


def test_a_short_declaration_keeps_names_of_its_scope() -> None:
    loaded = program(
        "",
        "func two() (int, error) { return 0, nil }\nfunc handle() (err error) {\n\ta, err := two()\n\tb, err := two()\n"
        "\tuse(a, b)\n\treturn err\n}\nfunc use(a, b int) {}\n",
    )
    item = function(loaded, "handle")
    refs = {n.ref for n in nodes(item, Name) if isinstance(n, Name) and n.name == "err"}
    assert refs == {item.results[0].ref}


def test_function_literals_are_functions_that_share_locals() -> None:
    loaded = program(
        "",
        """
func handle() {
	n := 1
	func() {
		m := n
		func() { use(m) }()
	}()
	go func(n string) { use(n) }("x")
}
func use(v any) {}
""",
    )
    item = function(loaded, "handle")
    assert item.closures == ("example.com/app.handle$1", "example.com/app.handle$2")
    first = function(loaded, "handle$1")
    assert (first.parent, first.closures) == ("example.com/app.handle", ("example.com/app.handle$1$1",))
    assert callees(function(loaded, "handle$1$1")) == ["example.com/app.use"]
    (closure,) = [n for n in nodes(first, Closure) if isinstance(n, Closure)]
    assert closure.function == "example.com/app.handle$1$1"
    outer = next(n for n in nodes(item, Name) if isinstance(n, Name) and n.name == "n")
    inner = next(n for n in nodes(first, Name) if isinstance(n, Name) and n.name == "n")
    parameter = function(loaded, "handle$2").parameters[0]
    assert outer.ref == inner.ref
    assert parameter.ref not in ("", outer.ref)


def test_type_switches_give_each_clause_its_type() -> None:
    loaded = program(
        "",
        """
type failure struct{}
func (*failure) Explain() string { return "" }
func handle(v any) {
	switch x := v.(type) {
	case string:
		text(x)
	case *failure:
		x.Explain()
	case int, bool:
		other(x)
	}
}
func text(s string) {}
func other(v any) {}
""",
    )
    item = function(loaded, "handle")
    assert callees(item) == ["example.com/app.text", "example.com/app.failure.Explain", "example.com/app.other"]
    assert [
        spell(c.arguments[0].type) for c in item.calls if c.arguments and not isinstance(c.arguments[0], TypeName)
    ] == [
        "string",
        "any",
    ]
    (switch,) = [n for n in nodes(item, Switch) if isinstance(n, Switch)]
    assert switch.types
    assert [spell(v.type) for v in switch.cases[2].values if isinstance(v, TypeName)] == ["int", "bool"]


def test_values_taken_out_of_other_values() -> None:
    loaded = program(
        '\t"strings"\n',
        """
type item struct{ tags map[string][]byte }
func handle(items []*item, ch chan item, v any) {
	a := items[0]
	b, ok := a.tags["x"]
	c := <-ch
	d := v.(*item)
	e := *d
	f := &e
	g := strings.Split("a,b", ",")[1:]
	h := len(g)
	i := append(items, f)
	j := new(item)
	k := make(map[item]bool)
	l := [...]string{"x"}
	use(a, b, ok, c, d, e, f, g, h, i, j, k, l)
}
func use(values ...any) {}
""",
    )
    found = types(function(loaded, "handle"))
    assert {name: found[name] for name in "abcdefghijkl"} == {
        "a": "*app.item",
        "b": "[]byte",
        "c": "app.item",
        "d": "*app.item",
        "e": "app.item",
        "f": "*app.item",
        "g": "[]string",
        "h": "int",
        "i": "[]*app.item",
        "j": "*app.item",
        "k": "map[app.item]bool",
        "l": "[?]string",
    }
    assert found["ok"] == "bool"


def test_conversions_are_no_calls() -> None:
    loaded = program(
        '\t"time"\n\t"net/http"\n\t"github.com/aws/aws-sdk-go-v2/service/sqs/types"\n',
        """
type kind string
func serve(w http.ResponseWriter, r *http.Request) {}
func handle() {
	use(kind("x"), time.Duration(3), []byte("y"), (*kind)(nil), http.HandlerFunc(serve), types.QueueAttributeName("z"))
}
func use(values ...any) {}
""",
    )
    item = function(loaded, "handle")
    assert callees(item) == ["example.com/app.use"]
    assert [spell(argument.type) for argument in item.calls[0].arguments] == [
        "app.kind",
        "time.Duration",
        "[]byte",
        "*app.kind",
        "http.HandlerFunc",
        "types.QueueAttributeName",
    ]


def test_constants_fold_across_packages() -> None:
    loaded = universe(
        {
            "go.mod": "module example.com/app\n",
            "main.go": 'package main\nimport (\n\t"github.com/aws/aws-lambda-go/lambda"\n\t"example.com/app/env"\n)\n'
            'const table = env.Prefix + "TABLE"\n\nfunc main() { lambda.Start(handle) }\n'
            'func handle() { const suffix = "_NAME"; use(table + suffix, env.Third, -env.Third, env.Size) }\n'
            "func use(v ...any) {}\n",
            "env/env.go": 'package env\n\nconst Prefix = app + "_"\nconst app = `APP`\n'
            "const (\n\tFirst = iota\n\tSecond\n\tThird\n)\nconst Size = 4 << 10\nconst Loop = Loop + 1\n",
        }
    )
    values = [getattr(argument, "value", None) for argument in function(loaded, "handle").calls[0].arguments]
    assert values == ["APP_TABLE_NAME", 2, -2, 4096]
    assert loaded.constants["example.com/app.table"] == "APP_TABLE"
    assert loaded.constants["example.com/app/env.Loop"] is None


def test_constants_of_the_standard_library() -> None:
    loaded = program(
        '\t"net/http"\n\t"time"\n', "func handle() { use(http.StatusOK, 3*time.Second) }\nfunc use(v ...any) {}\n"
    )
    status, wait = function(loaded, "handle").calls[0].arguments
    assert isinstance(status, Selector)
    assert status.ref == "const:net/http.StatusOK"
    assert status.value == 200
    assert (spell(wait.type), getattr(wait, "value", None)) == ("time.Duration", 3_000_000_000)


def test_package_variables_have_initialisers() -> None:
    loaded = program(
        '\t"os"\n\t"database/sql"\n',
        'var a, b = os.Getenv("A"), os.Getenv("B")\nvar db, err = sql.Open("x", "y")\nvar plain *sql.DB\n'
        "var _ = register()\nfunc register() bool { return true }\nfunc init() { a = b }\nfunc init() {}\n"
        "func handle() { db.Ping() }\n",
    )
    keys = [key.partition("app.")[2] for key in loaded.packages["example.com/app"].functions]
    assert [key for key in keys if key.startswith(("var", "init"))] == [
        "var a", "var b", "var db", "var _", "init", "init#2",
    ]  # fmt: skip
    (assign,) = [n for n in nodes(function(loaded, "var b"), Assign) if isinstance(n, Assign)]
    assert [n.ref for n in assign.targets if isinstance(n, Name)] == ["var:example.com/app.b"]
    assert callees(function(loaded, "handle")) == ["database/sql.DB.Ping"]
    assert spell(loaded.variables["example.com/app.err"]) == "error"


def test_composite_literals_know_their_fields_and_elements() -> None:
    loaded = program(
        '\t"github.com/aws/aws-lambda-go/events"\n',
        """
type point struct{ X, Y int }
const key = "k"
func handle() {
	use(point{X: 1}, []point{{1, 2}}, map[string]*point{key: {Y: 3}}, events.APIGatewayProxyResponse{StatusCode: 200})
}
func use(v ...any) {}
""",
    )
    item = function(loaded, "handle")
    found = [n for n in nodes(item, Composite) if isinstance(n, Composite)]
    assert [spell(n.type) for n in found] == [
        "app.point", "[]app.point", "app.point", "map[string]*app.point", "app.point", "events.APIGatewayProxyResponse",
    ]  # fmt: skip
    assert [e.field for n in found for e in n.elements] == ["X", "", "", "", "", "Y", "StatusCode"]
    assert found[3].elements[0].key is not None
    assert getattr(found[3].elements[0].key, "value", None) == "k"


def test_types_declared_in_functions_are_types() -> None:
    loaded = program(
        "", "func handle() {\n\ttype event struct{ ID string }\n\tvar e event\n\tuse(e.ID)\n}\nfunc use(s string) {}\n"
    )
    item = function(loaded, "handle")
    assert types(item)["e"] == "app.handle.event"
    assert spell(item.calls[0].arguments[0].type) == "string"


def test_methods_as_values_and_method_expressions() -> None:
    loaded = program(
        "",
        "type app struct{}\nfunc (a *app) Handle(n int) error { return nil }\n"
        "var handle = (&app{}).Handle\nvar expression = (*app).Handle\n",
    )
    assert spell(loaded.variables["example.com/app.handle"]) == "func(int) error"
    assert spell(loaded.variables["example.com/app.expression"]) == "func(*app.app, int) error"


def test_chained_calls_keep_their_types() -> None:
    loaded = program(
        '\t"github.com/rs/zerolog/log"\n\t"context"\n\t"time"\n',
        "func handle(ctx context.Context) {\n\tctx, cancel := context.WithTimeout(ctx, time.Second)\n\tdefer cancel()\n"
        '\tlog.Fatal().Err(ctx.Err()).Msg("x")\n}\n',
    )
    item = function(loaded, "handle")
    assert callees(item)[-4:] == [
        "github.com/rs/zerolog/log.Fatal",
        "github.com/rs/zerolog.Event.Err",
        "github.com/rs/zerolog.Event.Msg",
        "context.Context.Err",
    ]
    assert result(item, "WithTimeout") == "(context.Context, context.CancelFunc)"


def test_iterators_give_what_they_yield() -> None:
    loaded = program(
        "",
        "func pairs(yield func(string, bool) bool) {}\n"
        "func handle() {\n\tfor k, v := range pairs {\n\t\tuse(k, v)\n\t}\n"
        "\tfor i := range 3 {\n\t\tuse(i)\n\t}\n}\nfunc use(v ...any) {}\n",
    )
    found = types(function(loaded, "handle"))
    assert (found["k"], found["v"], found["i"]) == ("string", "bool", "int")
