"""Services of the Serverless Framework that are programs: what the file exports is the service."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from lambdalint.frontends import serverless
from lambdalint.model.infra import InfraFacts
from lambdalint.value import Known, Unknown

SERVICE = """
const memory = 512;
const config: AWS = {
  service: 'shop',
  provider: {
    name: 'aws',
    runtime: 'provided.al2023',
    stage: "${opt:stage, 'dev'}",
    environment: { STAGE: '${self:provider.stage}', TABLE: { Ref: 'Orders' } },
  },
  functions: {
    api: {
      handler: 'bootstrap',
      memorySize: memory * 2,
      timeout: process.env.SLOW ? 30 : 10,
      architecture: undefined,
      events: [{ httpApi: 'GET /orders' }, { sqs: { arn: { 'Fn::GetAtt': ['Jobs', 'Arn'] } } }],
    },
  },
  resources: { Resources: { Jobs: { Type: 'AWS::SQS::Queue', Properties: { VisibilityTimeout: 20 } } } },
};
"""


def read(files: Mapping[str, str]) -> InfraFacts:
    data = {path: text.encode() for path, text in files.items()}
    facts, broken, _ = serverless.read(data.get, data.get, sorted(data))
    assert broken == ()
    return facts


@pytest.mark.parametrize(
    ("path", "export"),
    [
        ("serverless.ts", "export default config;"),
        ("serverless.ts", "module.exports = config;"),
        ("serverless.ts", "export = config;"),
        ("serverless.ts", "export default async () => config;"),
        ("serverless.js", "module.exports = async function () { return config; };"),
        ("api/serverless.prod.js", "module.exports = { ...config };"),
    ],
)
def test_what_the_file_exports_is_the_service(path: str, export: str) -> None:
    facts = read({path: (SERVICE if path.endswith(".ts") else SERVICE.replace(": AWS", "")) + export})
    (function,) = facts.functions
    assert isinstance(function.memory, Known)
    assert (function.memory.value, function.memory.slot) == (1024, None)
    assert isinstance(function.timeout, Unknown)
    assert isinstance(function.architectures, Known)
    assert function.architectures.value == ("x86_64",)
    assert {t.kind for t in facts.triggers} == {"http-api", "sqs"}
    assert [m.source for m in facts.mappings] == [facts.queues[0].key]
    stage, table = (entry.value for entry in function.environment.entries)
    assert isinstance(stage, Known)
    assert isinstance(table, Unknown)
    assert facts.deployments[0].whole


def test_what_is_written_out_can_be_written_anew() -> None:
    (function,) = read(
        {
            "serverless.ts": "export default {\n  service: 'shop',\n  provider: { name: 'aws' },\n"
            '  functions: { api: { handler: "main", runtime: `go1.x`, timeout: 5 } },\n};\n'
        }
    ).functions
    assert isinstance(function.handler, Known)
    assert isinstance(function.runtime, Known)
    assert isinstance(function.timeout, Known)
    assert isinstance(function.memory, Known)
    assert [e.text for e in function.handler.write("bootstrap")] == ['"bootstrap"']
    assert [e.text for e in function.runtime.write("provided.al2023")] == ["`provided.al2023`"]
    assert [e.text for e in function.timeout.write(10)] == ["10"]
    assert [e.text for e in function.memory.write(512)] == [", memorySize: 512"]


@pytest.mark.parametrize(
    "functions",
    [
        "const runtime = 'go1.x'; const functions = { api: { handler: 'api', runtime }, job: { handler: 'job' } };",
        "const one = { handler: 'api', runtime: 'go1.x' }; const functions = { api: one, job: one };",
        "const make = () => ({ handler: 'api', runtime: 'go1.x' }); const functions = { api: make(), job: make() };",
        "const base = { runtime: 'go1.x' }; const functions = { api: { handler: 'api', ...base } };",
        "const functions = { api: { handler: 'api', runtime: 'go1' + '.x', timeout: undefined } };",
    ],
)
def test_what_others_share_or_a_program_computes_is_left_alone(functions: str) -> None:
    facts = read(
        {"serverless.ts": f"{functions}\nexport default {{ service: 'shop', provider: {{ name: 'aws' }}, functions }};"}
    )
    api = next(f for f in facts.functions if f.label == "api")
    assert isinstance(api.timeout, Known)
    assert api.timeout.slot is None
    assert isinstance(api.runtime, Known)
    assert api.runtime.value == "go1.x"
    assert (api.runtime.slot is not None) == ("base" in functions), "what one function alone spreads is its own"


def test_functions_of_other_modules_belong_to_it() -> None:
    facts = read(
        {
            "serverless.ts": "import { api } from './src/functions';\n"
            "export default { service: 'shop', provider: { name: 'aws' }, functions: { api } };",
            "src/functions/index.ts": "export { default as api } from './api';",
            "src/functions/api/index.ts": "export default { handler: `${'bin'}/api`, runtime: 'go1.x' };",
        }
    )
    (function,) = facts.functions
    assert isinstance(function.handler, Known)
    assert function.handler.value == "bin/api"


def test_names_that_the_compiler_is_told_are_followed() -> None:
    facts = read(
        {
            "api/tsconfig.json": '{ "extends": "./tsconfig.paths.json", }',
            "api/tsconfig.paths.json": '{\n  // short names\n  "compilerOptions": {\n    "baseUrl": ".",\n'
            '    "paths": { "@functions/*": ["src/functions/*"], "@settings": ["src/settings"] },\n  },\n}',
            "api/serverless.ts": "import worker from '@functions/worker';\n"
            "export default { service: 'shop', provider: { name: 'aws' }, functions: { worker } };",
            "api/src/functions/worker/index.ts": "import { handler } from '@settings';\nexport default { handler };",
            "api/src/settings.ts": "export const handler = 'bootstrap';",
        }
    )
    (function,) = facts.functions
    assert isinstance(function.handler, Known)
    assert function.handler.value == "bootstrap"


def test_functions_that_are_not_known_leave_the_service_incomplete() -> None:
    facts = read(
        {
            "serverless.js": "const { functions } = require('@shop/shared');\n"
            "module.exports = { service: 'shop', provider: { name: 'aws' }, functions };"
        }
    )
    assert facts.functions == ()
    assert not facts.deployments[0].whole


def test_data_comes_before_programs() -> None:
    facts = read(
        {
            "serverless.ts": SERVICE + "export default config;",
            "serverless.yml": "service: shop\nprovider: {name: aws}\nfunctions: {worker: {handler: bootstrap}}\n",
        }
    )
    assert [function.label for function in facts.functions] == ["worker"]


@pytest.mark.parametrize(
    "text",
    [
        "export default {",
        "export default function () { return { provider: { name: 'aws' } }; }",
        "const a: any = { provider: { name: 'aws' } };\na.a = a;\nexport default a;\n// service:",
        "export default [];",
        "export default { provider: { name: 'aws' }, functions: " + "[" * 900 + "]" * 900 + " };",
        "module.exports = require('./serverless');\nprovider: 1;",
    ],
)
def test_hostile_programs_end_quietly(text: str) -> None:
    data = {"serverless.ts": f"const x = {{\n  service: 1 }};\n{text}".encode()}
    facts, _, _ = serverless.read(data.get, data.get, sorted(data))
    assert facts.functions == ()


def test_a_program_that_exports_what_nobody_knows_is_told() -> None:
    program = "import { service } from '@shop/deployment';\nmodule.exports = service('shop');\n"
    facts = read({"serverless.ts": program, "package.json": "{}"})
    assert facts.functions == ()
    assert [(gap.span.path, gap.reason) for gap in facts.gaps] == [
        ("serverless.ts", "what this program exports isn't known, it may be a service")
    ]
    # without a package beside it, it is no program of the framework
    assert read({"src/serverless.ts": program}).gaps == ()
