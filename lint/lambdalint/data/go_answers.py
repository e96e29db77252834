"""Calls that write an answer to a caller over HTTP, and errors whose texts are meant for a caller.

Source: godoc of each package.

Checked by `python -m lambdalint.dev data go_answers` against 27 Go modules (`modules`). Read 2026-11-21.
"""

from __future__ import annotations

from collections.abc import Mapping

# (package, receiver) → names and the first argument that becomes part of the answer.
_GIN = ("JSON", "IndentedJSON", "PureJSON", "SecureJSON", "AsciiJSON", "XML", "YAML", "String", "AbortWithStatusJSON")
_ECHO = ("JSON", "JSONPretty", "JSONBlob", "JSONP", "String", "HTML", "XML", "Blob")
_FIBER = ("JSON", "JSONP", "XML", "Send", "SendString", "Write", "WriteString", "Writef", "Format")
_CHI = ("JSON", "XML", "PlainText", "HTML", "Data", "Render", "RenderList", "Respond")
_RESTFUL = {"WriteErrorString": 1, "WriteError": 1, "WriteEntity": 0, "WriteAsJson": 0, "WriteHeaderAndEntity": 1}
WRITERS: Mapping[tuple[str, str], Mapping[str, int]] = {
    ("net/http", ""): {"Error": 1},
    ("net/http", "ResponseWriter"): {"Write": 0},
    ("github.com/gin-gonic/gin", "Context"): dict.fromkeys(_GIN, 1),
    ("github.com/labstack/echo/v4", "Context"): dict.fromkeys(_ECHO, 1),
    ("github.com/labstack/echo/v4", ""): {"NewHTTPError": 1},
    ("github.com/labstack/echo", "Context"): dict.fromkeys(_ECHO, 1),
    ("github.com/labstack/echo", ""): {"NewHTTPError": 1},
    ("github.com/labstack/echo/v5", "Context"): dict.fromkeys(_ECHO, 1),
    ("github.com/labstack/echo/v5", ""): {"NewHTTPError": 1},
    ("github.com/gofiber/fiber", "Ctx"): {"JSON": 0, "JSONP": 0, "Send": 0, "SendString": 0, "Write": 0},
    ("github.com/gofiber/fiber", ""): {"NewError": 1},
    ("github.com/gofiber/fiber/v2", "Ctx"): dict.fromkeys(_FIBER, 0),
    ("github.com/gofiber/fiber/v2", ""): {"NewError": 1},
    ("github.com/gofiber/fiber/v3", "Ctx"): dict.fromkeys(_FIBER, 0),
    ("github.com/gofiber/fiber/v3", ""): {"NewError": 1},
    ("github.com/go-chi/render", ""): dict.fromkeys(_CHI, 2),
    ("github.com/unrolled/render", "Render"): dict.fromkeys(("JSON", "JSONP", "XML", "Text", "HTML", "Data"), 2),
    ("github.com/emicklei/go-restful", "Response"): _RESTFUL,
    ("github.com/emicklei/go-restful/v3", "Response"): _RESTFUL,
    ("github.com/google/jsonapi", ""): {"MarshalErrors": 1, "MarshalPayload": 1},
    ("github.com/aquasecurity/lmdrouter", ""): {"HandleError": 0, "MarshalResponse": 2},
    ("github.com/danielgtaylor/huma/v2", ""): {"NewError": 1, "Error500InternalServerError": 0},
    ("connectrpc.com/connect", ""): {"NewError": 1},
}
# Calls that write to a writer given as the first argument.
TO_WRITER: Mapping[str, tuple[str, ...]] = {
    "fmt": ("Fprint", "Fprintf", "Fprintln"),
    "io": ("WriteString",),
    "html/template": ("Execute", "ExecuteTemplate"),
    "text/template": ("Execute", "ExecuteTemplate"),
}
# Packages whose encoders write to the writer that they are made with.
ENCODES_TO_WRITER = ("encoding/json", "encoding/xml", "github.com/goccy/go-json", "github.com/json-iterator/go")
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
    "github.com/go-chi/render",
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
MAKES_ERROR = frozenset(
    {
        ("errors", "New"), ("github.com/pkg/errors", "New"), ("github.com/pkg/errors", "Errorf"),
        ("golang.org/x/xerrors", "New"), ("github.com/cockroachdb/errors", "New"),
        ("github.com/cockroachdb/errors", "Newf"), ("github.com/cockroachdb/errors", "Errorf"),
        ("github.com/rotisserie/eris", "New"), ("github.com/rotisserie/eris", "Errorf"),
        ("github.com/juju/errors", "New"), ("github.com/juju/errors", "Errorf"),
        ("github.com/juju/errors", "NotFoundf"), ("github.com/juju/errors", "NotValidf"),
        ("github.com/juju/errors", "BadRequestf"), ("github.com/juju/errors", "Unauthorizedf"),
        ("github.com/go-errors/errors", "New"), ("github.com/go-errors/errors", "Errorf"),
        ("github.com/m-mizutani/goerr", "New"), ("github.com/m-mizutani/goerr/v2", "New"),
        ("emperror.dev/errors", "New"), ("emperror.dev/errors", "Errorf"), ("emperror.dev/errors", "NewPlain"),
    }
)  # fmt: skip
KEEPS_TEXT = frozenset(
    {
        ("fmt", "Errorf"), ("errors", "Join"), ("errors", "Unwrap"), ("golang.org/x/xerrors", "Errorf"),
        ("github.com/pkg/errors", "Wrap"), ("github.com/pkg/errors", "Wrapf"), ("github.com/pkg/errors", "WithStack"),
        ("github.com/pkg/errors", "WithMessage"), ("github.com/pkg/errors", "WithMessagef"),
        ("github.com/pkg/errors", "Cause"), ("github.com/pkg/errors", "Unwrap"),
        ("github.com/cockroachdb/errors", "Wrap"), ("github.com/cockroachdb/errors", "Wrapf"),
        ("github.com/cockroachdb/errors", "WithStack"), ("github.com/cockroachdb/errors", "WithMessage"),
        ("github.com/cockroachdb/errors", "WithMessagef"), ("github.com/cockroachdb/errors", "Cause"),
        ("github.com/cockroachdb/errors", "UnwrapAll"), ("github.com/cockroachdb/errors", "UnwrapOnce"),
        ("github.com/rotisserie/eris", "Wrap"), ("github.com/rotisserie/eris", "Wrapf"),
        ("github.com/rotisserie/eris", "Cause"), ("github.com/rotisserie/eris", "Unwrap"),
        ("github.com/juju/errors", "Trace"), ("github.com/juju/errors", "Annotate"),
        ("github.com/juju/errors", "Annotatef"), ("github.com/juju/errors", "Cause"),
        ("github.com/go-errors/errors", "Wrap"), ("github.com/go-errors/errors", "WrapPrefix"),
        ("github.com/m-mizutani/goerr", "Wrap"), ("github.com/m-mizutani/goerr/v2", "Wrap"),
        ("emperror.dev/errors", "Wrap"), ("emperror.dev/errors", "Wrapf"), ("emperror.dev/errors", "WithStack"),
        ("emperror.dev/errors", "WithMessage"), ("emperror.dev/errors", "WithDetails"),
        ("go.uber.org/multierr", "Append"), ("go.uber.org/multierr", "Combine"),
        ("github.com/hashicorp/go-multierror", "Append"),
    }
)  # fmt: skip
# Contexts of frameworks that gather errors in a field, and the methods that add one; the error comes last.
GATHERS: Mapping[tuple[str, str], tuple[str, tuple[str, ...]]] = {
    ("github.com/gin-gonic/gin", "Context"): ("Errors", ("Error", "AbortWithError")),
}
GATHERED = "Err"  # the field of what they have gathered with the error itself
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
    "encoding/xml": ("Marshal", "MarshalIndent"),
    "github.com/goccy/go-json": ("Marshal", "MarshalIndent"),
    "github.com/json-iterator/go": ("Marshal", "MarshalIndent", "MarshalToString"),
    "html": ("EscapeString",),
    "strconv": ("Quote",),
    "strings": ("TrimSpace", "ToLower", "ToUpper", "Title", "Join", "ReplaceAll", "Replace"),
    "github.com/aws/aws-sdk-go-v2/aws": ("String",),
    "github.com/aws/aws-sdk-go/aws": ("String",),
    "builtin": ("append",),
}
