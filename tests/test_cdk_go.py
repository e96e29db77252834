"""CDK programs in Go: what is read of them, whatever way they are written, and what stays unknown."""

from __future__ import annotations

import subprocess
from collections.abc import Mapping
from pathlib import Path

import pytest

from lambdalint.fix import apply
from lambdalint.frontends import cdk_go, infrastructure
from lambdalint.model.functions import Function
from lambdalint.model.infra import InfraFacts
from lambdalint.value import Known, Unknown
from tests.toolchain import go

IMPORTS = """package main

import (
	"encoding/json"
	"fmt"
	"os"
	"strings"

	"github.com/aws/aws-cdk-go/awscdk/v2"
	"github.com/aws/aws-cdk-go/awscdk/v2/awslambda"
	"github.com/aws/aws-cdk-go/awscdk/v2/awssqs"
	lambdago "github.com/aws/aws-cdk-go/awscdklambdagoalpha/v2"
	"github.com/aws/constructs-go/constructs/v10"
	"github.com/aws/jsii-runtime-go"
)

"""
FRAME = """func main() {{
	app := awscdk.NewApp(nil)
	stack := awscdk.NewStack(app, jsii.String("Shop"), nil)
	{body}
	app.Synth(nil)
}}
"""
MOD = "module example.com/shop\n\ngo 1.24\n"


def read(files: Mapping[str, str]) -> InfraFacts:
    data = {path: text.encode() for path, text in files.items()}
    return cdk_go.read(data.get, data.get, sorted(data))


def program(body: str, beside: str = "") -> InfraFacts:
    return read({"go.mod": MOD, "main.go": IMPORTS + FRAME.format(body=body) + beside})


def functions(body: str, beside: str = "") -> dict[str, Function]:
    return {function.label: function for function in program(body, beside).functions}


def known(value: object) -> object:
    return value.value if isinstance(value, Known) else "unknown"


MAKE = 'lambdago.NewGoFunction(stack, jsii.String("F"), &lambdago.GoFunctionProps{{{0}}})'


def timed(seconds: str) -> str:
    return MAKE.format(f"Timeout: awscdk.Duration_Seconds({seconds})")


@pytest.mark.parametrize(
    ("body", "beside", "seconds"),
    [
        (MAKE.format(""), "", 3),
        (MAKE.format("Timeout: awscdk.Duration_Minutes(jsii.Number(2))"), "", 120),
        (timed("jsii.Number(9)"), "", 9),
        ("t := 9.0\n" + timed("&t"), "", 9),
        (timed("&seconds"), "var seconds = base * 2\nconst base float64 = 4", 8),
        (timed("jsii.Number(float64(seconds))"), "const (\n_ = iota + 6\nseconds\n)", 7),
        ("add := func(n float64) { " + timed("jsii.Number(n)") + " }\nadd(5)", "", 5),
        ("n := 5.0\nif true { n = 6 }\n" + timed("&n"), "", 6),
        ("n := 5.0\nn++\n" + timed("&n"), "", 6),
        ('n := 5.0\nswitch "a" { case "b": n = 6; case "a", "c": n = 7; default: n = 8 }\n' + timed("&n"), "", 7),
        (("props := &lambdago.GoFunctionProps{}\nprops.Timeout = awscdk.Duration_Seconds(jsii.Number(11))\n"
         'lambdago.NewGoFunction(stack, jsii.String("F"), props)'), "", 11),
        (("base := lambdago.GoFunctionProps{Timeout: awscdk.Duration_Seconds(jsii.Number(4))}\nown := base\n"
         'own.Timeout = nil\nlambdago.NewGoFunction(stack, jsii.String("F"), &base)'), "", 4),
        (("base := &lambdago.GoFunctionProps{Timeout: awscdk.Duration_Seconds(jsii.Number(4))}\nsame := base\n"
         'same.Timeout = awscdk.Duration_Seconds(jsii.Number(6))\n'
          'lambdago.NewGoFunction(stack, jsii.String("F"), base)'),
         "", 6),
        (("base := &lambdago.GoFunctionProps{Timeout: awscdk.Duration_Seconds(jsii.Number(4))}\nown := *base\n"
         'own.Timeout = nil\nlambdago.NewGoFunction(stack, jsii.String("F"), base)'), "", 4),
        (timed("jsii.Number(size())"), "func size() (n float64) {\nn = 12\nreturn\n}", 12),
        ("n, err := size()\nif err != nil {\npanic(err)\n}\n" + timed("jsii.Number(n)"),
         "func size() (float64, error) {\nreturn 13, nil\n}", 13),
        (timed("&seconds"), "var seconds float64\n\nfunc init() {\nseconds = 14\n}", 14),
        ("s := settings{5}\ns.change()\n" + timed("&s.n"),
         "type settings struct{ n float64 }\n\nfunc (s settings) change() {\ns.n = 6\n}", 5),
        ("s := settings{5}\ns.change()\n" + timed("&s.n"),
         "type settings struct{ n float64 }\n\nfunc (s *settings) change() {\ns.n = 6\n}", 6),
        ("t := awscdk.Duration_Seconds(jsii.Number(8))\nif t == nil {\nt = awscdk.Duration_Seconds(jsii.Number(9))\n}\n"
         + MAKE.format("Timeout: t"), "", 8),
        ('n := []float64{5}\njson.NewDecoder(os.Stdin).Decode(&n)\n' + timed("&n[0]"), "", "unknown"),
        ("n := 7 / 2\n" + timed("jsii.Number(n)"), "", "unknown"),
        ('n := 5.0\nif os.Getenv("T") != "" { n = 6 }\n' + timed("&n"), "", "unknown"),
        ('n := 5.0\njson.Unmarshal([]byte("6"), &n)\n' + timed("&n"), "", "unknown"),
        ("n := 5.0\np := &n\n*p = 6\n" + timed("p"), "", "unknown"),
        ("config := Config{Seconds: 5}\njson.Unmarshal(nil, &config)\n" + timed("jsii.Number(config.Seconds)"),
         "type Config struct { Seconds float64 }", "unknown"),
        ("limits := map[string]float64{}\n" + timed('jsii.Number(limits["F"])'), "", "unknown"),
        ("n := make([]float64, 3)\nfor i := range n { " + timed("jsii.Number(n[i])") + " }", "", "unknown"),
    ],
)  # fmt: skip
def test_a_timeout_is_followed_to_where_it_is_written(body: str, beside: str, seconds: object) -> None:
    assert known(functions(body, beside)["F"].timeout) == seconds


def test_functions_in_loops_and_methods_are_all_seen() -> None:
    found = functions(
        """
	shop := &Shop{Stack: stack, prefix: "x"}
	shop.add("A", 256)
	for name, size := range map[string]float64{"B": 512, "C": 128} {
		shop.add(name, size)
	}
	for i, name := range []string{"D", "E"} {
		shop.add(fmt.Sprintf("%s%d", strings.ToLower(name), i), 64)
	}
	for i := 0; i < 2; i++ {
		add(shop.Stack, Settings{Name: fmt.Sprint("F"), Size: float64(i+1) * 64}, "G", "H")
	}
	""",
        """
type Shop struct {
	awscdk.Stack
	prefix string
}

type Settings struct {
	Name string
	Size float64
}

func (s *Shop) add(name string, size float64) awslambda.Function {
	return add(s, Settings{s.prefix + name, size}, name)
}

func add(scope constructs.Construct, settings Settings, names ...string) awslambda.Function {
	var made awslambda.Function
	for _, name := range names {
		made = lambdago.NewGoFunction(scope, jsii.String(name), &lambdago.GoFunctionProps{
			MemorySize: jsii.Number(settings.Size),
		})
	}
	return made
}
""",
    )
    assert {name: known(function.memory) for name, function in found.items()} == {
        "A": 256,
        "B": 512,
        "C": 128,
        "d0": 64,
        "e1": 64,
        "G": 128,
        "H": 128,
    }


def test_packages_of_the_project_are_read_where_their_names_lead() -> None:
    facts = read(
        {
            "go.mod": MOD,
            "infra/cdk.json": '{"app": "go run ./cmd"}',
            "infra/cmd/main.go": "package main\n\nimport (\n\t\"example.com/shop/infra/stacks\"\n\n"
            '\t"github.com/aws/aws-cdk-go/awscdk/v2"\n)\n\n'
            'func main() {\n\tapp := awscdk.NewApp(nil)\n\tshop.Make(app, "dev", shop.Small)\n'
            '\tshop.Make(app, "prod", shop.Large)\n}\n',
            "infra/stacks/sizes.go": "package shop\n\nconst (\n\tSmall = 128.0\n\tLarge = 8 * Small\n)\n",
            "infra/stacks/stack.go": "package shop\n\nimport (\n\tcdk \"github.com/aws/aws-cdk-go/awscdk/v2\"\n"
            '\t"github.com/aws/aws-cdk-go/awscdk/v2/awslambda"\n\t"github.com/aws/jsii-runtime-go"\n)\n\n'
            "func Make(app cdk.App, id string, size float64) {\n\tstack := cdk.NewStack(app, &id, nil)\n"
            '\tawslambda.NewFunction(stack, jsii.String("Api"), &awslambda.FunctionProps{\n'
            '\t\tMemorySize: &size,\n\t\tRuntime:    awslambda.Runtime_PROVIDED_AL2023(),\n'
            '\t\tHandler:    jsii.String("bootstrap"),\n'
            '\t\tCode:       awslambda.Code_FromAsset(jsii.String("../dist"), nil),\n\t})\n}\n',
        }
    )  # fmt: skip
    assert [(f.key, known(f.memory), known(f.runtime)) for f in facts.functions] == [
        ("infra/cmd/main.go:core.App/dev/Api", 128, "provided.al2023"),
        ("infra/cmd/main.go:core.App/prod/Api", 1024, "provided.al2023"),
    ]
    package = facts.functions[0].package
    assert package is not None
    assert known(package.path) == "dist"


def test_what_is_done_with_a_construct_counts() -> None:
    facts = program(
        """
	queue := awssqs.NewQueue(stack, jsii.String("Jobs"), &awssqs.QueueProps{
		VisibilityTimeout: awscdk.Duration_Minutes(jsii.Number(3)),
	})
	worker := lambdago.NewGoFunction(stack, jsii.String("Worker"), &lambdago.GoFunctionProps{
		Entry:       jsii.String("./cmd/worker/main.go"),
		Environment: &map[string]*string{"STAGE": jsii.String("dev")},
	})
	worker.AddEnvironment(jsii.String("QUEUE"), queue.QueueUrl(), nil)
	if os.Getenv("DEBUG") != "" {
		worker.AddEnvironment(jsii.String("LEVEL"), jsii.String("debug"), nil)
	}
	awslambda.NewEventSourceMapping(stack, jsii.String("Source"), &awslambda.EventSourceMappingProps{
		Target:         worker,
		EventSourceArn: queue.QueueArn(),
		BatchSize:      jsii.Number(5),
	})
	worker.AddFunctionUrl(&awslambda.FunctionUrlOptions{AuthType: awslambda.FunctionUrlAuthType_NONE})
	"""
    )
    worker = facts.functions[0]
    assert known(worker.source) == "cmd/worker"
    assert [(entry.key.value, known(entry.value)) for entry in worker.environment.entries] == [
        ("STAGE", "dev"),
        ("QUEUE", "unknown"),
        ("LEVEL", "unknown"),
    ]
    assert not worker.environment.complete
    assert [known(queue.visibility_timeout) for queue in facts.queues] == [180]
    assert [(m.function, m.source_kind, known(m.batch_size)) for m in facts.mappings] == [(worker.key, "sqs", 5)]
    assert [(url.function, known(url.authorization)) for url in facts.urls] == [(worker.key, "NONE")]


def test_maps_that_are_put_together_are_known_where_both_are() -> None:
    found = functions(
        """
	shared := map[string]*string{"STAGE": jsii.String("dev")}
	own := map[string]*string{"TABLE": jsii.String("orders")}
	for key, value := range shared {
		own[key] = value
	}
	"""
        + MAKE.format("Environment: &own")
        + """
	all := map[string]*string{}
	fill(all)
	"""
        + MAKE.format("Environment: &all").replace('"F"', '"G"'),
        "func fill(all map[string]*string) {\n\tjson.Unmarshal(nil, all)\n}\n",
    )
    assert [entry.key.value for entry in found["F"].environment.entries] == ["TABLE", "STAGE"]
    assert found["F"].environment.complete
    assert not found["G"].environment.complete


def test_what_is_set_on_the_resource_beneath_is_not_known() -> None:
    found = functions(
        "f := "
        + MAKE.format("MemorySize: jsii.Number(512), Timeout: awscdk.Duration_Seconds(jsii.Number(5))")
        + """
	resource := f.Node().DefaultChild().(awslambda.CfnFunction)
	resource.SetTimeout(jsii.Number(20))
	resource.AddPropertyOverride(jsii.String("MemorySize"), 1024)
	"""
    )
    assert (known(found["F"].timeout), known(found["F"].memory)) == ("unknown", "unknown")


def test_a_struct_may_be_a_construct_itself() -> None:
    found = functions(
        """
	s := &shop{}
	awscdk.NewStack_Override(s, app, jsii.String("Own"), nil)
	lambdago.NewGoFunction(s, jsii.String("F"), &lambdago.GoFunctionProps{Entry: jsii.String("x")})
	""",
        "type shop struct {\n\tawscdk.Stack\n}\n",
    )
    assert found["F"].key == "main.go:core.App/Own/F"


def test_a_function_that_may_not_be_made_says_so() -> None:
    body = 'if os.Getenv("X") == "" {\nreturn\n}\n' + MAKE.format('Environment: &map[string]*string{"A": nil}')
    assert list(functions(body)) == ["F"]


def test_what_another_library_may_deploy_is_told() -> None:
    facts = read(
        {
            "go.mod": MOD,
            "main.go": 'package main\n\nimport (\n\t"example.org/kit"\n\t"github.com/aws/aws-cdk-go/awscdk/v2"\n)\n\n'
            "func main() {\n\tstack := awscdk.NewStack(awscdk.NewApp(nil), nil, nil)\n\tkit.NewService(stack)\n}\n",
        }
    )
    assert [deployment.whole for deployment in facts.deployments] == [False]
    assert "example.org/kit.NewService isn't in the project, and may deploy more" in [gap.reason for gap in facts.gaps]


def test_the_standard_library_deploys_nothing() -> None:
    facts = read(
        {
            "go.mod": MOD,
            "main.go": 'package main\n\nimport (\n\t"encoding/json"\n\t"slices"\n\n'
            '\t"github.com/aws/aws-cdk-go/awscdk/v2"\n)\n\n'
            "func main() {\n\tstack := awscdk.NewStack(awscdk.NewApp(nil), nil, nil)\n"
            "\tslices.Contains(nil, stack)\n\tjson.Unmarshal(nil, stack)\n}\n",
        }
    )
    assert [deployment.whole for deployment in facts.deployments] == [True]


def test_a_package_that_no_program_uses_is_read_with_unknown_arguments() -> None:
    facts = read(
        {
            "go.mod": MOD,
            "stacks/stack.go": 'package stacks\n\nimport (\n\t"github.com/aws/aws-cdk-go/awscdk/v2"\n'
            '\tlambdago "github.com/aws/aws-cdk-go/awscdklambdagoalpha/v2"\n\t"github.com/aws/jsii-runtime-go"\n)\n\n'
            "func Make(stack awscdk.Stack, size *float64) {\n"
            '\tlambdago.NewGoFunction(stack, jsii.String("Api"), &lambdago.GoFunctionProps{MemorySize: size})\n}\n',
        }
    )
    assert [f.label for f in facts.functions] == ["Api"]
    assert isinstance(facts.functions[0].memory, Unknown)
    assert len(facts.gaps) == 1


@pytest.mark.parametrize(
    "text",
    [
        "package main\n\nfunc main() { main() }\n",
        "package main\n\nvar a = b\nvar b = a\nfunc main() { use(a) }\n",
        "package main\n\ntype T struct { T }\nfunc main() { var t T; t.x() }\n",
        "package main\n\nfunc main() { for { } }\n",
        "package main\n\nfunc main() { for i := 0; i < 1e9; i++ { x(i) } }\n",
        "package main\n\nfunc main() { x := " + "(" * 3000 + "1" + ")" * 3000 + " }\n",
        "package main\n\nfunc main() { x := " + "f(" * 2000 + ")" * 2000 + " }\n",
        "package main\n\nfunc main() {\nselect {\ncase <-c:\n}\ngoto x\nx:\n}\n",
        "package main\n\nfunc main() { a, b := f(); c.d[1].e = *g; h(i...) ",
        'package main\n\nimport "\n\nfunc (',
    ],
)
def test_strange_programs_end_quietly(text: str) -> None:
    mark = '\nimport "github.com/aws/aws-cdk-go/awscdk/v2"\n'
    facts = read({"main.go": text.replace("package main\n", "package main\n" + mark, 1)})
    assert facts.functions == ()


LAYOUTS = [
    "&lambdago.GoFunctionProps{}",
    '&lambdago.GoFunctionProps{Entry: jsii.String("x")}',
    '&lambdago.GoFunctionProps{\n\t\tEntry: jsii.String("x"),\n\t}',
    (
        '&lambdago.GoFunctionProps{\n\t\tEntry:        jsii.String("x"), // where it is\n'
        '\t\tFunctionName: jsii.String("y"),\n\t}'
    ),
    (
        '&lambdago.GoFunctionProps{\n\t\tFunctionName: jsii.String("y"),\n\t\tEnvironment: &map[string]*string{\n'
        '\t\t\t"A": jsii.String("1"),\n\t\t},\n\t}'
    ),
    (
        '&lambdago.GoFunctionProps{\n\t\tEnvironment: &map[string]*string{\n\t\t\t"A": jsii.String("1"),\n\t\t},\n'
        '\t\tEntry: jsii.String("x"),\n\t}'
    ),
    (
        '&lambdago.GoFunctionProps{\n\t\tEntry: jsii.String("x"),\n\n\t\t// its name\n'
        '\t\tFunctionName: jsii.String("y"),\n\t}'
    ),
]


@pytest.mark.parametrize("layout", LAYOUTS)
def test_new_fields_leave_the_text_as_gofmt_does(layout: str, tmp_path: Path) -> None:
    text = IMPORTS + FRAME.format(body=f'lambdago.NewGoFunction(stack, jsii.String("F"), {layout})')
    files = {"go.mod": MOD, "main.go": text}
    function = read(files).functions[0]
    for number, value in enumerate((function.timeout, function.memory, function.runtime, function.architectures)):
        assert isinstance(value, Known)
        assert value.slot is not None
        new = (
            ("arm64",) if isinstance(value.value, tuple) else "provided.al2023" if value.value == "provided.al2" else 77
        )
        changed = apply(text.encode(), value.write(new)).decode()
        again = read({**files, "main.go": changed}).functions[0]
        assert new in (known(again.timeout), known(again.memory), known(again.runtime), known(again.architectures))
        (tmp_path / f"{number}.go").write_text(changed, encoding="utf-8")
    (tmp_path / "original.go").write_text(text, encoding="utf-8")
    run = subprocess.run([go.gofmt(), "-l", "."], cwd=tmp_path, capture_output=True, text=True)
    assert (run.stdout, run.stderr) == ("", "")


def test_nothing_is_written_with_names_that_the_file_does_not_know() -> None:
    text = (
        'package main\n\nimport (\n\tcdk "github.com/aws/aws-cdk-go/awscdk/v2"\n'
        '\tlambdago "github.com/aws/aws-cdk-go/awscdklambdagoalpha/v2"\n)\n\n'
        "func main() {\n\tstack := cdk.NewStack(cdk.NewApp(nil), nil, nil)\n"
        "\tlambdago.NewGoFunction(stack, ptr(\"F\"), &lambdago.GoFunctionProps{})\n}\n\n"
        "func ptr(text string) *string { return &text }\n"
    )  # fmt: skip
    function = read({"go.mod": MOD, "main.go": text}).functions[0]
    assert function.label == "F"
    values = (function.timeout, function.memory, function.architectures, function.tracing)
    assert [value.slot for value in values if isinstance(value, Known)] == [None] * 4


def test_a_destination_without_options_has_a_name_for_people() -> None:
    known_as = '\t"github.com/aws/aws-cdk-go/awscdk/v2/%s"\n'
    wanted = known_as % "awssns" + known_as % "awssnssubscriptions"
    main = IMPORTS.replace(known_as % "awssqs", wanted)
    body = """topic := awssns.NewTopic(stack, jsii.String("Topic"), nil)
	mail := awslambda.NewFunction(stack, jsii.String("Mail"), nil)
	topic.AddSubscription(awssnssubscriptions.NewLambdaSubscription(mail, nil))"""
    facts = read({"go.mod": MOD, "main.go": main + FRAME.format(body=body)})
    assert [(trigger.kind, trigger.label) for trigger in facts.triggers] == [("sns", "LambdaSubscription")]


@pytest.mark.parametrize(
    ("module", "opened"),
    [
        ("module example.com/app\n\nrequire github.com/aws/aws-cdk-go/awscdk/v2 v2.200.0\n", True),
        ("module example.com/app\n\nrequire github.com/aws/aws-lambda-go v1.54.0\n", False),
        ("module example.com/app\n", True),
        ("", True),
    ],
)
def test_go_files_are_opened_where_their_module_may_deploy(module: str, opened: bool) -> None:
    files = {"deploy/go.mod": module} if module else {}
    files |= {"deploy/main.go": "package main\n", "other/go.mod": "module other\n\nrequire a.b/c v1.0.0\n"}
    asked: list[str] = []

    def opening(path: str) -> bytes:
        asked.append(path)
        return files[path].encode()

    look = {path: text.encode() for path, text in files.items()}.get
    infrastructure.read(look, look, [*sorted(files), "other/x.go"], opening)
    assert asked == (["deploy/main.go"] if opened else [])
