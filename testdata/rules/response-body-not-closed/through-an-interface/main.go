package main

import (
	"context"
	"encoding/json"
	"io"
	"net/http"
	"os"

	"github.com/aws/aws-lambda-go/lambda"
	"github.com/aws/aws-sdk-go-v2/config"
	"github.com/aws/aws-sdk-go-v2/service/s3"
)

type objects interface {
	GetObject(context.Context, *s3.GetObjectInput, ...func(*s3.Options)) (*s3.GetObjectOutput, error)
}

type texts interface {
	GetObject(key string) (*text, error)
}

type text struct{ Body io.Reader }

type app struct {
	objects objects
	texts   texts
	bucket  string
}

func (a *app) count(ctx context.Context, key string) (int, error) {
	out, err := a.objects.GetObject(ctx, &s3.GetObjectInput{Bucket: &a.bucket, Key: &key}) // want: ^body of a.objects.GetObject is never closed$
	if err != nil {
		return 0, err
	}
	raw, err := io.ReadAll(out.Body)
	return len(raw), err
}

func (a *app) decode(ctx context.Context, key string, to any) error {
	out, err := a.objects.GetObject(ctx, &s3.GetObjectInput{Bucket: &a.bucket, Key: &key})
	if err != nil {
		return err
	}
	defer out.Body.Close()
	return json.NewDecoder(out.Body).Decode(to)
}

func (a *app) title(key string) ([]byte, error) {
	t, err := a.texts.GetObject(key)
	if err != nil {
		return nil, err
	}
	return io.ReadAll(t.Body)
}

func (a *app) ping(ctx context.Context) error {
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, os.Getenv("PING_URL"), nil)
	if err != nil {
		return err
	}
	resp, err := http.DefaultClient.Do(req) // want: body of http.DefaultClient.Do is never closed
	if err != nil {
		return err
	}
	_ = resp
	return nil
}

func (a *app) handle(ctx context.Context, key string) (int, error) {
	var header struct{ Version int }
	if err := a.decode(ctx, key, &header); err != nil {
		return 0, err
	}
	if _, err := a.title(key); err != nil {
		return 0, err
	}
	if err := a.ping(ctx); err != nil {
		return 0, err
	}
	return a.count(ctx, key)
}

func main() {
	cfg, err := config.LoadDefaultConfig(context.Background())
	if err != nil {
		panic(err)
	}
	a := &app{objects: s3.NewFromConfig(cfg), bucket: os.Getenv("BUCKET")}
	lambda.Start(a.handle)
}
