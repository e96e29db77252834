"""Classes of constructs that are functions: those of the CDK, and well-known ones of others."""

from __future__ import annotations

from collections.abc import Mapping

GO = "lambdago.GoFunction"
RAW = "lambda.CfnFunction"
"""CloudFormation's own resource."""

SCUD = "scud.FunctionGo"
SCUD_IMAGE = "scud.ContainerGo"
"""Functions of the library `github.com/fogfish/scud`, which compiles a Go package."""

GIVEN = frozenset(
    {
        "lambda.Function",
        "lambda.SingletonFunction",
        "cloudfront.experimental.EdgeFunction",
        "triggers.TriggerFunction",
        "core.triggers.TriggerFunction",
    }
)
"""Those whose runtime, handler and code are given."""

BUILDERS: Mapping[str, str] = {
    "lambdanodejs.NodejsFunction": "nodejs",
    "lambdapython.PythonFunction": "python",
    "uv-python-lambda.PythonFunction": "python",
    "uv_python_lambda.PythonFunction": "python",
    "beesolve.lambda-bun-runtime.BunFunction": "bun",
    "cargo-lambda-cdk.RustFunction": "rust",
    "cargo_lambda_cdk.RustFunction": "rust",
    "cdklabs.aws-lambda-rust.RustFunction": "rust",
    "cdklabs.aws_lambda_rust.RustFunction": "rust",
    "rust.aws-cdk-lambda.RustFunction": "rust",
}
"""Those that build for another language than Go, by their paths in Node and Python, and the language."""

FUNCTIONS = frozenset({*GIVEN, *BUILDERS, GO, RAW, SCUD, SCUD_IMAGE, "lambda.DockerImageFunction"})
