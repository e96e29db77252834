package main

import (
	"encoding/json"
	"io"
	"log"
	"net/http"

	"github.com/aws/aws-lambda-go/lambda"
	ginadapter "github.com/awslabs/aws-lambda-go-api-proxy/gin"
	"github.com/gin-gonic/gin"
)

type order struct {
	Number string `json:"number"`
	Street string `json:"street"`
}

func place(c *gin.Context) {
	log.Println("agent", c.GetHeader("User-Agent"))
	log.Println("as", c.GetHeader("Authorization")) // want: ^the credential Authorization of the request is logged$
	session := c.Request.Header.Get("Cookie")
	log.Println("session", session) // want: ^the credential Cookie of the request is logged$
	raw, err := c.GetRawData()
	if err != nil {
		c.Status(http.StatusBadRequest)
		return
	}
	log.Printf("got %s", raw) // want: ^Body of the request is logged$
	log.Printf("got %d bytes", len(raw))
}

func upload(c *gin.Context) {
	form, err := c.MultipartForm()
	if err != nil {
		c.Status(http.StatusBadRequest)
		return
	}
	log.Printf("%d pictures", len(form.File["picture"]))
	log.Printf("form %+v", form) // want: ^Body of the request is logged$
}

func change(c *gin.Context) {
	var o order
	if err := json.NewDecoder(io.LimitReader(c.Request.Body, 1<<20)).Decode(&o); err != nil {
		c.Status(http.StatusBadRequest)
		return
	}
	log.Printf("changing %s", o.Number)
	log.Printf("changing to %+v", o) // want: ^Body of the request is logged$
	answer, err := http.Get("https://example.com/orders/" + o.Number)
	if err != nil {
		c.Status(http.StatusBadGateway)
		return
	}
	defer answer.Body.Close()
	var stored order
	if err := json.NewDecoder(answer.Body).Decode(&stored); err != nil {
		c.Status(http.StatusBadGateway)
		return
	}
	log.Printf("stored was %+v", stored)
}

func cancel(c *gin.Context) {
	var reason struct {
		Text string `json:"text"`
	}
	if err := c.ShouldBindJSON(&reason); err != nil {
		log.Printf("unreadable: %v", err)
		c.Status(http.StatusBadRequest)
		return
	}
	log.Printf("%d letters", len(reason.Text))
	log.Printf("cancelled: %+v", reason) // want: ^Body of the request is logged$
}

func main() {
	router := gin.New()
	router.POST("/orders", place)
	router.POST("/pictures", upload)
	router.PUT("/orders", change)
	router.POST("/cancellations", cancel)
	lambda.Start(ginadapter.New(router).Proxy)
}
