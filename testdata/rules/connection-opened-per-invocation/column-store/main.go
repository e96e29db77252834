package main

import (
	"context"
	"os"

	"github.com/aws/aws-lambda-go/lambda"
	"github.com/gocql/gocql"
)

type price struct {
	Shop  string
	Hosts []string
}

var kept *gocql.Session

func shared() (*gocql.Session, error) {
	if kept == nil {
		session, err := gocql.NewCluster(os.Getenv("HOST")).CreateSession()
		if err != nil {
			return nil, err
		}
		kept = session
	}
	return kept, nil
}

func named(hosts []string) (*gocql.Session, error) {
	return gocql.NewCluster(hosts...).CreateSession()
}

func handler(ctx context.Context, p price) error {
	cluster := gocql.NewCluster(os.Getenv("HOST"))
	cluster.Keyspace = "prices"
	session, err := cluster.CreateSession() // want: ^gocql.CreateSession opens a connection at each invocation$
	if err != nil {
		return err
	}
	defer session.Close()
	if _, err := named(p.Hosts); err != nil {
		return err
	}
	other, err := shared()
	if err != nil {
		return err
	}
	return other.Query("insert into raw (shop) values (?)", p.Shop).WithContext(ctx).Exec()
}

func main() {
	lambda.Start(handler)
}
