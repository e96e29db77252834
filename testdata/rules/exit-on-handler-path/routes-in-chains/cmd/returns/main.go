package main

import (
	"log"

	"github.com/aws/aws-lambda-go/lambda"
	echoadapter "github.com/awslabs/aws-lambda-go-api-proxy/echo"
	"github.com/labstack/echo/v4"
)

func refund(c echo.Context) error {
	log.Fatal("refund") // want: log.Fatal ends the process
	return nil
}

func main() {
	server := echo.New()
	server.Group("/v1").Group("/returns").POST("/refund", refund)
	lambda.Start(echoadapter.NewV2(server).ProxyWithContext)
}
