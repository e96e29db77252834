package main

import (
	"context"
	"net/http"

	"github.com/aws/aws-lambda-go/lambda"
	"github.com/gin-gonic/gin"
)

func handle(ctx context.Context) error {
	return gin.New().Run(":8080") // want: ^gin.New\(\).Run blocks the handler$
}

func main() {
	http.ListenAndServe(":8080", nil) // want: ^http.ListenAndServe never returns: lambda.Start isn't reached$
	lambda.Start(handle)
}
