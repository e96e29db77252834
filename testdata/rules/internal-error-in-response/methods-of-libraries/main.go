package main

import (
	"context"
	"encoding/csv"
	"strings"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"
	"github.com/example-labs/courier"
	"gopkg.in/go-playground/validator.v9"
)

type parcel struct {
	To string `validate:"required"`
}

func book(to string) error {
	office := courier.NewOffice("north")
	return office.Book(to)
}

func price(to string) (int, error) {
	amount, err := courier.NewOffice("north").Price(to)
	return amount, err
}

type desk struct {
	ledger courier.Ledger
}

func (d desk) note(to string) error {
	return d.ledger.Entry(to).At("north").Run()
}

func search(to string) error {
	found := courier.NewLedger().Entries()
	found = found.Of(to)
	return found.Each()
}

func form(body string) error {
	return courier.NewForm(body).Required("to").Check()
}

func answer(status int, text string) (events.APIGatewayProxyResponse, error) {
	return events.APIGatewayProxyResponse{StatusCode: status, Body: text}, nil
}

func handle(ctx context.Context, e events.APIGatewayProxyRequest) (events.APIGatewayProxyResponse, error) {
	checks := validator.New()
	if err := checks.Struct(parcel{e.Body}); err != nil {
		return answer(400, err.Error())
	}
	reader := courier.NewReader(e.Body)
	if err := reader.Validate(); err != nil {
		return answer(400, err.Error())
	}
	rows := csv.NewReader(strings.NewReader(e.Body))
	if _, err := rows.ReadAll(); err != nil {
		return answer(400, err.Error())
	}
	if _, err := price(e.Body); err != nil {
		return answer(502, err.Error()) // want: ^err.Error
	}
	if err := book(e.Body); err != nil {
		return answer(502, err.Error()) // want: ^err.Error
	}
	if err := (desk{}).note(e.Body); err != nil {
		return answer(502, err.Error()) // want: ^err.Error
	}
	if err := search(e.Body); err != nil {
		return answer(502, err.Error()) // want: ^err.Error
	}
	if err := form(e.Body); err != nil {
		return answer(400, err.Error())
	}
	return answer(200, "booked")
}

func main() {
	lambda.Start(handle)
}
