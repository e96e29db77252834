package main

import (
	"context"

	"github.com/aws/aws-lambda-go/lambda"
	"github.com/aws/aws-sdk-go-v2/config"
	"github.com/aws/aws-sdk-go-v2/service/s3"
	fiberadapter "github.com/awslabs/aws-lambda-go-api-proxy/fiber"
	"github.com/gofiber/fiber/v2"
)

func buckets(ctx context.Context) (*s3.Client, error) {
	cfg, err := config.LoadDefaultConfig(ctx) // want: AWS configuration is loaded
	if err != nil {
		return nil, err
	}
	return s3.NewFromConfig(cfg), nil
}

func list(c *fiber.Ctx) error {
	client, err := buckets(c.Context())
	if err != nil {
		return err
	}
	found, err := client.ListBuckets(c.Context(), &s3.ListBucketsInput{})
	if err != nil {
		return err
	}
	return c.JSON(found.Buckets)
}

func main() {
	app := fiber.New()
	app.Get("/buckets", list)
	lambda.Start(fiberadapter.New(app).ProxyWithContext)
}
