package main

import (
	"context"

	"github.com/aws/aws-lambda-go/lambda"
	"github.com/aws/aws-sdk-go-v2/config"
	"github.com/aws/aws-sdk-go-v2/service/iam"
)

func users(ctx context.Context) (int, error) {
	settings, err := config.LoadDefaultConfig(ctx, config.WithRegion("us-east-1"))
	if err != nil {
		return 0, err
	}
	found, err := iam.NewFromConfig(settings).ListUsers(ctx, &iam.ListUsersInput{})
	if err != nil {
		return 0, err
	}
	return len(found.Users), nil
}

func main() {
	lambda.Start(users)
}
