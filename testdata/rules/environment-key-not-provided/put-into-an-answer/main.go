package main

import (
	"log/slog"
	"net/http"
	"os"

	"github.com/aws/aws-lambda-go/lambda"
	ginadapter "github.com/awslabs/aws-lambda-go-api-proxy/gin"
	"github.com/gin-gonic/gin"
)

func about(c *gin.Context) {
	slog.Info("about", "all", map[string]string{"shelf": os.Getenv("SHELF")})
	c.JSON(http.StatusOK, gin.H{
		"open":  true,
		"owner": os.Getenv("OWNER"), // want: OWNER is needed here
	})
}

func main() {
	router := gin.New()
	router.GET("/about", about)
	lambda.Start(ginadapter.New(router).Proxy)
}
