package main

import (
	"context"
	"fmt"
	"log"
	"os"
	"time"

	"github.com/aws/aws-lambda-go/lambda"
	"go.mongodb.org/mongo-driver/bson"
	"go.mongodb.org/mongo-driver/mongo"
	"go.mongodb.org/mongo-driver/mongo/options"
)

type request struct {
	ID     string `json:"id"`
	Remove bool   `json:"remove"`
}

func connect(ctx context.Context) (*mongo.Client, error) {
	ctx, cancel := context.WithTimeout(ctx, 5*time.Second)
	defer cancel()
	client, err := mongo.Connect(ctx, options.Client().ApplyURI(os.Getenv("MONGODB_URI"))) // want: ^mongo.Connect opens a connection at each invocation$
	if err != nil {
		return nil, fmt.Errorf("connect: %w", err)
	}
	if err := client.Ping(ctx, nil); err != nil {
		return nil, fmt.Errorf("ping: %w", err)
	}
	return client, nil
}

func find(ctx context.Context, id string) error {
	client, err := connect(ctx)
	if err != nil {
		return err
	}
	defer func() {
		if err := client.Disconnect(context.Background()); err != nil {
			panic(err)
		}
	}()
	var doc bson.M
	return client.Database("shop").Collection("items").FindOne(ctx, bson.M{"_id": id}).Decode(&doc)
}

func remove(ctx context.Context, id string) error {
	client, err := connect(ctx)
	if err != nil {
		return err
	}
	defer func() {
		ctx, cancel := context.WithTimeout(context.Background(), time.Second)
		defer cancel()
		if err := client.Disconnect(ctx); err != nil {
			log.Println("disconnect:", err)
		}
	}()
	_, err = client.Database("shop").Collection("items").InsertOne(ctx, bson.M{"removed": id})
	return err
}

func handle(ctx context.Context, r request) error {
	if r.Remove {
		return remove(ctx, r.ID)
	}
	return find(ctx, r.ID)
}

func main() {
	lambda.Start(handle)
}
