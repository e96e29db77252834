package main

import (
	"github.com/aws/aws-lambda-go/lambda"
	"github.com/gin-gonic/gin"
)

// What gin.IRouter is can't be told from this project.
func handle(r gin.IRouter, n int) error {
	return nil
}

func main() {
	lambda.Start(handle)
}
