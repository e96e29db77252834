package main

import (
	"context"
	"errors"
	"fmt"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"
	"gorm.io/gorm"
)

type order struct{ ID string }

type store struct{ db *gorm.DB }

type check struct{ Error string }

var orders store

func (s store) save(o order) error {
	return s.db.Create(&o).Error
}

func answer(status int, text string) (events.APIGatewayProxyResponse, error) {
	return events.APIGatewayProxyResponse{StatusCode: status, Body: text}, nil
}

func judge(id string) check {
	return check{fmt.Sprintf("%s is no order", id)}
}

func handle(ctx context.Context, e events.APIGatewayProxyRequest) (events.APIGatewayProxyResponse, error) {
	found := orders.db.Where("id = ?", e.Path).First(&order{})
	if errors.Is(found.Error, gorm.ErrRecordNotFound) {
		return answer(404, found.Error.Error())
	}
	if found.Error != nil {
		return answer(500, found.Error.Error()) // want: ^found.Error.Error
	}
	if err := orders.save(order{e.Path}); err != nil {
		return answer(500, err.Error()) // want: ^err.Error
	}
	if wrong := judge(e.Path); wrong.Error != "" {
		return answer(400, wrong.Error)
	}
	return answer(200, "ok")
}

func main() {
	lambda.Start(handle)
}
