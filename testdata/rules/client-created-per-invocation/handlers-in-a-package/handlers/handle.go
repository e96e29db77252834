// Package handlers answers requests.
package handlers

import (
	"context"
	"fmt"
	"net/http"
	"os"

	"github.com/aws/aws-lambda-go/events"
	"github.com/sirupsen/logrus"

	"example.com/x/store"
)

// Handle answers.
func Handle(ctx context.Context, e events.APIGatewayProxyRequest) (events.APIGatewayProxyResponse, error) {
	switch e.HTTPMethod {
	case http.MethodGet:
		return count(ctx)
	case http.MethodPost:
		return list(ctx)
	}
	return events.APIGatewayProxyResponse{StatusCode: http.StatusMethodNotAllowed}, nil
}

func count(ctx context.Context) (answer events.APIGatewayProxyResponse, err error) {
	s, err := store.New(ctx, store.Config{Table: os.Getenv("TABLE"), Region: "eu-west-1"})
	if err != nil {
		return answer, fmt.Errorf("cannot make the store: %w", err)
	}
	n, err := s.Count(ctx)
	if err != nil {
		return answer, fmt.Errorf("count: %w", err)
	}
	answer.StatusCode = http.StatusOK
	answer.Body = fmt.Sprint(n)
	return answer, nil
}

func list(ctx context.Context) (events.APIGatewayProxyResponse, error) {
	var (
		s       *store.Store
		service *store.Service
	)
	s, err := store.New(ctx, store.Config{Table: os.Getenv("TABLE"), Region: "eu-west-1"})
	if err != nil {
		logrus.WithError(err).Error("cannot make the store")
		return events.APIGatewayProxyResponse{StatusCode: http.StatusInternalServerError}, nil
	}
	service = store.NewService(s, store.NewQueue(ctx))
	if err := service.Check(ctx); err != nil {
		return events.APIGatewayProxyResponse{StatusCode: http.StatusBadGateway}, nil
	}
	return events.APIGatewayProxyResponse{StatusCode: http.StatusOK}, nil
}
