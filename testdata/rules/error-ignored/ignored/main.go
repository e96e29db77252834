package main

import (
	"context"
	"database/sql"
	"encoding/json"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"
	"github.com/aws/aws-sdk-go-v2/service/s3"
)

var (
	client = s3.New(s3.Options{})
	db     *sql.DB
)

type order struct {
	ID    string
	Extra any
}

type count struct{ All int }

func handle(ctx context.Context, e events.APIGatewayProxyRequest) (events.APIGatewayProxyResponse, error) {
	var o order
	_ = json.Unmarshal([]byte(e.Body), &o)                    // want: ^error of json.Unmarshal is ignored$
	json.Unmarshal([]byte(e.Body), &o)                        // want: ^error of json.Unmarshal is ignored$
	out, _ := client.ListBuckets(ctx, &s3.ListBucketsInput{}) // want: ^error of client.ListBuckets is ignored$
	_, _ = db.ExecContext(ctx, "delete from orders")          // want: error of db.ExecContext is ignored
	db.ExecContext(ctx, "delete from items")                  // want: ^error of db.ExecContext is ignored$
	client.DeleteObject(ctx, &s3.DeleteObjectInput{})         // want: ^error of client.DeleteObject is ignored$
	o.Extra = len(out.Buckets)
	total, _ := json.Marshal(count{All: len(out.Buckets)}) // want: error of json.Marshal is ignored
	o.ID = string(total)
	counts := map[string]count{"all": {}}
	all, _ := json.Marshal(counts) // want: error of json.Marshal is ignored
	o.ID += string(all)
	sums := map[bool]string{true: "x"}
	sum, _ := json.Marshal(sums) // want: error of json.Marshal is ignored
	o.ID += string(sum)
	body, _ := json.Marshal(o) // want: error of json.Marshal is ignored
	return events.APIGatewayProxyResponse{StatusCode: 200, Body: string(body)}, nil
}

func main() {
	lambda.Start(handle)
}
