package main

import (
	"encoding/json"
	"fmt"
	"net/http"

	"github.com/aws/aws-lambda-go/lambda"
	"github.com/aws/aws-sdk-go-v2/service/s3"
	ginadapter "github.com/awslabs/aws-lambda-go-api-proxy/gin"
	"github.com/gin-gonic/gin"
)

var client = s3.New(s3.Options{})

func list(c *gin.Context) {
	if _, err := client.ListBuckets(c, nil); err != nil {
		c.JSON(500, gin.H{"error": err.Error()}) // want: err.Error
		return
	}
	var body struct{ Name string }
	if err := c.ShouldBindJSON(&body); err != nil {
		c.AbortWithStatusJSON(400, gin.H{"error": err.Error()})
		return
	}
	c.String(200, "ok")
}

func plain(w http.ResponseWriter, r *http.Request) {
	if _, err := client.ListBuckets(r.Context(), nil); err != nil {
		http.Error(w, err.Error(), 500)                                // want: err.Error
		fmt.Fprintf(w, "failed: %v", err)                              // want: ^err sends
		w.Write([]byte(err.Error()))                                   // want: err.Error
		json.NewEncoder(w).Encode(map[string]string{"e": err.Error()}) // want: err.Error
		return
	}
	http.Error(w, "gone", 410)
}

func main() {
	r := gin.New()
	r.GET("/", list)
	r.GET("/plain", gin.WrapF(plain))
	lambda.Start(ginadapter.New(r).ProxyWithContext)
}
