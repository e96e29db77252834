package main

import (
	"context"
	"database/sql"
	"fmt"
	"os"
	"path/filepath"
	"strconv"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"
	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/s3"
)

var (
	db     *sql.DB
	client = s3.New(s3.Options{})
	known  = map[string]bool{"a": true}
)

func handle(ctx context.Context, e events.APIGatewayProxyRequest) (events.APIGatewayProxyResponse, error) {
	id := e.PathParameters["id"]
	if _, err := db.ExecContext(ctx, "delete from orders where id = $1", id); err != nil {
		return events.APIGatewayProxyResponse{}, err
	}
	page, err := strconv.Atoi(e.QueryStringParameters["page"])
	if err != nil {
		return events.APIGatewayProxyResponse{StatusCode: 400}, nil
	}
	if _, err := db.ExecContext(ctx, fmt.Sprintf("select 1 offset %d", page)); err != nil {
		return events.APIGatewayProxyResponse{}, err
	}
	file := e.QueryStringParameters["file"]
	if !known[file] {
		return events.APIGatewayProxyResponse{StatusCode: 404}, nil
	}
	if _, err := os.ReadFile(filepath.Join("/tmp", file)); err != nil {
		return events.APIGatewayProxyResponse{}, err
	}
	_, err = client.DeleteObject(ctx, &s3.DeleteObjectInput{Key: aws.String("orders/" + e.RequestContext.RequestID)})
	return events.APIGatewayProxyResponse{StatusCode: 200}, err
}

func main() {
	lambda.Start(handle)
}
