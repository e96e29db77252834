package main

import (
	"fmt"

	"github.com/aws/aws-lambda-go/lambda"
	echoadapter "github.com/awslabs/aws-lambda-go-api-proxy/echo"
	"github.com/labstack/echo/v4"
)

func recovering(next echo.HandlerFunc) echo.HandlerFunc {
	return func(c echo.Context) (err error) {
		defer func() {
			if v := recover(); v != nil {
				err = fmt.Errorf("failed: %v", v)
			}
		}()
		return next(c)
	}
}

func list(c echo.Context) error {
	if c.Path() == "" {
		panic("no path")
	}
	return c.String(200, "ok")
}

func main() {
	e := echo.New()
	e.Use(recovering)
	e.GET("/orders", list)
	lambda.Start(echoadapter.New(e).ProxyWithContext)
}
