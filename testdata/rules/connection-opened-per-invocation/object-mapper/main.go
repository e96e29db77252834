package main

import (
	"context"
	"os"

	"github.com/aws/aws-lambda-go/lambda"
	"gorm.io/gorm"
)

type person struct {
	ID   int
	Name string
}

var dialect gorm.Dialector

func connect() (*gorm.DB, error) {
	_ = os.Getenv("DATABASE_URL")
	return gorm.Open(dialect, &gorm.Config{SkipDefaultTransaction: true}) // want: gorm.Open opens a connection
}

func handle(ctx context.Context, id int) (string, error) {
	database, err := connect()
	if err != nil {
		panic("failed to connect database")
	}
	var found person
	err = database.WithContext(ctx).First(&found, id).Error
	return found.Name, err
}

func main() {
	lambda.Start(handle)
}
