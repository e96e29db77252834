package app

import (
	"context"
	"os"
	"sync"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/config"
	"github.com/aws/aws-sdk-go-v2/service/s3"
)

// Reports are kept in a bucket.
type Reports struct{ files *s3.Client }

var load = sync.OnceValues(func() (aws.Config, error) { return config.LoadDefaultConfig(context.Background()) })

func settings(context.Context) (aws.Config, error) { return load() }

func newReports(files *s3.Client) *Reports { return &Reports{files: files} }

// Prepared is what programs keep.
func Prepared() *Reports {
	made, err := Initialize(context.Background())
	if err != nil {
		panic(err)
	}
	return made
}

// Store writes an empty report.
func (r *Reports) Store(ctx context.Context, key string) error {
	bucket := os.Getenv("BUCKET")
	_, err := r.files.PutObject(ctx, &s3.PutObjectInput{Bucket: &bucket, Key: &key})
	return err
}
