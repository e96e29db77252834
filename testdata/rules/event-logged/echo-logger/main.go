package main

import (
	"bytes"
	"io"
	"log"
	"strings"

	"github.com/aws/aws-lambda-go/lambda"
	echoadapter "github.com/awslabs/aws-lambda-go-api-proxy/echo"
	"github.com/labstack/echo/v4"
)

func guard(next echo.HandlerFunc) echo.HandlerFunc {
	return func(c echo.Context) error {
		given := c.Request().Header.Get(echo.HeaderAuthorization)
		key := strings.TrimSpace(strings.TrimPrefix(given, "Bearer "))
		if len(key) < 20 {
			c.Logger().Errorf("refused %s", key) // want: the credential Authorization
			return echo.ErrUnauthorized
		}
		c.Logger().Infof("accepted %s", key)
		return next(c)
	}
}

func note(next echo.HandlerFunc) echo.HandlerFunc {
	return func(c echo.Context) error {
		var text []byte
		if c.Request().Body != nil {
			text, _ = io.ReadAll(c.Request().Body)
			c.Request().Body = io.NopCloser(bytes.NewReader(text))
		}
		log.Printf("%s %s", c.Path(), text) // want: Body of the request
		return next(c)
	}
}

func main() {
	e := echo.New()
	e.Use(guard, note)
	e.GET("/", func(c echo.Context) error { return c.NoContent(204) })
	lambda.Start(echoadapter.New(e).ProxyWithContext)
}
