package main

import (
	"context"
	"crypto/tls"
	"io"
	"net/http"
	"os"
	"time"

	"github.com/aws/aws-lambda-go/lambda"
)

func handle(ctx context.Context, path string) (string, error) {
	transport := &http.Transport{MaxIdleConnsPerHost: 10} // want: http.Transport with connections of its own is made
	if os.Getenv("SKIP_VERIFY") == "1" {
		transport.TLSClientConfig = &tls.Config{InsecureSkipVerify: true}
	}
	timeout := 5 * time.Second
	if d, err := time.ParseDuration(os.Getenv("TIMEOUT")); err == nil {
		timeout = d
	}
	client := &http.Client{Transport: transport, Timeout: timeout}
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, os.Getenv("API")+path, nil)
	if err != nil {
		return "", err
	}
	resp, err := client.Do(req)
	if err != nil {
		return "", err
	}
	defer resp.Body.Close()
	body, err := io.ReadAll(resp.Body)
	return string(body), err
}

func main() {
	lambda.Start(handle)
}
