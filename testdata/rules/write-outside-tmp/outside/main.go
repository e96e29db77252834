package main

import (
	"context"
	"os"

	"github.com/aws/aws-lambda-go/lambda"
)

const folder = "/var/cache/shop"

func handle(ctx context.Context) error {
	if err := os.MkdirAll(folder, 0o755); err != nil { // want: ^os.MkdirAll writes to "/var/cache/shop", where the file system is read-only$
		return err
	}
	file, err := os.OpenFile("report.csv", os.O_CREATE|os.O_WRONLY, 0o644) // want: os.OpenFile writes to "report.csv"
	if err != nil {
		return err
	}
	defer file.Close()
	return os.WriteFile("/tmpfile", nil, 0o644) // want: os.WriteFile writes to "/tmpfile"
}

func main() {
	lambda.Start(handle)
}
