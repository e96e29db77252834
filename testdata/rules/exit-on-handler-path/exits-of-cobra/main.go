package main

import (
	"context"
	"errors"

	"github.com/aws/aws-lambda-go/lambda"
	"github.com/spf13/cobra"
)

type job struct{ Name string }

func handler(ctx context.Context, j job) (string, error) {
	if j.Name == "" {
		cobra.CheckErr(errors.New("no name")) // want: ^cobra.CheckErr ends the process
	}
	return j.Name, ctx.Err()
}

func main() {
	serve := &cobra.Command{Use: "serve", Run: func(*cobra.Command, []string) { lambda.Start(handler) }}
	cobra.CheckErr(serve.Execute())
}
