"""Calls that leave the process: the SDKs, HTTP, databases. A new library is a line here.

Source: godoc of each package, read 2026-11.

Checked by `python -m lambdalint.dev data go_io` against go-redis/redis/v8 8.11.5, jackc/pgx/v4 4.18.3, jackc/pgx/v5
5.12.0, jinzhu/gorm 1.9.16, jmoiron/sqlx 1.3.5, redis/go-redis/v9 9.23.0, go.mongodb.org/mongo-driver 1.15.0,
go.mongodb.org/mongo-driver/v2 2.6.0, golang.org/toolchain 0.0.1-go1.25.4.linux-amd64, gorm.io/gorm 1.31.2. Read
2026-11-21.
"""

from __future__ import annotations

from collections.abc import Mapping

from lambdalint.data.go_constructors import SDK_V1, SDK_V2


def _with_context(names: frozenset[str]) -> frozenset[str]:
    return names | {f"{name}Context" for name in names}


_STATEMENTS = frozenset({"Query", "QueryRow", "Exec", "Prepare"})
_PLAIN = frozenset({"Get", "Select", "NamedExec", "NamedQuery", "Queryx", "QueryRowx"})  # what sqlx adds
_PGX = frozenset({"Query", "QueryRow", "Exec", "Begin", "BeginTx", "Ping", "SendBatch", "CopyFrom"})
_GORM = frozenset(
    {"Count", "Create", "Delete", "Exec", "Find", "First", "FirstOrCreate", "Last", "Pluck", "Save", "Scan", "Take"}
    | {"Update", "UpdateColumn", "UpdateColumns", "Updates"}
)
_HTTP = frozenset({"Get", "Head", "Post", "PostForm", "Do"})
NAMES: Mapping[str, frozenset[str]] = {
    "net/http": _HTTP,
    "database/sql": _with_context(_STATEMENTS | {"Ping"}) | {"Begin", "BeginTx"},
    "github.com/jmoiron/sqlx": _with_context(_STATEMENTS | _PLAIN) | {"Beginx", "BeginTxx"},
    "github.com/jackc/pgx/v4": _PGX | {"Prepare"},
    "github.com/jackc/pgx/v5": _PGX | {"Prepare"},
    "github.com/jackc/pgx/v4/pgxpool": _PGX | {"Acquire"},
    "github.com/jackc/pgx/v5/pgxpool": _PGX | {"Acquire"},
    "gorm.io/gorm": _GORM,
    "github.com/jinzhu/gorm": _GORM,
    "github.com/redis/go-redis/v9": frozenset({"Get", "Set", "Del", "HGet", "HSet", "Incr", "Publish", "Do"}),
    "github.com/go-redis/redis/v8": frozenset({"Get", "Set", "Del", "HGet", "HSet", "Incr", "Publish", "Do"}),
    "go.mongodb.org/mongo-driver/mongo": frozenset(
        {"Find", "FindOne", "InsertOne", "InsertMany", "UpdateOne", "UpdateMany", "DeleteOne", "Aggregate", "Ping"}
    ),
    "go.mongodb.org/mongo-driver/v2/mongo": frozenset(
        {"Find", "FindOne", "InsertOne", "InsertMany", "UpdateOne", "UpdateMany", "DeleteOne", "Aggregate", "Ping"}
    ),
}
# Methods of SDK clients that stay inside the process.
_SDK_LOCAL = ("New", "Set", "Options", "String", "Validate", "GoString", "WaitUntil")


def sdk_operation(package: str, receiver: str, name: str) -> bool:
    """True for a method of an SDK client, or of the interface that v1 declares for one, that sends a request."""
    if package.endswith("iface") and package.startswith(SDK_V1):
        package = package.rpartition("/")[0]
    for folder in (SDK_V1 + "service/", SDK_V2 + "service/"):
        if package.startswith(folder) and "/" not in package[len(folder) :]:
            client = receiver == "Client" or (folder.startswith(SDK_V1) and receiver not in ("", "Options"))
            return client and not name.startswith(_SDK_LOCAL) and not name.endswith("Request")
    return False


def leaves_process(package: str, receiver: str, name: str) -> bool:
    """True for a call that sends a request or a statement."""
    return name in NAMES.get(package, ()) or sdk_operation(package, receiver, name)
