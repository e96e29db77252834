package main

import (
	"context"
	"log"
	"log/slog"
	"os"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"
)

type key string

func (key) LogValue() slog.Value { return slog.StringValue("a key") }

type mask string

func (mask) String() string { return "***" }

type plain string

func handle(ctx context.Context, r events.APIGatewayProxyRequest) (events.APIGatewayProxyResponse, error) {
	slog.Info("called", "by", key(r.Headers["Authorization"]))
	log.Println("called by", mask(r.Headers["Authorization"]))
	log.Println("called by", key(r.Headers["Authorization"]))   // want: the credential Authorization of the event
	log.Println("called by", plain(r.Headers["Authorization"])) // want: the credential Authorization of the event
	return events.APIGatewayProxyResponse{StatusCode: 204}, ctx.Err()
}

func main() {
	for _, pair := range os.Environ() {
		log.Println(pair) // want: the whole environment
	}
	for _, pair := range os.Environ() {
		slog.Debug("set", "pair", pair)
	}
	log.Println(len(os.Environ()))
	lambda.Start(handle)
}
