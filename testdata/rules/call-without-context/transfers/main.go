package main

import (
	"context"
	"io"
	"os"

	"github.com/aws/aws-lambda-go/lambda"
	"github.com/aws/aws-sdk-go/aws"
	"github.com/aws/aws-sdk-go/aws/session"
	"github.com/aws/aws-sdk-go/service/s3"
	"github.com/aws/aws-sdk-go/service/s3/s3manager"
	"github.com/aws/aws-sdk-go/service/s3/s3manager/s3manageriface"
)

var (
	sess                                    = session.Must(session.NewSession())
	uploader                                = s3manager.NewUploader(sess)
	downloader s3manageriface.DownloaderAPI = s3manager.NewDownloader(sess)
	bucket                                  = aws.String(os.Getenv("BUCKET"))
)

func store(body io.Reader) error {
	_, err := uploader.Upload(&s3manager.UploadInput{Bucket: bucket, Key: aws.String("a"), Body: body}) // want: ^uploader.Upload goes out without the invocation's context: UploadWithContext takes one$
	return err
}

func handle(ctx context.Context) error {
	f, err := os.CreateTemp("", "a")
	if err != nil {
		return err
	}
	defer os.Remove(f.Name())
	defer f.Close()
	if _, err := downloader.Download(f, &s3.GetObjectInput{Bucket: bucket, Key: aws.String("a")}); err != nil { // want: downloader.Download goes out without
		return err
	}
	if _, err := uploader.UploadWithContext(ctx, &s3manager.UploadInput{Bucket: bucket, Key: aws.String("b"), Body: f}); err != nil {
		return err
	}
	return store(f)
}

func main() {
	lambda.Start(handle)
}
