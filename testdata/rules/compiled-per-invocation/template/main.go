package main

import (
	"context"
	"html/template"
	"regexp"
	"strings"

	"github.com/aws/aws-lambda-go/lambda"
)

func handle(ctx context.Context, name string) (string, error) {
	page := template.Must(template.New("page").Parse("<p>{{.}}</p>")) // want: ^template.Must of a constant runs at each invocation$

	space, err := regexp.Compile(`\s+`) // want: regexp.Compile of a constant
	if err != nil {
		return "", err
	}
	var out strings.Builder
	if err := page.Execute(&out, space.ReplaceAllString(name, " ")); err != nil {
		return "", err
	}
	return out.String(), nil
}

func main() {
	lambda.Start(handle)
}
