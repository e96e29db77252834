package main

import (
	"context"
	"database/sql"
	"log"
	"os"

	"github.com/aws/aws-lambda-go/lambda"
	"github.com/redis/go-redis/v9"
)

var (
	db    *sql.DB
	cache = redis.NewClient(&redis.Options{Addr: os.Getenv("CACHE")})
)

type app struct {
	orders *sql.DB
}

func (a *app) handle(ctx context.Context) error {
	defer a.orders.Close() // want: ^a.orders.Close closes what later invocations need$

	defer func() {
		if err := cache.Close(); err != nil { // want: ^cache.Close closes what later invocations need$
			log.Println(err)
		}
	}()
	_, err := db.ExecContext(ctx, "delete from orders")
	db.Close() // want: db.Close closes
	if err := cache.Close(); err != nil { // want: ^cache.Close closes
		log.Println(err)
	}
	if failed := cache.Close(); failed != nil { // want: ^cache.Close closes
		return failed
	}
	_ = db.Close() // want: db.Close closes
	return err
}

func init() {
	var err error
	if db, err = sql.Open("pgx", os.Getenv("DSN")); err != nil {
		log.Fatal(err)
	}
	defer db.Close() // want: ^db.Close runs when init ends, before the first invocation$
}

func main() {
	a := &app{orders: db}
	lambda.Start(a.handle)
}
