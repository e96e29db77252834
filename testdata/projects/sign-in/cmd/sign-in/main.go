// Command sign-in answers POST /tokens.
package main

import (
	"context"
	"encoding/json"
	"log"
	"net/http"
	"time"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"

	"example.com/sign-in/internal/store"
	"example.com/sign-in/internal/token"
)

type request struct {
	Owner string `json:"owner"`
	Hours int    `json:"hours"`
}

type answer struct {
	ID      string `json:"id"`
	Expires int64  `json:"expires"`
}

func handle(ctx context.Context, event events.APIGatewayProxyRequest) (events.APIGatewayProxyResponse, error) {
	log.Printf("got %+v", event)

	var in request
	if err := json.Unmarshal([]byte(event.Body), &in); err != nil {
		return refuse(http.StatusBadRequest, "the body is not JSON"), nil
	}
	if in.Hours == 0 {
		in.Hours = 12
	}

	tokens, err := store.Open(ctx)
	if err != nil {
		log.Printf("open store: %v", err)
		return refuse(http.StatusInternalServerError, "try again later"), nil
	}
	defer tokens.Close()

	issued, err := token.Issue(in.Owner, time.Duration(in.Hours)*time.Hour)
	if err != nil {
		return refuse(http.StatusBadRequest, "the owner is missing"), nil
	}
	if err := tokens.Put(ctx, issued); err != nil {
		log.Printf("save token: %v", err)
		return refuse(http.StatusInternalServerError, "try again later"), nil
	}
	return accept(answer{ID: issued.ID, Expires: issued.Expires.Unix()})
}

func accept(out answer) (events.APIGatewayProxyResponse, error) {
	body, err := json.Marshal(out)
	if err != nil {
		return events.APIGatewayProxyResponse{}, err
	}
	return events.APIGatewayProxyResponse{StatusCode: http.StatusCreated, Body: string(body)}, nil
}

func refuse(status int, why string) events.APIGatewayProxyResponse {
	return events.APIGatewayProxyResponse{StatusCode: status, Body: why}
}

func main() {
	lambda.Start(handle)
}
