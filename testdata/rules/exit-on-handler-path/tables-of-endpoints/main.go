package main

import (
	"log"

	"github.com/aws/aws-lambda-go/lambda"
	ginadapter "github.com/awslabs/aws-lambda-go-api-proxy/gin"
	"github.com/gin-gonic/gin"
)

type endpoint struct {
	method, path string
	do           gin.HandlerFunc
	before       []gin.HandlerFunc
}

type api struct{ *gin.Engine }

func (a *api) endpoints() []endpoint {
	return []endpoint{
		{"GET", "/carts/:id", a.show, nil},
		{"POST", "/carts", add, []gin.HandlerFunc{limited(10)}},
	}
}

func (a *api) show(c *gin.Context) {
	if c.Param("id") == "" {
		log.Fatal("no id") // want: ^log.Fatal ends the process
	}
	c.Status(200)
}

func limited(most int) gin.HandlerFunc {
	if most <= 0 {
		log.Fatal("no limit")
	}
	return func(c *gin.Context) {
		if len(c.Params) > most {
			log.Fatal("too many") // want: ^log.Fatal ends the process
		}
	}
}

func add(c *gin.Context) { c.Status(201) }

func main() {
	a := &api{gin.New()}
	for _, one := range a.endpoints() {
		a.Handle(one.method, one.path, append(one.before, one.do)...)
	}
	lambda.Start(ginadapter.New(a.Engine).ProxyWithContext)
}
