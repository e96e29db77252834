package main

import (
	"context"
	"errors"
	"os"
	"sync"

	"github.com/aws/aws-lambda-go/lambda"
)

type service struct {
	id    string
	plain bool
}

var (
	once     sync.Once
	instance *service
)

func newService(id string) *service {
	once.Do(func() {
		if id == "" {
			instance = &service{plain: true}
			return
		}
		instance = &service{id: id}
	})
	return instance
}

func (s *service) seal(text string) (string, error) {
	if s.plain {
		return text, nil
	}
	return send(s.id, text)
}

func send(id, text string) (string, error) {
	if text == "" {
		return "", errors.New("nothing to seal")
	}
	return os.Expand(id+text, os.Getenv), nil
}

type settings struct{ key string }

func load() *settings { return &settings{key: os.Getenv("SEAL_KEY_ID")} }

func handle(ctx context.Context) (string, error) {
	s := newService(load().key)
	return s.seal("x")
}

func main() { lambda.Start(handle) }
