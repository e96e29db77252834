"""Services of the Serverless Framework: what is read out of their files."""

from __future__ import annotations

from textwrap import dedent

import pytest

from lambdalint.frontends import serverless
from lambdalint.model.functions import Function
from lambdalint.model.infra import InfraFacts
from lambdalint.value import Known, Secret, Unknown

HEAD = "service: shop\nprovider:\n  name: aws\n  runtime: provided.al2023\n"


def read(**files: str) -> InfraFacts:
    """The facts of a service; the first file is `serverless.yml`, `__` stands for `/` and `_DOT_` for `.`."""
    texts = {name.replace("__", "/").replace("_DOT_", "."): dedent(text).encode() for name, text in files.items()}
    return read_texts(texts)


def read_texts(texts: dict[str, bytes]) -> InfraFacts:
    facts, _, _ = serverless.read(texts.get, texts.get, sorted(texts))
    return facts


def service(functions: str, *, rest: str = "", **files: str) -> InfraFacts:
    """A service with some functions; `rest` are other sections, or settings of the provider when indented."""
    return read(serverless_DOT_yml=HEAD + rest + "functions:\n" + functions, **files)


def only(facts: InfraFacts) -> Function:
    assert len(facts.functions) == 1
    return facts.functions[0]


def known(value: object) -> object:
    assert isinstance(value, Known), value
    return value.value


def test_the_frameworks_own_defaults_are_values() -> None:
    function = only(service("  place:\n    handler: bootstrap\n"))
    assert (known(function.timeout), known(function.memory)) == (6, 1024)
    assert known(function.architectures) == ("x86_64",)
    assert known(function.name) == "shop-dev-place"
    assert function.timeout.span == function.span


def test_a_function_overrides_the_provider() -> None:
    facts = read(
        serverless_DOT_yml="""
        service: shop
        provider:
          name: aws
          timeout: 20
          memorySize: 256
          environment: {STAGE: dev, TABLE: orders}
        functions:
          place:
            handler: bootstrap
            timeout: 5
            environment: {TABLE: own, STAGE: null}
        """
    )
    function = only(facts)
    assert (known(function.timeout), known(function.memory)) == (5, 256)
    assert [(e.key.value, known(e.value)) for e in function.environment.entries] == [("TABLE", "own")]
    assert function.environment.complete


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("${self:custom.timeout}", 9),
        ("${self:custom.${self:custom.which}}", 9),
        ("${opt:timeout, 7}", 7),
        ("${opt:timeout, self:custom.timeout}", 9),
        ("${env:TIMEOUT, '8'}", 8),
        ("${self:custom.absent, 11}", 11),
        ("${file(other.yml):limits.timeout}", 12),
        ("${file(other.json):timeout}", 13),
        ("${self:custom.stages.${sls:stage}}", 14),
        ("${self:custom.stages.${opt:stage, self:provider.stage}}", 14),
    ],
)
def test_variables_stand_for_what_the_files_say(written: str, expected: int) -> None:
    facts = service(
        f"  place:\n    handler: bootstrap\n    timeout: {written}\n",
        rest="custom:\n  timeout: 9\n  which: timeout\n  stages: {dev: 14, prod: 15}\n",
        other_DOT_yml="limits:\n  timeout: 12\n",
        other_DOT_json='{"timeout": 13}',
    )
    assert known(only(facts).timeout) == expected


@pytest.mark.parametrize(
    "written",
    [
        "${opt:timeout}",
        "${env:TIMEOUT}",
        "${ssm:/shop/timeout}",
        "${ssm:/shop/timeout, 3}",
        "${cf:other.Timeout}",
        "${param:timeout}",
        "${file(absent.yml):timeout}",
        "${file(settings.js):timeout}",
        "${file(../outside.yml):timeout}",
        "${self:custom.absent}",
        "${self:custom.round}",
        "${self:custom.${opt:which}}",
    ],
)
def test_what_only_a_deployment_knows_is_unknown(written: str) -> None:
    facts = service(
        f"  place:\n    handler: bootstrap\n    timeout: {written}\n",
        rest="custom:\n  round: ${self:custom.trip}\n  trip: ${self:custom.round}\n",
        settings_DOT_js="module.exports = {timeout: 3}",
    )
    assert isinstance(only(facts).timeout, Unknown)


def test_a_value_is_found_and_written_where_it_stands() -> None:
    text = HEAD + "custom:\n  timeout: 9\nfunctions:\n  place:\n    timeout: ${self:custom.timeout}\n"
    timeout = only(read(serverless_DOT_yml=text)).timeout
    assert isinstance(timeout, Known)
    assert text[timeout.span.start : timeout.span.end] == "9"
    assert [text[via.start : via.end] for via in timeout.via] == ["${self:custom.timeout}"]
    assert [edit.text for edit in timeout.write(30)] == ["30"]


def test_functions_may_be_spread_over_files() -> None:
    facts = read(
        serverless_DOT_yml=HEAD
        + "functions:\n  - ${file(a.yml)}\n  - place: ${file(place.yml)}\n  - ${file(absent.yml)}\n",
        a_DOT_yml="cancel:\n  handler: bootstrap\n",
        place_DOT_yml="handler: bootstrap\ntimeout: 2\n",
    )
    assert [f.label for f in facts.functions] == ["cancel", "place"]
    assert [f.span.path for f in facts.functions] == ["a.yml", "serverless.yml"]
    assert not facts.deployments[0].whole


def test_secrets_are_never_kept() -> None:
    facts = service(
        "  place:\n    handler: bootstrap\n    environment:\n"
        "      DB_PASSWORD: k3Jq!9vLpW2z\n      API_TOKEN: ${ssm:/token}\n      MAIL_PASSWORD: ${env:MAIL_PASSWORD}\n"
    )
    entries = {e.key.value: e.value for e in only(facts).environment.entries}
    assert isinstance(known(entries["DB_PASSWORD"]), Secret)
    assert isinstance(entries["API_TOKEN"], Unknown)
    assert isinstance(entries["MAIL_PASSWORD"], Unknown)
    assert len(facts.secrets) == 1
    assert "k3Jq" not in repr(facts)


def test_plugins_that_may_set_variables_leave_the_environment_open() -> None:
    one = "  place:\n    handler: bootstrap\n"
    assert only(service(one, rest="plugins: [serverless-offline]\n")).environment.complete
    assert not only(service(one, rest="plugins: [serverless-dotenv-plugin]\n")).environment.complete
    assert not only(service(one, rest="plugins: ${file(plugins.yml)}\n")).environment.complete


def test_queues_are_found_by_reference_and_by_name() -> None:
    for arn in (
        "!GetAtt Orders.Arn",
        "{'Fn::GetAtt': [Orders, Arn]}",
        "arn:aws:sqs:${aws:region}:${aws:accountId}:${self:service}-orders",
        "!Sub 'arn:aws:sqs:${AWS::Region}:${AWS::AccountId}:shop-orders'",
    ):
        facts = service(
            f"  place:\n    handler: bootstrap\n    events:\n      - sqs:\n          arn: {arn}\n",
            rest="resources:\n  Resources:\n    Orders:\n      Type: AWS::SQS::Queue\n"
            "      Properties:\n        QueueName: ${self:service}-orders\n",
        )
        assert [(m.source, m.function) for m in facts.mappings] == [
            ("serverless.yml#Orders", "serverless.yml#PlaceLambdaFunction")
        ], arn
        assert known(facts.mappings[0].batch_size) == 10


def test_events_become_triggers() -> None:
    facts = service(
        "  place:\n    handler: bootstrap\n    events:\n"
        "      - http: GET /a\n      - httpApi: '*'\n      - websocket: $connect\n      - s3: uploads\n"
        "      - sns: orders\n      - schedule: rate(1 hour)\n      - eventBridge: {pattern: {source: [a]}}\n"
        "      - stream: {type: kinesis, arn: '${ssm:/stream}'}\n      - stream: !GetAtt Table.StreamArn\n"
        "      - alb: {listenerArn: a}\n      - cognitoUserPool: {pool: users}\n    url: true\n",
        rest="resources:\n  Resources:\n    Table:\n      Type: AWS::DynamoDB::Table\n",
    )
    kinds = "kinesis dynamodb s3 sns schedule eventbridge alb cognito rest-api http-api websocket-api"
    assert [t.kind for t in facts.triggers] == kinds.split()
    assert [r.label for r in facts.routes] == ["GET /a", "ANY *", "$connect"]
    assert [i.payload.value for i in facts.integrations if isinstance(i.payload, Known)] == ["2.0"]


def test_resources_may_refer_to_the_frameworks_functions() -> None:
    facts = service(
        "  place-order:\n    handler: bootstrap\n",
        rest="resources:\n  Resources:\n    Open:\n      Type: AWS::Lambda::Permission\n      Properties:\n"
        "        FunctionName: !GetAtt PlaceDashorderLambdaFunction.Arn\n        Action: lambda:InvokeFunction\n"
        "        Principal: '*'\n    Other:\n      Type: AWS::Lambda::Function\n"
        "      Properties: {Runtime: provided.al2, Handler: bootstrap}\n",
    )
    assert [f.label for f in facts.functions] == ["place-order", "Other"]
    assert [p.function for p in facts.permissions] == ["serverless.yml#PlaceDashorderLambdaFunction"]


def test_roles_hold_what_is_written_and_what_the_framework_adds() -> None:
    facts = service(
        "  place:\n    handler: bootstrap\n  cancel:\n    handler: bootstrap\n    role: ${ssm:/role}\n",
        rest="  iam:\n    role:\n      statements:\n        - Effect: Allow\n          Action: sqs:SendMessage\n"
        "          Resource: '*'\n      managedPolicies:\n        - arn:aws:iam::aws:policy/AWSXrayWriteOnlyAccess\n",
    )
    role = facts.roles[0]
    actions = [known(a) for p in role.policies for s in p.statements for a in s.actions]
    assert actions[0] == "sqs:SendMessage"
    assert "logs:PutLogEvents" in actions
    assert [known(m) for m in role.managed] == ["arn:aws:iam::aws:policy/AWSXrayWriteOnlyAccess"]
    assert role.complete
    assert [f.role for f in facts.functions] == [role.key, None]


def test_what_the_template_overrides_is_unknown() -> None:
    facts = service(
        "  place:\n    handler: bootstrap\n  cancel:\n    handler: bootstrap\n",
        rest="resources:\n  extensions:\n    PlaceLambdaFunction:\n      Properties: {Timeout: 900}\n"
        "    PlaceLogGroup:\n      Properties: {RetentionInDays: 30}\n",
    )
    place, cancel = facts.functions
    assert isinstance(place.timeout, Unknown)
    assert known(place.memory) == 1024
    assert known(cancel.timeout) == 6
    assert [group.retention is None for group in facts.log_groups] == [False, True]


def test_packages_are_found_in_all_their_forms() -> None:
    def path(text: str, rest: str = "") -> object:
        package = only(service(f"  place:\n{text}", rest=rest)).package
        return known(package.path) if package is not None and package.path is not None else None

    assert path("    handler: bin/place\n") == "bin/place"
    assert path("    handler: bootstrap\n    package: {artifact: dist/place.zip}\n") == "dist/place.zip"
    assert path("    handler: bootstrap\n", "package: {artifact: all.zip}\n") == "all.zip"
    assert path("    handler: bootstrap\n    package: {patterns: ['!./**', out/bootstrap]}\n") == "out/bootstrap"
    plugin = "plugins: [serverless-go-plugin]\ncustom:\n  go:\n    supportedRuntimes: [provided.al2023]\n"
    assert path("    handler: cmd/place/main.go\n", plugin) == ".bin/place"
    assert path("    handler: cmd/place\n", plugin + "    buildProvidedRuntimeAsBootstrap: true\n") == ".bin/place.zip"


def test_images_lead_to_their_dockerfile() -> None:
    function = only(
        service("  place:\n    image: orders\n", rest="  ecr:\n    images:\n      orders:\n        path: ./build\n")
    )
    assert known(function.package_type) == "Image"
    assert function.image is not None
    assert known(function.image.dockerfile) == "build/Dockerfile"


def test_other_clouds_tests_and_examples_of_documents_are_no_deployments() -> None:
    text = HEAD + "functions:\n  place:\n    handler: bootstrap\n"
    assert read_texts({"serverless.yml": text.replace("name: aws", "name: google").encode()}).functions == ()
    assert read_texts({"docs/serverless.yml": text.encode()}).functions == ()
    assert read_texts({"serverless-compose.yml": b"services:\n  a:\n    path: a\n"}).functions == ()
    assert len(read_texts({"api/serverless.prod.yml": text.encode()}).functions) == 1


@pytest.mark.parametrize(
    "text",
    [
        "",
        "service: a",
        "service:\nprovider:\nfunctions:\n",
        "service: a\nprovider: aws\nfunctions: [1, null, {a: }]\n",
        "service: a\nprovider: {name: aws, stage: '${self:provider.stage}'}\nfunctions: {a: {name: '${self:}'}}\n",
        "service: a\nprovider: {name: aws}\ncustom: '${self:custom}'\nfunctions: '${self:custom.a}'\n",
        "service: a\nprovider: {name: aws}\nfunctions: {a: {handler: '${', timeout: '${self:', memorySize: '${}'}}\n",
        "service: a\nprovider: {name: aws}\nfunctions: {a: {events: [null, {}, {sqs: }, {http: [1]}, {stream: 2}]}}",
        "service: a\nprovider: {name: aws, iam: {role: {statements: 3}}}\nfunctions: {a: {role: []}}\nresources: 1\n",
        "service: a\nprovider: {name: aws}\nfunctions:\n  a:\n    handler: x\n\tb: c\n",
        "service: a\nprovider: {name: aws}\nfunctions: &f {a: *f}\n",
        "service: a\nprovider: {name: aws}\nfunctions: {a: {timeout: '" + "${self:" * 3000 + "'}}\n",
    ],
)
def test_odd_texts_are_survived(text: str) -> None:
    for end in range(0, len(text), 1 + len(text) // 40):
        read_texts({"serverless.yml": text.encode()[:end]})
    read_texts({"serverless.yml": text.encode()})


def test_variables_that_multiply_come_to_an_end() -> None:
    levels = "".join(f"  l{i}:\n" + f"    - ${{self:custom.l{i + 1}}}\n" * 9 for i in range(9))
    text = HEAD + f"custom:\n{levels}  l9: x\nfunctions:\n  a:\n    layers: ${{self:custom.l0}}\n"
    assert [f.label for f in read_texts({"serverless.yml": text.encode()}).functions] == ["a"]


def test_parameters_are_those_of_the_stage_or_of_all_stages() -> None:
    text = "params:\n  default: {wait: 20, size: 512}\n  prod: {wait: 90}\n"
    body = "  one:\n    handler: bootstrap\n    timeout: ${param:wait}\n    memorySize: ${param:size}\n"
    body += "    environment: {OTHER: '${param:other}'}\n"
    one = only(service(body, rest=text + "custom: {}\n"))
    assert (known(one.timeout), known(one.memory)) == (20, 512)
    assert not isinstance(one.environment.entries[0].value, Known)


@pytest.mark.parametrize(
    ("written", "kind"),
    [
        ("{handler: bootstrap}", "Zip"),
        ("{image: shop}", "Image"),
        ("{image: '${env:IMAGE}'}", "Image"),
        ("${file(gone.yml)}", "unknown"),
    ],
)
def test_a_function_that_is_described_elsewhere_may_be_anything(written: str, kind: str) -> None:
    function = only(service(f"  a: {written}\n"))
    told = function.package_type
    assert (told.value if isinstance(told, Known) else "unknown") == kind
    assert (function.runtime is None, function.image is not None) == (kind == "Image", kind == "Image")
