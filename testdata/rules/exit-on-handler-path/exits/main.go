package main

import (
	"context"
	"log"
	"os"
	"sync"

	"github.com/aws/aws-lambda-go/lambda"
	"github.com/sirupsen/logrus"
	"go.uber.org/zap"
)

var once sync.Once

var logger = zap.NewExample()

func load() {
	if os.Getenv("TABLE") == "" {
		log.Fatalf("no %s", "TABLE") // want: ^log.Fatalf ends the process in the middle of an invocation$
	}
}

func handle(ctx context.Context, n int) error {
	once.Do(load)
	switch n {
	case 1:
		os.Exit(1) // want: os.Exit ends the process
	case 2:
		logrus.Fatal("two") // want: logrus.Fatal ends the process
	case 3:
		logger.Fatal("three") // want: logger.Fatal ends the process
	}
	return nil
}

func main() {
	lambda.Start(handle)
}
