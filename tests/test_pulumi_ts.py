"""Pulumi programs in TypeScript: functions, their packages and roles."""

from __future__ import annotations

from pathlib import Path

import pytest

from lambdalint.config import Config
from lambdalint.discover import inventory
from lambdalint.frontends import pulumi_ts
from lambdalint.model.infra import InfraFacts
from lambdalint.reader import Reader
from lambdalint.runner import Understood
from lambdalint.value import Known, Unknown

IMPORTS = "import * as aws from '@pulumi/aws';\nimport * as pulumi from '@pulumi/pulumi';\n"


def read(body: str, project: str = "name: shop\nruntime: nodejs\n") -> InfraFacts:
    files = {"infra/Pulumi.yaml": project.encode(), "infra/index.ts": (IMPORTS + body).encode()}
    facts, broken = pulumi_ts.read(files.get, files.get, sorted(files))
    assert broken == ()
    return facts


def test_an_archive_is_found_beside_the_program() -> None:
    facts = read("new aws.lambda.Function('api', { code: new pulumi.asset.FileArchive('../dist/api.zip') });")
    package = facts.functions[0].package
    assert package is not None
    assert isinstance(package.path, Known)
    assert package.path.value == "dist/api.zip"


def test_files_put_together_are_an_archive_of_their_own() -> None:
    facts = read(
        "new aws.lambda.Function('api', { code: new pulumi.asset.AssetArchive({\n"
        "  bootstrap: new pulumi.asset.FileAsset('../bin/bootstrap'),\n}) });"
    )
    package = facts.functions[0].package
    assert package is not None
    assert package.archive == facts.archives[0].key
    assert [source.value for source in facts.archives[0].sources if isinstance(source, Known)] == ["bin/bootstrap"]


def test_policies_are_read_as_objects_and_as_text() -> None:
    facts = read(
        """
        const role = new aws.iam.Role('role', { assumeRolePolicy: JSON.stringify({ Statement: [] }) });
        new aws.iam.RolePolicy('a', { role: role.id, policy: JSON.stringify({
          Statement: [{ Effect: 'Allow', Action: ['sqs:SendMessage'], Resource: '*' }],
        }) });
        new aws.iam.RolePolicy('b', { role: role.name, policy: `{
          "Statement": [{ "Effect": "Allow", "Action": "s3:GetObject", "Resource": "*" }]
        }` });
        new aws.iam.RolePolicyAttachment('c', {
          role, policyArn: 'arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole',
        });
        new aws.lambda.Function('api', { role: role.arn });
        """
    )
    role = facts.roles[0]
    actions = [a.value for p in role.policies for s in p.statements for a in s.actions if isinstance(a, Known)]
    assert actions == ["sqs:SendMessage", "s3:GetObject"]
    assert role.complete
    assert facts.functions[0].role == role.key


def test_programs_in_other_languages_are_left_to_others() -> None:
    assert read("new aws.lambda.Function('api', {});", "name: shop\nruntime: go\n").functions == ()


def test_buckets_topics_and_schedules_trigger_functions() -> None:
    facts = read(
        """
        const bucket = new aws.s3.Bucket('photos');
        const topic = new aws.sns.Topic('done');
        const shrink = new aws.lambda.Function('shrink', {});
        new aws.s3.BucketNotification('photos', {
          bucket: bucket.id,
          lambdaFunctions: [{ lambdaFunctionArn: shrink.arn, events: ['s3:ObjectCreated:*'] }],
        });
        topic.onEvent('tell', new aws.lambda.Function('tell', {}));
        aws.cloudwatch.onSchedule('nightly', 'rate(1 day)', new aws.lambda.Function('sweep', {}));
        """
    )
    labels = {function.key: function.label for function in facts.functions}
    found = {(trigger.kind, labels.get(trigger.function or ""), trigger.permitted) for trigger in facts.triggers}
    assert found == {("s3", "shrink", False), ("sns", "tell", True), ("schedule", "sweep", True)}


def test_what_fixes_write_has_the_quotes_of_the_file() -> None:
    for quote in ("'", '"'):
        body = f"const name = {quote}orders{quote};\n" * 6
        facts = read(body + "new aws.lambda.EventSourceMapping(name, { functionName: name });")
        types = facts.mappings[0].response_types
        assert isinstance(types, Known)
        assert types.slot is not None
        assert types.slot.spell(("ReportBatchItemFailures",)) == f"[{quote}ReportBatchItemFailures{quote}]"


def test_documents_that_the_library_makes_are_policies() -> None:
    facts = read(
        """
        const role = new aws.iam.Role('role', {});
        const document = aws.iam.getPolicyDocumentOutput({ statements: [
          { actions: ['sqs:SendMessage'], resources: ['*'] },
          { effect: 'Deny', actions: ['s3:*'], resources: ['*'], conditions: [{ test: 'Bool' }] },
        ] });
        new aws.iam.RolePolicy('a', { role: role.id, policy: document.json });
        """
    )
    (policy,) = facts.roles[0].policies
    assert policy.complete
    found = [(known(s.effect), [known(a) for a in s.actions], s.conditioned) for s in policy.statements]
    assert found == [("Allow", ["sqs:SendMessage"], False), ("Deny", ["s3:*"], True)]


def known(value: object) -> object:
    return value.value if isinstance(value, Known) else None


def test_an_event_of_a_queue_is_a_mapping() -> None:
    facts = read(
        "const q = new aws.sqs.Queue('jobs');\n"
        "q.onEvent('work', new aws.lambda.Function('f', {}), { batchSize: 7 });\n"
        "new aws.dynamodb.Table('t', {}).onEvent('more', new aws.lambda.Function('g', {}));"
    )
    found = [(m.function, m.source_kind, getattr(m.batch_size, "value", None)) for m in facts.mappings]
    first, second = (function.key for function in facts.functions)
    assert found == [(first, "sqs", 7), (second, "dynamodb", 100)]
    assert facts.mappings[0].source == facts.queues[0].key
    assert [(trigger.kind, trigger.function) for trigger in facts.triggers] == [("sqs", first), ("dynamodb", second)]


def test_texts_put_together_by_pulumi() -> None:
    facts = read(
        "new aws.lambda.Function('f', { environment: { variables: { A: pulumi.concat('a', '-', 'b') } } });\n"
        "const role = new aws.iam.Role('r', {});\n"
        "new aws.iam.RolePolicy('p', { role: role.id, policy: pulumi.jsonStringify({\n"
        "  Statement: [{ Effect: 'Allow', Action: 's3:*', Resource: '*' }] }) });"
    )
    (entry,) = facts.functions[0].environment.entries
    assert isinstance(entry.value, Known)
    assert entry.value.value == "a-b"
    assert [len(policy.statements) for policy in facts.roles[0].policies] == [1]


OPTIONS = "new aws.lambda.Function('f', {{ runtime: 'provided.al2023' }}{});"


@pytest.mark.parametrize(
    ("text", "open_ones", "complete"),
    [
        (OPTIONS.format(""), set(), True),
        (OPTIONS.format(", { transformations: [] }"), set(), True),
        (OPTIONS.format(", { transformations: [(a) => { a.props.memorySize = 1; return a; }] }"), {"memory"}, True),
        (OPTIONS.format(", { transforms: outside }"), {"memory", "timeout"}, False),
        (
            "pulumi.runtime.registerStackTransformation((a) => { a.props['timeout'] = 1; return a; });\n"
            + OPTIONS.format(""),
            {"timeout"},
            True,
        ),
        ("pulumi.runtime.registerResourceTransform(outside);\n" + OPTIONS.format(""), {"memory", "timeout"}, False),
        (
            "const tag = (a) => { a.props.tags = {}; return a; };\n"
            "pulumi.runtime.registerStackTransformation(tag);\n" + OPTIONS.format(""),
            set(),
            True,
        ),
    ],
)
def test_what_a_transformation_may_set_is_not_known(text: str, open_ones: set[str], complete: bool) -> None:
    (function,) = read(text).functions
    values = {"memory": function.memory, "timeout": function.timeout}
    assert {name for name, value in values.items() if not isinstance(value, Known)} == open_ones
    assert function.environment.complete == complete


def test_a_program_that_exports_a_function_is_called() -> None:
    for start in ("export = async () => {", "export default async function program() {", "module.exports = () => {"):
        facts = read(start + "\n  const names = ['a', 'b'];\n  names.map(n => new aws.lambda.Function(n, {}));\n};\n")
        assert [function.label for function in facts.functions] == ["a", "b"]


def test_a_class_or_values_that_are_exported_are_not_called() -> None:
    facts = read("export default class Shop {\n  constructor() { new aws.lambda.Function('a', {}); }\n}\n")
    assert facts.functions == ()
    assert len(read("export const f = new aws.lambda.Function('a', {});").functions) == 1


def test_a_function_of_the_programs_own_code_is_found() -> None:
    facts = read(
        """
        const bucket = new aws.s3.Bucket('files');
        const listing = new aws.lambda.CallbackFunction('listing', { callback: async (event) => {}, memorySize: 256 });
        bucket.onObjectCreated('new', listing);
        """
    )
    (function,) = facts.functions
    assert function.label == "listing"
    assert function.package is not None
    assert function.package.inline
    assert isinstance(function.memory, Known)
    assert function.memory.value == 256
    assert isinstance(function.timeout, Known)
    assert (function.timeout.value, function.timeout.default) == (180, True)
    assert [edit.text for edit in function.timeout.write(9)] == [", timeout: 9"]
    assert isinstance(function.runtime, Unknown)
    assert [(trigger.kind, trigger.function) for trigger in facts.triggers] == [("s3", function.key)]
    assert facts.gaps == ()


def test_subscriptions_make_functions_of_code_that_they_are_given() -> None:
    facts = read(
        "const topic = new aws.sns.Topic('news');\ntopic.onEvent('send', async (event) => {});\n"
        "aws.cloudwatch.onSchedule('nightly', 'rate(1 day)', async () => {});\n"
        "const minute = new aws.cloudwatch.EventRule('minute', { scheduleExpression: 'rate(1 minute)' });\n"
        "minute.onEvent('tick', () => {});\n"
        "const jobs = new aws.sqs.Queue('jobs', { visibilityTimeoutSeconds: 200 });\n"
        "jobs.onEvent('work', async (event) => {}, { batchSize: 5 });\n"
    )
    made = {function.key: function for function in facts.functions}
    assert [function.label for function in facts.functions] == ["send", "nightly", "tick", "work"]
    for function in facts.functions:
        assert function.package is not None
        assert function.package.inline
        assert isinstance(function.timeout, Known)
        assert (function.timeout.value, function.timeout.slot) == (180, None)
    assert {(made[t.function].label, t.kind) for t in facts.triggers if t.function} == {
        ("send", "sns"),
        ("nightly", "schedule"),
        ("tick", "schedule"),
        ("work", "sqs"),
    }
    (polled,) = facts.mappings
    assert polled.function is not None
    assert made[polled.function].label == "work"


def test_apis_make_functions_of_code_that_their_routes_are_given() -> None:
    facts = read(
        "import * as awsx from '@pulumi/awsx';\nimport * as gate from '@pulumi/aws-apigateway';\n"
        "const guard = async (event) => 'no';\n"
        "new awsx.classic.apigateway.API('shop', { routes: [\n"
        "  { path: '/', method: 'GET', eventHandler: async () => ({ statusCode: 200 }),\n"
        "    authorizers: awsx.classic.apigateway.getTokenLambdaAuthorizer({\n"
        "      authorizerName: 'guard', handler: guard }) },\n"
        "  { path: '/till', eventHandler: new aws.lambda.CallbackFunction('till', { callback: guard }) },\n"
        "] });\n"
        "new gate.RestAPI('desk', { routes: [{ path: '/x', eventHandler: (event) => event }] });\n"
        "new aws.apigateway.RestApi('plain', { eventHandler: () => 1 });\n"
    )
    assert sorted(function.label for function in facts.functions) == [
        "desk /x",
        "shop GET /",
        "shop guard",
        "till",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "once('send', async (event) => {});",
        "const topic = new aws.sns.Topic('news');\ntopic.apply('send', async (event) => {});",
        "const topic = new aws.sns.Topic('news');\ntopic.onEvent('send', handler);",
        "emitter.onEvent('send', async (event) => {});",
    ],
)
def test_other_calls_that_are_given_code_make_no_functions(text: str) -> None:
    assert read(text).functions == ()


def test_functions_of_the_programs_own_code_are_not_of_go(tmp_path: Path) -> None:
    texts = {
        "infra/Pulumi.yaml": "name: shop\nruntime: nodejs\n",
        "infra/index.ts": IMPORTS + "new aws.sns.Topic('news').onEvent('send', async (event) => {});\n",
        "go.mod": "module example.com/shop\n\ngo 1.24\n\nrequire github.com/aws/aws-lambda-go v1.54.0\n",
        "main.go": 'package main\n\nimport "github.com/aws/aws-lambda-go/lambda"\n\n'
        "func main() { lambda.Start(func() {}) }\n",
    }
    for path, text in texts.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(text, encoding="utf-8")
    project = Understood(inventory(tmp_path, Config()), Reader(tmp_path), lambda *_: None).project
    (function,) = project.infra.functions
    assert (project.is_go(function), project.is_other(function)) == (False, True)


def test_components_of_other_packages_are_told() -> None:
    text = (
        "import * as aws from '@pulumi/aws';\nimport { Api } from '@acme/parts';\n"
        "new Api('shop', { runtime: 'go1.x' });\nnew aws.sqs.Queue('jobs', {});\nnew Map([]);\n"
    )
    files = {"Pulumi.yaml": b"name: shop\nruntime: nodejs\n", "index.ts": text.encode()}
    facts, _ = pulumi_ts.read(files.get, files.get, sorted(files))
    assert [gap.reason for gap in facts.gaps] == ["acme.parts.Api isn't in the project, and may deploy more"]
