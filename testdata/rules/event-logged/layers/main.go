package main

import (
	"context"
	"encoding/json"
	"io"
	"log"
	"net/http"

	"github.com/aws/aws-lambda-go/lambda"
	ginadapter "github.com/awslabs/aws-lambda-go-api-proxy/gin"
	"github.com/gin-gonic/gin"
)

type stay struct {
	Room  int    `json:"room"`
	Guest string `json:"guest"`
}

type book interface {
	enter(ctx context.Context, s *stay) error
}

type desk struct{ book book }

func (d *desk) arrive(ctx context.Context, s *stay) error {
	log.Println("room", s.Room)
	log.Printf("arrives: %+v", s) // want: ^Body of the request is logged$
	return d.book.enter(ctx, s)
}

type paper struct{}

func (paper) enter(ctx context.Context, s *stay) error {
	text, err := json.Marshal(s)
	if err != nil {
		return err
	}
	log.Println("entered", string(text)) // want: ^Body of the request is logged$
	return ctx.Err()
}

func (d *desk) serve(c *gin.Context) {
	var s stay
	if err := c.ShouldBindJSON(&s); err != nil {
		c.Status(http.StatusBadRequest)
		return
	}
	if err := d.arrive(c.Request.Context(), &s); err != nil {
		c.Status(http.StatusInternalServerError)
		return
	}
	c.Status(http.StatusNoContent)
}

func note(text []byte) {
	log.Printf("%d bytes", len(text))
	log.Printf("noted %s", text)
}

func noted(c *gin.Context) {
	text, err := io.ReadAll(c.Request.Body)
	if err != nil {
		c.Status(http.StatusBadRequest)
		return
	}
	note(text) // want: ^Body of the request is logged$
}

// weather asks others, and says what they say.
func weather(c *gin.Context) {
	answer, err := http.Get("https://example.com/weather?in=" + c.Query("town"))
	if err != nil {
		c.Status(http.StatusBadGateway)
		return
	}
	defer answer.Body.Close()
	text, err := io.ReadAll(answer.Body)
	if err != nil {
		c.Status(http.StatusBadGateway)
		return
	}
	log.Printf("weather %s", text)
	c.String(http.StatusOK, string(text))
}

func main() {
	d := &desk{book: paper{}}
	router := gin.New()
	router.POST("/stays", d.serve)
	router.POST("/notes", noted)
	router.GET("/weather", weather)
	lambda.Start(ginadapter.New(router).Proxy)
}
