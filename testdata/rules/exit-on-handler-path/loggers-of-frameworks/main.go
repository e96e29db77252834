package main

import (
	"net/http"

	"github.com/aws/aws-lambda-go/lambda"
	echoadapter "github.com/awslabs/aws-lambda-go-api-proxy/echo"
	"github.com/labstack/echo/v4"
	"github.com/labstack/gommon/log"
)

var logger = log.New("parcels")

func send(c echo.Context) error {
	if c.Param("id") == "" {
		c.Logger().Fatal("no id") // want: ^c.Logger\(\).Fatal ends the process
	}
	c.Logger().Error("not yet")
	return c.NoContent(http.StatusNoContent)
}

func list(c echo.Context) error {
	if c.QueryParam("city") == "" {
		logger.Fatalf("no city in %s", c.Path()) // want: ^logger.Fatalf ends the process
	}
	return c.String(http.StatusOK, "none")
}

func main() {
	e := echo.New()
	e.GET("/parcels", list)
	e.POST("/parcels/:id", send)
	if len(e.Routes()) == 0 {
		e.Logger.Fatal("no routes")
	}
	lambda.Start(echoadapter.New(e).ProxyWithContext)
}
