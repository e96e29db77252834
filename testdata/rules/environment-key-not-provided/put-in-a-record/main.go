package main

import (
	"context"
	"encoding/json"
	"os"

	"github.com/aws/aws-lambda-go/lambda"
)

type parcel struct {
	ID     string `json:"id"`
	Depot  string `json:"depot"`
	Van    string `json:"van,omitempty"`
	Secret string `json:"-"`
}

var depot = os.Getenv("DEPOT") // want: DEPOT is needed here

func handle(ctx context.Context, id string) (string, error) {
	p := parcel{ID: id, Van: os.Getenv("VAN"), Secret: os.Getenv("MARK")}
	p.Depot = depot
	text, err := json.Marshal(p)
	if err != nil {
		return "", err
	}
	return string(text), ctx.Err()
}

func main() {
	lambda.Start(handle)
}
