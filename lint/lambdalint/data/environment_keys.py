"""Names of environment variables: which Lambda refuses, which it sets, and which libraries read by themselves.

Sources: Lambda developer guide, "Use Lambda environment variables" (reserved and unreserved variables); API reference
(`EnvironmentVariableName`); cfn-lint 1.58.0 E3663. Checked on 2026-11-20.
"""

from __future__ import annotations

RESERVED: frozenset[str] = frozenset(
    {
        "_HANDLER",
        "_X_AMZN_TRACE_ID",
        "AWS_ACCESS_KEY",
        "AWS_ACCESS_KEY_ID",
        "AWS_DEFAULT_REGION",
        "AWS_EXECUTION_ENV",
        "AWS_LAMBDA_FUNCTION_MEMORY_SIZE",
        "AWS_LAMBDA_FUNCTION_NAME",
        "AWS_LAMBDA_FUNCTION_VERSION",
        "AWS_LAMBDA_INITIALIZATION_TYPE",
        "AWS_LAMBDA_LOG_GROUP_NAME",
        "AWS_LAMBDA_LOG_STREAM_NAME",
        "AWS_LAMBDA_RUNTIME_API",
        "AWS_REGION",
        "AWS_SECRET_ACCESS_KEY",
        "AWS_SESSION_TOKEN",
        "LAMBDA_RUNTIME_DIR",
        "LAMBDA_TASK_ROOT",
    }
)
"""A deployment that sets one of these fails."""

LIKELY_RESERVED: frozenset[str] = frozenset(
    {"AWS_LAMBDA_MAX_CONCURRENCY", "AWS_LAMBDA_METADATA_API", "AWS_LAMBDA_METADATA_TOKEN"}
)
"""Set by the platform since 2025-12; no AWS page lists them as reserved yet."""

NAME_PATTERN = r"[a-zA-Z][a-zA-Z0-9_]+"
"""What a name must look like: at least two characters, a letter first."""

MAX_BYTES = 4096
"""How large all variables together may be, counted as the JSON object that Lambda stores."""

SYSTEM: frozenset[str] = frozenset(
    {
        "HOME",
        "HOSTNAME",
        "LANG",
        "LD_LIBRARY_PATH",
        "PATH",
        "PWD",
        "SHLVL",
        "TMPDIR",
        "TZ",
        "USER",
        "_LAMBDA_SERVER_PORT",
    }
)
"""Variables of the operating system and the platform that nobody declares."""

PLATFORM_PREFIXES: tuple[str, ...] = ("AWS_LAMBDA_", "AWS_XRAY_", "_X_AMZN_", "LAMBDA_", "SST_")
"""Prefixes of variables that the platform sets, or a tool that deploys (SST)."""

LIBRARY_PREFIXES: tuple[str, ...] = (
    "AWS_",
    "BUGSNAG_",
    "DATADOG_",
    "DD_",
    "DT_",
    "ECS_",
    "ELASTIC_",
    "GIN_",
    "GODEBUG",
    "GOGC",
    "GOMAXPROCS",
    "GOMEMLIMIT",
    "GOOGLE_",
    "GOTRACEBACK",
    "HONEYCOMB_",
    "INSTANA_",
    "LAMBDA_",
    "LIBHONEY_",
    "LUMIGO_",
    "NEW_RELIC_",
    "NR_",
    "OPENTELEMETRY_",
    "OTEL_",
    "PARAMETERS_SECRETS_EXTENSION_",
    "PGX_",
    "POWERTOOLS_",
    "ROLLBAR_",
    "SENTRY_",
    "SPLUNK_",
    "SSM_PARAMETER_STORE_",
    "SECRETS_MANAGER_",
    "THUNDRA_",
)
"""Prefixes of variables that SDKs, agents, extensions and the Go runtime read without the program naming them."""

LIBRARY_KEYS: frozenset[str] = frozenset(
    {
        "CORALOGIX_API_KEY",
        "FORCE_COLOR",
        "HTTP_PROXY",
        "HTTPS_PROXY",
        "NO_COLOR",
        "NO_PROXY",
        "PGDATABASE",
        "PGHOST",
        "PGPASSWORD",
        "PGPORT",
        "PGSSLMODE",
        "PGUSER",
        "PORT",
        "SSL_CERT_DIR",
        "SSL_CERT_FILE",
        "ZONEINFO",
    }
)
"""Single variables of that kind; compare in upper case, as some are customarily written in lower case."""

OPTIONAL_KEYS: frozenset[str] = frozenset(
    {
        "DEBUG",
        "HELM_DRIVER",
        "HELM_NAMESPACE",
        "HOSTNAME",
        "HTTPS_PROXY",
        "HTTP_PROXY",
        "KUBECONFIG",
        "LOG_FORMAT",
        "LOG_LEVEL",
        "NO_PROXY",
    }
)
"""Variables that by custom mean the default where they are empty."""
