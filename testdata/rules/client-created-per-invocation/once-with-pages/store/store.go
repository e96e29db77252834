// Package store counts objects.
package store

import (
	"context"

	"github.com/aws/aws-sdk-go-v2/config"
	"github.com/aws/aws-sdk-go-v2/service/s3"
)

// Count counts the objects that are there.
func Count(ctx context.Context, bucket string) (int, error) {
	cfg, err := config.LoadDefaultConfig(ctx) // want: AWS configuration is loaded
	if err != nil {
		return 0, err
	}
	svc := s3.NewFromConfig(cfg)
	pages := s3.NewListObjectsV2Paginator(svc, &s3.ListObjectsV2Input{Bucket: &bucket})
	count := 0
	for pages.HasMorePages() {
		page, err := pages.NextPage(ctx)
		if err != nil {
			return 0, err
		}
		for _, object := range page.Contents {
			if _, err := svc.HeadObject(ctx, &s3.HeadObjectInput{Bucket: &bucket, Key: object.Key}); err == nil {
				count++
			}
		}
	}
	return count, nil
}
