package main

import (
	"context"
	"sync"

	"github.com/aws/aws-lambda-go/lambda"
	"golang.org/x/sync/errgroup"
)

type shelf struct {
	mu    sync.Mutex
	books []string
}

func (s *shelf) locked(ctx context.Context, work func(context.Context) error) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	return work(ctx)
}

func (s *shelf) all(ctx context.Context) <-chan []string {
	found := make(chan []string, 1)
	go func() {
		_ = s.locked(ctx, func(context.Context) error {
			found <- s.books
			return nil
		})
		close(found)
	}()
	return found
}

func (s *shelf) remove(ctx context.Context, title string) error {
	return s.locked(ctx, func(context.Context) error {
		for i, book := range s.books {
			if book == title {
				s.books = append(s.books[:i], s.books[i+1:]...)
				return nil
			}
		}
		return nil
	})
}

// What another goroutine's function sends is none of this one's.
func clear(ctx context.Context, s *shelf) {
	group, ctx := errgroup.WithContext(ctx)
	for books := range s.all(ctx) {
		for _, book := range books {
			group.Go(func() error { return s.remove(ctx, book) }) // want: ^nothing waits for the goroutine
		}
	}
}

func run(work func() error) { _ = work() }

func count(s *shelf) int {
	counted := make(chan int)
	go run(func() error {
		counted <- len(s.books)
		return nil
	})
	return <-counted
}

func start(work func() error) {
	go func() { run(work) }()
}

func double(s *shelf) int {
	counted := make(chan int)
	start(func() error {
		counted <- 2 * len(s.books)
		return nil
	})
	return <-counted
}

func handler(ctx context.Context, titles []string) (int, error) {
	s := &shelf{books: titles}
	clear(ctx, s)
	return count(s) + double(s), nil
}

func main() {
	lambda.Start(handler)
}
