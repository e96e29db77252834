"""Templates of CloudFormation and SAM become the model: values, globals, conditions, nesting, events, roles."""

from __future__ import annotations

import pytest

from lambdalint.frontends.text import ROOT
from lambdalint.model.functions import Function
from lambdalint.value import Known
from tests.cloudformation_reading import FORMAT, SERVERLESS, facts, function, plain, read, serverless
from tests.terraform_reading import known, spelled


def parameters(text: str) -> str:
    return f"Parameters:\n  P:\n    {text}\n"


# -- which files are templates ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "path", ["template.yaml", "infra/stack.yml", "a.json", "deploy/main.template", "cfn/function.cfn"]
)
def test_templates_have_any_name(path: str) -> None:
    text = '{"Resources": {"F": {"Type": "AWS::Lambda::Function", "Properties": {"Timeout": 5}}}}'
    found, _ = read({path: text})
    assert [known(f.timeout) for f in found.functions] == [5]


@pytest.mark.parametrize(
    "path",
    ["cdk.out/a.template.json", ".aws-sam/build/template.yaml", "tests/template.yaml", "docs/a.yaml", "packaged.yaml"],
)
def test_what_is_made_shown_or_tested_is_not_deployed(path: str) -> None:
    found, _ = read({path: serverless("Timeout: 5\n")})
    assert found.functions == ()


def test_other_yaml_is_left_alone() -> None:
    found, broken = read({"a.yaml": "Resources:\n  - AWS::Lambda::Function\n", "b.yaml": "x: [AWS::Lambda::Function\n"})
    assert (found.functions, broken) == ((), ())


# -- values ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("parameter", "expression", "value"),
    [
        ("Default: 7", "!Ref P", 7),
        ("Default: '7'", "{Ref: P}", 7),
        ("Type: Number", "!Ref P", "unknown"),
        ("Default: 7\n    AllowedValues: [7, 8]", "!Ref P", "unknown"),
        ("Default: 7\n    AllowedValues: [7]", "!Ref P", 7),
        ("Default: 7\n    NoEcho: true", "!Ref P", "unknown"),
        ("Default: /timeout\n    Type: AWS::SSM::Parameter::Value<String>", "!Ref P", "unknown"),
        ("Default: 7", "!Sub '${P}'", 7),
        ("Default: 7", "!Sub ['${A}${P}', {A: 1}]", 17),
        ("Default: 7", "!Join ['', [1, !Ref P]]", 17),
        ("Default: 7", "!Select [1, [5, !Ref P]]", 7),
        ("Default: '1,7'", "!Select [1, !Split [',', !Ref P]]", 7),
        ("Default: '1, 7'\n    Type: CommaDelimitedList", "!Select [1, !Ref P]", 7),
        ("Default: a", "!FindInMap [M, !Ref P, T]", 9),
        ("Type: String", "!FindInMap [M, !Ref P, T]", "unknown"),
        ("Default: z", "!FindInMap [M, !Ref P, T, {DefaultValue: 4}]", 4),
        ("Default: a", "!FindInMap [M, !Ref P, T, {DefaultValue: 4}]", 9),
        ("Type: String", "!FindInMap [M, !Ref P, T, {DefaultValue: 4}]", "unknown"),
        ("Type: String", "!FindInMap [N, a, T, {DefaultValue: 4}]", "unknown"),
        ("Default: z", "!Length [a, b, !Ref P]", 3),
        ("Type: String", "!Length {'Fn::Split': [',', !Ref P]}", "unknown"),
        ("Default: 7", "!If [Always, !Ref P, 3]", 7),
        ("Default: 7", "!If [Never, !Ref P, !Ref AWS::NoValue]", ("default", 3)),
        ("Type: String", "!If [Chosen, 3, 60]", "unknown"),
        ("Type: String", "!If [Chosen, 60, '60']", 60),
        ("Type: String", "!If [Missing, 3, 60]", "unknown"),
        ("Default: 7", "!ImportValue x", "unknown"),
        ("Default: 7", "!Ref AWS::Region", "unknown"),
        ("Default: 7", "'{{resolve:ssm:/timeout}}'", "unknown"),
        ("Default: 7", "!Sub '${!P}'", "unknown"),
        ("Default: 7", "!Foo 5", "unknown"),
    ],
)
def test_expressions(parameter: str, expression: str, value: object) -> None:
    before = parameters(parameter) + (
        "Mappings:\n  M:\n    a: {T: 9}\n"
        "Conditions:\n  Always: !Not [!Condition Never]\n  Never: !And [!Equals [a, a], !Equals [a, b]]\n"
        "  Chosen: !Or [!Equals [!Ref P, x], !Condition Never]\n"
    )
    assert known(function(plain(f"Timeout: {expression}\n", before=before)).timeout) == value


def test_a_value_stands_at_the_default_and_came_through_its_use() -> None:
    text = plain("Timeout: !Ref P\n", before=parameters("Default: 7"))
    timeout = function(text).timeout
    assert isinstance(timeout, Known)
    assert spelled(text, timeout) == "7"
    assert [text[s.start : s.end] for s in timeout.via] == ["!Ref P"]


def test_globals_stand_under_what_a_function_sets() -> None:
    text = serverless(
        "Timeout: 9\nEnvironment: {Variables: {B: 2}}\nArchitectures: [arm64]\n",
        before="""
        Globals:
          Function:
            Timeout: 5
            MemorySize: 512
            Architectures: [x86_64]
            Environment: {Variables: {A: 1, B: 1}}
        """,
    )
    f = function(text)
    assert (known(f.timeout), known(f.memory), known(f.architectures)) == (9, 512, ("arm64",))
    assert {e.key.value: known(e.value) for e in f.environment.entries} == {"A": "1", "B": "2"}
    assert isinstance(f.memory, Known)
    assert f.memory.via == (f.span,)


def test_lists_of_globals_are_added_to() -> None:
    general = "Globals:\n  Function: {Layers: [a, b]}\n"
    assert known(function(serverless("Layers: [c]\n", before=general)).layers) == ("a", "b", "c")
    assert known(function(serverless("Handler: x\n", before=general)).layers) == ("a", "b")


def test_a_queue_between_a_topic_and_a_function() -> None:
    subscription = "{QueueArn: !GetAtt Q.Arn, QueueUrl: !Ref Q, BatchSize: 4}"
    text = serverless(
        f"Events:\n  T: {{Type: SNS, Properties: {{Topic: arn, SqsSubscription: {subscription}}}}}\n",
        "  Q: {Type: AWS::SQS::Queue}\n",
    )
    found = facts(text)
    assert [(m.source, known(m.batch_size)) for m in found.mappings] == [(found.queues[0].key, 4)]
    assert [(t.kind, t.source) for t in found.triggers] == [("sqs", found.queues[0].key)]


def test_globals_may_be_ignored() -> None:
    text = serverless("Handler: x\n", before="Globals:\n  Function: {Timeout: 5, MemorySize: 256}\n")
    some = text.replace("    Properties:", "    IgnoreGlobals: [Timeout]\n    Properties:")
    assert (known(function(some).timeout), known(function(some).memory)) == (("default", 3), 256)
    every = text.replace("    Properties:", "    IgnoreGlobals: '*'\n    Properties:")
    assert known(function(every).memory) == ("default", 128)


def test_globals_are_for_sam_functions_only() -> None:
    text = plain("Handler: x\n", before="Globals:\n  Function: {Timeout: 5}\n")
    assert known(function(text).timeout) == ("default", 3)


@pytest.mark.parametrize(
    ("settings", "timeout"),
    [
        ("default:\n  deploy:\n    parameters:\n      parameter_overrides: X=1 P=30\n", 30),
        ("default:\n  global: {parameters: {parameter_overrides: [P=31]}}\n", 31),
        ("default:\n  global: {parameters: {parameter_overrides: {P: 32}}}\n", 32),
        ("live:\n  deploy: {parameters: {parameter_overrides: P=60}}\n", "unknown"),
        ("default:\n  deploy: {parameters: {parameter_overrides: 'file://values.yaml'}}\n", "unknown"),
        ("default:\n  deploy: {parameters: {stack_name: shop}}\n", 7),
        ("- default\n", 7),
        ("]", 7),
    ],
)
def test_samconfig_may_be_yaml(settings: str, timeout: object) -> None:
    text = serverless("Timeout: !Ref P\n", before=parameters("Default: 7"))
    assert known(function(text, {"samconfig.yaml": settings}).timeout) == timeout
    toml = {"samconfig.yaml": settings, "samconfig.toml": "[default.deploy.parameters]\n"}
    assert known(function(text, toml).timeout) == 7


def test_samconfig_sets_parameters() -> None:
    text = serverless("Timeout: !Ref P\n", before=parameters("Default: 7"))
    one = '[default.deploy.parameters]\nparameter_overrides = "X=1 P=30"\n'
    assert known(function(text, {"samconfig.toml": one}).timeout) == 30
    both = one + '[live.deploy.parameters]\nparameter_overrides = ["P=60"]\n'
    assert known(function(text, {"samconfig.toml": both}).timeout) == "unknown"
    assert known(function(text, {"samconfig.toml": "[default"}).timeout) == 7
    old = '[default.deploy.parameters]\nparameter_overrides = "ParameterKey=P,ParameterValue=\\"12\\""\n'
    assert known(function(text, {"samconfig.toml": old}).timeout) == 12


def test_conditions_of_resources() -> None:
    text = plain("Timeout: 5\n", before=parameters("Default: x") + "Conditions:\n  C: !Equals [!Ref P, live]\n")
    never = text.replace("    Type: AWS::L", "    Condition: C\n    Type: AWS::L")
    assert facts(never).functions == ()
    maybe = never.replace("Default: x", "Type: String")
    assert len(facts(maybe).functions) == 1


def test_nested_templates() -> None:
    root = SERVERLESS + (
        "Resources:\n"
        "  Queues:\n    Type: AWS::CloudFormation::Stack\n"
        "    Properties: {TemplateURL: queues.yaml, Parameters: {Hidden: 90}}\n"
        "  App:\n    Type: AWS::Serverless::Application\n"
        "    Properties: {Location: app/template.yaml, Parameters: {Queue: !GetAtt Queues.Outputs.Arn, Limit: 15}}\n"
    )
    queues = FORMAT + (
        "Parameters:\n  Hidden: {Type: Number, Default: 5}\n"
        "Resources:\n  Q:\n    Type: AWS::SQS::Queue\n    Properties: {VisibilityTimeout: !Ref Hidden}\n"
        "Outputs:\n  Arn: {Value: !GetAtt Q.Arn}\n"
    )
    app = serverless(
        "Timeout: !Ref Limit\nEvents:\n  E: {Type: SQS, Properties: {Queue: !Ref Queue}}\n",
        before="Parameters:\n  Queue: {Type: String}\n  Limit: {Type: Number}\n",
    )
    found = facts(root, {"queues.yaml": queues, "app/template.yaml": app})
    (f,), (queue,), (mapping,) = found.functions, found.queues, found.mappings
    assert (known(f.timeout), known(queue.visibility_timeout)) == (15, 90)
    assert (mapping.function, mapping.source) == (f.key, queue.key)
    assert [d.whole for d in found.deployments] == [True]


def test_a_template_of_others_makes_the_deployment_incomplete() -> None:
    text = serverless(
        "Timeout: 5\n", "A:\n  Type: AWS::Serverless::Application\n  Properties: {Location: ../../x.yaml}\n"
    )
    assert [d.whole for d in facts(text).deployments] == [False]


@pytest.mark.parametrize(
    ("events", "whole"),
    [
        ("{A: {Type: SNS, Properties: {Topic: t}}}", True),
        ("{A: !Ref AWS::NoValue}", True),
        ("{A: !If [Unknown, {Type: SNS, Properties: {Topic: t}}, !Ref AWS::NoValue]}", False),
        ("!FindInMap [A, B, C]", False),
        ("{'Fn::Transform': {Name: 'AWS::Include', Parameters: {Location: 's3://b/k'}}}", False),
    ],
)
def test_events_that_are_not_known_may_be_any(events: str, whole: bool) -> None:
    text = serverless(f"Events: {events}\n", before="Conditions: {Unknown: !Equals [!Ref AWS::Region, a]}\n")
    assert facts(text).deployments[0].whole == whole


def test_templates_that_nest_each_other_end() -> None:
    one = "Resources:\n  N: {Type: AWS::CloudFormation::Stack, Properties: {TemplateURL: %s}}\n"
    found, _ = read({"a.yaml": one % "b.yaml", "b.yaml": one % "a.yaml", "c.yaml": one % "c.yaml"})
    assert found.functions == ()


# -- functions -------------------------------------------------------------------------------------------------------


def test_defaults() -> None:
    f = function(serverless("Handler: bootstrap\n"))
    assert (known(f.timeout), known(f.memory), known(f.architectures)) == (
        ("default", 3),
        ("default", 128),
        ("default", ("x86_64",)),
    )
    assert (known(f.tracing), known(f.package_type), known(f.logging.format)) == (
        ("default", "PassThrough"),
        ("default", "Zip"),
        ("default", "Text"),
    )


def test_a_misspelt_name_may_mean_what_is_missing() -> None:
    f = function(serverless("TimeOut: 9\n"))
    assert known(f.timeout) == "unknown"
    assert known(f.memory) == ("default", 128)


def test_a_merge_from_elsewhere_may_set_anything() -> None:
    f = function(plain("Fn::Transform: {Name: AWS::Include, Parameters: {Location: s3://b/k}}\nTimeout: 5\n"))
    assert (known(f.timeout), known(f.memory)) == (5, "unknown")


def code(f: Function) -> tuple[object, object, object]:
    path = f.package.path if f.package is not None else None
    return known(path), known(f.source), known(f.build_method)


def test_where_code_comes_from() -> None:
    go = "Runtime: provided.al2023\n"
    assert code(function(serverless(go + "CodeUri: src/\n", metadata="BuildMethod: go1.x\n"))) == ("src", "src", "go")
    assert code(function(serverless("Runtime: go1.x\n"))) == (("default", "."), ("default", "."), ("default", "go"))
    assert code(function(serverless(go + "CodeUri: s3://b/k\n"))) == (None, None, None)
    assert code(function(serverless(go + "CodeUri: {Bucket: b, Key: k}\n"))) == (None, None, None)
    assert code(function(serverless(go + "CodeUri: out/a.zip\n"))) == ("out/a.zip", None, None)
    assert code(function(serverless(go + "CodeUri: out\n"))) == ("out", "out", ("default", "make"))
    assert code(function(plain("Code: out/a.zip\n"))) == ("out/a.zip", None, None)
    assert code(function(plain("Code: {S3Bucket: b, S3Key: k}\n"))) == (None, None, None)


def test_make_is_run_as_sam_build_does() -> None:
    text = serverless("Runtime: provided.al2023\nCodeUri: src\n", metadata="BuildMethod: makefile\n")
    found = facts(text, {"src/Makefile": "build-F:\n\tgo build -o $(ARTIFACTS_DIR)/bootstrap .\n"})
    (script,) = found.scripts
    assert (script.text, known(script.folder)) == ("make build-F", "src")
    assert [(n, known(v)) for n, v in script.environment] == [("ARTIFACTS_DIR", f"{ROOT}/.aws-sam/build/F")]
    assert code(found.functions[0]) == (".aws-sam/build/F", "src", "make")


def test_images() -> None:
    text = serverless("PackageType: Image\n", metadata="DockerContext: ./app\nDockerfile: Dockerfile.prod\n")
    image = function(text).image
    assert image is not None
    assert (known(image.context), known(image.dockerfile)) == ("app", "app/Dockerfile.prod")


def test_secrets_never_leave_the_reader() -> None:
    secret = "kP9vT3xQ7mX2rW8yB5nD"
    found = facts(serverless(f"Environment: {{Variables: {{DB_PASSWORD: {secret}}}}}\n"))
    (entry,) = found.functions[0].environment.entries
    assert str(known(entry.value)).startswith("secret: ")
    assert secret not in repr(found)
    assert len(found.secrets) == 1


def test_log_groups_by_reference_and_by_name() -> None:
    group = "L:\n  Type: AWS::Logs::LogGroup\n  Properties:\n    LogGroupName: %s\n"
    for name in ("!Sub /aws/lambda/${F}", "!Join ['', [/aws/lambda/, !Ref F]]", "/aws/lambda/orders"):
        found = facts(serverless("FunctionName: orders\n", group % name))
        assert found.functions[0].logging.group_key == found.log_groups[0].key
    other = facts(serverless("FunctionName: orders\n", group % "/aws/lambda/billing"))
    assert other.functions[0].logging.group_key is None


# -- events and access -----------------------------------------------------------------------------------------------


def test_events() -> None:
    text = serverless(
        """
        Events:
          A: {Type: SQS, Properties: {Queue: !GetAtt Q.Arn, BatchSize: 5}}
          B: {Type: DynamoDB, Properties: {Stream: !GetAtt T.StreamArn, StartingPosition: LATEST}}
          C: {Type: S3, Properties: {Bucket: !Ref Bucket, Events: 's3:ObjectCreated:*'}}
          D: {Type: ScheduleV2, Properties: {ScheduleExpression: rate(1 day)}}
          E: {Type: HttpApi, Properties: {Path: /x, Method: get}}
          G: {Type: Api, Properties: {Path: /x, Method: '*'}}
          H: {Type: SNS, Properties: {Topic: !Ref Topic, SqsSubscription: true}}
        FunctionUrlConfig: {AuthType: NONE}
        """,
        "Q: {Type: AWS::SQS::Queue}\nT: {Type: AWS::Serverless::SimpleTable}\nBucket: {Type: AWS::S3::Bucket}\n",
    )
    found = facts(text)
    assert sorted((t.label, t.kind) for t in found.triggers) == [
        ("F.A", "sqs"),
        ("F.B", "dynamodb"),
        ("F.C", "s3"),
        ("F.D", "schedule"),
        ("F.E", "http-api"),
        ("F.G", "rest-api"),
        ("F.H", "sqs"),
    ]
    assert all(t.function == found.functions[0].key for t in found.triggers)
    assert [(m.source_kind, known(m.batch_size)) for m in found.mappings] == [
        ("sqs", 5),
        ("dynamodb", ("default", 100)),
    ]
    assert [(known(r.method), known(r.authorization)) for r in found.routes] == [
        ("GET /x", ("default", "NONE")),
        ("ANY", ("default", "NONE")),
    ]
    assert [known(i.payload) for i in found.integrations] == [("default", "2.0"), None]


@pytest.mark.parametrize(
    ("shared", "own", "authorization", "restricted"),
    [
        ("", "", ("default", "NONE"), False),
        ("Auth: {DefaultAuthorizer: A}", "", "A", False),
        ("Auth: {DefaultAuthorizer: A}", "Auth: {Authorizer: NONE}", "NONE", False),
        ("Auth: {DefaultAuthorizer: !Ref P}", "", "unknown", False),
        ("Auth: {ApiKeyRequired: true}", "", ("default", "NONE"), True),
        ("Auth: {ApiKeyRequired: true}", "Auth: {ApiKeyRequired: false}", ("default", "NONE"), False),
        ("Auth: {ResourcePolicy: {IpRangeWhitelist: [10.0.0.0/8]}}", "", ("default", "NONE"), True),
        ("EndpointConfiguration: PRIVATE", "", ("default", "NONE"), True),
        ("EndpointConfiguration: {Type: REGIONAL}", "", ("default", "NONE"), False),
        ("DefinitionBody: {openapi: 3.0.1}", "", ("default", "NONE"), True),
    ],
)
def test_who_may_call_a_route(shared: str, own: str, authorization: object, restricted: bool) -> None:
    text = serverless(
        f"Events:\n  E:\n    Type: Api\n    Properties:\n      Path: /\n      Method: get\n      RestApiId: !Ref A\n"
        f"      {own}\n",
        f"A:\n  Type: AWS::Serverless::Api\n  Properties:\n    StageName: live\n    {shared}\n",
        before=parameters("Type: String"),
    )
    (route,) = facts(text).routes
    if shared.startswith("DefinitionBody"):
        assert route.restricted_elsewhere
        return
    assert (known(route.authorization), route.restricted_elsewhere) == (authorization, restricted)


def test_the_role_that_sam_makes() -> None:
    text = serverless(
        """
        Tracing: Active
        Policies:
          - AmazonSSMReadOnlyAccess
          - DynamoDBReadPolicy: {TableName: orders}
          - Statement: [{Effect: Allow, Action: 'sqs:SendMessage', Resource: !GetAtt Q.Arn}]
        Events:
          A: {Type: SQS, Properties: {Queue: !GetAtt Q.Arn}}
        """,
        "Q: {Type: AWS::SQS::Queue}\n",
    )
    found = facts(text)
    (role,) = found.roles
    assert found.functions[0].role == role.key
    assert role.complete
    assert [str(known(m)).rpartition("/")[2].rstrip("')") for m in role.managed] == [
        "AWSLambdaBasicExecutionRole",
        "AWSLambdaSQSQueueExecutionRole",
        "AWSXRayDaemonWriteAccess",
        "AmazonSSMReadOnlyAccess",
    ]
    actions = [[known(a) for a in s.actions] for p in role.policies for s in p.statements]
    assert "dynamodb:GetItem" in actions[0]
    assert actions[1] == ["sqs:SendMessage"]


@pytest.mark.parametrize(
    "policies",
    ["[!Ref P]", "[NewPolicy: {X: y}]", "[!If [C, AmazonSSMReadOnlyAccess, !Ref AWS::NoValue]]", "!Ref P"],
)
def test_a_role_with_something_unknown_is_not_complete(policies: str) -> None:
    before = parameters("Type: String") + "Conditions:\n  C: !Equals [!Ref P, x]\n"
    (role,) = facts(serverless(f"Policies: {policies}\n", before=before)).roles
    assert not role.complete


def test_a_connector_gives_more_permissions() -> None:
    text = serverless("Handler: x\n", "C:\n  Type: AWS::Serverless::Connector\n  Properties: {Source: {Id: F}}\n")
    (role,) = facts(text).roles
    assert not role.complete


def test_policies_attached_from_elsewhere() -> None:
    text = plain(
        "Role: !GetAtt R.Arn\n",
        """
        R: {Type: AWS::IAM::Role, Properties: {ManagedPolicyArns: [!Ref M, arn:aws:iam::aws:policy/ReadOnlyAccess]}}
        M:
          Type: AWS::IAM::ManagedPolicy
          Properties: {PolicyDocument: {Statement: {Effect: Allow, Action: 'sns:*', Resource: '*'}}}
        I:
          Type: AWS::IAM::Policy
          Properties:
            Roles: [!Ref R]
            PolicyDocument: {Statement: {Effect: Allow, Action: 'sqs:*', Resource: '*'}}
        """,
    )
    found = facts(text)
    (role,) = found.roles
    assert found.functions[0].role == role.key
    assert sorted(str(known(a)) for p in role.policies for s in p.statements for a in s.actions) == ["sns:*", "sqs:*"]
    assert role.complete


def test_mappings_permissions_and_urls_of_cloudformation() -> None:
    text = plain(
        "Timeout: 5\n",
        """
        E:
          Type: AWS::Lambda::EventSourceMapping
          Properties: {FunctionName: !GetAtt F.Arn, EventSourceArn: 'arn:aws:kinesis:eu-west-1:123456789012:stream/s'}
        A: {Type: AWS::Lambda::Alias, Properties: {FunctionName: !Ref F, Name: live}}
        P:
          Type: AWS::Lambda::Permission
          Properties: {FunctionName: !Ref A, Action: lambda:InvokeFunction, Principal: s3.amazonaws.com}
        U: {Type: AWS::Lambda::Url, Properties: {TargetFunctionArn: !GetAtt F.Arn, AuthType: AWS_IAM}}
        """,
    )
    found = facts(text)
    key = found.functions[0].key
    assert [(m.function, m.source_kind) for m in found.mappings] == [(key, "kinesis")]
    assert [(p.function, known(p.principal)) for p in found.permissions] == [(key, "s3.amazonaws.com")]
    assert [(u.function, known(u.authorization)) for u in found.urls] == [(key, "AWS_IAM")]


# -- what other templates export -------------------------------------------------------------------------------------

ROLE = """
Resources:
  R: {Type: AWS::IAM::Role, Properties: {AssumeRolePolicyDocument: {Statement: []}}}
Outputs:
  R: {Value: !GetAtt R.Arn, Export: {Name: the-role}}
"""


def test_a_role_comes_from_another_template() -> None:
    found, _ = read({"template.yaml": serverless("Role: !ImportValue the-role\n"), "roles.yaml": FORMAT + ROLE})
    (role,) = found.roles
    assert found.functions[0].role == role.key
    assert role.complete


def test_a_policy_for_a_role_of_another_template_leaves_open_what_it_may() -> None:
    policy = """
    P:
      Type: AWS::IAM::Policy
      Properties:
        Roles: [!ImportValue the-role]
        PolicyDocument: {Statement: {Effect: Allow, Action: 'sqs:*', Resource: '*'}}
    """
    text = serverless("Role: !ImportValue the-role\n", policy)
    found, _ = read({"template.yaml": text, "roles.yaml": FORMAT + ROLE})
    (role,) = found.roles
    assert not role.complete


def test_imported_values_are_known_but_not_for_fixes() -> None:
    exports = FORMAT + "Outputs:\n  T: {Value: 7, Export: {Name: seconds}}\nResources: {T: {Type: AWS::SNS::Topic}}\n"
    found, _ = read({"template.yaml": serverless("Timeout: !ImportValue seconds\n"), "shared.yaml": exports})
    timeout = found.functions[0].timeout
    assert known(timeout) == 7
    assert isinstance(timeout, Known)
    assert not timeout.write(8)


def test_templates_that_import_from_each_other_end() -> None:
    one = serverless("Timeout: !ImportValue b\n") + "\nOutputs:\n  A: {Value: !ImportValue b, Export: {Name: a}}\n"
    two = FORMAT + "Resources: {T: {Type: AWS::SNS::Topic}}\n"
    two += "Outputs:\n  B: {Value: !ImportValue a, Export: {Name: b}}\n"
    found, _ = read({"template.yaml": one, "other.yaml": two})
    assert known(found.functions[0].timeout) == "unknown"
