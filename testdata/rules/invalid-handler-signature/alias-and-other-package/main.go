package main

import (
	runtime "github.com/aws/aws-lambda-go/lambda"

	"example.com/x/jobs"
)

func main() {
	runtime.StartWithOptions(jobs.Run)
}
