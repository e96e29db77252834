package main

import (
	"context"
	"errors"
	"fmt"
	"os"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"
	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/s3"
)

var client = s3.New(s3.Options{Region: os.Getenv("AWS_REGION")})

// What goes wrong is told with a text of its own, and behind that the error is nil.
func size(ctx context.Context, key string) (int64, error) {
	head, err := client.HeadObject(ctx, &s3.HeadObjectInput{Bucket: aws.String(os.Getenv("BUCKET")), Key: &key})
	if err != nil {
		return 0, errors.New("no such cover")
	}
	return aws.ToInt64(head.ContentLength), err
}

func remove(ctx context.Context, key string) error {
	_, err := client.DeleteObject(ctx, &s3.DeleteObjectInput{Bucket: aws.String(os.Getenv("BUCKET")), Key: &key})
	if err != nil {
		return errors.New(err.Error())
	}
	return nil
}

func move(ctx context.Context, key string) error {
	_, err := client.CopyObject(ctx, &s3.CopyObjectInput{Bucket: aws.String(os.Getenv("BUCKET")), Key: &key})
	if err != nil {
		return errors.New(fmt.Sprintf("moving %s: %v", key, err))
	}
	return err
}

func list(ctx context.Context) ([]string, error) {
	found, err := client.ListObjectsV2(ctx, &s3.ListObjectsV2Input{Bucket: aws.String(os.Getenv("BUCKET"))})
	if found == nil {
		return nil, err
	}
	keys := make([]string, 0, len(found.Contents))
	for _, o := range found.Contents {
		keys = append(keys, aws.ToString(o.Key))
	}
	return keys, err
}

func answer(text string) (events.LambdaFunctionURLResponse, error) {
	return events.LambdaFunctionURLResponse{
		StatusCode: 200,
		Headers:    map[string]string{"Content-Type": "text/plain"},
		Body:       text,
	}, nil
}

func handle(ctx context.Context, r events.LambdaFunctionURLRequest) (events.LambdaFunctionURLResponse, error) {
	switch key := r.RawPath; r.RequestContext.HTTP.Method {
	case "GET":
		n, err := size(ctx, key)
		if err != nil {
			return answer(err.Error())
		}
		return answer(fmt.Sprint(n))
	case "DELETE":
		if err := remove(ctx, key); err != nil {
			return answer(err.Error()) // want: ^err\.Error\(\) sends the text of an internal error
		}
	case "PUT":
		if err := move(ctx, key); err != nil {
			return answer(err.Error()) // want: sends the text of an internal error
		}
	default:
		keys, err := list(ctx)
		if err != nil {
			return answer(err.Error()) // want: sends the text of an internal error
		}
		return answer(fmt.Sprint(keys))
	}
	return answer("done")
}

func main() {
	lambda.Start(handle)
}
