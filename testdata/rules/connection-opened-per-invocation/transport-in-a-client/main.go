package main

import (
	"context"
	"net/http"
	"time"

	"github.com/aws/aws-lambda-go/lambda"
)

func handle(ctx context.Context, url string) (int, error) {
	web := &http.Client{
		Timeout: 5 * time.Second,
		Transport: &http.Transport{ // want: http.Transport with connections of its own is made
			MaxIdleConnsPerHost: 4,
		},
	}
	request, err := http.NewRequestWithContext(ctx, http.MethodGet, url, nil)
	if err != nil {
		return 0, err
	}
	answer, err := web.Do(request)
	if err != nil {
		return 0, err
	}
	defer answer.Body.Close()
	return answer.StatusCode, nil
}

func main() {
	lambda.Start(handle)
}
