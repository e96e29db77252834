package main

import (
	"context"
	"fmt"
	"os"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"
	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/config"
	"github.com/aws/aws-sdk-go-v2/service/dynamodb"
	"github.com/aws/aws-sdk-go-v2/service/dynamodb/types"
)

type reply = events.APIGatewayProxyResponse

func item(ctx context.Context, awsCfg aws.Config, id string) (map[string]types.AttributeValue, error) {
	ddb := dynamodb.NewFromConfig(awsCfg)
	out, err := ddb.GetItem(ctx, &dynamodb.GetItemInput{
		TableName: aws.String(os.Getenv("TABLE")),
		Key:       map[string]types.AttributeValue{"id": &types.AttributeValueMemberS{Value: id}},
	})
	if err != nil {
		return nil, fmt.Errorf("get %s: %w", id, err)
	}
	return out.Item, nil
}

func show(ctx context.Context, r events.APIGatewayProxyRequest) (reply, error) {
	awsCfg, err := config.LoadDefaultConfig(ctx) // want: AWS configuration is loaded
	if err != nil {
		return reply{StatusCode: 500}, err
	}
	found, err := item(ctx, awsCfg, r.PathParameters["id"])
	if err != nil {
		return reply{StatusCode: 502}, err
	}
	return reply{StatusCode: 200, Body: fmt.Sprint(found)}, nil
}

func remove(ctx context.Context, r events.APIGatewayProxyRequest) (reply, error) {
	cfg, err := config.LoadDefaultConfig(ctx) // want: AWS configuration is loaded
	if err != nil {
		return reply{StatusCode: 500}, err
	}
	if found, err := item(ctx, cfg, r.PathParameters["id"]); err != nil || found == nil {
		return reply{StatusCode: 404}, err
	}
	client := dynamodb.NewFromConfig(cfg)
	_, err = client.DeleteItem(ctx, &dynamodb.DeleteItemInput{
		TableName: aws.String(os.Getenv("TABLE")),
		Key:       map[string]types.AttributeValue{"id": &types.AttributeValueMemberS{Value: r.PathParameters["id"]}},
	})
	if err != nil {
		return reply{StatusCode: 502}, err
	}
	return reply{StatusCode: 204}, nil
}

func handle(ctx context.Context, r events.APIGatewayProxyRequest) (reply, error) {
	switch r.HTTPMethod {
	case "GET":
		return show(ctx, r)
	case "DELETE":
		return remove(ctx, r)
	}
	return reply{StatusCode: 405}, nil
}

func main() {
	lambda.Start(handle)
}
