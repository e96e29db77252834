"""Plugins of the Serverless Framework that leave the settings of functions alone, or change only what is known.

Source: the plugins' own documentation. Checked 2026-11-20.
"""

from __future__ import annotations

GO = "serverless-go-plugin"
"""Compiles the handler, which is a source path, for the runtimes that it is told to support."""

GO_RUNTIMES = ("go1.x",)
"""The runtimes that `serverless-go-plugin` compiles for when nothing is said."""

GO_AS_BOOTSTRAP = frozenset({"provided.al2", "provided.al2023"})
"""The runtimes for which it can call the binary `bootstrap`, where it is asked to."""

GO_COMMAND = 'GOOS=linux go build -ldflags="-s -w"'
"""The command it runs, before `-o` and the handler."""

ROLES = "serverless-iam-roles-per-function"
"""Gives each function a role of its own with `iamRoleStatements`."""

SETS_NO_ENVIRONMENT = frozenset(
    {
        GO,
        ROLES,
        "serverless-add-api-key",
        "serverless-api-gateway-caching",
        "serverless-apigateway-service-proxy",
        "serverless-apigw-binary",
        "serverless-apigateway-log-retention",
        "serverless-appsync-plugin",
        "serverless-appsync-simulator",
        "serverless-associate-waf",
        "serverless-aws-alias",
        "serverless-aws-documentation",
        "serverless-better-credentials",
        "serverless-certificate-creator",
        "serverless-cloudformation-changesets",
        "serverless-cloudside-plugin",
        "serverless-custom-packaging-plugin",
        "serverless-deployment-bucket",
        "serverless-disable-functions",
        "serverless-domain-manager",
        "serverless-dynamodb",
        "serverless-dynamodb-autoscaling",
        "serverless-dynamodb-local",
        "serverless-esbuild",
        "serverless-finch",
        "serverless-fifo-sqs",
        "serverless-hooks-plugin",
        "serverless-lambda-edge-pre-existing-cloudfront",
        "serverless-latest-layer-version",
        "serverless-localstack",
        "serverless-log-forwarding",
        "serverless-offline",
        "serverless-offline-dynamodb-streams",
        "serverless-offline-kinesis",
        "serverless-offline-scheduler",
        "serverless-offline-sns",
        "serverless-offline-sqs",
        "serverless-openapi-documentation",
        "serverless-package-external",
        "serverless-package-python-functions",
        "serverless-plugin-aws-alerts",
        "serverless-plugin-canary-deployments",
        "serverless-plugin-common-excludes",
        "serverless-plugin-git-variables",
        "serverless-plugin-include-dependencies",
        "serverless-plugin-lambda-dead-letter",
        "serverless-plugin-log-retention",
        "serverless-plugin-reducer",
        "serverless-plugin-resource-tagging",
        "serverless-plugin-scripts",
        "serverless-plugin-split-stacks",
        "serverless-plugin-stage-variables",
        "serverless-plugin-tracing",
        "serverless-plugin-typescript",
        "serverless-plugin-warmup",
        "serverless-prune-plugin",
        "serverless-pseudo-parameters",
        "serverless-python-requirements",
        "serverless-ruby-layer",
        "serverless-rust",
        "serverless-s3-remover",
        "serverless-s3-local",
        "serverless-s3-sync",
        "serverless-scriptable-plugin",
        "serverless-spa",
        "serverless-step-functions",
        "serverless-stack-output",
        "serverless-stack-termination-protection",
        "serverless-webpack",
        "serverless-wsgi",
    }
)
"""Plugins after which the variables of functions are those that the service says."""
