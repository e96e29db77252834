package main

import (
	"errors"
	"net/http"
	"os"

	"github.com/aws/aws-lambda-go/lambda"
	ginadapter "github.com/awslabs/aws-lambda-go-api-proxy/gin"
	"github.com/gin-gonic/gin"
)

type refusal struct {
	Status int    `json:"-"`
	Reason string `json:"reason"`
}

func (r *refusal) Error() string { return r.Reason }

func answerErrors(c *gin.Context) {
	c.Next()
	if len(c.Errors) == 0 {
		return
	}
	err := c.Errors.Last().Err
	var known *refusal
	if errors.As(err, &known) {
		c.JSON(known.Status, known)
		return
	}
	c.JSON(http.StatusInternalServerError, gin.H{"reason": err.Error()}) // want: err.Error\(\) sends the text of an internal error
}

func answerLast(c *gin.Context) {
	c.Next()
	if err := c.Errors.Last(); err != nil {
		c.JSON(-1, gin.H{"reason": err.Error()}) // want: err.Error\(\) sends
	}
}

func answerInner(c *gin.Context) {
	c.Next()
	if last := c.Errors.Last(); last != nil {
		c.JSON(-1, gin.H{"reason": last.Err.Error()}) // want: last.Err.Error\(\) sends
	}
}

func listErrors(c *gin.Context) {
	c.Next()
	var reasons []string
	for _, failed := range c.Errors {
		reasons = append(reasons, failed.Error()) // want: failed.Error\(\) sends
	}
	c.JSON(http.StatusInternalServerError, reasons)
}

func show(c *gin.Context) {
	text, err := os.ReadFile("/opt/pages/" + c.Param("page"))
	if err != nil {
		_ = c.Error(err)
		return
	}
	c.String(http.StatusOK, string(text))
}

func remove(c *gin.Context) {
	_ = c.Error(&refusal{http.StatusForbidden, "pages stay"})
}

func main() {
	router := gin.New()
	router.Use(answerErrors, answerLast, answerInner, listErrors)
	router.GET("/pages/:page", show)
	router.DELETE("/pages/:page", remove)
	lambda.Start(ginadapter.New(router).Proxy)
}
