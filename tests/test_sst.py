"""SST programs: functions behind components, defaults of each version, where the code of a Go function is."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from lambdalint.frontends import sst_program
from lambdalint.model.functions import Function
from lambdalint.model.infra import InfraFacts
from lambdalint.value import Known

THIRD = "export default $config({\n  app() { return { name: 'shop' }; },\n  async run() {\n%s\n  },\n});\n"


def read(files: Mapping[str, str]) -> InfraFacts:
    data = {path: text.encode() for path, text in files.items()}
    facts, broken = sst_program.read(data.get, data.get, sorted(data))
    assert broken == ()
    return facts


def third(body: str, *go: str) -> InfraFacts:
    return read({"sst.config.ts": THIRD % body, **dict.fromkeys(go, "package main")})


def settings(function: Function) -> tuple[object, ...]:
    values = (function.timeout, function.memory, function.source)
    return tuple(value.value if isinstance(value, Known) else None for value in values)


def test_version_3_waits_20_seconds_with_1024_mb() -> None:
    facts = third("new sst.aws.Function('Api', { handler: './src', runtime: 'go' });", "src/main.go")
    assert settings(facts.functions[0]) == (20, 1024, "src")
    assert [getattr(group.retention, "value", None) for group in facts.log_groups] == [30]


def test_lengths_and_sizes_are_texts_with_units() -> None:
    facts = third("new sst.aws.Function('Api', { handler: 'a', runtime: 'go', timeout: '2 minutes', memory: '2 GB' });")
    assert settings(facts.functions[0])[:2] == (120, 2048)


def test_functions_of_routes_queues_and_jobs_are_found() -> None:
    facts = third(
        """
    const api = new sst.aws.ApiGatewayV2('Api');
    api.route('GET /orders', { handler: 'cmd/orders', runtime: 'go' });
    const queue = new sst.aws.Queue('Queue', { visibilityTimeout: '3 minutes' });
    queue.subscribe({ handler: 'cmd/worker', runtime: 'go' }, { batch: { size: 5, partialResponses: true } });
    new sst.aws.Cron('Nightly', { schedule: 'rate(1 day)', function: { handler: 'cmd/nightly', runtime: 'go' } });
        """,
        "cmd/orders/main.go",
        "cmd/worker/main.go",
        "cmd/nightly/main.go",
    )
    assert {settings(function)[2] for function in facts.functions} == {"cmd/orders", "cmd/worker", "cmd/nightly"}
    assert {trigger.kind for trigger in facts.triggers} == {"http-api", "sqs", "schedule"}
    mapping = facts.mappings[0]
    assert mapping.source == facts.queues[0].key
    assert isinstance(mapping.response_types, Known)
    assert mapping.response_types.value == ("ReportBatchItemFailures",)
    assert getattr(facts.queues[0].visibility_timeout, "value", None) == 180


def test_functions_behind_a_graphql_api_are_found() -> None:
    facts = read(
        {
            "sst.json": '{"main": "stacks/index.ts"}',
            "stacks/index.ts": "import { AppSyncApi } from '@serverless-stack/resources';\n"
            "export default function main(app) {\n"
            "  app.setDefaultFunctionProps({ runtime: 'go1.x', srcPath: 'services' });\n"
            "  app.stack(Books).stack(Shelf);\n}\n"
            "function Books({ stack }) {}\n"
            "function Shelf({ stack }) {\n  new AppSyncApi(stack, 'api', {\n"
            "    dataSources: { books: 'books/main.go', loans: { function: { handler: 'loans/main.go' } } },\n"
            "    resolvers: { 'Query books': 'books', 'Query search': 'search/main.go' },\n  });\n}\n",
            **dict.fromkeys((f"services/{name}/main.go" for name in ("books", "loans", "search")), "package main"),
        }
    )
    assert [settings(function)[2] for function in facts.functions] == [
        "services/books",
        "services/loans",
        "services/search",
    ]
    assert {trigger.kind for trigger in facts.triggers} == {"appsync"}


def test_functions_of_sockets_and_sign_ins_are_found() -> None:
    facts = third(
        "const socket = new sst.aws.ApiGatewayWebSocket('Socket');\n"
        "socket.route('$connect', { handler: 'connect', runtime: 'go' });\n"
        "new sst.aws.CognitoUserPool('Users', { triggers: { preSignUp: { handler: 'signup', runtime: 'go' } } });",
        "connect/main.go",
        "signup/main.go",
    )
    assert {settings(function)[2] for function in facts.functions} == {"connect", "signup"}
    assert {trigger.kind for trigger in facts.triggers} == {"websocket-api", "cognito"}


def test_functions_that_components_call_of_their_own_accord_are_found() -> None:
    facts = third(
        "new sst.aws.Auth('Door', { issuer: { handler: 'door', runtime: 'go', environment: { A: 'b' } } });\n"
        "const live = new sst.aws.Realtime('Live', { authorizer: 'gate/main.handler' });\n"
        "live.subscribe({ handler: 'feed', runtime: 'go' }, { filter: 'news' });\n"
        "const api = new sst.aws.AppSync('Graph', { schema: 'schema.graphql' });\n"
        "api.addDataSource({ name: 'books', lambda: { handler: 'books', runtime: 'go', memory: '512 MB' } });\n"
        "api.addDataSource({ name: 'table', dynamodb: 'arn' });\n"
        "sst.aws.StepFunctions.lambdaInvoke({ name: 'Charge', function: { handler: 'charge', runtime: 'go' } });",
        *(f"{name}/main.go" for name in ("door", "feed", "books", "charge")),
    )
    assert [(function.label, *settings(function)) for function in facts.functions] == [
        ("Door", 20, 1024, "door"),
        ("Live", 20, 1024, None),
        ("Live", 20, 1024, "feed"),
        ("books", 20, 512, "books"),
        ("Charge", 20, 1024, "charge"),
    ]
    assert {(trigger.kind, trigger.label) for trigger in facts.triggers} == {("iot", "Live"), ("appsync", "books")}
    door = next(function for function in facts.functions if function.label == "Door")
    assert [entry.key.value for entry in door.environment.entries] == ["A"]
    assert not door.environment.complete


def test_a_workflow_is_a_function_with_a_time_for_each_invocation() -> None:
    facts = third(
        "const flow = new sst.aws.Workflow('Flow', { handler: 'flow/main.handler', runtime: 'python3.13' });\n"
        "new sst.aws.Workflow('Short', { handler: 'a.b', timeout: { invocation: '30 seconds' } });\n"
        "new sst.aws.CronV2('Nightly', { schedule: 'rate(1 day)', function: flow });\n"
        "const bus = new sst.aws.Bus('Bus');\n"
        "bus.subscribe('Orders', flow, { pattern: { source: ['orders'] } });\n"
    )
    assert [(function.label, settings(function)[0]) for function in facts.functions] == [("Flow", 300), ("Short", 30)]
    flow = facts.functions[0].key
    assert {(trigger.kind, trigger.function) for trigger in facts.triggers} == {
        ("schedule", flow),
        ("eventbridge", flow),
    }


def test_version_2_signs_people_in_and_runs_scripts_with_functions() -> None:
    facts = read(
        {
            "sst.json": '{"main": "stacks/index.ts"}',
            "stacks/index.ts": "import { Auth, Script } from 'sst/constructs';\n"
            "export default function main(app) {\n  app.setDefaultFunctionProps({ runtime: 'go' });\n"
            "  app.stack(Site);\n}\n"
            "function Site({ stack }) {\n"
            "  new Auth(stack, 'auth', { authenticator: { handler: 'auth/main.go' } });\n"
            "  new Script(stack, 'seed', { onCreate: 'seed/main.go' });\n}\n",
            **dict.fromkeys(("auth/main.go", "seed/main.go"), "package main"),
        }
    )
    assert [settings(function)[2] for function in facts.functions] == ["auth", "seed"]


def test_a_job_that_is_switched_off_says_so() -> None:
    facts = third(
        "new sst.aws.Cron('Nightly', { schedule: 'rate(1 day)', enabled: false, function: { handler: 'a' } });\n"
        "new sst.aws.Cron('Hourly', { schedule: 'rate(1 hour)', function: { handler: 'b' } });"
    )
    assert [trigger.off for trigger in facts.triggers] == [True, False]


def test_links_add_variables_that_nobody_sees() -> None:
    facts = third("const t = new sst.aws.Dynamo('T');\nnew sst.aws.Function('F', { handler: 'a', link: [t] });")
    assert not facts.functions[0].environment.complete


def test_version_2_merges_the_defaults_that_were_set_before() -> None:
    facts = read(
        {
            "sst.config.ts": "import { Early, Late } from './stacks';\nimport { SSTConfig } from 'sst';\n"
            "export default { stacks(app) {\n  app.stack(Early);\n"
            "  app.setDefaultFunctionProps({ runtime: 'go', timeout: 30, environment: { STAGE: app.stage } });\n"
            "  app.stack(Late);\n} } satisfies SSTConfig;\n",
            "stacks/index.ts": "import { Api, Function } from 'sst/constructs';\n"
            "export function Early({ stack }) { new Function(stack, 'early', { handler: 'cmd/a/main.go' }); }\n"
            "export function Late({ stack }) { new Api(stack, 'api', { routes: { 'GET /': 'cmd/a/main.go' } }); }\n",
            "cmd/a/main.go": "package main",
        }
    )
    early, late = facts.functions
    assert settings(early) == (10, 1024, None)
    assert settings(late) == (30, 1024, "cmd/a")
    assert [entry.key.value for entry in late.environment.entries] == ["STAGE"]
    assert getattr(late.tracing, "value", None) == "Active"


def test_modules_that_are_imported_while_the_program_runs_are_part_of_it() -> None:
    facts = read(
        {
            "sst.config.ts": THIRD % "const { orders } = await import('./infra/api'); return { url: orders.url };",
            "infra/api.ts": "export const orders = new sst.aws.Function('O', { handler: 'cmd/orders', runtime: 'go' })",
            "cmd/orders/main.go": "package main",
        }
    )
    assert [settings(function)[2] for function in facts.functions] == ["cmd/orders"]


def test_routes_and_subscribers_may_name_a_function_that_there_is() -> None:
    facts = third(
        """
    const orders = new sst.aws.Function('Orders', { handler: 'cmd/orders', runtime: 'go' });
    const api = new sst.aws.ApiGatewayV1('Api');
    const token = api.addAuthorizer({ name: 'Token', tokenFunction: { handler: 'cmd/token', runtime: 'go' } });
    api.route('GET /orders', orders.arn, { auth: { custom: token.id } });
    const queue = new sst.aws.Queue('Queue', { visibilityTimeout: '1 minute' });
    queue.subscribe(orders.arn, { batch: { size: 5 } });
        """,
        "cmd/orders/main.go",
        "cmd/token/main.go",
    )
    keys = {function.label: function.key for function in facts.functions}
    assert set(keys) == {"Orders", "Token"}
    assert {(trigger.kind, trigger.function) for trigger in facts.triggers} == {
        ("rest-api", keys["Orders"]),
        ("sqs", keys["Orders"]),
    }
    mapping, queue = facts.mappings[0], facts.queues[0]
    assert mapping.source == queue.key
    assert isinstance(queue.visibility_timeout, Known)
    assert isinstance(mapping.response_types, Known)
    assert [edit.text for edit in queue.visibility_timeout.write(360)] == ["'360 seconds'"]
    assert [edit.text for edit in mapping.response_types.write(("ReportBatchItemFailures",))] == [
        ", partialResponses: true"
    ]
    route = facts.routes[0]
    assert not isinstance(route.authorization, Known) or route.authorization.value != "NONE"


def test_subscribers_of_version_3_have_names_of_their_own() -> None:
    facts = third(
        """
    const topic = new sst.aws.SnsTopic('Topic');
    topic.subscribe('Mail', { handler: 'cmd/mail', runtime: 'go' });
    new sst.aws.Bucket('Bucket').notify({ notifications: [
      { name: 'Shrink', function: { handler: 'cmd/shrink', runtime: 'go' }, events: ['s3:ObjectCreated:*'] },
    ] });
        """
    )
    assert [function.label for function in facts.functions] == ["Mail", "Shrink"]


def test_resources_of_the_provider_belong_to_functions_of_components() -> None:
    facts = third(
        """
    const role = new aws.iam.Role('Role', { assumeRolePolicy: {} });
    const api = new sst.aws.Function('Api', { handler: 'src', runtime: 'go', role: role.arn });
    new aws.lambda.Permission('Caller', {
      action: 'lambda:InvokeFunction', function: api.name, principal: 'sns.amazonaws.com',
    });
    new aws.lambda.FunctionUrl('Url', { functionName: api.name, authorizationType: 'NONE' });
        """,
        "src/main.go",
    )
    (api,) = facts.functions
    assert [(role.label, role.key) for role in facts.roles] == [("Role", api.role)]
    assert [permission.function for permission in facts.permissions] == [api.key]
    assert [url.function for url in facts.urls] == [api.key]
    assert [deployment.dialect for deployment in facts.deployments] == ["SST"]


def test_a_function_of_the_provider_is_one_like_others() -> None:
    facts = third("new aws.lambda.Function('Api', { name: 'api', runtime: 'provided.al2023', timeout: 9 });")
    assert [(function.label, settings(function)[0]) for function in facts.functions] == [("Api", 9)]


def test_a_route_to_a_function_that_was_made_before_is_where_it_is_written() -> None:
    made = "const one = new sst.aws.Function('One', { handler: 'src', runtime: 'go' });"
    body = f"const api = new sst.aws.ApiGatewayV2('Api');\n{made}\napi.route('GET /', one.arn);"
    facts = third(body, "src/main.go")
    text = THIRD % body
    assert [text[route.span.start :].startswith("route(") for route in facts.routes] == [True]
    assert [trigger.function for trigger in facts.triggers] == [facts.functions[0].key]


@pytest.mark.parametrize(
    ("more", "source"),
    [("", "news.arn"), ("new sst.aws.SnsTopic('Other').subscribe('Two', api.arn);", None)],
)
def test_a_permission_names_the_only_topic_that_calls_its_function(more: str, source: str | None) -> None:
    facts = third(
        f"""
    const api = new sst.aws.Function('Api', {{ handler: 'src', runtime: 'go' }});
    const news = new sst.aws.SnsTopic('News');
    news.subscribe('One', api.arn);
    {more}
    new aws.lambda.Permission('Caller', {{
      action: 'lambda:InvokeFunction',
      function: api.name,
      principal: 'sns.amazonaws.com',
    }});
        """,
        "src/main.go",
    )
    (permission,) = facts.permissions
    slot = permission.source_slot
    assert (slot.spell("") if slot is not None else None) == source


@pytest.mark.parametrize(
    ("before", "property", "open_ones", "complete"),
    [
        ("", "transform: { function: { memorySize: 512 } }", {"memory"}, True),
        ("", "transform: { function: (args) => { args.timeout = 400; } }", {"timeout"}, True),
        ("", "transform: { function: { environment: { variables: { A: 'b' } } } }", set(), False),
        ("", "transform: { role: { name: 'x' } }", set(), True),
        ("", "transform: more", {"memory", "timeout"}, False),
        ("$transform(sst.aws.Function, (args) => { args.memory ??= '2 GB'; });", "", set(), True),
        ("$transform(sst.aws.Function, (args) => { args.memory ??= more; });", "", {"memory"}, True),
        ("$transform(sst.aws.Function, (args) => { args.memory = '2 GB'; });", "", {"memory"}, True),
        ("$transform(sst.aws.Function, (args) => { args.environment ??= { A: 'b' }; });", "", set(), False),
        ("if (more) { $transform(sst.aws.Function, (args) => { args.memory ??= '2 GB'; }); }", "", {"memory"}, True),
        ("$transform(aws.lambda.Function, (args) => { args.timeout = 5; });", "", {"timeout"}, True),
        ("$transform(sst.aws.Function, (args) => { args.environment = { ...args.environment }; });", "", set(), False),
        ("$transform(sst.aws.Function, outside);", "", {"memory", "timeout"}, False),
        ("$transform(sst.aws.Bucket, (args) => { args.memory = 1; });", "", set(), True),
    ],
)
def test_what_a_transform_may_set_is_not_known(before: str, property: str, open_ones: set[str], complete: bool) -> None:
    facts = third(f"{before}\nnew sst.aws.Function('F', {{ handler: 'a', runtime: 'go', {property} }});")
    (function,) = facts.functions
    values = {"memory": function.memory, "timeout": function.timeout}
    assert {name for name, value in values.items() if not isinstance(value, Known)} == open_ones
    assert function.environment.complete == complete


def test_a_transform_gives_functions_that_come_after_it_what_they_leave_out() -> None:
    facts = third(
        "new sst.aws.Function('Early', { handler: 'a', runtime: 'go' });\n"
        "$transform(sst.aws.Function, (args, opts) => { args.timeout ??= '9 seconds'; args.memory ??= '2 GB'; });\n"
        "$transform(sst.aws.Function, (args) => { args.timeout ??= '1 hour'; });\n"
        "new sst.aws.Function('Late', { handler: 'a', runtime: 'go', memory: '512 MB' });\n"
        "new sst.aws.Queue('Jobs').subscribe({ handler: 'a', runtime: 'go' });\n"
    )
    found = {function.label: (function.timeout, function.memory) for function in facts.functions}
    values = {label: tuple(v.value for v in pair if isinstance(v, Known)) for label, pair in found.items()}
    assert values == {"Early": (20, 1024), "Late": (9, 512), "Jobs": (9, 2048)}


def test_what_a_transform_sets_of_a_subscription_is_not_known() -> None:
    facts = third(
        "const q = new sst.aws.Queue('Q');\n"
        "q.subscribe({ handler: 'a', runtime: 'go' }, { transform: { eventSourceMapping: { batchSize: 77 } } });"
    )
    assert not isinstance(facts.mappings[0].batch_size, Known)
    assert isinstance(facts.mappings[0].response_types, Known)


SECOND = (
    "import { SSTConfig } from 'sst';\nimport { Api, Function, Queue } from 'sst/constructs';\n"
    "import { Duration } from 'aws-cdk-lib';\n"
    "export default { stacks(app) { app.stack(function Shop({ stack }) {\n%s\n}); } } satisfies SSTConfig;\n"
)
OWN = "const own = new Function(stack, 'Own', { handler: 'cmd/a/main.go', runtime: 'go', environment: { A1: 'a' } });\n"
ROUTED = "const api = new Api(stack, 'Api', { routes: { 'GET /': 'cmd/a/main.go' } });\n"


def second(body: str) -> InfraFacts:
    return read({"sst.config.ts": SECOND % body, "cmd/a/main.go": "package main"})


@pytest.mark.parametrize(
    ("more", "names", "whole"),
    [
        ("own.addEnvironment('B1', 'b');", ["A1", "B1"], True),
        ("own.addEnvironment(process.env.NAME, 'b');", ["A1"], False),
        ("if (process.env.MORE) own.addEnvironment('B1', 'b');", ["A1"], False),
        ("own.bind([queue]);", ["A1"], False),
        ("app.addDefaultFunctionEnv({ B1: 'b' });", ["A1"], False),
        (ROUTED + "api.getFunction('GET /')?.addEnvironment('B1', 'b');", ["A1"], True),
    ],
)
def test_version_2_adds_variables_to_functions_that_it_made(more: str, names: list[str], whole: bool) -> None:
    facts = second(OWN + "const queue = new Queue(stack, 'Q');\n" + more)
    environment = next(function for function in facts.functions if function.label == "Own").environment
    assert ([entry.key.value for entry in environment.entries], environment.complete) == (names, whole)


def test_functions_that_an_api_gives_may_get_more_variables() -> None:
    facts = second(ROUTED + "api.getFunction('GET /')?.addEnvironment('B1', 'b');")
    assert not facts.functions[0].environment.complete


@pytest.mark.parametrize(
    ("word", "action"),
    [("['s3']", "s3:*"), ("['s3:GetObject']", "s3:GetObject"), ("'*'", "*")],
)
def test_version_2_grants_what_words_stand_for(word: str, action: str) -> None:
    facts = second(OWN + f"own.attachPermissions({word});")
    statements = facts.roles[0].policies[0].statements
    assert [[value.value for value in s.actions if isinstance(value, Known)] for s in statements] == [[action]]


def test_version_2_names_permissions_where_a_function_is_made() -> None:
    facts = second("new Function(stack, 'Own', { handler: 'cmd/a/main.go', runtime: 'go', permissions: ['sqs'] });")
    (statement,) = facts.roles[0].policies[0].statements
    assert [getattr(value, "value", None) for value in (*statement.actions, *statement.resources)] == ["sqs:*", "*"]


def test_version_2_sets_a_queue_on_the_resource_beneath() -> None:
    facts = second(
        "new Queue(stack, 'Q', { cdk: { queue: { visibilityTimeout: Duration.seconds(20) } } });\n"
        "new Queue(stack, 'D', { cdk: { queue: { deadLetterQueue: { queue: other, maxReceiveCount: 3 } } } });\n"
        "new Queue(stack, 'O', { cdk: { queue: other } });"
    )
    known, lettered, other = facts.queues
    assert (getattr(known.visibility_timeout, "value", None), known.redrive) == (20, None)
    assert (getattr(lettered.visibility_timeout, "value", None), lettered.redrive is None) == (30, False)
    assert (getattr(other.visibility_timeout, "value", None), other.redrive is None) == (None, False)


@pytest.mark.parametrize(
    ("body", "told"),
    [
        ("await import('./infra/' + $app.stage);", "which module this loads isn't known, it may deploy more"),
        ("await import('./infra/made');", "./infra/made isn't in the project"),
        ("", "no Lambda function was found in this program"),
    ],
)
def test_what_a_program_loads_unseen_is_told(body: str, told: str) -> None:
    assert told in [gap.reason for gap in third(body).gaps]
    used = body + "\nnew sst.aws.Function('F', { handler: 'a' });"
    assert "no Lambda function was found in this program" not in [gap.reason for gap in third(used).gaps]


def test_what_the_program_s_own_tools_pack_is_a_package() -> None:
    code = "code: new $util.asset.FileArchive('dist/api.zip')"
    (made,) = third(f"new aws.lambda.Function('api', {{ runtime: 'provided.al2023', {code} }});").functions
    assert made.package is not None
    assert getattr(made.package.path, "value", None) == "dist/api.zip"
