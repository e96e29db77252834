package main

import (
	"context"
	"database/sql"
	"os"

	"github.com/aws/aws-lambda-go/lambda"
	"github.com/gomodule/redigo/redis"
	_ "github.com/lib/pq"
	"gorm.io/driver/postgres"
	"gorm.io/gorm"
)

type request struct{ ID string }

type member struct{ ID string }

type repository struct{ db *sql.DB }

var members = open()

func open() *repository {
	db, err := sql.Open("postgres", os.Getenv("DSN"))
	if err != nil {
		panic(err)
	}
	return &repository{db: db}
}

// find stands on the pool that is there.
func (r *repository) find(ctx context.Context, id string) error {
	session, err := gorm.Open(postgres.New(postgres.Config{Conn: r.db}), &gorm.Config{})
	if err != nil {
		return err
	}
	return session.WithContext(ctx).First(&member{}, "id = ?", id).Error
}

func count(ctx context.Context, id string) error {
	pool := &redis.Pool{ // want: ^redis.Pool with connections of its own is made at each invocation$
		MaxIdle: 2,
		DialContext: func(ctx context.Context) (redis.Conn, error) {
			return redis.DialContext(ctx, "tcp", os.Getenv("REDIS"))
		},
	}
	defer pool.Close()
	one, err := pool.GetContext(ctx)
	if err != nil {
		return err
	}
	defer one.Close()
	_, err = one.Do("INCR", id)
	return err
}

func handle(ctx context.Context, r request) error {
	if err := members.find(ctx, r.ID); err != nil {
		return err
	}
	fresh, err := gorm.Open(postgres.Open(os.Getenv("DSN")), &gorm.Config{}) // want: ^gorm.Open opens a connection at each invocation$
	if err != nil {
		return err
	}
	if err := fresh.WithContext(ctx).First(&member{}, "id = ?", r.ID).Error; err != nil {
		return err
	}
	return count(ctx, r.ID)
}

func main() {
	lambda.Start(handle)
}
