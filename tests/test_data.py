"""The tables that are written from published packages: what is read of each, and that the committed ones say from what.

The packages of testdata/dev are small ones in the form of the real ones.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from lambdalint.data import (
    cloudformation_schemas,
    lambda_events,
    lambda_triggers,
    sam_connectors,
    sam_policy_templates,
    sdk_operations,
    serverless_schemas,
    terraform_schemas,
)
from lambdalint.data.runtimes import Lifecycle
from lambdalint.dev.data import (
    cloudformation,
    command,
    connectors,
    constructs,
    environment,
    events,
    iam,
    limits,
    mentions,
    modules,
    permissions,
    policies,
    pulumi,
    runtimes,
    sdk,
    serverless,
    signatures,
    sources,
    terraform,
    text,
)

SAMPLES = Path(__file__).parent.parent / "testdata" / "dev"
ROOTS = {folder.name: folder for folder in SAMPLES.iterdir()}


def value(spelt: str, module: object = None) -> Any:
    """What an assignment of a table would be, with the names of its module."""
    return eval(spelt, dict(vars(module)) if module is not None else {})


# -- what is read ------------------------------------------------------------------------------------------------------


def test_terraform_names_are_those_that_can_be_set() -> None:
    spelt = terraform.of_resource(ROOTS["terraform"], "aws_lambda_function", "function")
    schema = value(spelt, terraform_schemas)
    assert schema.concept == "function"
    assert schema.attributes == {"function_name", "layers", "tags"}
    assert schema.lists == {"layers"}
    assert schema.blocks["vpc_config"].lists == {"subnet_ids"}


def test_runtimes_have_three_dates_and_the_last_to_end_is_recommended() -> None:
    found = runtimes.values(ROOTS)
    table = eval(found["LIFECYCLES"], {"Lifecycle": Lifecycle})
    assert table == {
        "go1.x": ("2020-01-02", "2020-02-03", "2020-03-04"),
        "provided.al9": ("2031-10-11", "2031-11-12", "2031-12-30"),
    }
    assert value(found["RECOMMENDED"]) == "provided.al9"
    assert runtimes.deprecated_in_cdk(ROOTS["cdk"]) == {"go1.x"}


def test_a_runtime_without_dates_is_no_table(tmp_path: Path) -> None:
    table = tmp_path / "cfnlint/data/AdditionalSpecs/LmbdRuntimeLifecycle.json"
    table.parent.mkdir(parents=True)
    table.write_text("{}")
    with pytest.raises(ValueError, match=r"provided\.al9"):
        runtimes.values({**ROOTS, "cfn-lint": tmp_path})


def test_properties_are_those_that_can_be_set() -> None:
    schema = cloudformation.schema_of(ROOTS["cfn-lint"], "AWS::Lambda::Function")
    shape = cloudformation.shape_of(schema, "AWS::Lambda::Function")
    assert shape.names == {"FunctionName", "Variables"}, "what is computed is no name, a map has no parts"
    assert shape.lists == {"Layers"}
    assert shape.parts["VpcConfig"].lists == {"SubnetIds"}
    assert shape.parts["Mounts"].names == {"Path"}, "a list of mappings is described by one of them"
    assert shape.parts["Loop"].names == {"Again"}, "a definition that holds itself ends"
    spelt = value(cloudformation.spelt(shape, "function", 0), cloudformation_schemas)
    assert spelt.names == {"FunctionName", "Variables", "Layers", "VpcConfig", "Mounts", "Loop"}


def test_sam_hands_properties_on() -> None:
    function = cloudformation.Shape(
        frozenset({"Role"}), frozenset({"Layers"}), {"VpcConfig": cloudformation.Shape(frozenset({"SubnetIds"}))}
    )
    mapping = cloudformation.Shape(frozenset(), frozenset({"Topics"}))
    shapes = {"AWS::Lambda::Function": function, "AWS::Lambda::EventSourceMapping": mapping}
    described = cloudformation.SamSource(ROOTS["sam"], shapes)
    shape = described.function()
    assert shape.names == {"CapacityProviderConfig", "CodeUri"}
    assert shape.lists == {"Layers"}
    assert shape.parts["VpcConfig"].names == {"SubnetIds"}
    assert shape.parts["DeadLetterQueue"].names == {"TargetArn"}
    assert dict(described.events()) == {"Order": cloudformation.Shape(frozenset({"Shop"}), frozenset({"Topics"}))}
    assert described.shared() == {"Handler", "Timeout"}


def test_settings_of_both_versions_of_the_framework_are_known() -> None:
    found = serverless.values(ROOTS)
    function = value(found["FUNCTION"], serverless_schemas)
    assert function.names >= {"name", "timeout", "handler", "image", "recursiveLoop"}
    assert "uri" not in function.names, "what stands deeper is no setting of the function"
    assert function.parts["package"].names == {"artifact", "path", "patterns"}
    assert function.parts["logs"].names == {"logFormat", "logGroupClass"}
    events = value(found["EVENTS"], serverless_schemas)
    assert {name: schema.names for name, schema in events.items()} == {
        "sqs": {"arn", "sqsSize"},
        "stream": {"arn", "streamSize"},
    }


def test_actions_are_told_apart_by_what_the_reference_says() -> None:
    found = iam.values(ROOTS)
    assert value(found["READS"]) == {"shop": "CompareGoods"}, "GetOrder says by its name that it reads"
    unscoped = value(found["UNSCOPED"])
    assert unscoped["shop"] == "OpenShop"
    assert "logs" not in unscoped, "the whole service is unscoped"
    assert "CreateNetworkInterface" in unscoped["ec2"]


def test_services_that_may_invoke() -> None:
    assert list(permissions.granted_by_sam(ROOTS["sam"])) == ["sns.amazonaws.com"]
    assert list(permissions.granted_by_serverless(ROOTS["serverless"])) == ["sqs.amazonaws.com", "stream.amazonaws.com"]
    assert dict(permissions.services_of(ROOTS["cfn-lint"])) == {"AWS::S3::Bucket": "s3", "AWS::Logs::LogGroup": "logs"}


def test_a_principal_that_no_source_knows_is_an_error() -> None:
    with pytest.raises(ValueError, match=r"no source knows .*apigateway"):
        permissions.invokers(ROOTS)


def test_limits_are_read_from_the_model_and_from_its_manual() -> None:
    found = limits.limits(ROOTS)
    assert value(found["TIMEOUT_RANGE"]) == (1, 900)
    assert value(found["STORAGE_RANGE"]) == (512, 10240)
    assert value(found["MAX_VISIBILITY_TIMEOUT"]) == 43200
    found = limits.of_sources(ROOTS)
    assert value(found["RANGES"])["record_age"] == (60, 604800)
    assert value(found["UNLIMITED"]) == {("retries", -1), ("record_age", -1)}
    assert (value(found["MAX_FIFO_BATCH"]), value(found["FREE_BATCH"])) == (10, 10)


def test_defaults_of_the_platform_and_of_tools() -> None:
    found = {name: value(spelt) for name, spelt in limits.defaults(ROOTS).items()}
    assert (found["TIMEOUT"], found["MEMORY"], found["STORAGE"], found["VISIBILITY"]) == (3, 128, 512, 30)
    assert found["BATCH"] == {"sqs": 10, "kinesis": 100}
    assert found["API_TIMEOUT"] == {"rest-api": 29000, "http-api": 30000, "websocket-api": 29000}
    assert (found["SERVERLESS"], found["SERVERLESS_BATCH"]) == ((8, 640), 12)
    assert found["SST"][2] == (11, 768, "PassThrough")
    assert (found["CDK_GO_RUNTIME"], found["CDK_LOG_DAYS"]) == ("provided.al9", 17)


def test_a_sentence_that_has_changed_is_an_error(tmp_path: Path) -> None:
    function = tmp_path / "constructs/Function.js"
    function.parent.mkdir()
    function.write_text("return CDKDuration.seconds(LONGEST);")
    with pytest.raises(ValueError, match="said any more"):
        limits.defaults({**ROOTS, "sst": tmp_path})


def test_what_policies_allow() -> None:
    document = {
        "Statement": [
            {"Effect": "Allow", "Action": ["shop:Get*", "shop:GetOrder"]},
            {"Effect": "Deny", "Action": "bank:*"},
            {"Effect": "Allow", "Action": "shop:Open"},
        ]
    }
    assert policies.shortened(policies.allowed(document)) == ["shop:Get*", "shop:Open"]
    assert policies.allowed({"Statement": {"Effect": "Allow", "NotAction": "iam:*"}}) == {"*"}
    many = [f"shop:Get{number}" for number in range(400)] + ["shop:Open"]
    assert "shop:Open" in policies.shortened(many)
    assert len(policies.shortened(many)) < 30


def test_templates_of_sam() -> None:
    found = value(policies.templates(ROOTS)["POLICY_TEMPLATES"], sam_policy_templates)
    first, second = found["ShopPolicy"]
    assert first.actions == ("shop:GetOrder", "shop:PutOrder")
    assert first.resources == ("arn:${AWS::Partition}:shop:::<ShopName>/*",)
    assert (second.resources, second.conditioned) == (("*",), True)


def test_connectors_of_sam() -> None:
    found = connectors.values(ROOTS)
    assert value(found["REACHED"], sam_connectors) == {
        "AWS::Shop::Till": {"Read": ("shop:GetOrder", "shop:ListOrders")}
    }
    assert value(found["POLLED"], sam_connectors) == {"AWS::Shop::Belt": {"Write": ("shop:MoveBelt",)}}
    assert value(found["INVOKERS"]) == {"AWS::Shop::Bell": "shop.amazonaws.com"}, "the clerk's own role is another's"


def test_properties_of_pulumi_classes() -> None:
    types = """
export declare namespace lambda {
    interface FunctionVpcConfig {
        /** Where it runs. */
        subnetIds: pulumi.Input<pulumi.Input<string>[]>;
    }
}
export declare namespace shop {
    interface FunctionVpcConfig {
        till?: pulumi.Input<string | undefined>;
    }
}
"""
    declared = """
export interface FunctionArgs {
    name?: pulumi.Input<string | undefined>;
    tags?: pulumi.Input<{
        [key: string]: pulumi.Input<string>;
    } | undefined>;
    vpcConfig?: pulumi.Input<inputs.lambda.FunctionVpcConfig | undefined>;
}
"""
    shape = pulumi.shape_of(pulumi.interface(declared, "FunctionArgs"), pulumi.namespace(types, "lambda"))
    assert shape.names == {"name", "tags"}
    assert shape.parts["vpcConfig"].lists == {"subnetIds"}
    with pytest.raises(ValueError, match="no interface Other"):
        pulumi.interface(declared, "Other")


def test_actions_that_constructs_grant() -> None:
    script = 'exports.ONE=void 0,exports.ONE=["a:B","a:C"],exports.TWO=[...exports.ONE,"a:D"],exports.THREE="a:E";'
    assert constructs.exported(script) == {"ONE": ("a:B", "a:C"), "TWO": ("a:B", "a:C", "a:D"), "THREE": ("a:E",)}


def test_names_that_the_construct_refuses() -> None:
    script = 'if(["_HANDLER","LAMBDA_TASK_ROOT","AWS_REGION"].includes(key))throw new Error'
    assert environment.refused_by_cdk(script) == {"_HANDLER", "LAMBDA_TASK_ROOT", "AWS_REGION"}
    with pytest.raises(ValueError, match="refuses no names"):
        environment.refused_by_cdk('if(["ONE"].includes(key))throw')


def test_event_types_are_read_from_go() -> None:
    lines = value(events.values(ROOTS)["EVENTS"]).strip().splitlines()
    assert lines == [
        "type Kind string",
        "type LatestEvent OrderEvent",
        "type OrderEvent struct{Records []OrderRecord}",
        "type OrderRecord struct{Shop string; At time.Time}",
        "func (*OrderRecord) String() string",
        'const Paid Kind = "paid"',
    ]


def test_operations_and_their_actions() -> None:
    assert sdk_operations.action("dynamodb", "CreateBackup") == ("dynamodb:CreateBackup",)
    assert sdk_operations.action("cloudwatchlogs", "StartQuery") == ("logs:StartQuery",), "actions say logs"
    assert sdk_operations.action("cognitoidentityprovider", "SignUp") == (), "nobody needs a permission for it"
    assert sdk_operations.action("kms", "Decrypt") == ()


def test_signatures_are_held_against_the_sources() -> None:
    table = """
        func New(string) error
        func Errorf(string, ...any) error
        func Wrap(error, string) error
        func Wrapf(error, string, ...any) error
        func WithMessage(error, string) error
    """
    wrong = list(signatures.misfits("github.com/pkg/errors", table, ROOTS["modules"] / "errors"))
    assert [line.partition(": ")[2] for line in wrong] == [
        "func Errorf(string, ...any) error is func(string) error",
        "func Wrapf(error, string, ...any) error is nothing",
        "func WithMessage(error, string) error is func(error, string) *errors.Fault",
    ]


def test_a_package_is_in_the_module_with_the_longest_path(tmp_path: Path) -> None:
    roots = {"example.com/shop": tmp_path / "one", "example.com/shop/v2": tmp_path / "two"}
    (tmp_path / "one/v2/till").mkdir(parents=True)
    (tmp_path / "two/till").mkdir(parents=True)
    assert signatures.folder("example.com/shop/v2/till", roots) == tmp_path / "two/till"
    with pytest.raises(ValueError, match=r"no module has example\.com/bank"):
        signatures.folder("example.com/bank", roots)


def test_names_are_looked_up_in_the_package_and_in_the_type_that_is_to_have_them(tmp_path: Path) -> None:
    (tmp_path / "shop.go").write_text(
        """package shop

        import "example.com/till"

        type stock struct{ Left int }
        func (s *stock) Count() int { return s.Left }
        type Shop struct { *stock; Name string }
        type Branch struct { till.Till }
        type Seller interface { Sell() }
        func Open() *Shop { return nil }
        """
    )
    roots = {"example.com/shop": tmp_path}

    def absent(*names: str, receiver: str = "") -> list[str]:
        return list(mentions.absent(mentions.Mention("example.com/shop", names, receiver), roots))

    assert absent("Open", "Count", "Sell", "Name") == []
    assert absent("Close") == ["example.com/shop has no Close"]
    assert absent("Count", "Left", "Name", receiver="Shop") == []
    assert absent("Sell", receiver="Shop") == ["example.com/shop has no Shop.Sell"]
    assert absent("Ring", receiver="Branch") == [], "what it embeds is of another package"
    assert absent("Open", receiver="Bank") == ["example.com/shop has no Bank.Open"]
    gone = mentions.Mention("example.com/bank", ("Open",))
    assert list(mentions.absent(gone, roots)) == ["no module has example.com/bank"]


def test_every_package_that_a_table_mentions_is_in_a_module_or_known_from_its_readme() -> None:
    for said in mentions.TABLES.values():
        assert modules.of(mentions.packages(said)), said
    assert {p for said in mentions.TABLES.values() for m in said() if (p := m.package) in mentions.BY_README} == (
        mentions.BY_README
    ), "none stands there that no table mentions"


def test_an_operation_that_no_service_has_is_an_error() -> None:
    with pytest.raises(ValueError, match="no service is called"):
        sdk.needs(ROOTS)


def test_triggers_send_events_that_exist() -> None:
    types = set(re.findall(r"^type (\w+) ", lambda_events.EVENTS, re.MULTILINE))
    assert types >= lambda_triggers.FITS.keys()
    assert {kind for kinds in lambda_triggers.FITS.values() for kind in kinds} <= lambda_triggers.WORDS.keys()


# -- what is written ---------------------------------------------------------------------------------------------------


def test_only_the_values_and_the_last_paragraph_are_replaced() -> None:
    module = (
        '"""Words: ü.\n\nGenerated by somebody.\n"""\n\nONE: int = 1  # stays\nTWO = (\n    "ü"\n)\n"""Manual."""\n'
    )
    once = text.replaced(module, {"TWO": "2", "ONE": "11"}, "Generated by me.")
    assert once == '"""Words: ü.\n\nGenerated by me.\n"""\n\nONE: int = 11  # stays\nTWO = 2\n"""Manual."""\n'
    assert text.replaced(once, {"TWO": "2", "ONE": "11"}, "Generated by me.") == once
    with pytest.raises(ValueError, match="THREE"):
        text.replaced(module, {"THREE": "3"}, "Generated by me.")


def test_words_keep_to_the_width() -> None:
    names = [f"name{number}" for number in range(100)]
    spelt = text.words(names, 2)
    assert value(f"({spelt})") == " ".join(names)
    assert max(map(len, spelt.splitlines())) <= text.WIDTH - 8


@pytest.mark.parametrize("name", command.TABLES)
def test_each_table_says_what_it_was_made_from(name: str) -> None:
    table = command.TABLES[name]
    module = (command.FOLDER / f"{name}.py").read_text("utf-8")
    written = " ".join(module.split('"""')[1].split())
    assert written.endswith(table.provenance(name)), "run: python -m lambdalint.dev data"
    assert all(re.fullmatch(r"20\d\d-\d\d-\d\d", fact.read) for fact in table.facts)


def test_a_source_that_is_there_is_not_got_again(tmp_path: Path) -> None:
    source = sources.SOURCES["cdk-go"]
    kept = tmp_path / f"@aws-cdk+aws-lambda-go-alpha-{source.version}"
    kept.mkdir()
    assert sources.unpacked(source, tmp_path) == kept


def test_a_source_that_contradicts_leaves_the_table(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The small packages don't confirm what the real ones do; a table that is theirs is written."""
    for source in sources.SOURCES.values():
        name = next(name for name, other in sources.SOURCES.items() if other is source)
        if name in ROOTS:
            (tmp_path / f"{source.package.replace('/', '+')}-{source.version}").symlink_to(ROOTS[name])
    folder = tmp_path / "tables"
    folder.mkdir()
    for name in ("principals", "runtime_client"):
        (folder / f"{name}.py").write_bytes((command.FOLDER / f"{name}.py").read_bytes())
    before = (folder / "principals.py").read_bytes()
    monkeypatch.setattr(command, "FOLDER", folder)

    assert command.data(["--store", str(tmp_path), "principals", "runtime_client"]) == 2
    assert "principals: no source knows" in capsys.readouterr().err
    assert (folder / "principals.py").read_bytes() == before
    assert "RETRACTED = frozenset({(0, 3, 1)})" in (folder / "runtime_client.py").read_text("utf-8")

    assert command.data(["--store", str(tmp_path), "--check", "runtime_client"]) == 0
    changed = (folder / "runtime_client.py").read_text("utf-8").replace("(0, 3, 1)", "(0, 3, 2)")
    (folder / "runtime_client.py").write_text(changed, "utf-8")
    assert command.data(["--store", str(tmp_path), "--check", "runtime_client"]) == 1
    assert "runtime_client is not what its sources give" in capsys.readouterr().err
    assert (folder / "runtime_client.py").read_text("utf-8") == changed, "a check writes nothing"


def test_an_unknown_table_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    assert command.data(["principles"]) == 2
    assert "no generated table principles; there are " in capsys.readouterr().err
