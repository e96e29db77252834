package main

import (
	"fmt"
	"os"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"
	"github.com/aws/aws-sdk-go/aws"
	"github.com/aws/aws-sdk-go/aws/session"
	"github.com/aws/aws-sdk-go/service/dynamodb"
	"github.com/aws/aws-sdk-go/service/sns"
)

var (
	table string
	db    *dynamodb.DynamoDB
	topic *sns.SNS
)

// prepare makes what all routes need.
func prepare() error {
	sess, err := session.NewSession() // want: AWS session is created
	if err != nil {
		return err
	}
	db = dynamodb.New(sess)
	topic = sns.New(sess, aws.NewConfig().WithRegion("us-east-1"))
	return nil
}

func list() (resp events.APIGatewayProxyResponse, err error) {
	if err = prepare(); err != nil {
		return
	}
	out, err := db.Scan(&dynamodb.ScanInput{TableName: aws.String(os.Getenv("TABLE"))})
	if err != nil {
		return
	}
	resp.StatusCode = 200
	resp.Body = fmt.Sprint(*out.Count)
	return
}

func announce(body string) (events.APIGatewayProxyResponse, error) {
	err := prepare()
	if err != nil {
		return events.APIGatewayProxyResponse{StatusCode: 500}, err
	}
	_, err = topic.Publish(&sns.PublishInput{Message: &body})
	return events.APIGatewayProxyResponse{StatusCode: 202}, err
}

func handle(r events.APIGatewayProxyRequest) (events.APIGatewayProxyResponse, error) {
	if r.HTTPMethod == "POST" {
		return announce(r.Body)
	}
	return list()
}

func main() { lambda.Start(handle) }
