package main

import (
	"context"
	"errors"
	"net/http"
	"os"
	"strings"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"
)

type outcome struct {
	status int
	text   string
	err    error
}

func show(page string) outcome {
	if page == "" {
		return outcome{status: http.StatusBadRequest, err: errors.New("which page?")}
	}
	text, err := os.ReadFile("/opt/pages/" + page)
	if err != nil {
		return outcome{status: http.StatusBadGateway, err: err}
	}
	return outcome{status: http.StatusOK, text: string(text)}
}

func greet(name string) outcome {
	if name == "" {
		return outcome{status: http.StatusBadRequest, err: errors.New("who?")}
	}
	return outcome{status: http.StatusOK, text: "hello " + name}
}

func remove(page string) (err error) {
	err = os.Remove("/opt/pages/" + page)
	return
}

func causes(err error) string {
	var all []string
	for ; err != nil; err = errors.Unwrap(err) {
		all = append(all, err.Error()) // want: err.Error\(\) sends
	}
	return strings.Join(all, ", ")
}

func answer(status int, text string) events.APIGatewayProxyResponse {
	return events.APIGatewayProxyResponse{StatusCode: status, Body: text}
}

func guarded(ctx context.Context, r events.APIGatewayProxyRequest) (given events.APIGatewayProxyResponse, err error) {
	defer func() {
		if err != nil {
			given, err = answer(http.StatusBadGateway, err.Error()), nil // want: err.Error\(\) sends
		}
	}()
	if r.Path == "" {
		return answer(http.StatusNotFound, "no path"), nil
	}
	if err := os.Remove("/tmp" + r.Path); err != nil {
		return answer(0, ""), err
	}
	return handle(ctx, r)
}

func strict(ctx context.Context, r events.APIGatewayProxyRequest) (given events.APIGatewayProxyResponse, err error) {
	defer func() {
		if err != nil {
			given, err = answer(http.StatusBadRequest, err.Error()), nil
		}
	}()
	if r.Path == "" {
		return given, errors.New("no path")
	}
	if err := os.Remove("/tmp" + r.Path); err != nil {
		return answer(http.StatusBadGateway, "not removed"), nil
	}
	return guarded(ctx, r)
}

func handle(ctx context.Context, r events.APIGatewayProxyRequest) (events.APIGatewayProxyResponse, error) {
	page := r.QueryStringParameters["page"]
	switch r.HTTPMethod {
	case http.MethodDelete:
		if err := remove(page); err != nil {
			return answer(http.StatusBadGateway, "not removed: "+err.Error()), nil // want: err.Error\(\) sends
		}
		return answer(http.StatusNoContent, ""), nil
	case http.MethodPut:
		if err := os.WriteFile("/tmp/"+page, []byte(r.Body), 0o600); err != nil {
			return answer(http.StatusBadGateway, causes(err)), nil
		}
		return answer(http.StatusNoContent, ""), nil
	case http.MethodPost:
		greeted := greet(r.Body)
		if greeted.err != nil {
			return answer(greeted.status, greeted.err.Error()), nil
		}
		return answer(greeted.status, greeted.text), nil
	}
	shown := show(page)
	if shown.err != nil {
		return answer(shown.status, shown.err.Error()), nil // want: shown.err.Error\(\) sends
	}
	return answer(shown.status, shown.text), ctx.Err()
}

func main() {
	lambda.Start(strict)
}
