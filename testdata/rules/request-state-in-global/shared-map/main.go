package main

import (
	"context"
	"maps"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"
)

const asked = "X-Asked"

var headers = map[string]string{"Content-Type": "application/json"}

var last = map[string]string{}

var seen = map[string]string{}

func sign(name string) string { return "signed " + name }

func welcome(e events.APIGatewayProxyRequest) events.APIGatewayProxyResponse {
	answer := events.APIGatewayProxyResponse{StatusCode: 200, Headers: headers}
	answer.Headers["Authorization"] = sign(e.Path) // want: ^answer.Headers."Authorization"., an entry of package variable headers, keeps data of this request for later ones$
	answer.Headers["Cache-Control"] = "no-store"
	return answer
}

func copied(e events.APIGatewayProxyRequest) events.APIGatewayProxyResponse {
	answer := events.APIGatewayProxyResponse{StatusCode: 200, Headers: maps.Clone(headers)}
	answer.Headers["Authorization"] = sign(e.Path)
	return answer
}

func replaced(e events.APIGatewayProxyRequest) events.APIGatewayProxyResponse {
	answer := events.APIGatewayProxyResponse{StatusCode: 200, Headers: headers}
	if e.Path != "/" {
		answer.Headers = map[string]string{}
	}
	answer.Headers["Authorization"] = sign(e.Path)
	return answer
}

func handle(ctx context.Context, e events.APIGatewayProxyRequest) (events.APIGatewayProxyResponse, error) {
	last["path"] = e.Path // want: ^last."path"., an entry of package variable last, keeps data
	seen[e.Path] = e.HTTPMethod
	if _, ok := last["first"]; !ok {
		last["first"] = e.Path
	}
	h := headers
	h[asked] = e.Path // want: ^h.asked., an entry of package variable headers, keeps data
	own := map[string]string{}
	own[asked] = e.Path
	switch e.HTTPMethod {
	case "GET":
		return welcome(e), nil
	case "PUT":
		return copied(e), nil
	}
	return replaced(e), nil
}

func main() {
	lambda.Start(handle)
}
