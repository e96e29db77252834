package main

import (
	"context"
	"errors"
	"fmt"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"
	"github.com/aws/aws-sdk-go-v2/service/s3"
)

var client = s3.New(s3.Options{})

// failure prints what it wraps.
type failure struct {
	Status int
	Cause  error
}

func (f *failure) Error() string { return fmt.Sprintf("status %d: %v", f.Status, f.Cause) }

// quiet wraps, and prints its own text only.
type quiet struct {
	Text  string
	Cause error
}

func (q quiet) Error() string { return q.Text }

func (q quiet) Unwrap() error { return q.Cause }

// careful prefers its own text.
type careful struct {
	Text  string
	Cause error
}

func (c *careful) Error() string {
	if c.Text != "" {
		return c.Text
	}
	return c.Cause.Error()
}

// chatty adds what it wraps.
type chatty struct {
	Text  string
	Cause error
}

func (c *chatty) Error() string {
	if c.Cause != nil {
		return c.Text + ": " + c.Cause.Error()
	}
	return c.Text
}

// missing embeds.
type missing struct {
	error
	Key string
}

func internal(cause error) *failure { return &failure{Status: 500, Cause: cause} }

func head(ctx context.Context, key string) error {
	_, err := client.HeadObject(ctx, &s3.HeadObjectInput{Key: &key})
	return err
}

func loud(ctx context.Context, key string) error {
	if err := head(ctx, key); err != nil {
		return &failure{Status: 500, Cause: err}
	}
	return nil
}

func made(ctx context.Context, key string) error {
	if err := head(ctx, key); err != nil {
		return internal(err)
	}
	return nil
}

func told(ctx context.Context, key string) error {
	if err := head(ctx, key); err != nil {
		return quiet{Text: "no " + key + ": " + err.Error()}
	}
	return nil
}

func added(ctx context.Context, key string) error {
	if err := head(ctx, key); err != nil {
		return &chatty{"", nil}
	}
	if err := head(ctx, key); err != nil {
		return &chatty{Text: "no " + key, Cause: err}
	}
	return nil
}

func kept(ctx context.Context, key string) error {
	if err := head(ctx, key); err != nil {
		return &careful{Text: "no " + key, Cause: err}
	}
	return nil
}

func held(ctx context.Context, key string) error {
	if err := head(ctx, key); err != nil {
		return missing{error: err, Key: key}
	}
	return nil
}

func silent(ctx context.Context, key string) error {
	if err := head(ctx, key); err != nil {
		return quiet{Text: "no such order", Cause: err}
	}
	return &failure{Status: 404, Cause: errors.New("nothing here")}
}

func answer(err error) events.APIGatewayProxyResponse {
	return events.APIGatewayProxyResponse{StatusCode: 500, Body: err.Error()} // want: ^err.Error\(\) sends the text of an internal error
}

func handle(ctx context.Context, e events.APIGatewayProxyRequest) (events.APIGatewayProxyResponse, error) {
	key := e.PathParameters["key"]
	if err := silent(ctx, key); err != nil {
		return events.APIGatewayProxyResponse{StatusCode: 500, Body: err.Error()}, nil
	}
	if err := kept(ctx, key); err != nil {
		return events.APIGatewayProxyResponse{StatusCode: 500, Body: err.Error()}, nil
	}
	if err := added(ctx, key); err != nil {
		return events.APIGatewayProxyResponse{StatusCode: 500, Body: err.Error()}, nil // want: sends the text
	}
	if err := made(ctx, key); err != nil {
		return events.APIGatewayProxyResponse{StatusCode: 500, Body: err.Error()}, nil // want: sends the text
	}
	if err := told(ctx, key); err != nil {
		return events.APIGatewayProxyResponse{StatusCode: 500, Body: err.Error()}, nil // want: sends the text
	}
	if err := held(ctx, key); err != nil {
		return events.APIGatewayProxyResponse{StatusCode: 500, Body: err.Error()}, nil // want: sends the text
	}
	if err := loud(ctx, key); err != nil {
		var known *failure
		if errors.As(err, &known) {
			return events.APIGatewayProxyResponse{StatusCode: known.Status, Body: known.Error()}, nil
		}
		return answer(err), nil
	}
	return events.APIGatewayProxyResponse{StatusCode: 204}, nil
}

func main() {
	lambda.Start(handle)
}
