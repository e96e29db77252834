package main

import (
	"log"

	"github.com/aws/aws-lambda-go/lambda"
	"github.com/awslabs/aws-lambda-go-api-proxy/gin"
	"github.com/gin-gonic/gin"
)

func order(c *gin.Context) {
	if c.Param("id") == "" {
		log.Fatal("no id") // want: ^log\.Fatal ends the process
	}
	c.Status(204)
}

func main() {
	r := gin.New()
	r.DELETE("/orders/:id", order)
	if r.Handlers == nil {
		log.Fatal("no middleware")
	}
	lambda.Start(ginadapter.NewV2(r).ProxyWithContext)
}
