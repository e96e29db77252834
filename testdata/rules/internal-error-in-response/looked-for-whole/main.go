package main

import (
	"context"
	"errors"
	"fmt"
	"net/http"

	"github.com/aws/aws-lambda-go/lambda"
	"github.com/aws/aws-sdk-go-v2/service/s3"
	ginadapter "github.com/awslabs/aws-lambda-go-api-proxy/gin"
	"github.com/gin-gonic/gin"
)

var client = s3.New(s3.Options{})

type trouble struct {
	Status int    `json:"-"`
	Text   string `json:"text"`
	Inner  string `json:"-"`
}

func (t *trouble) Error() string { return t.Text }

func broken(text string) *trouble {
	return &trouble{Status: http.StatusInternalServerError, Text: text}
}

func count(ctx context.Context) error {
	if _, err := client.ListBuckets(ctx, nil); err != nil {
		return broken("no buckets: " + err.Error()) // want: err.Error\(\) sends
	}
	return nil
}

func list(ctx context.Context) error {
	if _, err := client.ListBuckets(ctx, nil); err != nil {
		return &trouble{Status: http.StatusBadGateway, Text: "no buckets", Inner: err.Error()}
	}
	return nil
}

func fail(c *gin.Context, err error) {
	var t *trouble
	if errors.As(err, &t) {
		c.AbortWithStatusJSON(t.Status, t)
		return
	}
	c.AbortWithStatus(http.StatusInternalServerError)
}

type note struct{ said, kept string }

func (n note) Error() string { return "note: " + n.said }

func dated(ctx context.Context) error {
	if _, err := client.ListBuckets(ctx, nil); err != nil {
		return note{said: fmt.Sprintf("undated: %v", err)}
	}
	return nil
}

func signed(ctx context.Context) error {
	if _, err := client.ListBuckets(ctx, nil); err != nil {
		return &trouble{Text: "unsigned", Inner: err.Error()}
	}
	return nil
}

func tell(c *gin.Context) {
	var n note
	if err := dated(c); errors.As(err, &n) {
		c.String(http.StatusBadGateway, n.Error()) // want: n.Error\(\) sends
		return
	}
	var t *trouble
	if err := signed(c); errors.As(err, &t) {
		c.String(http.StatusBadGateway, t.Error())
	}
}

func main() {
	r := gin.New()
	r.GET("/tell", tell)
	r.GET("/count", func(c *gin.Context) {
		if err := count(c); err != nil {
			fail(c, err)
		}
	})
	r.GET("/list", func(c *gin.Context) {
		if err := list(c); err != nil {
			fail(c, err)
		}
	})
	lambda.Start(ginadapter.New(r).ProxyWithContext)
}
