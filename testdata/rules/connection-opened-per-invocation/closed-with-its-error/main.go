// Command loans counts the books that a reader has, and gives them back.
package main

import (
	"context"
	"database/sql"
	"errors"
	"log"
	"os"

	"github.com/aws/aws-lambda-go/lambda"
)

func count(ctx context.Context, reader string) (books int, err error) {
	db, err := sql.Open("postgres", os.Getenv("LIBRARY")) // want: sql.Open opens a connection at each invocation
	if err != nil {
		return 0, err
	}
	defer func() {
		if failed := db.Close(); failed != nil && err == nil {
			err = failed
		}
	}()
	row := db.QueryRowContext(ctx, "select count(*) from loans where reader = $1", reader)
	err = row.Scan(&books)
	return books, err
}

func giveBack(ctx context.Context, book string) (err error) {
	shelf, err := sql.Open("postgres", os.Getenv("SHELVES")) // want: sql.Open opens a connection at each invocation
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, shelf.Close()) }()
	_, err = shelf.ExecContext(ctx, "insert into books values ($1)", book)
	return err
}

// What is done with the handler's own error would be gone.
func find(ctx context.Context, title string) (place string, err error) {
	catalogue, err := sql.Open("postgres", os.Getenv("CATALOGUE")) // want: sql.Open opens a connection at each invocation
	if err != nil {
		return "", err
	}
	defer func() {
		_ = catalogue.Close()
		if err != nil {
			log.Println("find:", err)
		}
	}()
	err = catalogue.QueryRowContext(ctx, "select place from books where title = $1", title).Scan(&place)
	return place, err
}

func main() {
	switch os.Getenv("TASK") {
	case "count":
		lambda.Start(count)
	case "find":
		lambda.Start(find)
	default:
		lambda.Start(giveBack)
	}
}
