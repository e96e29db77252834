package main

import (
	"context"
	"encoding/json"
	"net/url"
	"os"
	"strings"

	"github.com/aws/aws-lambda-go/lambda"
)

type parcel struct {
	ID     string `json:"id"`
	Depot  string `json:"depot"`
	Van    string `json:"van,omitempty"`
	Secret string `json:"-"`
}

var depot = os.Getenv("DEPOT") // want: DEPOT is needed here

type road struct{ from, to string }

func newRoad(from, to string) *road { return &road{from, to} }

func (r *road) name() string { return url.PathEscape(r.from + "-" + r.to) }

func stops() []string {
	if all := os.Getenv("STOPS"); all != "" {
		return strings.Split(all, ",")
	}
	return nil
}

var way = newRoad(os.Getenv("TABLE_NAME"), os.Getenv("TOWN")) // want: TOWN is needed here

func handle(ctx context.Context, id string) (string, error) {
	p := parcel{ID: id, Van: os.Getenv("VAN"), Secret: os.Getenv("MARK")}
	p.Depot = depot
	text, err := json.Marshal(p)
	if err != nil {
		return "", err
	}
	for _, gate := range strings.Split(os.Getenv("GATES"), ",") { // may well be empty
		text = append(text, gate...)
	}
	return string(text) + way.name() + strings.Join(stops(), ","), ctx.Err()
}

func main() {
	lambda.Start(handle)
}
