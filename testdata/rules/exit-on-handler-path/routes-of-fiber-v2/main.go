package main

import (
	"context"
	"log"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"
	fiberadapter "github.com/awslabs/aws-lambda-go-api-proxy/fiber"
	"github.com/gofiber/fiber/v2"
)

var proxy *fiberadapter.FiberLambda

func list(c *fiber.Ctx) error {
	log.Fatal("list") // want: ^log.Fatal ends the process in the middle of an invocation$
	return nil
}

func init() {
	app := fiber.New()
	app.Get("/", list)
	proxy = fiberadapter.New(app)
}

func handle(ctx context.Context, e events.APIGatewayV2HTTPRequest) (events.APIGatewayV2HTTPResponse, error) {
	return proxy.ProxyWithContextV2(ctx, e)
}

func main() {
	lambda.Start(handle)
}
