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

// again tries something a few times.
func again(try func() error) error {
	var last error
	for range 3 {
		last = try()
		if last == nil {
			return nil
		}
	}
	return last
}

func value[T any](try func() (T, error)) (T, error) {
	made, err := try()
	if err != nil {
		return made, fmt.Errorf("no value: %w", err)
	}
	return made, nil
}

func nothing(try func() error) error {
	_, err := value(func() (struct{}, error) {
		return struct{}{}, try()
	})
	return err
}

func checked(check func() error) error {
	return check()
}

func remove(ctx context.Context, key string) error {
	return again(func() error {
		_, err := client.DeleteObject(ctx, &s3.DeleteObjectInput{Key: &key})
		return err
	})
}

func answer(status int, text string) (events.APIGatewayProxyResponse, error) {
	return events.APIGatewayProxyResponse{StatusCode: status, Body: text}, nil
}

func handle(ctx context.Context, e events.APIGatewayProxyRequest) (events.APIGatewayProxyResponse, error) {
	err := checked(func() error {
		if e.Path == "" {
			return errors.New("no path")
		}
		return nil
	})
	if err != nil {
		return answer(400, err.Error())
	}
	if err := remove(ctx, e.Path); err != nil {
		return answer(500, fmt.Sprintf("not removed: %v", err)) // want: ^err sends the text of an internal error
	}
	err = nothing(func() error {
		_, failed := client.HeadObject(ctx, &s3.HeadObjectInput{Key: &e.Path})
		return failed
	})
	if err != nil {
		return answer(500, err.Error()) // want: ^err.Error\(\) sends
	}
	return answer(200, "ok")
}

func main() {
	lambda.Start(handle)
}
