package main

import (
	"context"
	"log"
	"os"
	"time"

	"github.com/aws/aws-lambda-go/lambda"
	"go.mongodb.org/mongo-driver/bson"
	"go.mongodb.org/mongo-driver/mongo"
	"go.mongodb.org/mongo-driver/mongo/options"
)

type store struct{ db *mongo.Database }

func (s *store) mark(ctx context.Context, id string) error {
	res := s.db.Collection("loans").FindOneAndUpdate(ctx, bson.M{"_id": id}, bson.M{"$set": bson.M{"told": true}})
	return res.Err()
}

func (s *store) publish(ctx context.Context, id string) error {
	var err error
	for n := 0; n < 3; n++ {
		if err = s.mark(ctx, id); err == nil {
			return nil
		}
		select {
		case <-time.After(time.Duration(n) * 50 * time.Millisecond):
		case <-ctx.Done():
			return ctx.Err()
		}
	}
	return err
}

func (s *store) beat(ctx context.Context) {
	for {
		select {
		case <-time.After(time.Second):
			log.Print("still at it")
		case <-ctx.Done():
			return
		}
	}
}

func (s *store) handle(ctx context.Context, id string) error {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	go s.beat(ctx)
	go s.mark(ctx, id)    // want: ^nothing waits for the goroutine that \(store\).handle starts
	go s.publish(ctx, id) // want: ^nothing waits for the goroutine that \(store\).handle starts
	return nil
}

func main() {
	client, err := mongo.Connect(context.Background(), options.Client().ApplyURI(os.Getenv("MONGO")))
	if err != nil {
		log.Fatal(err)
	}
	s := &store{client.Database("loans")}
	lambda.Start(s.handle)
}
