package main

import (
	"context"
	"database/sql"
	"encoding/json"
	"mime"
	"os"
	"strconv"

	"github.com/aws/aws-lambda-go/lambda"
)

var db *sql.DB

type state string

const open = state("open")

type answer struct {
	Names []string
	Count map[string]int
}

func handle(ctx context.Context, name string) (string, error) {
	body, err := json.Marshal(answer{Names: []string{name}})
	if err != nil {
		return "", err
	}
	text, _ := json.Marshal(map[string]string{"name": name, "host": mime.TypeByExtension(name)})
	list, _ := json.Marshal(map[string]any{"names": []string{name}, "more": []any{1, "x", len(text), open, state(name)}})
	_ = json.NewEncoder(os.Stdout).Encode(list)
	labels := map[string][]string{"name": {name}}
	tags, _ := json.Marshal(&labels)
	keys, _ := json.MarshalIndent(labels["name"], "", " ")
	os.Stdout.Write(append(tags, keys...))
	limit, _ := strconv.Atoi(os.Getenv("LIMIT"))
	rows, err := db.QueryContext(ctx, "select 1")
	if err != nil {
		return "", err
	}
	defer func() { _ = rows.Close() }()
	db.QueryRowContext(ctx, "select 2")
	db.Ping()
	if limit > 0 {
		return string(text), nil
	}
	return string(body), rows.Err()
}

func init() {
	_ = json.Unmarshal(nil, &answer{})
}

func main() {
	lambda.Start(handle)
}
