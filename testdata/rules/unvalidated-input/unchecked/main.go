package main

import (
	"context"
	"database/sql"
	"fmt"
	"os"
	"path/filepath"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"
	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/s3"
)

var (
	db     *sql.DB
	client = s3.New(s3.Options{})
)

func handle(ctx context.Context, e events.APIGatewayProxyRequest) (events.APIGatewayProxyResponse, error) {
	id := e.PathParameters["id"] // want: ^e.PathParameters\["id"\] comes from the caller and becomes part of a statement, unchecked$
	query := fmt.Sprintf("select name from orders where id = '%s'", id)
	if _, err := db.ExecContext(ctx, query); err != nil {
		return events.APIGatewayProxyResponse{}, err
	}
	text, err := os.ReadFile(filepath.Join("/tmp", e.QueryStringParameters["file"])) // want: ^e.QueryStringParameters\["file"\] comes from the caller and becomes part of a file's path, unchecked$
	if err != nil {
		return events.APIGatewayProxyResponse{}, err
	}
	_, err = client.DeleteObject(ctx, &s3.DeleteObjectInput{
		Key: aws.String("orders/" + e.PathParameters["key"]), // want: becomes part of an object's key, unchecked
	})
	return events.APIGatewayProxyResponse{StatusCode: 200, Body: string(text)}, err
}

func main() {
	lambda.Start(handle)
}
