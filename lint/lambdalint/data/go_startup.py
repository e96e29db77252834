"""What may run before the first event: calls that compute, read the environment, make clients or open connections.

Source: godoc of each package, read 2026-11.

Checked by `python -m lambdalint.dev data go_startup` against 29 Go modules (`modules`). Read 2026-11-21.
"""

from __future__ import annotations

from collections.abc import Mapping

from lambdalint.data.go_constructors import CONNECTIONS, SDK_V1, SDK_V2

# Packages of which anything may run: they compute, format, or write a log line.
QUIET = frozenset(
    {
        "builtin", "bytes", "crypto/sha256", "crypto/tls", "crypto/x509", "encoding/base64", "encoding/hex",
        "encoding/json", "errors", "fmt", "github.com/pkg/errors", "github.com/rs/zerolog",
        "github.com/rs/zerolog/log", "github.com/sirupsen/logrus", "go.uber.org/zap", "golang.org/x/xerrors", "html",
        "log", "log/slog", "maps", "math", "net/url", "path", "path/filepath", "regexp", "slices", "sort", "strconv",
        "strings", "sync", "unicode", "unicode/utf8",
    }
)  # fmt: skip
# Plain functions of packages; of a path that ends in a slash all packages below it. None: all of them.
FUNCTIONS: Mapping[str, frozenset[str] | None] = {
    SDK_V1: None,
    SDK_V2: None,
    "github.com/aws/smithy-go/": None,
    "github.com/aws/aws-xray-sdk-go/": frozenset({"AWS", "AWSSession", "AWSV2Instrumentor", "Client", "Configure"}),
    "go.opentelemetry.io/contrib/instrumentation/": None,
    "context": frozenset({"Background", "TODO", "WithCancel", "WithTimeout"}),
    "time": frozenset({"Date", "Duration", "LoadLocation", "ParseDuration", "Unix"}),
    "os": frozenset({"Exit", "Getenv", "LookupEnv", "ReadFile"}),
    "syscall": frozenset({"Getenv"}),
    "net/http": frozenset({"ProxyURL"}),
    "net": frozenset({"JoinHostPort"}),
    "database/sql": frozenset({"Named"}),
    "github.com/caarlos0/env/": None,
    "github.com/kelseyhightower/envconfig": None,
    "github.com/go-sql-driver/mysql": frozenset({"NewConfig", "NewConnector", "ParseDSN"}),
    "github.com/lib/pq": frozenset({"NewConnector", "ParseURL"}),
    "github.com/jackc/pgx/v4": frozenset({"ParseConfig"}),
    "github.com/jackc/pgx/v5": frozenset({"ParseConfig"}),
    "github.com/jackc/pgx/v4/pgxpool": frozenset({"ParseConfig"}),
    "github.com/jackc/pgx/v5/pgxpool": frozenset({"ParseConfig"}),
    "gorm.io/driver/": None,
    "gorm.io/gorm/logger": None,
    "github.com/go-redis/redis/": frozenset({"ParseURL"}),
    "github.com/redis/go-redis/": frozenset({"ParseURL"}),
    "go.mongodb.org/mongo-driver/": frozenset({"Client", "Credential", "Primary", "ServerAPI"}),
    "google.golang.org/grpc/credentials": frozenset({"NewClientTLSFromCert", "NewClientTLSFromFile", "NewTLS"}),
    "google.golang.org/grpc/credentials/": None,
    "google.golang.org/grpc": frozenset(
        {
            "WithAuthority",
            "WithBlock",
            "WithChainUnaryInterceptor",
            "WithConnectParams",
            "WithDefaultCallOptions",
            "WithDefaultServiceConfig",
            "WithInsecure",
            "WithKeepaliveParams",
            "WithPerRPCCredentials",
            "WithStatsHandler",
            "WithTransportCredentials",
            "WithUnaryInterceptor",
            "WithUserAgent",
        }
    ),
    "github.com/go-playground/validator/": frozenset({"New"}),
    "github.com/guregu/dynamo": frozenset({"New", "NewFromIface"}),
    "github.com/guregu/dynamo/": frozenset({"New", "NewFromIface"}),
}
# Methods: (package, receiver) → names; a package that ends in a slash stands for all below it.
METHODS: Mapping[tuple[str, str], frozenset[str]] = {
    (SDK_V1 + "aws/request", "HandlerList"): frozenset(
        {"PushBack", "PushBackNamed", "PushFront", "PushFrontNamed", "Remove", "RemoveByName", "Swap"}
    ),
    ("database/sql", "DB"): frozenset({"Ping", "PingContext"}),
    ("github.com/jmoiron/sqlx", "DB"): frozenset({"Ping", "PingContext"}),
    ("net/http", "Transport"): frozenset({"Clone"}),
    ("github.com/go-sql-driver/mysql", "Config"): frozenset({"FormatDSN"}),
    ("github.com/jackc/pgx/v5/pgxpool", "Pool"): frozenset({"Ping"}),
    ("github.com/jackc/pgx/v4/pgxpool", "Pool"): frozenset({"Ping"}),
    ("go.mongodb.org/mongo-driver/mongo", "Client"): frozenset({"Ping"}),
    ("go.mongodb.org/mongo-driver/v2/mongo", "Client"): frozenset({"Ping"}),
    ("gorm.io/gorm", "DB"): frozenset({"DB"}),
    ("github.com/go-playground/validator/v10", "Validate"): frozenset({"Struct"}),
    ("github.com/guregu/dynamo", "DB"): frozenset({"Table"}),
    ("github.com/guregu/dynamo/v2", "DB"): frozenset({"Table"}),
}
# Beginnings and whole names of methods that only set something up, whatever has them.
SETTERS = ("With", "Set", "Apply", "Max", "SetMax")
PINGS = frozenset({"Ping", "PingContext"})
OUTCOMES = frozenset({"Err", "Result"})  # of what a ping gives back, in the clients of Redis
CLOSERS = frozenset({"Close", "CloseIdleConnections", "Disconnect", "Shutdown"})
UNDERLYING = frozenset({"DB"})  # methods that give what is closed with the rest: the pool of an object mapper
# Calls that take a client or a configuration to add to it: more than once would add it again.
INSTRUMENTS = ("github.com/aws/aws-xray-sdk-go/", "go.opentelemetry.io/contrib/instrumentation/")

PUSHES = ("PushBack", "PushFront")

# What opens a single connection, or waits until one is open. The first kind never reconnects.
SINGLE: Mapping[str, frozenset[str]] = {
    "github.com/jackc/pgx/v4": CONNECTIONS["github.com/jackc/pgx/v4"],
    "github.com/jackc/pgx/v5": CONNECTIONS["github.com/jackc/pgx/v5"],
    "github.com/gomodule/redigo/redis": CONNECTIONS["github.com/gomodule/redigo/redis"],
    "github.com/rabbitmq/amqp091-go": CONNECTIONS["github.com/rabbitmq/amqp091-go"],
}
EAGER: Mapping[str, frozenset[str]] = {
    "github.com/jmoiron/sqlx": frozenset({"Connect", "ConnectContext", "MustConnect"}),
    "gorm.io/gorm": frozenset({"Open"}),
    "github.com/jinzhu/gorm": frozenset({"Open"}),
    "github.com/jackc/pgx/v4/pgxpool": frozenset({"Connect", "ConnectConfig"}),
    "github.com/nats-io/nats.go": frozenset({"Connect"}),
}
# Functions that open nothing as yet, and whose error tells of a wrong text at most: an empty one is fine.
UNCONNECTED: Mapping[str, frozenset[str]] = {
    "database/sql": frozenset({"Open"}),
    "github.com/jmoiron/sqlx": frozenset({"Open"}),
    "github.com/jackc/pgx/v4/pgxpool": frozenset({"ParseConfig"}),
    "github.com/jackc/pgx/v5/pgxpool": frozenset({"New", "NewWithConfig", "ParseConfig"}),
    "google.golang.org/grpc": frozenset({"Dial", "DialContext", "NewClient"}),
}
# Readers of a command line: what a program with one is to do isn't known before `main`.
COMMAND_LINES = frozenset(
    {
        "flag", "github.com/alecthomas/kong", "github.com/jessevdk/go-flags", "github.com/spf13/cobra",
        "github.com/spf13/pflag",
    }
)  # fmt: skip
# Libraries that set variables from a file.
ENVIRONMENT_FILES = frozenset({"github.com/joho/godotenv", "github.com/subosito/gotenv"})
# Stores of settings, and the beginnings of the names of what only reads them.
SETTINGS = frozenset({"github.com/spf13/viper"})
GETTERS = ("AllKeys", "AllSettings", "ConfigFileUsed", "Get", "InConfig", "IsSet")
# Beginnings of the names of variables that clients, drivers, transports and the runtime read by themselves.
LIBRARY_KEYS = ("AWS_", "GODEBUG", "GRPC_", "HOME", "HTTP", "NO_PROXY", "OTEL_", "PG", "SSL_CERT_", "TZ",
                "http", "no_proxy")  # fmt: skip


def may_run(package: str, receiver: str, name: str) -> bool:
    """True for a foreign function or method that may run at start-up as well as later."""
    if package in QUIET:
        return True
    if receiver:
        return name in METHODS.get((package, receiver), ()) or name.startswith(SETTERS) or name in OUTCOMES | PINGS
    if name in CONNECTIONS.get(package, ()):
        return True
    for path, names in FUNCTIONS.items():
        if package == path or (path.endswith("/") and package.startswith(path)):
            return names is None or name in names
    return False
