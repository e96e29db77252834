package main

import (
	"context"
	"os"

	"github.com/aws/aws-lambda-go/lambda"
	"github.com/aws/aws-sdk-go/aws"
	"github.com/aws/aws-sdk-go/aws/credentials"
	"github.com/aws/aws-sdk-go/aws/request"
	"github.com/aws/aws-sdk-go/aws/session"
	"github.com/aws/aws-sdk-go/service/dynamodb"
	"github.com/aws/aws-sdk-go/service/s3"
	"github.com/aws/aws-sdk-go/service/s3/s3manager"
)

func region() *string {
	if named := os.Getenv("TABLE_REGION"); named != "" {
		return aws.String(named)
	}
	return aws.String("eu-west-1")
}

func upload(ctx context.Context, name string) error {
	sess := session.Must(session.NewSession()) // want: AWS session is created
	up := s3manager.NewUploader(sess)
	_, err := up.UploadWithContext(ctx, &s3manager.UploadInput{Bucket: aws.String("b"), Key: aws.String(name)})
	return err
}

func move(ctx context.Context, name string) error {
	sess := session.Must(session.NewSession(aws.NewConfig().WithCredentials(credentials.NewEnvCredentials()))) // want: AWS session is created
	svc := s3.New(sess, aws.NewConfig().WithMaxRetries(3))
	svc.Handlers.Build.PushBack(func(r *request.Request) {
		r.HTTPRequest.Header.Set("X-From", "mover")
	})
	if _, err := svc.CopyObjectWithContext(ctx, &s3.CopyObjectInput{Key: aws.String(name)}); err != nil {
		return err
	}
	down := s3manager.NewDownloaderWithClient(svc)
	_, err := down.DownloadWithContext(ctx, aws.NewWriteAtBuffer(nil), &s3.GetObjectInput{Key: aws.String(name)})
	return err
}

func handle(ctx context.Context, name string) error {
	table := dynamodb.New(session.Must(session.NewSession(&aws.Config{Region: region()}))) // want: AWS session is created
	if _, err := table.ListTablesWithContext(ctx, nil); err != nil {
		return err
	}
	if err := upload(ctx, name); err != nil {
		return err
	}
	return move(ctx, name)
}

func main() {
	lambda.Start(handle)
}
