"""CDK programs in TypeScript: what is read of them, whatever way they are written, and what stays unknown."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from lambdalint.frontends import cdk_ts
from lambdalint.model.functions import Function
from lambdalint.model.infra import InfraFacts
from lambdalint.value import Known, Unknown

IMPORTS = """import * as cdk from 'aws-cdk-lib';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as path from 'path';
import { GoFunction } from '@aws-cdk/aws-lambda-go-alpha';
const app = new cdk.App();
const stack = new cdk.Stack(app, 'Shop');
"""


def read(files: Mapping[str, str]) -> InfraFacts:
    data = {path: text.encode() for path, text in files.items()}
    facts, broken = cdk_ts.read(data.get, data.get, sorted(data))
    assert broken == ()
    return facts


def functions(body: str, **others: str) -> dict[str, Function]:
    facts = read({"app.ts": IMPORTS + body, **others})
    return {function.label: function for function in facts.functions}


def timeout(body: str) -> object:
    value = functions("import { Duration } from 'aws-cdk-lib';\n" + body)["F"].timeout
    return value.value if isinstance(value, Known) else "unknown"


@pytest.mark.parametrize(
    ("body", "seconds"),
    [
        ("new GoFunction(stack, 'F', { entry: 'x' });", 3),
        ("new GoFunction(stack, 'F', { entry: 'x', timeout: Duration.minutes(2) });", 120),
        ("const t = Duration.seconds(9);\nnew GoFunction(stack, 'F', { entry: 'x', timeout: t });", 9),
        ("const base = { timeout: Duration.seconds(7) };\nnew GoFunction(stack, 'F', { entry: 'x', ...base });", 7),
        ("const f = (k: any, n = 8) => new GoFunction(stack, k, { timeout: Duration.seconds(n) });\nf('F');", 8),
        ("const f = (n: number) => new GoFunction(stack, 'F', { timeout: Duration.seconds(n * 2) });\nf(4);", 8),
        ("let n = 5;\nif (true) { n = 6; }\nnew GoFunction(stack, 'F', { timeout: Duration.seconds(n) });", 6),
        ("const props: any = {};\nprops.timeout = Duration.seconds(11);\nnew GoFunction(stack, 'F', props);", 11),
        ("Object.entries({ F: 9 }).map(([k, n]) => new GoFunction(stack, k, { timeout: Duration.seconds(n) }));", 9),
        ("const n = process.env.T ? 1 : 2;\nnew GoFunction(stack, 'F', { timeout: Duration.seconds(n) });", "unknown"),
        ("let n = 5;\nif (process.env.T) { n = 6; }\nnew GoFunction(stack, 'F', { timeout: Duration.seconds(n) });",
         "unknown"),
        ("function load(): any { return JSON.parse('{}'); }\nnew GoFunction(stack, 'F', load());", "unknown"),
        ("new GoFunction(stack, 'F', { timeout: Duration.seconds(3), ...(global as any).more });", "unknown"),
        ("new GoFunction(stack, 'F', { timeout: Duration.seconds(Math.max(5, Math.floor(7.5))) });", 7),
        ("enum Wait { Short = 4, Long }\nnew GoFunction(stack, 'F', { timeout: Duration.seconds(Wait.Long) });", 5),
        ("enum S { A = 'a', B = 'b' }\nnew GoFunction(stack, 'F', { ...(S.B === 'b' ? {} : { x }) });", 3),
        ("export const enum A { X = (global as any).n, Y }\nnew GoFunction(stack, 'F', A.Y ?? {});", "unknown"),
        ("declare enum A { X }\nnew GoFunction(stack, 'F', { timeout: Duration.seconds(A.X) });", "unknown"),
        ("new GoFunction(stack, 'F', { timeout: Duration.seconds(Math.round(2.5)) });", 3),
        ("new GoFunction(stack, 'F', { timeout: Duration.seconds(parseInt('12', 10) + Number('1')) });", 13),
        ("new GoFunction(stack, 'F', { timeout: Duration.seconds(Math.floor(1e309)) });", "unknown"),
        ("new GoFunction(stack, 'F', { timeout: Duration.seconds(Math.min(5, (global as any).n)) });", "unknown"),
        ("new GoFunction(stack, 'F', { timeout: Duration.seconds(parseInt('0x10', 16)) });", "unknown"),
        ("new GoFunction(stack, 'F', { ...(global as any).more, timeout: Duration.seconds(4) });", 4),
    ],
)  # fmt: skip
def test_a_timeout_is_followed_to_where_it_is_written(body: str, seconds: object) -> None:
    assert timeout(body) == seconds


def test_functions_in_loops_and_classes_are_all_seen() -> None:
    found = functions(
        """
        class Worker extends GoFunction {
          constructor(scope: any, id: string, private readonly size: number) {
            super(scope, id, { entry: 'x', memorySize: size });
          }
        }
        for (const [id, size] of [['A', 256], ['B', 512]] as const) { new Worker(stack, id, size); }
        ['C', 'D'].map((id) => new Worker(stack, id, 128));
        for (let i = 0; i < 2; i++) { new Worker(stack, `E${i}`, i * 64); }
        """
    )
    assert {name: function.memory.value for name, function in found.items() if isinstance(function.memory, Known)} == {
        "A": 256,
        "B": 512,
        "C": 128,
        "D": 128,
        "E0": 0,
        "E1": 64,
    }


def test_the_program_that_cdk_json_names_decides_which_stacks_there_are() -> None:
    facts = read(
        {
            "infra/cdk.json": '{"app": "npx ts-node --prefer-ts-exts bin/app.ts"}',
            "infra/bin/app.ts": "import { App } from 'aws-cdk-lib';\nimport { Shop } from '../lib';\n"
            "const app = new App();\nnew Shop(app, 'dev', 128);\nnew Shop(app, 'prod', 1024);",
            "infra/lib/index.ts": "export * from './shop';",
            "infra/lib/shop.ts": "import * as path from 'node:path';\nimport { Stack } from 'aws-cdk-lib';\n"
            "import { aws_lambda as lambda } from 'aws-cdk-lib';\n"
            "export class Shop extends Stack {\n  constructor(scope: any, id: string, size: number) {\n"
            "    super(scope, id);\n    new lambda.Function(this, 'Api', { memorySize: size,\n"
            "      runtime: lambda.Runtime.PROVIDED_AL2023, handler: 'bootstrap',\n"
            "      code: lambda.Code.fromAsset(path.join(__dirname, '..', 'dist')) });\n  }\n}",
        }
    )
    assert [(f.key, getattr(f.memory, "value", None)) for f in facts.functions] == [
        ("infra/bin/app.ts:core.App/dev/Api", 128),
        ("infra/bin/app.ts:core.App/prod/Api", 1024),
    ]
    package = facts.functions[0].package
    assert package is not None
    assert isinstance(package.path, Known)
    assert package.path.value == "infra/dist"


def test_a_stack_that_nothing_makes_is_read_by_its_defaults() -> None:
    facts = read(
        {
            "lib/shop.ts": "import { Stack } from 'aws-cdk-lib';\n"
            "import { GoFunction } from '@aws-cdk/aws-lambda-go-alpha';\n"
            "export class Shop extends Stack {\n  constructor(scope: any, id: string, props: any) {\n"
            "    super(scope, id, props);\n"
            "    new GoFunction(this, 'Api', { entry: 'x', memorySize: props.size });\n  }\n}",
        }
    )
    assert [f.label for f in facts.functions] == ["Api"]
    assert isinstance(facts.functions[0].memory, Unknown)


def test_what_go_function_does_by_itself() -> None:
    function = functions("new GoFunction(stack, 'F', { entry: path.join(__dirname, 'cmd/api/main.go') });")["F"]
    assert isinstance(function.runtime, Known)
    assert function.runtime.value == "provided.al2"
    assert function.runtime.default
    assert function.handler_derived
    assert isinstance(function.source, Known)
    assert function.source.value == "cmd/api"


def test_variables_given_later_belong_to_the_function() -> None:
    function = functions(
        "const f = new GoFunction(stack, 'F', { entry: 'x', environment: { A: '1' } });\n"
        "f.addEnvironment('B', '2');\nif (process.env.C) { f.addEnvironment('C', '3'); }"
    )["F"]
    assert [entry.key.value for entry in function.environment.entries] == ["A", "B", "C"]
    assert isinstance(function.environment.entries[2].value, Unknown)
    assert not function.environment.complete


def test_a_function_made_under_a_condition_has_all_that_is_done_there() -> None:
    function = functions(
        "if (process.env.X) {\n  const f = new GoFunction(stack, 'F', { entry: 'x' });\n"
        "  f.addEnvironment('A', '1');\n}"
    )["F"]
    assert function.environment.complete
    assert isinstance(function.environment.entries[0].value, Known)


def test_grants_make_a_role_complete_only_when_they_are_understood() -> None:
    body = """
    const understood = new GoFunction(stack, 'A', { entry: 'x' });
    const doubtful = new GoFunction(stack, 'B', { entry: 'x' });
    const bucket = new (require('aws-cdk-lib/aws-s3').Bucket)(stack, 'Bucket');
    bucket.grantRead(understood);
    bucket.grantSomethingNew(doubtful);
    """
    facts = read({"app.ts": IMPORTS + body})
    roles = {role.label: role for role in facts.roles}
    assert roles["A"].complete
    assert not roles["B"].complete
    actions = [a.value for p in roles["A"].policies for s in p.statements for a in s.actions if isinstance(a, Known)]
    assert "s3:GetObject*" in actions


def test_triggers_of_functions_and_their_aliases() -> None:
    body = """
    import * as apigateway from 'aws-cdk-lib/aws-apigateway';
    import * as events from 'aws-cdk-lib/aws-events';
    import * as targets from 'aws-cdk-lib/aws-events-targets';
    const f = new GoFunction(stack, 'F', { entry: 'x' });
    const live = new lambda.Alias(stack, 'Live', { aliasName: 'live', version: f.currentVersion });
    const api = new apigateway.RestApi(stack, 'Api');
    api.root.addResource('a').addMethod('GET', new apigateway.LambdaIntegration(live));
    new events.Rule(stack, 'Nightly', {
      schedule: events.Schedule.rate(cdk.Duration.days(1)),
      targets: [new targets.LambdaFunction(f)],
    });
    """
    facts = read({"app.ts": IMPORTS + body})
    key = facts.functions[0].key
    assert {(t.kind, t.function) for t in facts.triggers} == {("rest-api", key), ("schedule", key)}
    assert [(r.kind, r.function) for r in facts.routes] == [("rest-api", key)]


@pytest.mark.parametrize(
    "body",
    [
        "function f(): any { return f(); }\nnew GoFunction(stack, 'F', f());",
        "while (true) { new GoFunction(stack, 'F', { entry: 'x' }); }",
        "for (let i = 0; i < 1e9; i++) { for (let j = 0; j < 1e9; j++) { cdk.Tags.of(stack); } }",
        "class A extends A {}\nnew A();",
        "const x = " + "(" * 5000 + "1" + ")" * 5000 + ";",
        "const x = " + "[" * 3000 + "]" * 3000 + ";",
        "const x = 'a'" + " + 'a'" * 4000 + ";",
        "const o: any = {};\no.o = o;\nnew GoFunction(stack, 'F', { ...o, environment: o });",
        "new GoFunction(stack, 'F', { entry: 'x', environment: { A: ",
        "import { a } from './app';\nexport const a = a;",
        "new GoFunction(stack",
        "\x00\xff`${`${`",
    ],
)
def test_hostile_programs_end_quietly(body: str) -> None:
    facts = read({"app.ts": IMPORTS + body})
    assert len(facts.deployments) == 1


def test_modules_that_import_each_other_are_read_once() -> None:
    facts = read(
        {
            "app.ts": IMPORTS + "import { make } from './a';\nmake(stack);",
            "a.ts": "import { name } from './b';\nimport { GoFunction } from '@aws-cdk/aws-lambda-go-alpha';\n"
            "export function make(scope: any) { return new GoFunction(scope, name(), { entry: 'x' }); }",
            "b.ts": "import { make } from './a';\nexport const name = () => 'F';\nexport const again = make;",
        }
    )
    assert [f.label for f in facts.functions] == ["F"]


def test_tests_and_declarations_are_no_programs() -> None:
    text = IMPORTS + "new GoFunction(stack, 'F', { entry: 'x' });"
    assert read({"test/app.ts": text, "lib/app.test.ts": text, "lib/app.d.ts": text}).functions == ()


def test_what_is_set_on_the_resource_beneath_is_not_known() -> None:
    function = functions(
        "const f = new GoFunction(stack, 'F', { entry: 'x' });\n"
        "const raw = f.node.defaultChild as lambda.CfnFunction;\n"
        "raw.addPropertyOverride('Timeout', 60);\nraw.architectures = ['arm64'];"
    )["F"]
    assert isinstance(function.timeout, Unknown)
    assert isinstance(function.architectures, Unknown)
    assert isinstance(function.memory, Known)


ASPECTS = """import { AwsSolutionsChecks } from 'cdk-nag';
import { Defaults } from 'some-constructs';
class Larger implements cdk.IAspect {
  visit(node: any) {
    if (node instanceof lambda.CfnFunction) { node.memorySize = 999; node.addPropertyOverride('Timeout', 77); }
  }
}
class Base { visit(node: any) {} }
class Heir extends Base {}
class Named { visit(node: any) { node.addEnvironment('STAGE', 'dev'); } }
const other = new cdk.Stack(app, 'Other');
const f = new GoFunction(stack, 'F', { entry: 'x' });
new GoFunction(other, 'G', { entry: 'y' });
"""


@pytest.mark.parametrize(
    ("added", "unknown", "complete"),
    [
        ("cdk.Aspects.of(stack).add(new Larger());", {"timeout", "memory"}, True),
        ("cdk.Aspects.of(app).add(new Larger());", {"timeout", "memory"}, True),
        ("cdk.Aspects.of(f).add(new Larger());", {"timeout", "memory"}, True),
        ("cdk.Aspects.of(stack).add(new Named());", set(), False),
        ("cdk.Aspects.of(stack).add(new Heir());", {"timeout", "memory", "tracing"}, False),
        ("cdk.Aspects.of(stack).add(new Defaults());", {"timeout", "memory", "tracing"}, False),
        ("cdk.Aspects.of(stack).add({ visit: (node: any) => { node.timeout = 5; } });", {"timeout"}, True),
        ("cdk.Aspects.of((global as any).scope).add(new Larger());", {"timeout", "memory"}, True),
        ("cdk.Aspects.of(stack).add(new AwsSolutionsChecks());", set(), True),
        ("cdk.Aspects.of(stack).add(new cdk.Tag('a', 'b'));", set(), True),
        ("cdk.Aspects.of(other).add(new Larger());", set(), True),
    ],
)
def test_what_an_aspect_may_change_is_not_known(added: str, unknown: set[str], complete: bool) -> None:
    function = functions(ASPECTS + added)["F"]
    values = {name: getattr(function, name) for name in ("timeout", "memory", "tracing")}
    assert {name for name, value in values.items() if isinstance(value, Unknown)} == unknown
    assert function.environment.complete == complete


@pytest.mark.parametrize(("library", "told"), [("sst/constructs", False), ("@acme/own", True)])
def test_stacks_of_sst_are_not_said_to_be_used_by_nothing(library: str, told: bool) -> None:
    imports = f"import {{ Queue }} from '{library}';\nimport {{ Duration }} from 'aws-cdk-lib';\n"
    gaps = read({"stacks/a.ts": imports + "export function A() {}\n"}).gaps
    assert any("no program" in gap.reason for gap in gaps) == told


@pytest.mark.parametrize(
    ("body", "told"),
    [
        ("import { addApi } from '@acme/parts';\naddApi(stack, {});", ["acme.parts.addApi"]),
        ("import { named } from '@acme/parts';\nnamed('shop');", []),
        ("cdk.Tags.of(stack).add('team', 'shop');", []),
        ("lambda.Function.fromFunctionName(stack, 'Other', 'other');", []),
        ("console.log(stack);", []),
    ],
)
def test_functions_of_other_packages_that_are_given_a_stack_are_told(body: str, told: list[str]) -> None:
    reasons = [gap.reason for gap in read({"app.ts": IMPORTS + body}).gaps]
    assert [r.partition(" ")[0] for r in reasons if "may deploy more" in r] == told


def test_what_a_constructor_gives_back_is_what_new_gives() -> None:
    found = functions(
        "class Maker {\n  constructor(seconds: number) {\n"
        "    return class extends cdk.Stack {\n      constructor(scope: any, id: string) {\n        super(scope, id);\n"
        "        new GoFunction(this, 'F', { timeout: cdk.Duration.seconds(seconds) });\n      }\n    };\n  }\n"
        "}\n[new Maker(12)].map((Made: any) => new Made(app, 'Made'));\n"
    )
    function = found["F"]
    assert isinstance(function.timeout, Known)
    assert function.timeout.value == 12


def test_a_constructor_that_gives_back_no_object_makes_one_of_its_class() -> None:
    body = (
        "class Shop extends cdk.Stack {\n  constructor(scope: any, id: string) {\n    super(scope, id);\n"
        "    new GoFunction(this, 'F', { entry: 'x' });\n    return 1 as any;\n  }\n"
        "  later() { new GoFunction(this, 'G', { entry: 'x' }); }\n}\nnew Shop(app, 'Own').later();\n"
    )
    assert list(functions(body)) == ["F", "G"]


def test_an_app_that_a_function_makes_is_found() -> None:
    text = (
        "import { App, Stack, Duration } from 'aws-cdk-lib';\nimport * as lambda from 'aws-cdk-lib/aws-lambda';\n"
        "export async function setup(given: any) {\n  const kit = makeKit();\n"
        "  await kit.build(async (props: any) => {\n"
        "    const stack = new Stack(new App({ outdir: props.outdir }), 'Trial');\n"
        "    new lambda.Function(stack, 'F', { runtime: given.runtime, timeout: Duration.seconds(30) });\n  });\n}\n"
    )
    facts = read({"setup.ts": text})
    (function,) = facts.functions
    assert isinstance(function.timeout, Known)
    assert function.timeout.value == 30
    assert isinstance(function.runtime, Unknown)
    assert [role.complete for role in facts.roles] == [False]
