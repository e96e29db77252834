package main

import (
	"context"
	"os"

	"github.com/aws/aws-lambda-go/lambda"
	"github.com/aws/aws-sdk-go/aws"
	"github.com/aws/aws-sdk-go/aws/session"
	"github.com/aws/aws-sdk-go/service/sns"
)

var sess *session.Session

func init() {
	sess = session.Must(session.NewSession())
}

func publish(ctx context.Context, msg string) error {
	svc := sns.New(sess) // want: ^sns client is created at each invocation$
	_, err := svc.PublishWithContext(ctx, &sns.PublishInput{TopicArn: aws.String(os.Getenv("TOPIC")), Message: aws.String(msg)})
	return err
}

func clientIn(region string) *sns.SNS {
	return sns.New(sess, &aws.Config{Region: aws.String(region)})
}

func handle(ctx context.Context, name string) error {
	_, err := clientIn(name).PublishWithContext(ctx, &sns.PublishInput{TopicArn: aws.String(os.Getenv("TOPIC")), Message: aws.String(name)})
	if err != nil {
		return publish(ctx, "failed "+name)
	}
	return publish(ctx, "job "+name)
}

func main() {
	lambda.Start(handle)
}
