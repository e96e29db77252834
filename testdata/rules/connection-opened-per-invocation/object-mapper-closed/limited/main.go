package main

import (
	"context"

	"github.com/aws/aws-lambda-go/lambda"
	"gorm.io/gorm"
)

var dialect gorm.Dialector

func handle(ctx context.Context, id int) error {
	db, err := gorm.Open(dialect, &gorm.Config{}) // want: gorm.Open opens a connection
	if err != nil {
		return err
	}
	pool, err := db.DB()
	if err != nil {
		return err
	}
	pool.SetMaxOpenConns(1)
	defer pool.Close()
	return db.WithContext(ctx).Exec("delete from people where id = ?", id).Error
}

func main() {
	lambda.Start(handle)
}
