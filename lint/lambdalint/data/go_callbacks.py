"""Functions of libraries that take a function: when they call it.

A function handed to any other library function counts as called by it, there and then.

Source: godoc of each package.

Checked by `python -m lambdalint.dev data go_callbacks` against 33 Go modules (`modules`). Read 2026-11-21.
"""

from __future__ import annotations

# Routers and servers: they keep what they are given and call it for each request. A `/` at the end stands for
# every package below.
ROUTERS = (
    "net/http",
    "github.com/gin-gonic/gin",
    "github.com/gin-gonic/gin/",
    "github.com/labstack/echo",
    "github.com/labstack/echo/",
    "github.com/go-chi/chi",
    "github.com/go-chi/chi/",
    "github.com/gorilla/mux",
    "github.com/gorilla/handlers",
    "github.com/gofiber/fiber",
    "github.com/gofiber/fiber/",
    "github.com/julienschmidt/httprouter",
    "github.com/kataras/iris",
    "github.com/kataras/iris/",
    "github.com/urfave/negroni",
    "github.com/rs/cors",
    "github.com/aquasecurity/lmdrouter",
    "github.com/davidsbond/lux",
    "github.com/danielgtaylor/huma",
    "github.com/danielgtaylor/huma/",
    "github.com/99designs/gqlgen/",
    "github.com/graphql-go/",
    "github.com/graph-gophers/graphql-go",
    "github.com/awslabs/aws-lambda-go-api-proxy/",
    "connectrpc.com/connect",
    "github.com/uptrace/bunrouter",
    "github.com/valyala/fasthttp",
    "github.com/fasthttp/router",
    "github.com/beego/beego/",
    "goa.design/goa/",
    "github.com/emicklei/go-restful",
    "github.com/emicklei/go-restful/",
    "github.com/justinas/alice",
    "github.com/go-kit/kit/transport/",
)

# Of these the functions that call what they are given there and then, to register routes or to wrap what answers; what
# a middleware returned then runs for each request. All other routers call a middleware for each request anew.
BUILDERS = {
    "github.com/go-chi/chi": frozenset({"Chain", "Group", "Route", "Use", "With"}),
    "github.com/go-chi/chi/v5": frozenset({"Chain", "Group", "Route", "Use", "With"}),
    "github.com/gofiber/fiber/v2": frozenset({"Route"}),
    "github.com/justinas/alice": frozenset({"Append", "New"}),
    "github.com/uptrace/bunrouter": frozenset({"NewGroup", "Use", "WithGroup", "WithMiddleware"}),
}

# Functions and methods of libraries that run what their routers were given, with another thing than a request of HTTP.
EXECUTORS = {
    "github.com/fasthttp/router": frozenset({"Handler"}),
    "github.com/gofiber/fiber": frozenset({"Handler", "Test"}),
    "github.com/gofiber/fiber/v2": frozenset({"Handler", "Test"}),
    "github.com/gofiber/fiber/v3": frozenset({"Handler", "Test"}),
    "github.com/graphql-go/graphql": frozenset({"Do", "Execute", "Subscribe"}),
    "github.com/graph-gophers/graphql-go": frozenset({"Exec", "Subscribe"}),
}

# Those of them that find methods by their names, also of what methods return.
REFLECTING = ("github.com/graph-gophers/graphql-go", "github.com/graph-gophers/graphql-go/")

# What an adapter hands to a function in place of the event.
REQUESTS = (
    ("net/http", "Request"),
    ("github.com/gin-gonic/gin", "Context"),
    ("github.com/labstack/echo", "Context"),
    ("github.com/labstack/echo/v4", "Context"),
    ("github.com/gofiber/fiber", "Ctx"),
    ("github.com/gofiber/fiber/v2", "Ctx"),
    ("github.com/gofiber/fiber/v3", "Ctx"),
    ("github.com/valyala/fasthttp", "RequestCtx"),
    ("github.com/julienschmidt/httprouter", "Params"),
)

# Functions that call what they are given with the body of each request, and which argument that is then.
BODY_DUMPS = {
    ("github.com/labstack/echo/middleware", "BodyDump"): 1,
    ("github.com/labstack/echo/v4/middleware", "BodyDump"): 1,
    ("github.com/labstack/echo/v5/middleware", "BodyDump"): 1,
}

# Libraries that only keep a function for later, outside of the invocation that hands it over.
KEEPERS = (
    "github.com/aws/aws-lambda-go/lambda",
    "github.com/spf13/cobra",
    "os/signal",
    "flag",
    "testing",
)

# Command lines: the methods that run the functions in a command's fields, and the functions that keep hooks for them.
COMMANDS: dict[tuple[str, str], frozenset[str]] = {
    ("github.com/spf13/cobra", "Command"): frozenset({"Execute", "ExecuteC", "ExecuteContext", "ExecuteContextC"}),
    ("github.com/urfave/cli", "App"): frozenset({"Run"}),
    ("github.com/urfave/cli/v2", "App"): frozenset({"Run", "RunContext"}),
    ("github.com/urfave/cli/v3", "Command"): frozenset({"Run"}),
}
COMMAND_HOOKS = frozenset({("github.com/spf13/cobra", "OnInitialize"), ("github.com/spf13/cobra", "OnFinalize")})
# Types beside these whose fields hold such functions.
SUBCOMMANDS = frozenset({("github.com/urfave/cli", "Command"), ("github.com/urfave/cli/v2", "Command")})

# Functions that start the function they are given in a goroutine: (package, receiver, name).
SPAWNERS = frozenset(
    {
        ("golang.org/x/sync/errgroup", "Group", "Go"),
        ("golang.org/x/sync/errgroup", "Group", "TryGo"),
        ("sync", "WaitGroup", "Go"),
        ("github.com/sourcegraph/conc", "WaitGroup", "Go"),
        ("github.com/sourcegraph/conc/pool", "Pool", "Go"),
        ("github.com/sourcegraph/conc/pool", "ErrorPool", "Go"),
        ("github.com/sourcegraph/conc/pool", "ContextPool", "Go"),
        ("time", "", "AfterFunc"),
        ("github.com/panjf2000/ants/v2", "Pool", "Submit"),
    }
)

# Functions whose argument runs once for the value (or the result) that holds it.
ONCE_METHODS = frozenset({("sync", "Once", "Do")})
ONCE_MAKERS = frozenset({("sync", "", "OnceFunc"), ("sync", "", "OnceValue"), ("sync", "", "OnceValues")})

# Middleware that recovers from panics of the routes.
RECOVERERS = frozenset(
    {
        ("github.com/gin-gonic/gin", "Default"),
        ("github.com/gin-gonic/gin", "Recovery"),
        ("github.com/gin-gonic/gin", "RecoveryWithWriter"),
        ("github.com/gin-gonic/gin", "CustomRecovery"),
        ("github.com/gin-contrib/zap", "RecoveryWithZap"),
        ("github.com/labstack/echo/v4/middleware", "Recover"),
        ("github.com/labstack/echo/v4/middleware", "RecoverWithConfig"),
        ("github.com/labstack/echo/middleware", "Recover"),
        ("github.com/go-chi/chi/middleware", "Recoverer"),
        ("github.com/go-chi/chi/v5/middleware", "Recoverer"),
        ("github.com/gorilla/handlers", "RecoveryHandler"),
        ("github.com/gofiber/fiber/v2/middleware/recover", "New"),
        ("github.com/gofiber/fiber/v3/middleware/recover", "New"),
        ("github.com/urfave/negroni", "NewRecovery"),
        ("github.com/urfave/negroni", "Classic"),
    }
)
# Fields of routers that make them recover: package, type, field.
RECOVERING_FIELDS = frozenset({("github.com/julienschmidt/httprouter", "Router", "PanicHandler")})

# Functions whose result has the elements of their first argument.
PASSING = {
    "slices": frozenset({"All", "Backward", "Clip", "Clone", "Collect", "Compact", "Grow", "Values"}),
    "maps": frozenset({"All", "Clone", "Collect", "Values"}),
}

# Functions that put the elements of their second argument into the first.
COPYING = frozenset({("builtin", "copy"), ("maps", "Copy"), ("maps", "Insert")})

# Methods that change what they are called on (caches, maps, atomics, flags).
SETTERS = frozenset(
    {
        "Add", "CompareAndSwap", "GetOrInsert", "GetOrSet", "Insert", "LoadOrStore", "Put", "Save", "Set",
        "SetDefault", "SetWithTTL", "Store", "Swap", "Update",
    }
)  # fmt: skip
