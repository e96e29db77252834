package main

import "github.com/aws/aws-lambda-go/lambda"

//lambdalint:ignore[invalid-handler-signature] -- kept for the old client
func double(n int) int {
	return 2 * n
}

func main() {
	lambda.Start(double)
}
