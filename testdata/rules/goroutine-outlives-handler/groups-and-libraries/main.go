package main

import (
	"archive/tar"
	"bytes"
	"container/ring"
	"context"

	"github.com/aws/aws-lambda-go/lambda"
	"golang.org/x/sync/errgroup"
)

type parcel struct{ Names []string }

func pack(name string) error {
	writer := tar.NewWriter(&bytes.Buffer{})
	if err := writer.WriteHeader(&tar.Header{Name: name}); err != nil {
		return err
	}
	return writer.Close()
}

func forgotten(ctx context.Context, p parcel) {
	group, _ := errgroup.WithContext(ctx)
	for _, name := range p.Names {
		group.Go(func() error { return pack(name) }) // want: ^nothing waits for the goroutine
	}
}

func awaited(ctx context.Context, p parcel) error {
	group, _ := errgroup.WithContext(ctx)
	for _, name := range p.Names {
		group.Go(func() error { return pack(name) })
	}
	return group.Wait()
}

// What is handed to a library's value may tell, and so may what a goroutine sends itself.
func counted(ctx context.Context, p parcel) int {
	group, _ := errgroup.WithContext(ctx)
	counts := make(chan int)
	names := ring.New(len(p.Names))
	group.Go(func() error {
		sum := 0
		names.Do(func(any) { sum++ })
		counts <- sum
		return nil
	})
	return <-counts
}

func walked(ctx context.Context, p parcel) {
	group, _ := errgroup.WithContext(ctx)
	done := make(chan struct{}, len(p.Names))
	names := ring.New(len(p.Names))
	group.Go(func() error {
		names.Do(func(any) { done <- struct{}{} })
		return nil
	})
	for range p.Names {
		<-done
	}
}

func handler(ctx context.Context, p parcel) (int, error) {
	forgotten(ctx, p)
	walked(ctx, p)
	return counted(ctx, p), awaited(ctx, p)
}

func main() {
	lambda.Start(handler)
}
