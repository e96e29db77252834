package main

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"os"

	"github.com/aws/aws-lambda-go/lambda"
)

type job struct {
	ID string
}

func handle(ctx context.Context, req job) error {
	resp, err := http.Get(os.Getenv("API") + "/jobs/" + req.ID) // want: ^http.Get goes out
	if err != nil {
		return fmt.Errorf("job %s: %w", req.ID, err)
	}
	defer resp.Body.Close()
	if err := alive(ctx, req.ID); err != nil {
		return err
	}
	return errors.Join(loose(ctx), posted(ctx), sender.each(ctx, []string{req.ID}))
}

func alive(ctx context.Context, id string) error {
	found, err := http.Head(os.Getenv("API")) // want: ^http.Head goes out
	if err != nil {
		return err
	}
	return found.Body.Close()
}

// no fix: nothing deals with the error right behind the call
func loose(ctx context.Context) error {
	resp, err := http.Get("https://example.com/") // want: ^http.Get goes out
	if resp != nil {
		defer resp.Body.Close()
	}
	return err
}

func posted(ctx context.Context) error {
	resp, err := http.Post("https://example.com/", "text/plain", nil) // want: ^http.Post goes out
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

func main() {
	lambda.Start(handle)
}
