package main

import (
	"context"
	"database/sql"
	"os"
	"sync"

	"github.com/aws/aws-lambda-go/lambda"
)

var db *sql.DB

func store(ctx context.Context, name string) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	_, err := db.Exec("INSERT INTO names VALUES ($1)", name) // want: ^db.Exec goes out without the invocation's context: ExecContext takes one$
	return err
}

func forget(name string) error {
	_, err := db.Exec("DELETE FROM names WHERE name = $1", name) // want: ^db.Exec goes out without the invocation's context: ExecContext takes one$
	return err
}

func count(name string) {
	_, _ = db.Exec("UPDATE names SET seen = seen + 1 WHERE name = $1", name)
}

func handle(ctx context.Context, names []string) error {
	var group sync.WaitGroup
	failed := make([]error, len(names))
	for at, name := range names {
		group.Add(1)
		go func() {
			defer group.Done()
			failed[at] = store(ctx, name)
			if failed[at] != nil {
				failed[at] = forget(name)
			}
		}()
	}
	group.Wait()
	go count("all")
	for _, err := range failed {
		if err != nil {
			return err
		}
	}
	return nil
}

func main() {
	var err error
	if db, err = sql.Open("pgx", os.Getenv("DATABASE_URL")); err != nil {
		panic(err)
	}
	lambda.Start(handle)
}
