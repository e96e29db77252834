package main

import (
	"context"
	"log"
	"os"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"
	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/config"
	"github.com/aws/aws-sdk-go-v2/service/s3"
)

func handle(ctx context.Context, e events.APIGatewayV2HTTPRequest) (events.APIGatewayV2HTTPResponse, error) {
	cfg, err := config.LoadDefaultConfig(ctx) // want: AWS configuration is loaded
	if err != nil {
		log.Printf("aws: %v", err)
		return events.APIGatewayV2HTTPResponse{StatusCode: 500}, nil
	}
	client := s3.NewFromConfig(cfg)
	if os.Getenv("AWS_SAM_LOCAL") == "true" {
		// the container of the bucket
		client = s3.NewFromConfig(cfg, func(o *s3.Options) {
			o.UsePathStyle = true
			o.BaseEndpoint = aws.String("http://minio:9000")
		})
	}
	key := e.RawPath
	if _, err = client.DeleteObject(ctx, &s3.DeleteObjectInput{Key: &key}); err != nil {
		return events.APIGatewayV2HTTPResponse{StatusCode: 502}, nil
	}
	return events.APIGatewayV2HTTPResponse{StatusCode: 204}, nil
}

func main() { lambda.Start(handle) }
