package main

import (
	"context"

	"github.com/aws/aws-lambda-go/lambda"

	"example.com/x/jobs"
)

func main() {
	lambda.Start(jobs.Run(context.TODO())) // want: jobs.Run is called here
}
