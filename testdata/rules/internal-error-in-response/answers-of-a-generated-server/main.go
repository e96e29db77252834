package main

import (
	"context"
	"database/sql"
	"log"

	"github.com/aws/aws-lambda-go/lambda"
	"github.com/awslabs/aws-lambda-go-api-proxy/httpadapter"

	"example.com/x/api"
)

type server struct{ db *sql.DB }

// lastResponse is kept for a report, and nobody gets it.
type lastResponse struct{ detail string }

func (s *server) ListItems(ctx context.Context) (api.ListItemsResponseObject, error) {
	rows, err := s.db.QueryContext(ctx, "SELECT name FROM items")
	if err != nil {
		return api.ListItems500JSONResponse{Detail: err.Error()}, nil // want: ^err.Error\(\) sends the text of an internal error to the caller$
	}
	defer rows.Close()
	if err := rows.Err(); err != nil {
		log.Print(lastResponse{detail: err.Error()})
		return api.ListItems500JSONResponse{Detail: "items are away"}, nil
	}
	if _, err := s.db.ExecContext(ctx, "UPDATE items SET seen = true"); err != nil {
		problem := api.Problem{Detail: err.Error()} // want: ^err.Error\(\) sends
		return api.ListItemsdefaultJSONResponse{Body: problem, StatusCode: 503}, nil
	}
	return api.ListItems200JSONResponse{}, nil
}

func main() {
	lambda.Start(httpadapter.New(api.Handler(&server{})).ProxyWithContext)
}
