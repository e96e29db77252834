package main

import (
	"context"
	"log"
	"net/url"
	"strings"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"
)

func handle(ctx context.Context, r events.APIGatewayProxyRequest) (events.APIGatewayProxyResponse, error) {
	form, err := url.QueryUnescape(r.Body)
	if err != nil {
		return events.APIGatewayProxyResponse{StatusCode: 400, Body: "no form"}, nil
	}
	log.Println("form", form)                                         // want: ^Body of the event is logged$
	log.Println("without breaks", strings.ReplaceAll(form, "\n", "")) // want: Body of the event is logged
	token := strings.TrimPrefix(r.Headers["Authorization"], "Bearer ")
	log.Println("from", token) // want: is logged
	user, err := url.QueryUnescape(r.QueryStringParameters["user"])
	if err != nil {
		return events.APIGatewayProxyResponse{StatusCode: 400, Body: "no user"}, nil
	}
	log.Println("user", user, len(form), strings.Count(form, "&"))
	return events.APIGatewayProxyResponse{StatusCode: 200, Body: "ok"}, nil
}

func main() {
	lambda.Start(handle)
}
