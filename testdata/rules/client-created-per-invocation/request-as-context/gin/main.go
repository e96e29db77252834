package main

import (
	"log"
	"net/http"

	"github.com/aws/aws-lambda-go/lambda"
	"github.com/aws/aws-sdk-go-v2/config"
	"github.com/aws/aws-sdk-go-v2/service/s3"
	ginadapter "github.com/awslabs/aws-lambda-go-api-proxy/gin"
	"github.com/gin-gonic/gin"
)

func list(c *gin.Context) {
	cfg, err := config.LoadDefaultConfig(c) // want: AWS configuration is loaded
	if err != nil {
		log.Printf("no configuration: %v", err)
		c.Status(http.StatusInternalServerError)
		return
	}
	found, err := s3.NewFromConfig(cfg).ListBuckets(c, &s3.ListBucketsInput{})
	if err != nil {
		c.Status(http.StatusBadGateway)
		return
	}
	c.JSON(http.StatusOK, found.Buckets)
}

func main() {
	r := gin.New()
	r.GET("/buckets", list)
	lambda.Start(ginadapter.New(r).ProxyWithContext)
}
