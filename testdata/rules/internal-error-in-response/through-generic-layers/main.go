package main

import (
	"context"
	"errors"
	"fmt"
	"os"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"
	"github.com/aws/aws-sdk-go-v2/service/dynamodb"
)

type finder[K comparable, V any] interface {
	find(context.Context, K) (V, error)
}

type table[K comparable, V any] struct{ client *dynamodb.Client }

func (t *table[K, V]) find(ctx context.Context, key K) (found V, err error) {
	_, err = t.client.ListTables(ctx, &dynamodb.ListTablesInput{})
	return found, err
}

type checker[T any] interface {
	check(T) error
}

type named[T any] struct{}

func (named[T]) check(T) error { return errors.New("no name") }

type order struct{ Name string }

type service struct {
	orders finder[string, order]
	rules  checker[order]
	log    func(error) string
}

func (s *service) handle(ctx context.Context, r events.APIGatewayV2HTTPRequest) (events.APIGatewayV2HTTPResponse, error) {
	found, err := s.orders.find(ctx, r.PathParameters["id"])
	if err != nil {
		body := fmt.Sprintf(`{"error":%q}`, err) // want: ^err sends the text of an internal error
		return events.APIGatewayV2HTTPResponse{StatusCode: 500, Body: body}, nil
	}
	if err := s.rules.check(found); err != nil {
		return events.APIGatewayV2HTTPResponse{StatusCode: 400, Body: err.Error()}, nil
	}
	return events.APIGatewayV2HTTPResponse{StatusCode: 200, Body: s.log(nil)}, nil
}

func main() {
	client := dynamodb.New(dynamodb.Options{Region: os.Getenv("AWS_REGION")})
	s := &service{orders: &table[string, order]{client}, rules: named[order]{}, log: func(error) string { return "" }}
	lambda.Start(s.handle)
}
