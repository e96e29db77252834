package main

import (
	"context"
	"log"
	"os"

	"github.com/aws/aws-lambda-go/lambda"
	"github.com/spf13/cobra"
)

var root = &cobra.Command{
	Use: "orders",
	Run: func(cmd *cobra.Command, args []string) {
		if err := handle(cmd.Context()); err != nil {
			log.Fatal(err)
		}
	},
}

func handle(ctx context.Context) error {
	return ctx.Err()
}

func main() {
	if os.Getenv("AWS_LAMBDA_FUNCTION_NAME") != "" {
		lambda.Start(handle)
	}
	if err := root.Execute(); err != nil {
		log.Fatal(err)
	}
}
