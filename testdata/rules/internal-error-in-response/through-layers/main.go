package main

import (
	"context"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"

	"example.com/library/answers"
	"example.com/library/failures"
	"example.com/library/shelves"
)

func run(job func() *failures.Reply) events.APIGatewayProxyResponse {
	if failed := job(); failed != nil {
		return failed.Answer()
	}
	return events.APIGatewayProxyResponse{StatusCode: 204}
}

func handle(ctx context.Context, e events.APIGatewayProxyRequest) (events.APIGatewayProxyResponse, error) {
	id := e.PathParameters["id"]
	if id == "" {
		return failures.Missing().Answer(), nil
	}
	if err := shelves.Find(ctx, "again"); err != nil {
		shelves.Say("not found: %v", err).Log()
		return failures.Noted(err).Answer(), nil
	}
	if err := shelves.Find(ctx, "encoded"); err != nil {
		text, err := answers.Encoded(answers.Of(err, id == "old"))
		if err == nil {
			return events.APIGatewayProxyResponse{StatusCode: 500, Body: text}, nil
		}
	}
	if e.HTTPMethod == "OPTIONS" {
		return events.APIGatewayProxyResponse{StatusCode: 200, Body: shelves.Say("%s", id).Text()}, nil
	}
	return run(func() *failures.Reply {
		if err := shelves.Find(ctx, id); err != nil {
			reply := failures.From(err)
			return &reply
		}
		return nil
	}), nil
}

func main() {
	lambda.Start(handle)
}
