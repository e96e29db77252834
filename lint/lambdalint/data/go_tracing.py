"""Libraries that take part in tracing, by parts of their import paths.

Source: godoc of the X-Ray SDK, OpenTelemetry and the vendors' agents for Go, read 2026-11.
"""

from __future__ import annotations

TRACERS: tuple[str, ...] = (
    "aws-xray-sdk-go",
    "opentelemetry",
    "opencensus",
    "opentracing",
    "dd-trace-go",
    "datadog-lambda-go",
    "newrelic",
    "honeycomb",
    "lumigo",
    "epsagon",
    "instana",
    "dynatrace",
    "elastic/apm",
    "apm-agent-go",
    "sentry-go",
    "thundra",
    "splunk",
    "signalfx",
    "otel",
    "xray",
    "trace",
    "tracing",
)
"""A package whose path holds one of these may instrument what the program calls."""

CALLERS: tuple[str, ...] = (
    "github.com/aws/aws-sdk-go",
    "net/http",
    "database/sql",
    "gorm.io/gorm",
    "github.com/jackc/pgx",
    "github.com/redis/go-redis",
    "github.com/go-redis/redis",
    "go.mongodb.org/mongo-driver",
    "google.golang.org/grpc",
)
"""Beginnings of import paths of packages whose calls would be shown in a trace."""
