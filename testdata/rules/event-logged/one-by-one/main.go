package main

import (
	"context"
	"fmt"
	"log/slog"
	"net/http"
	"os"
	"strings"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"
	"github.com/awslabs/aws-lambda-go-api-proxy/httpadapter"
)

func handler(ctx context.Context, call events.APIGatewayProxyRequest) error {
	for name, value := range call.Headers {
		fmt.Printf("%s: %s\n", name, value) // want: ^Headers of the event are logged
	}
	for name := range call.Headers {
		fmt.Println(name, call.Headers[name]) // want: ^Headers of the event are logged
	}
	for name, values := range call.MultiValueHeaders {
		fmt.Println(name, strings.Join(values, ", ")) // want: ^MultiValueHeaders of the event are logged
		for at, value := range values {
			fmt.Println(at, value) // want: ^MultiValueHeaders of the event are logged
		}
	}
	return nil
}

func names(ctx context.Context, call events.APIGatewayProxyRequest) error {
	wanted := []string{"Accept", "User-Agent"}
	for _, name := range wanted {
		fmt.Println(name, call.Headers[name])
	}
	for name := range call.Headers {
		fmt.Println(name)
	}
	for name, value := range call.Headers {
		if !strings.HasPrefix(name, "X-Trace-") {
			continue
		}
		fmt.Println(name, value)
	}
	for name, value := range call.Headers {
		if strings.EqualFold(name, "Authorization") {
			value = "…"
		}
		fmt.Println(name, value)
	}
	for name, value := range call.QueryStringParameters {
		fmt.Println(name, value)
	}
	for name, value := range call.Headers {
		fmt.Println(name, len(value))
	}
	return nil
}

func page(w http.ResponseWriter, r *http.Request) {
	var all []any
	for name := range r.Header {
		all = append(all, slog.String(name, r.Header.Get(name))) // want: ^Header of the request is logged
	}
	slog.Info("asked", all...)
	for name, values := range r.Header {
		slog.Info("asked", name, values) // want: ^Header of the request is logged
	}
	for name, values := range w.Header() {
		slog.Info("answered", name, values)
	}
}

func main() {
	switch os.Getenv("PART") {
	case "names":
		lambda.Start(names)
	case "pages":
		mux := http.NewServeMux()
		mux.HandleFunc("/", page)
		lambda.Start(httpadapter.New(mux).ProxyWithContext)
	default:
		lambda.Start(handler)
	}
}
