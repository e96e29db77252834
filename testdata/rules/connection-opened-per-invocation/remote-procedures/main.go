package main

import (
	"context"
	"crypto/tls"
	"errors"
	"os"

	"github.com/aws/aws-lambda-go/lambda"
	"google.golang.org/grpc"
	"google.golang.org/grpc/credentials"
	"google.golang.org/grpc/health/grpc_health_v1"
)

func dial() (*grpc.ClientConn, error) {
	address := os.Getenv("HEALTH_ADDRESS")
	if address == "" {
		return nil, errors.New("HEALTH_ADDRESS is not set")
	}
	return grpc.NewClient(address, // want: ^grpc.NewClient opens a connection at each invocation$
		grpc.WithTransportCredentials(credentials.NewTLS(&tls.Config{MinVersion: tls.VersionTLS13})),
		grpc.WithUserAgent("health"),
	)
}

func handle(ctx context.Context, service string) (string, error) {
	conn, err := dial()
	if err != nil {
		return "", err
	}
	defer conn.Close()
	answer, err := grpc_health_v1.NewHealthClient(conn).Check(ctx, &grpc_health_v1.HealthCheckRequest{Service: service})
	if err != nil {
		return "", err
	}
	return answer.GetStatus().String(), nil
}

func main() {
	lambda.Start(handle)
}
