package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"log"
	"net/http"
	"os"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"
)

// failure tells the caller its code and message; why it came to it stands in the log.
type failure struct {
	Code    string `json:"code"`
	Message string `json:"message"`
	Cause   error  `json:"-"`
}

func (f failure) Error() string { return f.Code + ": " + f.Cause.Error() }

func internal(err error) failure { return failure{"INTERNAL", "something went wrong", err} }

func explained(err error) failure {
	return failure{"INTERNAL", err.Error(), err} // want: err.Error\(\) sends the text of an internal error
}

// hidden keeps its cause to itself.
type hidden struct {
	Title string
	why   error
}

func (h *hidden) Error() string { return h.Title + ": " + h.why.Error() }

func (h *hidden) fill(err error) {
	h.Title = "sorry"
	h.why = err
}

func answer(status int, body any) events.APIGatewayProxyResponse {
	text, err := json.Marshal(body)
	if err != nil {
		return events.APIGatewayProxyResponse{StatusCode: http.StatusInternalServerError}
	}
	return events.APIGatewayProxyResponse{StatusCode: status, Body: string(text)}
}

func failed(err error) events.APIGatewayProxyResponse {
	var f failure
	if !errors.As(err, &f) {
		f = internal(err)
	}
	log.Println(f.Error())
	text, _ := json.Marshal(f)
	return events.APIGatewayProxyResponse{StatusCode: 500, Body: string(text)}
}

func handle(ctx context.Context, r events.APIGatewayProxyRequest) (events.APIGatewayProxyResponse, error) {
	_, err := os.ReadFile("/opt/" + r.Path)
	if err != nil {
		f := internal(err)
		h := &hidden{Title: "new"}
		h.fill(err)
		switch r.HTTPMethod {
		case "GET":
			return failed(f), nil
		case "PUT":
			return answer(500, f), nil
		case "PATCH":
			return answer(500, h), nil
		case "HEAD":
			return answer(500, &hidden{"sorry", err}), nil
		case "POST":
			return answer(500, explained(err)), nil
		case "DELETE":
			return events.APIGatewayProxyResponse{Body: fmt.Sprint(f)}, nil // want: f sends the text of an internal error
		default:
			return events.APIGatewayProxyResponse{Body: f.Error()}, nil // want: f.Error\(\) sends the text of an internal error
		}
	}
	return events.APIGatewayProxyResponse{StatusCode: 200}, ctx.Err()
}

func main() {
	lambda.Start(handle)
}
