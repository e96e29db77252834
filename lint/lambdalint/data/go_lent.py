"""Methods of a program's own values that functions of libraries call: of readers, of what is encoded, of hooks.

Source: godoc of each package.

Checked by `python -m lambdalint.dev data go_lent` against 12 Go modules (`modules`). Read 2026-11-21.
"""

from __future__ import annotations

from collections.abc import Mapping

from lambdalint.record import NamedTuple


class Lent(NamedTuple):
    """Methods that functions of libraries call on values that they are given.

    `packages` (none: any but `NEVER`; a `/` at the end stands for all below) and `words`, of which the name of the
    function has one (none: whatever its name), say which functions; `methods` what they call, each with the number of
    its parameters and results; `inside`: also on what is in the fields and elements of such a value.
    """

    packages: tuple[str, ...]
    words: tuple[str, ...]
    methods: Mapping[str, tuple[int, int]]
    inside: bool = False


def _hooks(*changes: str) -> Mapping[str, tuple[int, int]]:
    return {when + change: (1, 1) for change in changes for when in ("Before", "After")}


_JSON = (
    "encoding/json", "github.com/goccy/go-json", "github.com/json-iterator/go", "github.com/gin-gonic/gin",
    "github.com/labstack/echo", "github.com/labstack/echo/", "github.com/gofiber/fiber/",
)  # fmt: skip
_ATTRIBUTES = (
    "github.com/aws/aws-sdk-go-v2/feature/dynamodb/attributevalue",
    "github.com/aws/aws-sdk-go/service/dynamodb/dynamodbattribute",
)
_GORM = ("gorm.io/gorm", "github.com/jinzhu/gorm")
_SQL = ("database/sql", "github.com/jmoiron/sqlx", "github.com/jackc/pgx/", *_GORM)

ENCODED: Mapping[str, tuple[int, int]] = {"MarshalJSON": (0, 2), "MarshalText": (0, 2)}
DECODED: Mapping[str, tuple[int, int]] = {"UnmarshalJSON": (1, 1), "UnmarshalText": (1, 1)}
LENT = (
    Lent(_JSON, ("Marshal", "Encode", "JSON"), ENCODED, inside=True),
    Lent(_JSON, ("Unmarshal", "Decode", "Bind", "JSON", "BodyParser"), DECODED, inside=True),
    Lent(("encoding/xml",), ("Marshal", "Encode"), {"MarshalXML": (2, 1)}, inside=True),
    Lent(("encoding/xml",), ("Unmarshal", "Decode"), {"UnmarshalXML": (2, 1)}, inside=True),
    Lent(_ATTRIBUTES, ("Marshal", "Encode"), {"MarshalDynamoDBAttributeValue": (0, 2)}, inside=True),
    Lent(_ATTRIBUTES, ("Unmarshal", "Decode"), {"UnmarshalDynamoDBAttributeValue": (1, 1)}, inside=True),
    Lent(_SQL, ("Scan", "Get", "Select", "Find", "First", "Collect"), {"Scan": (1, 1)}, inside=True),
    Lent(_SQL, ("Exec", "Query", "Create", "Save", "Update", "Where"), {"Value": (0, 2)}, inside=True),
    Lent(_GORM, ("Create", "Save"), _hooks("Create", "Save")),
    Lent(_GORM, ("Update", "Save"), _hooks("Update", "Save")),
    Lent(_GORM, ("Delete",), _hooks("Delete")),
    Lent(_GORM, ("Find", "First", "Last", "Take"), {"AfterFind": (1, 1)}),
    Lent(("github.com/jackc/pgx/",), ("CopyFrom",), {"Next": (0, 1), "Values": (0, 2), "Err": (0, 1)}),
    Lent(("sort",), (), {"Len": (0, 1), "Less": (2, 1), "Swap": (2, 0)}),
    Lent(("container/heap",), (), {"Less": (2, 1), "Swap": (2, 0), "Push": (1, 0), "Pop": (0, 1)}),
    Lent(("fmt",), ("Fprint",), {"Write": (1, 2)}),
    Lent((), (), {"Read": (1, 2), "Write": (1, 2), "ReadFrom": (1, 2), "WriteTo": (1, 2), "ReadAt": (2, 2)}),
)
# Packages of which no function, or hardly one, reads from what it is given or writes to it.
NEVER = (
    "builtin", "context", "errors", "fmt", "github.com/aws/aws-lambda-go/", "github.com/google/uuid",
    "github.com/pkg/errors", "github.com/rs/zerolog", "github.com/rs/zerolog/", "github.com/sirupsen/logrus",
    "go.uber.org/zap", "log", "log/slog", "maps", "math", "net/url", "os", "path", "path/filepath", "reflect", "regexp",
    "slices", "sort", "strconv", "strings", "sync", "sync/", "testing", "time", "unicode", "unicode/utf8",
)  # fmt: skip
# Methods of values that a library keeps and calls whenever what keeps them is used, and what they take.
KEPT: Mapping[str, tuple[str, str]] = {
    "RoundTrip": ("net/http", "Request"),
    "Handle": ("log/slog", "Record"),
    "Fire": ("github.com/sirupsen/logrus", "Entry"),
    "Format": ("github.com/sirupsen/logrus", "Entry"),
    "Run": ("github.com/rs/zerolog", "Event"),
}
NAMES = frozenset(KEPT).union(*(row.methods for row in LENT))
