package main

import (
	"context"
	"net/http"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"
	ginadapter "github.com/awslabs/aws-lambda-go-api-proxy/gin"
	"github.com/gin-gonic/gin"
)

type order struct {
	ID    string `json:"id"`
	Total int    `json:"total"`
}

type api struct {
	last  *order
	empty *order
	path  string
	tag   string
}

func (a *api) create(c *gin.Context) {
	o := new(order)
	if err := c.Bind(o); err != nil {
		return
	}
	a.last = o // want: ^a.last of a value from start-up keeps data of this request for later ones$
	a.empty = new(order)
	c.Status(http.StatusCreated)
}

type call struct {
	http *http.Request
	tag  string
}

func (a *api) note(c call) {
	a.path = c.http.URL.Path // want: ^a.path of a value from start-up keeps data
	a.tag = c.tag
}

func (a *api) change(c *gin.Context) {
	switch o := c.MustGet("order").(type) {
	case *order:
		a.last = o // want: ^a.last of a value from start-up keeps data
	default:
		a.empty = nil
	}
	a.note(call{http: c.Request, tag: "change"})
	c.Status(http.StatusOK)
}

func main() {
	a := &api{}
	router := gin.New()
	router.POST("/orders", a.create)
	router.PUT("/orders", a.change)
	adapter := ginadapter.New(router)
	lambda.Start(func(ctx context.Context, req events.APIGatewayProxyRequest) (events.APIGatewayProxyResponse, error) {
		return adapter.ProxyWithContext(ctx, req)
	})
}
