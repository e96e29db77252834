"""Calls that write an answer to a caller over HTTP, and errors whose texts are meant for a caller.

Source: godoc of each package.

Checked by `python -m lambdalint.dev data go_answers` against aws/aws-sdk-go 1.55.8, aws/aws-sdk-go-v2 1.47.6,
gin-gonic/gin 1.12.0, gofiber/fiber/v2 2.52.9, jinzhu/gorm 1.9.16, labstack/echo 3.3.10+incompatible, labstack/echo/v4
4.13.4, pkg/errors 0.9.1, golang.org/toolchain 0.0.1-go1.25.4.linux-amd64, golang.org/x/xerrors
0.0.0-20240716161551-93cc26a95ae9, gorm.io/gorm 1.31.2. Read 2026-11-21.
"""

from __future__ import annotations

from collections.abc import Mapping

# (package, receiver) → names and the first argument that becomes part of the answer.
_GIN = ("JSON", "IndentedJSON", "PureJSON", "SecureJSON", "AsciiJSON", "XML", "YAML", "String", "AbortWithStatusJSON")
_ECHO = ("JSON", "JSONPretty", "String", "HTML", "XML")
WRITERS: Mapping[tuple[str, str], Mapping[str, int]] = {
    ("net/http", ""): {"Error": 1},
    ("net/http", "ResponseWriter"): {"Write": 0},
    ("github.com/gin-gonic/gin", "Context"): dict.fromkeys(_GIN, 1),
    ("github.com/labstack/echo/v4", "Context"): dict.fromkeys(_ECHO, 1),
    ("github.com/labstack/echo/v4", ""): {"NewHTTPError": 1},
    ("github.com/labstack/echo", "Context"): dict.fromkeys(_ECHO, 1),
    ("github.com/labstack/echo", ""): {"NewHTTPError": 1},
    ("github.com/gofiber/fiber/v2", "Ctx"): {"JSON": 0, "SendString": 0},
    ("github.com/gofiber/fiber/v2", ""): {"NewError": 1},
}
# Calls that write to a writer given as the first argument.
TO_WRITER: Mapping[str, tuple[str, ...]] = {"fmt": ("Fprint", "Fprintf", "Fprintln"), "io": ("WriteString",)}
RESPONSE_WRITER = ("net/http", "ResponseWriter")

# Packages whose errors say what is wrong with what a caller sent.
ABOUT_INPUT = (
    "strconv",
    "time",
    "net/mail",
    "encoding/base64",
    "encoding/csv",
    "encoding/hex",
    "github.com/google/uuid",
    "github.com/gin-gonic/gin",
    "github.com/labstack/echo",
    "github.com/gofiber/fiber/",
    "github.com/go-playground/validator",
    "gopkg.in/go-playground/validator.",
    "github.com/go-ozzo/ozzo-validation",
    "github.com/asaskevich/govalidator",
    "github.com/xeipuuv/gojsonschema",
    "github.com/santhosh-tekuri/jsonschema",
)
# So do functions of other packages that take a text and are called like this.
READS_INPUT = ("Parse", "Decode", "Validate")
# And methods of library types that nothing is known of, by the beginnings of their names.
CHECKS_INPUT = ("Struct", "Bind", "Verify", "Check", "Unmarshal", "Read")
# Packages whose errors name types of the program.
NAMES_TYPES = ("encoding/json", "encoding/xml")
# Functions that make an error of their own, and those that keep the text of the errors they are given.
MAKES_ERROR = frozenset({("errors", "New"), ("github.com/pkg/errors", "New"), ("github.com/pkg/errors", "Errorf")})
KEEPS_TEXT = frozenset(
    {
        ("fmt", "Errorf"), ("errors", "Join"), ("errors", "Unwrap"), ("golang.org/x/xerrors", "Errorf"),
        ("github.com/pkg/errors", "Wrap"), ("github.com/pkg/errors", "Wrapf"), ("github.com/pkg/errors", "WithStack"),
        ("github.com/pkg/errors", "WithMessage"), ("github.com/pkg/errors", "WithMessagef"),
        ("github.com/pkg/errors", "Cause"),
    }
)  # fmt: skip
# Contexts of frameworks that gather errors in a field, and the methods that add one; the error comes last.
GATHERS: Mapping[tuple[str, str], tuple[str, tuple[str, ...]]] = {
    ("github.com/gin-gonic/gin", "Context"): ("Errors", ("Error", "AbortWithError")),
}
# Functions that look through an error for one of the type of their second argument, and put it there.
LOOKS_FOR = frozenset({("errors", "As"), ("github.com/pkg/errors", "As"), ("golang.org/x/xerrors", "As")})
# Types that keep the error of what was asked of them last in a field.
ERROR_FIELDS: Mapping[tuple[str, str], str] = {
    ("gorm.io/gorm", "DB"): "Error",
    ("github.com/jinzhu/gorm", "DB"): "Error",
}
# Calls whose result holds the text they are given.
HOLDS_TEXT: Mapping[str, tuple[str, ...]] = {
    "fmt": ("Sprint", "Sprintf", "Sprintln"),
    "encoding/json": ("Marshal", "MarshalIndent"),
    "strings": ("TrimSpace", "ToLower", "ToUpper", "Title", "Join", "ReplaceAll", "Replace"),
    "github.com/aws/aws-sdk-go-v2/aws": ("String",),
    "github.com/aws/aws-sdk-go/aws": ("String",),
    "builtin": ("append",),
}
