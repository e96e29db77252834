package main

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"os"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"
)

type failure struct {
	status int
	public string
	cause  error
}

func (f *failure) Error() string { return fmt.Sprintf("%s: %v", f.public, f.cause) }

type outage struct {
	public string
	host   string
}

func (o outage) Error() string { return o.host + " is down" }

func failed(public string, cause error) error {
	return &failure{status: http.StatusBadGateway, public: public, cause: cause}
}

func answer(err error) events.APIGatewayProxyResponse {
	var f *failure
	if errors.As(err, &f) {
		return events.APIGatewayProxyResponse{StatusCode: f.status, Body: f.public}
	}
	if o, is := err.(outage); is {
		return events.APIGatewayProxyResponse{StatusCode: http.StatusServiceUnavailable, Body: o.public}
	}
	return events.APIGatewayProxyResponse{StatusCode: http.StatusInternalServerError, Body: "it didn't work"}
}

func handle(_ context.Context, r events.APIGatewayProxyRequest) (events.APIGatewayProxyResponse, error) {
	if r.Path == "/down" {
		return answer(outage{"come back later", "pages.internal"}), nil
	}
	text, err := os.ReadFile("/opt/pages/" + r.Path)
	if err != nil {
		return answer(failed("no such page", err)), nil
	}
	if err := os.WriteFile("/tmp/last", text, 0o600); err != nil {
		wrapped := failed("not kept: "+err.Error(), err) // want: "not kept: "\+err.Error\(\) sends|err.Error\(\) sends
		return answer(fmt.Errorf("handle: %w", wrapped)), nil
	}
	if _, err := os.Stat("/tmp/last"); err != nil {
		return answer(outage{err.Error(), "here"}), nil // want: err.Error\(\) sends
	}
	return events.APIGatewayProxyResponse{StatusCode: http.StatusOK, Body: string(text)}, nil
}

func main() {
	lambda.Start(handle)
}
