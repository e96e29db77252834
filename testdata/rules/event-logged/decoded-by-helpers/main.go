package main

import (
	"context"
	"encoding/json"
	"fmt"
	"log"
	"os"
	"strings"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"
)

type parcel struct {
	Number string `json:"number"`
	Street string `json:"street"`
}

type prices struct {
	Small int `json:"small"`
}

// decode is for whatever is JSON.
func decode(text string, into any) error {
	if err := json.Unmarshal([]byte(text), into); err != nil {
		return fmt.Errorf("%d bytes: %w", len(text), err)
	}
	return nil
}

func strict(request *events.APIGatewayV2HTTPRequest, into any) error {
	decoder := json.NewDecoder(strings.NewReader(request.Body))
	decoder.DisallowUnknownFields()
	return decoder.Decode(into)
}

type call struct {
	request events.APIGatewayV2HTTPRequest
}

func (c *call) bind(into any) error {
	return json.Unmarshal([]byte(c.request.Body), into)
}

func priced() (prices, error) {
	text, err := os.ReadFile("/opt/prices.json")
	if err != nil {
		return prices{}, err
	}
	var p prices
	err = decode(string(text), &p)
	log.Printf("prices %+v", p)
	return p, err
}

func handle(ctx context.Context, e events.APIGatewayV2HTTPRequest) error {
	if _, err := priced(); err != nil {
		return err
	}
	var first, second, third parcel
	if err := decode(e.Body, &first); err != nil {
		return err
	}
	log.Printf("parcel %s", first.Number)
	log.Printf("parcel %+v", first) // want: ^Body of the event is logged$
	if err := strict(&e, &second); err != nil {
		return err
	}
	log.Printf("parcel %+v", second) // want: ^Body of the event is logged$
	c := &call{request: e}
	if err := c.bind(&third); err != nil {
		return err
	}
	log.Printf("parcel %+v", third) // want: ^Body of the event is logged$
	return nil
}

func main() {
	lambda.Start(handle)
}
