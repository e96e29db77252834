package main

import (
	"fmt"
	"net/http"
	"os"

	"github.com/aws/aws-lambda-go/lambda"
	"github.com/awslabs/aws-lambda-go-api-proxy/httpadapter"
)

func main() {
	fmt.Fprintln(os.Stderr, "started as", os.Getenv("STARTED_AS"))
	http.HandleFunc("/", func(w http.ResponseWriter, r *http.Request) {
		fmt.Fprintf(w, "shop of %s", os.Getenv("OWNER")) // want: OWNER is needed here
	})
	lambda.Start(httpadapter.New(http.DefaultServeMux).ProxyWithContext)
}
