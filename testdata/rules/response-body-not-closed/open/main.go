package main

import (
	"context"
	"encoding/json"
	"io"
	"net/http"

	"github.com/aws/aws-lambda-go/lambda"
	"github.com/aws/aws-sdk-go-v2/service/s3"
)

var client = s3.New(s3.Options{})

func handle(ctx context.Context, key string) ([]byte, error) {
	out, err := client.GetObject(ctx, &s3.GetObjectInput{Key: &key}) // want: ^body of client.GetObject is never closed$
	if err != nil {
		return nil, err
	}
	var settings struct{ URL string }
	if err := json.NewDecoder(out.Body).Decode(&settings); err != nil {
		return nil, err
	}
	resp, err := http.Get(settings.URL) // want: body of http.Get is never closed
	if err != nil || resp == nil || resp.StatusCode != 200 {
		return nil, err
	}
	if _, err := http.Get(settings.URL); err != nil { // want: body of http.Get is never closed
		return nil, err
	}
	return io.ReadAll(resp.Body)
}

func main() {
	lambda.Start(handle)
}
