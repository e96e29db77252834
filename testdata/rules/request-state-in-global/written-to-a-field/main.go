package main

import (
	"context"
	"fmt"
	"log"
	"strings"
	"time"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"
)

type settings struct {
	region string
	stage  string
	debug  bool
}

var config = &settings{}

func stageOf(s *settings) string { return s.region + "-prod" }

type service struct {
	user  string
	count int
	seen  map[string]bool
}

type handler struct {
	trail   []string
	scopes  []string
	label   string
	size    int
	service *service
	request events.APIGatewayProxyRequest
	region  string
	last    time.Time
}

func measure(text string) int { return len(text) }

type answer struct{ body string }

func (a *answer) fill(text string) { a.body = text }

func (s *service) remember(id string) {
	s.user = id // want: ^s.user of a value from start-up keeps data of this request for later ones$
	s.count++
	s.seen[id] = true
}

func (s service) greet(id string) string {
	s.user = id
	return "hello " + s.user
}

func (h *handler) handle(ctx context.Context, e events.APIGatewayProxyRequest) (events.APIGatewayProxyResponse, error) {
	h.request = e // want: ^h.request of a value from start-up keeps data
	h.last = time.Now()
	h.trail = append(h.trail, "to "+e.Path) // want: ^h.trail of a value from start-up keeps data
	for _, scope := range strings.Split(e.Headers["X-Scopes"], " ") {
		h.scopes = append(h.scopes, scope) // want: ^h.scopes of a value from start-up keeps data
	}
	h.label = fmt.Sprintf("%s %s", e.HTTPMethod, e.Path) // want: ^h.label of a value from start-up keeps data
	h.size = measure(e.Body)
	config.debug = e.Headers["X-Debug"] != "" // want: ^config.debug of a package variable keeps data
	config.stage = stageOf(config)
	if h.region == "" {
		h.region = e.Headers["X-Region"]
	}
	h.service.remember(e.RequestContext.Identity.User)
	fresh := &service{seen: map[string]bool{}}
	fresh.remember(e.Path)
	var made answer
	made.fill(h.service.greet(e.Path))
	log.Println(ctx.Err())
	return events.APIGatewayProxyResponse{StatusCode: 200, Body: made.body}, nil
}

func (h handler) copied(ctx context.Context, e events.APIGatewayProxyRequest) (events.APIGatewayProxyResponse, error) {
	h.request = e
	h.service.user = e.Path // want: ^h.service.user of a value from start-up keeps data
	return h.handle(ctx, h.request)
}

func main() {
	h := handler{service: &service{seen: map[string]bool{}}}
	if h.region == "here" {
		lambda.Start(h.copied)
	}
	lambda.Start(h.handle)
}
