package main

import (
	"context"
	"os"

	"github.com/aws/aws-lambda-go/lambda"
	"google.golang.org/grpc"
	"google.golang.org/grpc/credentials/insecure"
	"google.golang.org/grpc/health/grpc_health_v1"
)

func handle() error { // want: ^handle takes no context.Context, but grpc.NewClient is called on its path$
	conn, err := grpc.NewClient(os.Getenv("HEALTH_ADDRESS"), grpc.WithTransportCredentials(insecure.NewCredentials()))
	if err != nil {
		return err
	}
	defer conn.Close()
	_, err = grpc_health_v1.NewHealthClient(conn).Check(context.Background(), &grpc_health_v1.HealthCheckRequest{})
	return err
}

func main() {
	lambda.Start(handle)
}
