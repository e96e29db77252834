package main

import (
	"context"
	"log"
	"os"

	"github.com/aws/aws-lambda-go/lambda"
	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/config"
	"github.com/aws/aws-sdk-go-v2/service/ssm"
)

func main() {
	stage := os.Getenv("STAGE")
	lambda.Start(func(ctx context.Context, name string) (string, error) {
		cfg, err := config.LoadDefaultConfig(ctx, config.WithSharedConfigProfile(stage)) // want: AWS configuration is loaded
		if err != nil {
			log.Printf("configuration: %v", err)
			return "", err
		}
		parameters := ssm.NewFromConfig(cfg)

		found, err := parameters.GetParameter(ctx, &ssm.GetParameterInput{Name: aws.String("/" + stage + "/" + name)})
		if err != nil {
			return "", err
		}
		return aws.ToString(found.Parameter.Value), nil
	})
}
