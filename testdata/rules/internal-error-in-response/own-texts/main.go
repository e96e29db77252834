package main

import (
	"context"
	"errors"
	"fmt"
	"log"
	"net/netip"
	"strconv"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"
	"github.com/aws/aws-sdk-go-v2/service/s3"
)

var (
	client     = s3.New(s3.Options{})
	errMissing = errors.New("no such order")
)

type invalid struct{ Field string }

func (i invalid) Error() string { return i.Field + " is missing" }

type order struct{ Name string }

func (o order) validate() error {
	if o.Name == "" {
		return invalid{"name"}
	}
	if len(o.Name) > 40 {
		return fmt.Errorf("%s is too long", o.Name)
	}
	return nil
}

func find(ctx context.Context, id string) error {
	if _, err := client.HeadObject(ctx, &s3.HeadObjectInput{Key: &id}); err != nil {
		return err
	}
	return errMissing
}

func isAboutInput(err error) bool {
	var wrong invalid
	return errors.As(err, &wrong)
}

func answer(status int, text string) (events.APIGatewayProxyResponse, error) {
	return events.APIGatewayProxyResponse{StatusCode: status, Body: text}, nil
}

func handle(ctx context.Context, e events.APIGatewayProxyRequest) (events.APIGatewayProxyResponse, error) {
	if err := (order{e.Body}).validate(); err != nil {
		return answer(400, err.Error())
	}
	if _, err := strconv.Atoi(e.PathParameters["page"]); err != nil {
		return answer(400, "page: "+err.Error())
	}
	if _, err := netip.ParseAddr(e.QueryStringParameters["address"]); err != nil {
		return answer(400, err.Error())
	}
	err := find(ctx, e.Path)
	if errors.Is(err, errMissing) {
		return answer(404, err.Error())
	}
	var wrong invalid
	if errors.As(err, &wrong) {
		return answer(400, wrong.Error())
	}
	switch {
	case errors.Is(err, errMissing):
		return answer(404, err.Error())
	}
	if isAboutInput(err) {
		return answer(400, err.Error())
	}
	if err != nil {
		log.Println(err.Error())
		return answer(500, "something went wrong")
	}
	if err := find(ctx, "again"); err != nil {
		return events.APIGatewayProxyResponse{StatusCode: 500, Body: err.Error()}, err
	}
	return answer(200, "ok")
}

func main() {
	lambda.Start(handle)
}
