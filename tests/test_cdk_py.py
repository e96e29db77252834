"""CDK programs in Python: what is read of them, whatever way they are written, and what stays unknown."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from lambdalint.frontends import cdk_py
from lambdalint.model.functions import Function
from lambdalint.model.infra import InfraFacts
from lambdalint.value import Known, Unknown

IMPORTS = """import os
from pathlib import Path
import aws_cdk as cdk
from aws_cdk import Duration, aws_lambda as lambda_, aws_iam as iam
from aws_cdk.aws_lambda_go_alpha import GoFunction
app = cdk.App()
stack = cdk.Stack(app, "Shop")
"""


def read(files: Mapping[str, str]) -> InfraFacts:
    data = {path: text.encode() for path, text in files.items()}
    facts, broken = cdk_py.read(data.get, data.get, sorted(data))
    assert broken == ()
    return facts


def functions(body: str, **others: str) -> dict[str, Function]:
    facts = read({"app.py": IMPORTS + body, **others})
    return {function.label: function for function in facts.functions}


FUNCTION = "\ndef f(n): return GoFunction(stack, 'F', timeout=Duration.seconds(n))\n"


def value_of(body: str, field: str) -> object:
    value = getattr(functions(body)["F"], field)
    return value.value if isinstance(value, Known) else "unknown"


@pytest.mark.parametrize(
    ("body", "seconds"),
    [
        ("GoFunction(stack, 'F', entry='x')", 3),
        ("GoFunction(stack, 'F', entry='x', timeout=Duration.minutes(2))", 120),
        ("GoFunction(scope=stack, id='F', entry='x', timeout=Duration.seconds(amount=9))", 9),
        ("GoFunction(stack, 'F', entry='x', timeout=Duration.seconds(max(5, min(7, 9))))", 7),
        ("GoFunction(stack, 'F', entry='x', timeout=Duration.seconds(round(2.5) + int('3') + abs(-1)))", 6),
        ("GoFunction(stack, 'F', entry='x', timeout=Duration.seconds(max([5, 6])))", "unknown"),
        ("t = Duration.seconds(9)\nGoFunction(stack, 'F', entry='x', timeout=t)", 9),
        ("base = {'timeout': Duration.seconds(7)}\nGoFunction(stack, 'F', entry='x', **base)", 7),
        ("base = dict(timeout=Duration.seconds(7))\nGoFunction(stack, 'F', **{**base, 'entry': 'x'})", 7),
        ("def f(k, n=8): return GoFunction(stack, k, timeout=Duration.seconds(n))\nf('F')", 8),
        ("def f(k, n=8): return GoFunction(stack, k, timeout=Duration.seconds(n))\nf(n=4, k='F')", 4),
        ("def f(k, **kw): return GoFunction(stack, k, **kw)\nf('F', timeout=Duration.seconds(5))", 5),
        ("def f(k, *rest): return GoFunction(stack, k, timeout=rest[-1])\nf('F', 1, Duration.seconds(5))", 5),
        ("n = 5\nif True:\n    n = 6\nGoFunction(stack, 'F', timeout=Duration.seconds(n))", 6),
        ("n = 5\ndef f():\n    n = 6\nf()\nGoFunction(stack, 'F', timeout=Duration.seconds(n))", 5),
        ("n = 5\ndef f():\n    global n\n    n = 6\nf()\nGoFunction(stack, 'F', timeout=Duration.seconds(n))", 6),
        ("p = {}\np['timeout'] = Duration.seconds(11)\nGoFunction(stack, 'F', **p)", 11),
        ("for k, n in {'F': 9}.items(): GoFunction(stack, k, timeout=Duration.seconds(n))", 9),
        ("[GoFunction(stack, k, timeout=Duration.seconds(n)) for k, n in [('F', 4), ('G', 5)] if k == 'F']", 4),
        ("n = [1, 2, 3][-1] if 'a' in ['a'] else 9\nGoFunction(stack, 'F', timeout=Duration.seconds(n))", 3),
        ("class C:\n    n = 12\nGoFunction(stack, 'F', timeout=Duration.seconds(C.n))", 12),
        ("@dataclass\nclass C:\n m: int\n n: int = 2\nGoFunction(stack, 'F', timeout=Duration.days(C(3).n))", 172800),
        ("@dataclass\nclass C: n: list = field(default_factory=lambda: [6])\n" + FUNCTION + "f(C().n[0])", 6),
        ("n = 1 if os.getenv('T') else 2\nGoFunction(stack, 'F', timeout=Duration.seconds(n))", "unknown"),
        ("n = 5\nif os.environ['T']:\n    n = 6\nGoFunction(stack, 'F', timeout=Duration.seconds(n))", "unknown"),
        ("n = int(os.environ.get('T', '5'))\nGoFunction(stack, 'F', timeout=Duration.seconds(n))", "unknown"),
        ("def f():\n    with open('x') as g: return {'timeout': g.read()}\nGoFunction(stack, 'F', **f())", "unknown"),
        ("GoFunction(stack, 'F', timeout=Duration.seconds(3), **more)", "unknown"),
        ("GoFunction(stack, 'F', **more, timeout=Duration.seconds(4))", 4),
        ("d = {'timeout': Duration.seconds(4)}\nd.update(more)\nGoFunction(stack, 'F', **d)", "unknown"),
        ("d = {'timeout': 4}\nt = Duration.seconds(d.pop('timeout'))\nGoFunction(stack, 'F', timeout=t, **d)", 4),
        ("d = {}\nd.setdefault('timeout', Duration.seconds(4))\nGoFunction(stack, 'F', **d)", 4),
        ("def f(**kw): kw.pop('timeout', None); GoFunction(stack, 'F', **kw)\nf(timeout=Duration.seconds(9))", 3),
        ("def f(**kw): kw.pop('timeout', None); GoFunction(stack, 'F', **kw)\nf(**more)", "unknown"),
        ("d = {'n': 4}\ndel d['n']\nGoFunction(stack, 'F', timeout=Duration.seconds(d['n']))", "unknown"),
        ("match os.name:\n case 'nt': t = 1\n case _: t = 2\nGoFunction(stack, 'F', timeout=t)", "unknown"),
    ],
)  # fmt: skip
def test_a_timeout_is_followed_to_where_it_is_written(body: str, seconds: object) -> None:
    assert value_of(body, "timeout") == seconds


@pytest.mark.parametrize(
    ("path", "folder"),
    [
        ("'cmd/api'", "cmd/api"),
        ("os.path.join(os.path.dirname(__file__), 'cmd', 'api')", "cmd/api"),
        ("str(Path(__file__).parent / 'cmd' / 'api')", "cmd/api"),
        ("Path(__file__).resolve().parents[0].joinpath('cmd/api').as_posix()", "cmd/api"),
        ("f'{os.getcwd()}/cmd/{1 + 1}'", "cmd/2"),
        ("'cmd/%s' % os.name", "unknown"),
        ("'cmd/{}-{b}'.format('a', b='b')", "cmd/a-b"),
        ("'/'.join(['cmd', 'a' 'b'])", "cmd/ab"),
        ("'cmd/' + ('API'.lower() or 'x')", "cmd/api"),
        ("'../outside'", "unknown"),
    ],
)
def test_paths_are_computed(path: str, folder: str) -> None:
    assert value_of(f"GoFunction(stack, 'F', entry={path})", "source") == folder


@pytest.mark.parametrize(
    "imports",
    [
        "from aws_cdk import core as cdk, aws_lambda as _lambda",
        "import aws_cdk as cdk\nimport aws_cdk.aws_lambda as _lambda",
        "import aws_cdk as cdk\nfrom aws_cdk import aws_lambda as _lambda",
        "import aws_cdk as cdk\n_lambda = cdk.aws_lambda",
        "import aws_cdk as cdk\nimport aws_cdk.aws_lambda\n_lambda = aws_cdk.aws_lambda",
        "from aws_cdk import core\nfrom aws_cdk import *\ncdk, _lambda = core, aws_lambda",
        "from monocdk import core as cdk, aws_lambda as _lambda\nimport aws_cdk",
    ],
)
def test_the_library_is_known_by_any_name(imports: str) -> None:
    body = """
app = cdk.App()
stack = cdk.Stack(app, "Shop")
_lambda.Function(
    stack,
    "F",
    runtime=_lambda.Runtime.PROVIDED_AL2023,
    handler="bootstrap",
    code=_lambda.Code.from_asset("dist"),
    memory_size=512,
)
"""
    (function,) = read({"app.py": imports + body}).functions
    assert [v.value for v in (function.runtime, function.handler, function.memory) if isinstance(v, Known)] == [
        "provided.al2023",
        "bootstrap",
        512,
    ]


def test_functions_in_loops_and_classes_are_all_seen() -> None:
    found = functions(
        """
class Worker(GoFunction):
    def __init__(self, scope, id, *, size, **kwargs):
        super().__init__(scope, id, entry="x", memory_size=size, **kwargs)
        self.size = size

class Small(Worker):
    SIZE = 64
    def __init__(self, scope, id):
        super().__init__(scope, id, size=self.SIZE)

for id, size in (("A", 256), ("B", 512)):
    Worker(stack, id, size=size)
workers = list(map(lambda id: Worker(stack, id, size=128), ["C", "D"]))
for i in range(2):
    Worker(stack, f"E{i}", size=i * 64)
for at, id in enumerate(["G", "H"]):
    Worker(stack, id, size=at)
Small(stack, "S")
"""
    )
    assert {name: function.memory.value for name, function in found.items() if isinstance(function.memory, Known)} == {
        "A": 256,
        "B": 512,
        "C": 128,
        "D": 128,
        "E0": 0,
        "E1": 64,
        "G": 0,
        "H": 1,
        "S": 64,
    }


@pytest.mark.parametrize(
    "command", ["python3 app.py", "uv run app.py", ".venv/bin/python -m app", "poetry run python3 ./app.py"]
)
def test_the_program_that_cdk_json_names_decides_which_stacks_there_are(command: str) -> None:
    facts = read(
        {
            "infra/cdk.json": '{"app": "' + command + '"}',
            "infra/app.py": "from aws_cdk import App\nfrom shop import stacks\nfrom shop.stacks.shop import Shop\n"
            "def main():\n    app = App()\n    stacks.shop.Shop(app, 'dev', 128)\n    Shop(app, 'prod', size=1024)\n"
            "if __name__ == '__main__':\n    main()\n",
            "infra/shop/stacks/__init__.py": "from . import shop\n",
            "infra/shop/stacks/shop.py": "from aws_cdk import Stack\nfrom ...shop.sizes import double\n"
            "import aws_cdk.aws_lambda as lambda_\nfrom os import path\n\n"
            "class Shop(Stack):\n    def __init__(self, scope, id: str, size: int = 1) -> None:\n"
            "        super().__init__(scope, id)\n"
            "        self._function(size=double(size))\n\n"
            "    def _function(self, size):\n"
            "        here = path.dirname(__file__)\n"
            "        lambda_.Function(self, 'Api', memory_size=size, runtime=lambda_.Runtime.PROVIDED_AL2023,\n"
            "            handler='bootstrap', code=lambda_.Code.from_asset(path.join(here, '..', 'dist')))\n",
            "infra/shop/sizes.py": "def double(n): return n * 2\nif __name__ == '__main__':\n    raise SystemExit\n",
        }
    )
    assert [(f.key, getattr(f.memory, "value", None)) for f in facts.functions] == [
        ("infra/app.py:core.App/dev/Api", 256),
        ("infra/app.py:core.App/prod/Api", 2048),
    ]
    package = facts.functions[0].package
    assert package is not None
    assert isinstance(package.path, Known)
    assert package.path.value == "infra/shop/dist"
    assert [d.whole for d in facts.deployments] == [True]


def test_a_stack_that_nothing_makes_is_read_by_its_defaults() -> None:
    facts = read(
        {
            "lib/shop.py": "from aws_cdk import Stack\nfrom aws_cdk.aws_lambda_go_alpha import GoFunction\n"
            "class Shop(Stack):\n    def __init__(self, scope, id, *, size=128, **kwargs):\n"
            "        super().__init__(scope, id, **kwargs)\n"
            "        GoFunction(self, 'Api', entry='x', memory_size=size)\n"
        }
    )
    assert [f.label for f in facts.functions] == ["Api"]
    assert isinstance(facts.functions[0].memory, Unknown)


def test_names_of_variables_stay_as_they_are_written() -> None:
    function = functions(
        "f = GoFunction(stack, 'F', entry='x', environment={'table_name': '1', **dict(TOPIC_ARN='2')})\n"
        "f.add_environment(key='B', value='2')\nif os.getenv('C'):\n    f.add_environment('C', '3')"
    )["F"]
    assert [entry.key.value for entry in function.environment.entries] == ["table_name", "TOPIC_ARN", "B", "C"]
    assert isinstance(function.environment.entries[3].value, Unknown)
    assert not function.environment.complete


def test_commands_that_bundle_are_seen_in_structs_and_dictionaries() -> None:
    for bundling in ("cdk.BundlingOptions(image=None, command=C)", "{'image': None, 'command': C}"):
        facts = read(
            {
                "app.py": IMPORTS + "C = ['bash', '-c', 'go build -o /asset-output/bootstrap ./cmd/api']\n"
                "lambda_.Function(stack, 'F', runtime=lambda_.Runtime.PROVIDED_AL2023, handler='bootstrap',\n"
                f"    code=lambda_.Code.from_asset(path='.', bundling={bundling}))\n"
            }
        )
        assert [script.text for script in facts.scripts] == ["go build -o /asset-output/bootstrap ./cmd/api"]


def test_grants_make_a_role_complete_only_when_they_are_understood() -> None:
    body = """
from aws_cdk import aws_s3 as s3
understood = GoFunction(stack, "A", entry="x")
doubtful = GoFunction(stack, "B", entry="x")
role = iam.Role(stack, "R", assumed_by=iam.ServicePrincipal("lambda.amazonaws.com"))
named = GoFunction(stack, "C", entry="x", role=role)
bucket = s3.Bucket(stack, "Bucket")
bucket.grant_read(understood)
bucket.grant_read(identity=named)
bucket.grant_something_new(doubtful)
named.add_to_role_policy(statement=iam.PolicyStatement(actions=["sqs:SendMessage"], resources=["*"]))
"""
    facts = read({"app.py": IMPORTS + body})
    roles = {role.label: role for role in facts.roles}
    assert roles["A"].complete
    assert not roles["B"].complete
    assert roles["R"].complete
    actions = {
        label: {a.value for p in role.policies for s in p.statements for a in s.actions if isinstance(a, Known)}
        for label, role in roles.items()
    }
    assert "s3:GetObject*" in actions["A"]
    assert {"s3:GetObject*", "sqs:SendMessage"} <= actions["R"]
    trust = roles["R"].trust
    assert trust is not None
    assert [service.value for service in trust.statements[0].services if isinstance(service, Known)] == [
        "lambda.amazonaws.com"
    ]


def test_triggers_of_functions_and_their_aliases() -> None:
    body = """
from aws_cdk import aws_apigateway as apigateway, aws_events as events, aws_events_targets as targets
from aws_cdk import aws_sqs as sqs, aws_lambda_event_sources as sources, aws_s3 as s3, aws_s3_notifications as s3n
f = GoFunction(stack, "F", entry="x")
live = lambda_.Alias(stack, "Live", alias_name="live", version=f.current_version)
api = apigateway.RestApi(stack, "Api")
api.root.add_resource("a").add_method(http_method="GET", api_key_required=True)
api.root.add_resource(path_part="b").add_method("GET", apigateway.LambdaIntegration(live))
events.Rule(
    stack,
    "Nightly",
    schedule=events.Schedule.rate(duration=Duration.days(1)),
    targets=[targets.LambdaFunction(handler=f)],
)
f.add_event_source(sources.SqsEventSource(queue=sqs.Queue(stack, "Q"), batch_size=3))
s3.Bucket(stack, "B").add_event_notification(s3.EventType.OBJECT_CREATED, s3n.LambdaDestination(f))
"""
    facts = read({"app.py": IMPORTS + body})
    key = facts.functions[0].key
    assert {(t.kind, t.function) for t in facts.triggers} == {
        ("rest-api", key),
        ("schedule", key),
        ("sqs", key),
        ("s3", key),
    }
    assert [(r.method.value, r.restricted_elsewhere) for r in facts.routes if isinstance(r.method, Known)] == [
        ("GET", True),
        ("GET", False),
    ]
    assert [(m.batch_size.value, m.source) for m in facts.mappings if isinstance(m.batch_size, Known)] == [
        (3, facts.queues[0].key)
    ]


@pytest.mark.parametrize(
    "body",
    [
        "def f(): return f()\nGoFunction(stack, 'F', **f())",
        "while True:\n    GoFunction(stack, 'F', entry='x')",
        "for i in range(10**9):\n    for j in range(10**9):\n        cdk.Tags.of(stack)",
        "class A(A): pass\nA()",
        "class A(B): pass\nclass B(A): pass\nA(1).x",
        "x = " + "(" * 5000 + "1" + ")" * 5000,
        "x = " + "[" * 3000 + "]" * 3000,
        "x = 'a'" + " + 'a'" * 4000,
        "x = " + "[x for y in " * 400 + "z" + "]" * 400,
        "o = {}\no['o'] = o\nGoFunction(stack, 'F', environment=o, **o)",
        "GoFunction(stack, 'F', entry='x', environment={'A': ",
        "from app import a\nfrom .app import b\nfrom . import app\nfrom .... import c\nimport app.app",
        "def f(*a, *b, **c, **d): pass\nf(*1, **2)\nf(**f)",
        "GoFunction(stack",
        "self.x = self\nsuper().__init__(self)\nsuper.x\ndef __init__(): super().__init__()\n__init__()",
        "'%s' % f'{1!r:>{2}}' f'{{}}' '\\N{BULLET}\\777\\ud800' b'\\xff'",
        "\x00\xff'''\"\"\"f'{",
        "class C:\n def f(*a): pass\n @property\n def g(self): return self.g\nC().f(1)\nC().g",
    ],
)
def test_hostile_programs_end_quietly(body: str) -> None:
    facts = read({"app.py": IMPORTS + body})
    assert len(facts.deployments) == 1


def test_modules_that_import_each_other_are_read_once() -> None:
    facts = read(
        {
            "app.py": IMPORTS + "from a import make\nmake(stack)",
            "a.py": "from b import name\nfrom aws_cdk.aws_lambda_go_alpha import GoFunction\n"
            "def make(scope): return GoFunction(scope, name(), entry='x')\n",
            "b.py": "from a import make\ndef name(): return 'F'\nagain = make\n",
        }
    )
    assert [f.label for f in facts.functions] == ["F"]


def test_what_is_not_in_the_project_is_told() -> None:
    facts = read({"app.py": IMPORTS + "from .missing import make\nmake(stack)\nGoFunction(stack, 'F', entry='x')"})
    assert [gap.reason for gap in facts.gaps] == [".missing isn't in the project"]


def test_tests_are_no_programs() -> None:
    text = IMPORTS + "GoFunction(stack, 'F', entry='x')"
    assert read({"tests/app.py": text, "lib/test_app.py": text, ".venv/site-packages/a.py": text}).functions == ()


def test_what_is_set_on_the_resource_beneath_is_not_known() -> None:
    function = functions(
        "f = GoFunction(stack, 'F', entry='x')\nraw = f.node.default_child\n"
        "raw.add_property_override(property_path='Timeout', value=60)\nraw.architectures = ['arm64']"
    )["F"]
    assert isinstance(function.timeout, Unknown)
    assert isinstance(function.architectures, Unknown)
    assert isinstance(function.memory, Known)


def test_values_are_written_as_the_file_writes_them() -> None:
    function = functions("GoFunction(\n    stack,\n    'F',\n    entry='x',\n    memory_size=128\n)")["F"]
    assert isinstance(function.timeout, Known)
    assert [edit.text for edit in function.timeout.write(30)] == [",\n    timeout=cdk.Duration.seconds(30)"]
    assert isinstance(function.memory, Known)
    assert [edit.text for edit in function.memory.write(512)] == ["512"]
    assert isinstance(function.architectures, Known)
    assert [edit.text for edit in function.architectures.write(("arm64",))] == [
        ",\n    architecture=lambda_.Architecture.ARM_64"
    ]


def test_what_a_helper_is_given_is_written_anew_where_it_is_given() -> None:
    helper = (
        "def made(name, seconds=3, handler='bootstrap'):\n"
        "    return lambda_.Function(stack, name, handler=handler, timeout=Duration.seconds(seconds))\n"
    )
    found = functions(helper + "made('F', 60, 'orders')\nmade('G')")
    for value, text in ((found["F"].handler, "'orders'"), (found["F"].timeout, "60")):
        assert isinstance(value, Known)
        assert value.slot is not None
        assert (IMPORTS + helper + "made('F', 60, 'orders')")[value.slot.span.start : value.slot.span.end] == text
        assert value.via == ()


def test_a_number_that_two_functions_share_is_not_written_anew_for_one() -> None:
    found = functions(
        "wait = 60\n"
        "for name in ('F', 'G'):\n    lambda_.Function(stack, name, timeout=Duration.seconds(wait))\n"
        "alone = 50\nlambda_.Function(stack, 'H', timeout=Duration.seconds(alone))\n"
    )
    slots = {name: getattr(function.timeout, "slot", None) for name, function in found.items()}
    assert (slots["F"], slots["G"]) == (None, None)
    assert slots["H"] is not None


def test_modules_may_be_imported_in_one_line() -> None:
    program = "import os, aws_cdk as cdk\ncdk.aws_lambda.Function(cdk.Stack(cdk.App(), 'S'), 'F', handler='main')\n"
    assert [function.label for function in read({"app.py": program}).functions] == ["F"]
