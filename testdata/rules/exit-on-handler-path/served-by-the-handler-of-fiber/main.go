package main

import (
	"context"
	"log"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"
	"github.com/gofiber/fiber/v2"
	"github.com/valyala/fasthttp"
)

type notes struct{ byID map[string]string }

func (n *notes) register(app *fiber.App) {
	app.Get("/notes/:id", n.show)
}

func (n *notes) show(c *fiber.Ctx) error {
	text, ok := n.byID[c.Params("id")]
	if !ok {
		log.Fatal("no such note") // want: ^log.Fatal ends the process in the middle of an invocation$
	}
	return c.SendString(text)
}

var app = fiber.New()

func init() {
	(&notes{byID: map[string]string{}}).register(app)
}

func handle(ctx context.Context, e events.APIGatewayProxyRequest) (events.APIGatewayProxyResponse, error) {
	var request fasthttp.Request
	request.Header.SetMethod(e.HTTPMethod)
	request.SetRequestURI(e.Path)
	var served fasthttp.RequestCtx
	served.Init(&request, nil, nil)
	app.Handler()(&served)
	return events.APIGatewayProxyResponse{StatusCode: served.Response.StatusCode()}, nil
}

func main() {
	lambda.Start(handle)
}
