"""Functions that shell commands and lambroll deploy."""

from __future__ import annotations

import json

import pytest

from lambdalint.frontends import builds, cli_calls, infrastructure, lambroll
from lambdalint.model.infra import InfraFacts
from lambdalint.value import Known, Secret, Unknown

CREATE = "aws lambda create-function --function-name place --runtime provided.al2023 --handler bootstrap"


def run(script: str, path: str = "deploy.sh") -> InfraFacts:
    """What a script deploys."""
    texts = {path: b"#!/bin/sh\n" + script.encode()}
    facts, _ = builds.read(texts.get, sorted(texts), ())
    return cli_calls.read(facts.calls, texts.get)


def known(value: object) -> object:
    assert isinstance(value, Known), value
    return value.value


def test_a_function_is_what_its_options_say() -> None:
    facts = run(
        f"NAME=orders\nmkdir out\n{CREATE} --timeout 20 --memory-size=256 --architectures arm64 \\\n"
        '  --zip-file fileb://out/place.zip --environment "Variables={TABLE=$NAME,OTHER=$OTHER}" --role "$ROLE"\n'
    )
    (function,) = facts.functions
    assert (function.label, known(function.timeout), known(function.memory)) == ("place", 20, 256)
    assert known(function.architectures) == ("arm64",)
    assert function.package is not None
    assert known(function.package.path) == "out/place.zip"
    entries = {e.key.value: e.value for e in function.environment.entries}
    assert known(entries["TABLE"]) == "orders"
    assert isinstance(entries["OTHER"], Unknown)


def test_what_a_later_command_sets_is_no_default() -> None:
    facts = run(f"{CREATE}\naws lambda update-function-configuration --function-name place --timeout 10\n")
    (function,) = facts.functions
    assert isinstance(function.timeout, Unknown)
    assert known(function.memory) == 128


def test_options_that_are_not_known_leave_the_rest_open() -> None:
    (function,) = run(f"{CREATE} $MORE\n").functions
    assert isinstance(function.timeout, Unknown)
    assert known(function.runtime) == "provided.al2023"


@pytest.mark.parametrize(
    "script",
    [
        CREATE.replace("aws", "awslocal", 1),
        CREATE.replace("aws", "aws --endpoint-url http://localhost:4566", 1),
        f"{CREATE} --endpoint-url=$URL",
        f"export AWS_ENDPOINT_URL=http://localhost:4566\n{CREATE}",
        f"{CREATE} --profile localstack",
        "aws lambda list-functions",
        "aws s3 cp place.zip s3://artifacts/",
        "aws lambda",
        "aws",
        f"# {CREATE}",
    ],
)
def test_emulators_and_other_commands_deploy_nothing(script: str) -> None:
    assert run(script + "\n").functions == ()


def test_scripts_of_tests_deploy_nothing() -> None:
    assert run(CREATE, "test/deploy.sh").functions == ()
    assert len(run(CREATE, "scripts/deploy.sh").functions) == 1


def test_secrets_are_never_kept() -> None:
    facts = run(CREATE + " --environment 'Variables={DB_PASSWORD=k3Jq9vLpW2z}'\n")
    (entry,) = facts.functions[0].environment.entries
    assert isinstance(known(entry.value), Secret)
    assert "k3Jq" not in repr(facts)


AROUND = """
ACCOUNT=$(aws sts get-caller-identity --query Account --output text)
ROLE=$(aws iam create-role --role-name place-role --assume-role-policy-document file://trust.json --query Role.Arn)
aws iam attach-role-policy --role-name place-role --policy-arn arn:aws:iam::aws:policy/AmazonSQSFullAccess
aws iam put-role-policy --role-name place-role --policy-name more \\
  --policy-document '{"Statement": [{"Effect": "Allow", "Action": "s3:*", "Resource": "*"}]}'
aws iam put-role-policy --role-name other-role --policy-name other --policy-document '{"Statement": []}'
aws sqs create-queue --queue-name orders --attributes VisibilityTimeout=45,DelaySeconds=1
aws sqs create-queue --queue-name letters
aws lambda create-event-source-mapping --function-name place --event-source-arn "arn:aws:sqs:eu-west-1:$ACCOUNT:orders"
aws events put-rule --name nightly --schedule-expression 'rate(1 day)'
aws events put-targets --rule nightly --targets "Id=1,Arn=arn:aws:lambda:eu-west-1:$ACCOUNT:function:place"
aws sns subscribe --topic-arn "$TOPIC" --protocol lambda \\
  --notification-endpoint "arn:aws:lambda:eu-west-1:$ACCOUNT:function:place"
API=$(aws apigatewayv2 create-api --name shop --protocol-type HTTP --route-key 'GET /orders' \\
  --target "arn:aws:lambda:eu-west-1:$ACCOUNT:function:place" --query ApiId)
""".replace("\\\\", "\\")


def test_what_stands_around_a_function_is_joined_by_names() -> None:
    facts = run(f'{AROUND}{CREATE} --role "$ROLE"\n')
    (function,), (role,) = facts.functions, facts.roles
    assert function.role == role.key
    assert [known(arn) for arn in role.managed] == ["arn:aws:iam::aws:policy/AmazonSQSFullAccess"]
    assert [known(a) for policy in role.policies for s in policy.statements for a in s.actions] == ["s3:*"]
    queues = {known(queue.name): queue for queue in facts.queues}
    assert {name: known(queue.visibility_timeout) for name, queue in queues.items()} == {"orders": 45, "letters": 30}
    assert [(m.source_kind, m.source, m.function) for m in facts.mappings] == [
        ("sqs", queues["orders"].key, function.key)
    ]
    assert sorted(t.kind for t in facts.triggers if t.function == function.key) == [
        "http-api",
        "schedule",
        "sns",
        "sqs",
    ]
    (route,) = facts.routes
    assert (route.function, known(route.method), known(route.authorization)) == (function.key, "GET", "NONE")


SUBSCRIBE = (
    "aws sns subscribe --topic-arn {} --protocol lambda --notification-endpoint arn:aws:lambda:a:1:function:place"
)
PERMIT = "aws lambda add-permission --function-name place --action lambda:InvokeFunction --principal sns.amazonaws.com"


@pytest.mark.parametrize(
    ("script", "source"),
    [
        (f"{SUBSCRIBE.format(chr(34) + '$TOPIC' + chr(34))}\n{PERMIT}", '"$TOPIC"'),
        (f"{SUBSCRIBE.format('arn:aws:sns:a:1:news')}\n{PERMIT}", '"arn:aws:sns:a:1:news"'),
        (f"{SUBSCRIBE.format('$(topic)')}\n{PERMIT}", None),
        (f"{SUBSCRIBE.format('$A')}\n{SUBSCRIBE.format('$B')}\n{PERMIT}", None),
        (f"{PERMIT}\n{SUBSCRIBE.format('$A')}", None),
    ],
)
def test_a_permission_names_the_topic_that_is_subscribed_above_it(script: str, source: str | None) -> None:
    (permission,) = run(f"{CREATE}\n{script}\n").permissions
    slot = permission.source_slot
    assert (slot.before + slot.spell("") if slot is not None else None) == (source and f" --source-arn {source}")


def test_attributes_that_a_later_command_sets_are_not_known() -> None:
    facts = run(f"{CREATE}\naws sqs create-queue --queue-name a\naws sqs set-queue-attributes --queue-url $URL\n")
    (queue,) = facts.queues
    assert isinstance(queue.visibility_timeout, Unknown)
    assert isinstance(queue.redrive, Unknown)


def test_commands_for_other_services_alone_say_nothing() -> None:
    assert run("aws sqs create-queue --queue-name orders\naws iam create-role --role-name place\n") == InfraFacts()


@pytest.mark.parametrize(
    ("command", "after"),
    [
        (f"{CREATE} --timeout 9", f"{CREATE} --timeout 9 --architectures arm64"),
        (f"{CREATE} --role '$A'", f"{CREATE} --role '$A' --architectures arm64"),
        (f'{CREATE} --role "$A" | jq .', f'{CREATE} --role "$A" --architectures arm64 | jq .'),
        (f"{CREATE} \\\n    --timeout 9", f"{CREATE} \\\n    --timeout 9 \\\n    --architectures arm64"),
        (f'A=$({CREATE} --role "x")', f'A=$({CREATE} --role "x" --architectures arm64)'),
    ],
)
def test_a_further_option_stands_behind_the_last_one(command: str, after: str) -> None:
    (function,) = run(command + "\n").functions
    assert isinstance(function.architectures, Known)
    (edit,) = function.architectures.write(("arm64",))
    text = "#!/bin/sh\n" + command
    assert text[: edit.span.start] + edit.text + text[edit.span.end :] == "#!/bin/sh\n" + after


def test_quotes_of_the_language_around_a_command_stay_around_it() -> None:
    text = f'jobs:\n  deploy:\n    runs-on: ubuntu-latest\n    steps:\n      - run: "{CREATE} --timeout 9"\n'
    path = ".github/workflows/deploy.yml"
    facts, _ = builds.read({path: text.encode()}.get, [path], ())
    for function in cli_calls.read(facts.calls).functions:
        edits = function.architectures.write(("arm64",)) if isinstance(function.architectures, Known) else ()
        assert [text[edit.span.end :] for edit in edits] in ([], ['"\n'])


@pytest.mark.parametrize(
    ("pairs", "found"),
    [
        ("A='b,c',d-e=f", {"A": "b,c", "d-e": "f"}),
        ('A="b",C=d', {"A": "b", "C": "d"}),
        ("A=b,C=", {"A": "b", "C": ""}),
    ],
)
def test_values_of_variables_may_be_quoted(pairs: str, found: dict[str, str]) -> None:
    quote = '"' if "'" in pairs else "'"
    (function,) = run(f"{CREATE} --environment {quote}Variables={{{pairs}}}{quote}\n").functions
    assert {e.key.value: known(e.value) for e in function.environment.entries} == found


def deploy(texts: dict[str, str]) -> InfraFacts:
    """What lambroll deploys."""
    files = {path: text.encode() for path, text in texts.items()}
    return lambroll.read(files.get, files.get, sorted(files))


def test_lambroll_takes_the_file_as_the_api_does() -> None:
    text = json.dumps(
        {
            "FunctionName": "place",
            "Role": "arn:aws:iam::{{ must_env `ACCOUNT` }}:role/place",
            "Runtime": "provided.al2023",
            "Handler": "bootstrap",
            "Environment": {"Variables": {"TABLE": "orders", "URL": "{{ env `URL` }}"}},
        }
    )
    facts = deploy({"place/function.json": text, "place/function_url.json": '{"Config": {"AuthType": "AWS_IAM"}}'})
    (function,) = facts.functions
    assert (function.label, known(function.timeout)) == ("place", 3)
    assert function.package is not None
    assert known(function.package.path) == "place/bootstrap"
    entries = {e.key.value: e.value for e in function.environment.entries}
    assert known(entries["TABLE"]) == "orders"
    assert isinstance(entries["URL"], Unknown)
    assert [(known(u.authorization), u.function) for u in facts.urls] == [("AWS_IAM", function.key)]


TERRAFORM = """
data "aws_lambda_function" "place" {
  function_name = "place"
}
resource "aws_lambda_event_source_mapping" "orders" {
  event_source_arn = aws_sqs_queue.orders.arn
  function_name    = data.aws_lambda_function.place.arn
}
resource "aws_sqs_queue" "orders" {}
resource "aws_iam_role" "place" {
  name = "place-role"
}
resource "aws_iam_role" "other" {
  name = "other-role"
}
"""


@pytest.mark.parametrize(
    ("role", "found"),
    [
        ("{{ tfstate `aws_iam_role.place.arn` }}", ".:aws_iam_role.place"),
        ("{{ shared_tfstate `aws_iam_role.other.arn` }}", ".:aws_iam_role.other"),
        ("arn:aws:iam::{{ must_env `ACCOUNT` }}:role/place-role", ".:aws_iam_role.place"),
        ("arn:aws:iam::123456789012:role/service/other-role", ".:aws_iam_role.other"),
        ("arn:aws:iam::123456789012:role/{{ env `STAGE` }}-role", None),
        ("{{ tfstate `aws_iam_role.gone.arn` }}", None),
    ],
)
def test_terraform_deploys_what_stands_around_a_function_of_lambroll(role: str, found: str | None) -> None:
    function = {"FunctionName": "place", "Role": role, "Runtime": "provided.al2023", "Handler": "bootstrap"}
    files = {"function.json": json.dumps(function).encode(), "main.tf": TERRAFORM.encode()}
    facts, _ = infrastructure.read(files.get, files.get, sorted(files))
    (made,) = facts.functions
    assert made.role == found
    assert [mapping.function for mapping in facts.mappings] == [made.key]
    assert [(trigger.kind, trigger.function) for trigger in facts.triggers] == [("sqs", made.key)]


def test_a_name_that_two_functions_have_is_nobody_s() -> None:
    function = json.dumps({"FunctionName": "place", "Role": "r", "Runtime": "provided.al2023", "Handler": "bootstrap"})
    files = {path: function.encode() for path in ("a/function.json", "b/function.json")}
    files["main.tf"] = TERRAFORM.encode()
    facts, _ = infrastructure.read(files.get, files.get, sorted(files))
    assert [mapping.function for mapping in facts.mappings] == [None]


@pytest.mark.parametrize(
    "text",
    ["", "{", "[]", "{}", '{"bindings": []}', '{"FunctionName": {}, "Role": 1}', "{{ env `A` }}", '{"a": {{ b }}}'],
)
def test_other_files_of_that_name_are_survived(text: str) -> None:
    facts = deploy({"a/function.json": text, "a/function_url.json": text})
    assert all(isinstance(f.runtime, Unknown) or f.runtime is None for f in facts.functions)


@pytest.mark.parametrize(
    ("given", "origins", "credentials"),
    [
        ("--cors 'AllowOrigins=*,AllowCredentials=true'", ("*",), True),
        (
            "--cors AllowOrigins=https://a.example,https://b.example,MaxAge=3",
            ("https://a.example", "https://b.example"),
            False,
        ),
        ("""--cors '{"AllowOrigins": ["*"], "AllowCredentials": true}'""", ("*",), True),
        ("""--cors 'AllowOrigins=["*"],AllowMethods=["GET"]'""", ("*",), False),
        ("--cors AllowMethods=GET", None, False),
        ("", None, False),
        ('--cors "$CORS"', "unknown", "unknown"),
        ("--cors file://cors.json", "unknown", "unknown"),
        ("$MORE", "unknown", "unknown"),
    ],
)
def test_an_address_says_which_websites_may_call_it(given: str, origins: object, credentials: object) -> None:
    made = f"aws lambda create-function-url-config --function-name place --auth-type NONE {given}\n"
    (url,) = run(f"{CREATE}\n{made}").urls
    found = [
        getattr(v, "value", "unknown") if v is not None else None for v in (url.cors_origins, url.cors_credentials)
    ]
    assert found == [origins, credentials]


def test_an_api_that_is_made_with_its_function_says_which_websites_may_call_it() -> None:
    arn = "arn:aws:lambda:eu-west-1:123456789012:function:place"
    made = f"aws apigatewayv2 create-api --name shop --protocol-type HTTP --target {arn}"
    (cors,) = run(f"{CREATE}\n{made} --cors-configuration AllowOrigins='*'\n").cors
    assert (cors.label, known(cors.origins), known(cors.credentials)) == ("shop", ("*",), False)
    assert run(f"{CREATE}\n{made}\n").cors == ()


BARE = '{"FunctionName": "%s", "Role": "r", "Runtime": "provided.al2023", "Handler": "bootstrap"}'


@pytest.mark.parametrize(
    ("files", "paths"),
    [
        ({}, ["fn/bootstrap"]),
        ({"fn/Makefile": "deploy:\n\tlambroll deploy --src=dist\n"}, ["fn/dist/bootstrap"]),
        ({"Makefile": "deploy:\n\tlambroll deploy --function fn/function.json --src out\n"}, ["out/bootstrap"]),
        ({"deploy.sh": 'lambroll deploy --src "$OUT"\n'}, ["unknown"]),
        ({"fn/Makefile": "a:\n\tlambroll diff --src a\nb:\n\tlambroll deploy --src b\n"}, ["unknown"]),
        (
            {"fn/Makefile": "a:\n\tlambroll deploy --src a\n", "b/function.json": BARE % "b"},
            ["unknown", "fn/a/bootstrap"],
        ),
    ],
)
def test_lambroll_packs_the_folder_that_a_command_names(files: dict[str, str], paths: list[str]) -> None:
    texts = {path: text.encode() for path, text in {"fn/function.json": BARE % "a", **files}.items()}
    facts = lambroll.read(texts.get, texts.get, sorted(texts))
    found = [function.package.path for function in facts.functions if function.package is not None]
    assert [path.value if isinstance(path, Known) else "unknown" for path in found] == paths
