"""Loggers: which calls write a log line, at which level, and which print their arguments. A new logger is a line here.

Source: godoc of each package, read 2026-11.

Checked by `python -m lambdalint.dev data go_loggers` against 28 Go modules (`modules`). Read 2026-11-21.
"""

from __future__ import annotations

from collections.abc import Mapping

PACKAGES = frozenset(
    {
        "fmt",
        "log",
        "log/slog",
        "golang.org/x/exp/slog",
        "go.uber.org/zap",
        "github.com/sirupsen/logrus",
        "github.com/rs/zerolog",
        "github.com/rs/zerolog/log",
        "github.com/apex/log",
        "github.com/charmbracelet/log",
        "github.com/hashicorp/go-hclog",
        "github.com/golang/glog",
        "k8s.io/klog",
        "k8s.io/klog/v2",
        "github.com/go-kit/kit/log",
        "github.com/go-kit/log",
        "github.com/go-logr/logr",
        "github.com/inconshreveable/log15",
        "github.com/m-mizutani/zlog",
        "github.com/op/go-logging",
        "github.com/gofiber/fiber/v2/log",
        "github.com/gofiber/fiber/v3/log",
        "github.com/labstack/gommon/log",
        "github.com/davecgh/go-spew/spew",
        "github.com/k0kubun/pp/v3",
    }
)
# Types that are loggers in packages that do other things too.
TYPES = frozenset(
    {
        ("github.com/labstack/echo", "Logger"),
        ("github.com/labstack/echo/v4", "Logger"),
        ("github.com/m-mizutani/golambda", "LambdaLogger"),
        ("github.com/m-mizutani/golambda", "LogEntry"),
    }
)
# One of these stands in the path of each of them but fmt, and one in every call of fmt that writes a line.
WORDS = ("log", "Log", "zap", "spew", "kubun/pp")
PRINTING_WORD = "rint"
# Beginnings of names that write a line, longest first, with their level.
LEVELS = (
    ("Print", "info"),
    ("Dump", "info"),
    ("Debug", "debug"),
    ("Trace", "debug"),
    ("Info", "info"),
    ("Notice", "info"),
    ("Log", "info"),
    ("Warn", "warning"),
    ("Error", "error"),
    ("Crit", "error"),
    ("DPanic", "error"),
    ("Panic", "error"),
    ("Fatal", "error"),
)
# Calls that add what they are given to a later line: fields, and the chained events of zerolog.
FIELDS = frozenset(
    {
        "Any", "Array", "ByteString", "Bytes", "Dict", "Fields", "Group", "Interface", "Inline", "Msg", "Msgf",
        "Object", "RawJSON", "Reflect", "Str", "String", "Stringer", "Stringp", "Strs", "Strings", "With", "WithField",
        "WithFields", "WithValues", "Stack",
    }
)  # fmt: skip
# Of fmt only these write to standard output; the rest makes texts.
FMT_PRINTS = frozenset({"Print", "Printf", "Println"})
FMT_TEXTS = frozenset({"Sprint", "Sprintf", "Sprintln", "Errorf"})
FMT_WRITES = frozenset({"Fprint", "Fprintf", "Fprintln"})
# The standard output and the standard error, which end up in the log.
OUTPUTS = frozenset({"var:os.Stdout", "var:os.Stderr"})
# Services and traces that errors are told to: functions and methods. Like a line in the log this takes care of nothing.
REPORTERS: Mapping[str, frozenset[str]] = {
    "github.com/aws/aws-xray-sdk-go/xray": frozenset({"AddError"}),
    "github.com/getsentry/sentry-go": frozenset({"CaptureEvent", "CaptureException", "CaptureMessage"}),
    "github.com/newrelic/go-agent/v3/newrelic": frozenset({"NoticeError", "NoticeExpectedError"}),
    "github.com/rollbar/rollbar-go": frozenset({"Critical", "Error", "ErrorWithExtras", "RequestError", "Warning"}),
    "go.opentelemetry.io/otel/trace": frozenset({"AddEvent", "RecordError", "SetStatus"}),
}
# Methods that are called so only there, also where nothing is known of the type.
REPORTING = frozenset({"CaptureException", "NoticeError", "RecordError"})
STATES = "go.opentelemetry.io/otel/codes"  # what the status of a span is set to

# Packages whose functions print with the verbs of fmt only, and the methods by which a value prints itself there.
TEXT_ONLY = frozenset(
    {"fmt", "log", "github.com/golang/glog", "github.com/op/go-logging", "k8s.io/klog", "k8s.io/klog/v2"}
)
FORMATTERS = frozenset({"Error", "Format", "GoString", "String"})
ENCODERS = frozenset({"LogValue", "MarshalJSON", "MarshalLogObject", "MarshalText", "MarshalZerologObject"})

# Loggers that write debug lines unless told otherwise.
DEBUG_BY_DEFAULT = frozenset(
    {
        "github.com/rs/zerolog", "github.com/rs/zerolog/log", "github.com/inconshreveable/log15",
        "github.com/op/go-logging", "github.com/gofiber/fiber/v2/log", "github.com/gofiber/fiber/v3/log",
    }
)  # fmt: skip
# Loggers that write errors only unless told otherwise.
ERRORS_BY_DEFAULT = frozenset({("github.com/labstack/echo", "Logger"), ("github.com/labstack/echo/v4", "Logger")})
# Names that switch debug lines on.
DEBUG_SWITCHES = frozenset(
    {
        "log/slog.LevelDebug",
        "golang.org/x/exp/slog.LevelDebug",
        "github.com/sirupsen/logrus.DebugLevel",
        "github.com/sirupsen/logrus.TraceLevel",
        "go.uber.org/zap.DebugLevel",
        "go.uber.org/zap/zapcore.DebugLevel",
        "go.uber.org/zap.NewDevelopment",
        "go.uber.org/zap.NewDevelopmentConfig",
        "github.com/apex/log.DebugLevel",
        "github.com/charmbracelet/log.DebugLevel",
        "github.com/labstack/gommon/log.DEBUG",
        "github.com/labstack/gommon/log.INFO",
        "github.com/labstack/gommon/log.WARN",
        "github.com/rs/zerolog.DebugLevel",
        "github.com/rs/zerolog.TraceLevel",
        "github.com/hashicorp/go-hclog.Debug",
        "github.com/hashicorp/go-hclog.Trace",
    }
)
# Of the loggers that write debug lines unless told otherwise: names that set another level.
DEBUG_QUIETERS = frozenset(
    f"github.com/rs/zerolog.{name}"
    for name in ("SetGlobalLevel", "InfoLevel", "WarnLevel", "ErrorLevel", "Disabled", "ParseLevel")
)


def writes(package: str, receiver: str) -> bool:
    """True for the functions of a package, or the methods of its type, that write to the log."""
    return package in PACKAGES or (package, receiver) in TYPES


def level(package: str, name: str, receiver: str = "") -> str | None:
    """The level at which a call of a logger writes, None where it writes nothing; `debug` for lines that have to be
    switched on.
    """
    if not writes(package, receiver):
        return None
    if package == "fmt":
        return "info" if name in FMT_PRINTS | FMT_WRITES else None
    found = next((word for start, word in LEVELS if name.startswith(start)), None)
    quiet = (package, receiver) in ERRORS_BY_DEFAULT and found in ("info", "warning") and not name.startswith("Print")
    return "debug" if quiet else found


_ZAP = "go.uber.org/zap"
_LOGRUS = "github.com/sirupsen/logrus"
_EARLY_SLOG = "golang.org/x/exp/slog"

# What makes a logger write JSON, and what makes it write text, by package and the name that is mentioned.
JSON_MAKERS = frozenset(
    {
        ("log/slog", "NewJSONHandler"),
        (_EARLY_SLOG, "NewJSONHandler"),
        (_ZAP, "NewProduction"),
        (_ZAP, "NewProductionConfig"),
        (_ZAP + "/zapcore", "NewJSONEncoder"),
        (_LOGRUS, "JSONFormatter"),
        ("github.com/apex/log/handlers/json", "New"),
        ("github.com/apex/log/handlers/json", "Default"),
    }
)
TEXT_MAKERS = frozenset(
    {
        ("log/slog", "NewTextHandler"),
        (_EARLY_SLOG, "NewTextHandler"),
        (_ZAP, "NewDevelopment"),
        (_ZAP, "NewDevelopmentConfig"),
        (_ZAP, "NewExample"),
        (_ZAP + "/zapcore", "NewConsoleEncoder"),
        (_LOGRUS, "TextFormatter"),
        ("github.com/rs/zerolog", "ConsoleWriter"),
        ("github.com/rs/zerolog", "NewConsoleWriter"),
    }
)
# Loggers that write JSON unless told otherwise, and those that write text.
JSON_BY_DEFAULT = frozenset({"github.com/rs/zerolog", "github.com/rs/zerolog/log"})
TEXT_BY_DEFAULT = frozenset({"log", "log/slog", _EARLY_SLOG, _LOGRUS})
# What follows the format that the function's configuration asks for.
FOLLOWERS = frozenset(
    {
        ("github.com/aws/aws-lambda-go/lambdacontext", "NewLogger"),
        ("github.com/aws/aws-lambda-go/lambdacontext", "NewLogHandler"),
    }
)
FORMAT_VARIABLES = frozenset({"AWS_LAMBDA_LOG_FORMAT"})
# Variables that are commonly meant for a logger's level, and names of what sets one.
LEVEL_VARIABLES = frozenset({"LOG_LEVEL", "LOGLEVEL", "LOGGING_LEVEL", "LOGGER_LEVEL"})
LEVEL_SETTERS = frozenset(
    {
        "AtLevel", "HandlerOptions", "Level", "LevelVar", "NewAtomicLevel", "NewAtomicLevelAt", "ParseAtomicLevel",
        "ParseLevel", "SetGlobalLevel", "SetLevel", "SetLogLoggerLevel", "UnmarshalText", "WithLevel",
    }
)  # fmt: skip
