package main

import (
	"context"
	"errors"
	"fmt"
	"net/http"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"
	"github.com/aws/aws-sdk-go-v2/service/s3"
)

var (
	client  = s3.New(s3.Options{})
	errNone = errors.New("there is none")
)

type trouble struct {
	code  int
	said  string
	cause error
}

func (t *trouble) Error() string { return fmt.Sprintf("%s: %v", t.said, t.cause) }

func count(ctx context.Context) error {
	if _, err := client.ListBuckets(ctx, nil); err != nil {
		return &trouble{http.StatusBadGateway, "not counted: " + err.Error(), err} // want: err.Error\(\) sends
	}
	return nil
}

func list(ctx context.Context) (string, error) {
	out, err := client.ListBuckets(ctx, nil)
	if err != nil {
		return "", err
	}
	if len(out.Buckets) == 0 {
		return "", errNone
	}
	return *out.Buckets[0].Name, nil
}

func spoken(err error) (int, string) {
	var t *trouble
	switch {
	case errors.As(err, &t):
		return t.code, t.said
	case errors.Is(err, errNone):
		return http.StatusNotFound, err.Error()
	default:
		return http.StatusInternalServerError, err.Error() // want: err.Error\(\) sends
	}
}

func quiet(err error) (int, string, string) {
	return http.StatusInternalServerError, "it didn't work", err.Error()
}

func answer(err error) events.APIGatewayProxyResponse {
	code, text := spoken(err)
	return events.APIGatewayProxyResponse{StatusCode: code, Body: text}
}

func handle(ctx context.Context, r events.APIGatewayProxyRequest) (events.APIGatewayProxyResponse, error) {
	if err := count(ctx); err != nil {
		return answer(err), nil
	}
	name, err := list(ctx)
	if err != nil && r.Path == "/list" {
		return answer(err), nil
	}
	if err != nil {
		code, text, inner := quiet(err)
		fmt.Println(inner)
		return events.APIGatewayProxyResponse{StatusCode: code, Body: text}, nil
	}
	return events.APIGatewayProxyResponse{StatusCode: http.StatusOK, Body: name}, nil
}

func main() {
	lambda.Start(handle)
}
