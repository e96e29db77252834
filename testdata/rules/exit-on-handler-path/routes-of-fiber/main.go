package main

import (
	"context"
	"log"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"
	fiberadapter "github.com/awslabs/aws-lambda-go-api-proxy/fiber"
	"github.com/gofiber/fiber/v2"
)

var (
	app   = fiber.New(fiber.Config{ErrorHandler: failed})
	proxy *fiberadapter.FiberLambda
)

func failed(c *fiber.Ctx, err error) error {
	log.Fatal("failed") // want: ^log.Fatal ends the process in the middle of an invocation$
	return nil
}

func show(c *fiber.Ctx) error {
	log.Fatal("show") // want: log.Fatal ends the process
	return nil
}

func init() {
	app.Get("/", func(c *fiber.Ctx) error {
		log.Fatal("home") // want: log.Fatal ends the process
		return nil
	})
	app.Group("/orders").Get("/:id", show)
	proxy = fiberadapter.New(app)
}

func handle(ctx context.Context, e events.APIGatewayProxyRequest) (events.APIGatewayProxyResponse, error) {
	return proxy.ProxyWithContext(ctx, e)
}

func main() {
	lambda.Start(handle)
}
