package main

import (
	"context"
	"net/http"
	"time"

	"github.com/aws/aws-lambda-go/lambda"
)

func handle(ctx context.Context, url string) (int, error) {
	transport := &http.Transport{MaxIdleConnsPerHost: 4} // want: http.Transport with connections of its own is made
	client := &http.Client{
		Transport: transport,
		Timeout:   5 * time.Second,
	}
	defer client.CloseIdleConnections()

	request, err := http.NewRequestWithContext(ctx, http.MethodGet, url, nil)
	if err != nil {
		return 0, err
	}
	answer, err := client.Do(request)
	if err != nil {
		return 0, err
	}
	defer answer.Body.Close()
	return answer.StatusCode, nil
}

func main() {
	lambda.Start(handle)
}
