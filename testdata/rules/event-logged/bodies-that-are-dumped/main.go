package main

import (
	"log/slog"
	"net/http"

	"github.com/aws/aws-lambda-go/lambda"
	echoadapter "github.com/awslabs/aws-lambda-go-api-proxy/echo"
	"github.com/labstack/echo/v4"
	"github.com/labstack/echo/v4/middleware"
)

func main() {
	e := echo.New()
	e.Use(middleware.BodyDump(func(c echo.Context, came, went []byte) {
		slog.Info("dump", "status", c.Response().Status, "came", len(came), "went", string(went))
		slog.Info("dump", "came", string(came)) // want: ^Body of the request is logged$
	}))
	e.GET("/", func(c echo.Context) error { return c.NoContent(http.StatusNoContent) })
	lambda.Start(echoadapter.New(e).ProxyWithContext)
}
