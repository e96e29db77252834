package main

import (
	"context"
	"database/sql"
	"fmt"
	"os"

	"github.com/aws/aws-lambda-go/lambda"
	"github.com/aws/aws-sdk-go-v2/config"
	"github.com/aws/aws-sdk-go-v2/service/secretsmanager"
)

type event struct {
	SecretID string `json:"SecretId"`
	Step     string
}

type rotation struct {
	store *secretsmanager.Client
	event event
}

var steps = map[string]func(*rotation, context.Context) error{
	"setSecret":  (*rotation).set,
	"testSecret": (*rotation).test,
}

var store = connect()

func connect() *secretsmanager.Client {
	cfg, err := config.LoadDefaultConfig(context.Background())
	if err != nil {
		panic(err)
	}
	return secretsmanager.NewFromConfig(cfg)
}

func (r *rotation) set(ctx context.Context) error {
	db, err := sql.Open("postgres", os.Getenv("ADMIN_DSN")) // want: ^sql.Open opens a connection at each invocation$
	if err != nil {
		return err
	}
	defer db.Close()
	return db.PingContext(ctx)
}

// test opens what the event names.
func (r *rotation) test(ctx context.Context) error {
	found, err := r.store.GetSecretValue(ctx, &secretsmanager.GetSecretValueInput{SecretId: &r.event.SecretID})
	if err != nil {
		return err
	}
	db, err := sql.Open("postgres", *found.SecretString)
	if err != nil {
		return err
	}
	defer db.Close()
	return db.PingContext(ctx)
}

func handle(ctx context.Context, e event) error {
	step, known := steps[e.Step]
	if !known {
		return fmt.Errorf("no step %s", e.Step)
	}
	return step(&rotation{store: store, event: e}, ctx)
}

func main() {
	lambda.Start(handle)
}
