package main

import (
	"context"
	"log"
	"net/http"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"
	"github.com/awslabs/aws-lambda-go-api-proxy/httpadapter"
)

type proxy interface {
	ProxyWithContext(ctx context.Context, r events.APIGatewayV2HTTPRequest) (events.APIGatewayV2HTTPResponse, error)
}

type function struct{ proxy }

func (f *function) handle(ctx context.Context, r events.APIGatewayV2HTTPRequest) (events.APIGatewayV2HTTPResponse, error) {
	if r.RawPath == "/health" {
		return events.APIGatewayV2HTTPResponse{StatusCode: 204}, nil
	}
	return f.ProxyWithContext(ctx, r)
}

func home(w http.ResponseWriter, r *http.Request) {
	if r.URL.RawQuery != "" {
		log.Fatal("home takes nothing") // want: ^log.Fatal ends the process
	}
}

func main() {
	mux := http.NewServeMux()
	mux.HandleFunc("/", home)
	f := &function{httpadapter.NewV2(mux)}
	lambda.Start(f.handle)
}
