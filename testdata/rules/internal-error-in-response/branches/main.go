package main

import (
	"context"
	"errors"
	"fmt"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"
	"github.com/aws/aws-sdk-go-v2/service/s3"
)

var store *s3.Client

type answer = events.APIGatewayV2HTTPResponse

func read(ctx context.Context, name string) error {
	_, err := store.GetObject(ctx, &s3.GetObjectInput{Bucket: &name})
	return err
}

func list(ctx context.Context, name string) error {
	_, err := store.ListObjectsV2(ctx, &s3.ListObjectsV2Input{Bucket: &name})
	return err
}

func chosen(ctx context.Context, call events.APIGatewayV2HTTPRequest) answer {
	var err error
	switch call.RawPath {
	case "/list":
		err = list(ctx, "letters")
	case "/read":
		err = read(ctx, "letters")
	default:
		err = errors.New("no such page")
	}
	if err != nil {
		return answer{StatusCode: 500, Body: err.Error()} // want: ^err.Error\(\) sends the text
	}
	return answer{StatusCode: 200}
}

func perhaps(ctx context.Context, call events.APIGatewayV2HTTPRequest) answer {
	err := read(ctx, "letters")
	if call.RawPath == "" {
		err = errors.New("no path")
	}
	if err != nil {
		return answer{StatusCode: 500, Body: err.Error()} // want: ^err.Error\(\) sends the text
	}
	return answer{StatusCode: 200}
}

// The error of the store is told of before, with a text of the program's own.
func told(ctx context.Context, call events.APIGatewayV2HTTPRequest) answer {
	err := read(ctx, "letters")
	if err != nil {
		return answer{StatusCode: 500, Body: "the store is closed"}
	}
	if call.RawPath == "" {
		err = errors.New("no path")
	}
	if err != nil {
		return answer{StatusCode: 400, Body: err.Error()}
	}
	return answer{StatusCode: 200}
}

func replaced(ctx context.Context, call events.APIGatewayV2HTTPRequest) answer {
	err := read(ctx, "letters")
	if err != nil {
		err = errors.New("the store is closed")
		return answer{StatusCode: 500, Body: err.Error()}
	}
	err = list(ctx, "letters")
	err = fmt.Errorf("%d letters are too many", len(call.Body))
	return answer{StatusCode: 400, Body: err.Error()}
}

type failure struct{ Text string }

func (f failure) answer() answer { return answer{StatusCode: 500, Body: f.Text} }

func unhandled(text string) failure { return failure{Text: "unhandled: " + text} }

func handler(ctx context.Context, call events.APIGatewayV2HTTPRequest) (given answer, _ error) {
	defer func() {
		if raised := recover(); raised != nil {
			var failed failure
			switch value := raised.(type) {
			case error:
				failed = unhandled(value.Error()) // want: ^value.Error\(\) sends the text
			default:
				failed = unhandled("unknown")
			}
			given = failed.answer()
		}
	}()
	switch call.Version {
	case "1":
		return chosen(ctx, call), nil
	case "2":
		return perhaps(ctx, call), nil
	case "3":
		return told(ctx, call), nil
	}
	return replaced(ctx, call), nil
}

func main() {
	lambda.Start(handler)
}
