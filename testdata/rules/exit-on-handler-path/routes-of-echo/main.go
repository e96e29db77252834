package main

import (
	"log"

	"github.com/aws/aws-lambda-go/lambda"
	echoadapter "github.com/awslabs/aws-lambda-go-api-proxy/echo"
	"github.com/labstack/echo/v4"
	"github.com/labstack/echo/v4/middleware"
)

type orders struct{}

func (*orders) show(c echo.Context) error {
	log.Fatal("show") // want: ^log.Fatal ends the process in the middle of an invocation$
	return nil
}

func (o *orders) register(group *echo.Group) {
	group.GET("/:id", o.show)
	group.POST("", func(c echo.Context) error {
		log.Fatal("create") // want: log.Fatal ends the process
		return c.NoContent(204)
	})
}

func audit(next echo.HandlerFunc) echo.HandlerFunc {
	return func(c echo.Context) error {
		if c.Path() == "" {
			log.Fatal("audit") // want: log.Fatal ends the process
		}
		return next(c)
	}
}

func failed(err error, c echo.Context) {
	log.Fatal("failed") // want: log.Fatal ends the process
}

func main() {
	server := echo.New()
	server.HTTPErrorHandler = failed
	server.Use(middleware.Recover(), audit)
	(&orders{}).register(server.Group("/orders"))
	lambda.Start(echoadapter.NewV2(server).ProxyWithContext)
}
