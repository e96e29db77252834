package main

import (
	"context"
	"net/http"

	"github.com/aws/aws-lambda-go/lambda"
)

type remote struct {
	client *http.Client
	token  string
}

var (
	shop   = &remote{client: &http.Client{}, token: "x"}
	queued []*http.Request
)

func (r *remote) send(req *http.Request) error {
	req.Header.Set("Authorization", r.token)
	resp, err := r.client.Do(req)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

func (r *remote) sendIn(ctx context.Context, req *http.Request) error {
	return r.send(req.WithContext(ctx))
}

func keep(req *http.Request) error {
	queued = append(queued[:0], req)
	return nil
}

func (r *remote) open(ctx context.Context, id string) error {
	req, err := http.NewRequest(http.MethodGet, "https://example.com/"+id, nil) // want: ^http.NewRequest goes out without the invocation's context: NewRequestWithContext takes one$
	if err != nil {
		return err
	}
	if err := r.send(req); err != nil {
		return err
	}
	other, err := http.NewRequest(http.MethodPut, "https://example.com/"+id, nil)
	if err != nil {
		return err
	}
	if err := r.sendIn(ctx, other); err != nil {
		return err
	}
	last, err := http.NewRequest(http.MethodDelete, "https://example.com/"+id, nil)
	if err != nil {
		return err
	}
	return keep(last)
}

func handle(ctx context.Context, id string) error {
	return shop.open(ctx, id)
}

func main() {
	lambda.Start(handle)
}
