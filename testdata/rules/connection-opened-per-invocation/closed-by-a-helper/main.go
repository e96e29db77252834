package main

import (
	"os"

	"github.com/aws/aws-lambda-go/lambda"

	"example.com/x/store"
)

func handle() (int, error) {
	db, err := store.Open(os.Getenv("ORDERS_DSN"))

	if err != nil {
		return 0, err
	}

	defer store.Close(db)

	orders := store.NewOrders(db)
	return orders.Count()
}

func main() {
	lambda.Start(handle)
}
