package main

import (
	"context"
	"io"
	"net/http"

	"github.com/aws/aws-lambda-go/lambda"
	"github.com/aws/aws-sdk-go-v2/service/s3"
)

type holder struct{ body io.ReadCloser }

var client = s3.New(s3.Options{})

func open(ctx context.Context, key string) (io.ReadCloser, error) {
	out, err := client.GetObject(ctx, &s3.GetObjectInput{Key: &key})
	if err != nil {
		return nil, err
	}
	return out.Body, nil
}

func fetch(url string) (*http.Response, error) {
	resp, err := http.Get(url)
	return resp, err
}

func persist(url string) (resp *http.Response, err error) {
	for i := 0; i < 3; i++ {
		if resp, err = http.Get(url); err == nil {
			break
		}
	}
	return
}

func drain(body io.ReadCloser) {
	defer body.Close()
	_, _ = io.Copy(io.Discard, body)
}

func handle(ctx context.Context, key string) error {
	body, err := open(ctx, key)
	if err != nil {
		return err
	}
	defer body.Close()
	resp, err := fetch(key)
	if err != nil {
		return err
	}
	defer func() {
		_ = resp.Body.Close()
	}()
	again, err := http.Get(key)
	if err != nil {
		return err
	}
	drain(again.Body)
	kept, err := http.Get(key)
	if err != nil {
		return err
	}
	h := holder{body: kept.Body}
	defer h.body.Close()
	head, err := http.Head(key)
	if err != nil {
		return err
	}
	key = head.Status
	asked, err := http.NewRequestWithContext(ctx, http.MethodHead, key, nil)
	if err != nil {
		return err
	}
	there, err := http.DefaultClient.Do(asked)
	if err != nil {
		return err
	}
	key = there.Status
	got, err := persist(key)
	if err != nil {
		return err
	}
	defer got.Body.Close()
	late, err := http.Get(key)
	if err != nil {
		return err
	}
	defer func() {
		late.Body.Close()
	}()
	_, err = client.PutObject(ctx, &s3.PutObjectInput{Key: &key})
	return err
}

func main() {
	lambda.Start(handle)
}
