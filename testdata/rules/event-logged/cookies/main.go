package main

import (
	"context"
	"log"
	"strings"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"
)

func handle(ctx context.Context, r events.APIGatewayV2HTTPRequest) (events.APIGatewayV2HTTPResponse, error) {
	log.Println("cookies", r.Cookies)                        // want: ^Cookies of the event are logged$
	log.Printf("cookies: %s", strings.Join(r.Cookies, "; ")) // want: ^Cookies of the event are logged$
	log.Printf("%d cookies", len(r.Cookies))
	return events.APIGatewayV2HTTPResponse{StatusCode: 204}, ctx.Err()
}

func main() {
	lambda.Start(handle)
}
