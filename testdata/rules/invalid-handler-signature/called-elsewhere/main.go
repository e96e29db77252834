package main

import "github.com/aws/aws-lambda-go/lambda"

func double(n int) int { // want: does not implement error
	return 2 * n
}

func four() int { return double(2) }

func main() {
	if four() == 4 {
		lambda.Start(double)
	}
}
