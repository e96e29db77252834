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
	RunE: func(cmd *cobra.Command, args []string) error {
		log.Fatal("orders") // want: ^log.Fatal ends the process in the middle of an invocation$
		return nil
	},
}

func load() {
	if os.Getenv("TABLE") == "" {
		log.Fatal("no table") // want: log.Fatal ends the process
	}
}

func remove(cmd *cobra.Command, args []string) {
	log.Fatal("remove") // want: log.Fatal ends the process
}

func init() {
	cobra.OnInitialize(load)
	root.AddCommand(&cobra.Command{Use: "remove", Run: remove})
}

func handle(ctx context.Context, args []string) error {
	root.SetArgs(args)
	return root.ExecuteContext(ctx)
}

func main() {
	if os.Getenv("AWS_LAMBDA_FUNCTION_NAME") != "" {
		lambda.Start(handle)
	}
	if err := root.Execute(); err != nil {
		log.Fatal(err)
	}
}
