package main

import (
	"context"
	"net/http"
	"time"

	"github.com/aws/aws-lambda-go/lambda"
)

type page struct {
	URL     string        `json:"url"`
	Timeout time.Duration `json:"timeout"`
}

func handle(ctx context.Context, p page) (int, error) {
	transport := &http.Transport{MaxIdleConnsPerHost: 4} // want: http.Transport with connections of its own is made
	client := &http.Client{Transport: transport, Timeout: p.Timeout}
	defer client.CloseIdleConnections()
	request, err := http.NewRequestWithContext(ctx, http.MethodGet, p.URL, nil)
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
