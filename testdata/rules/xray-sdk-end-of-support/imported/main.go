package main

import (
	"context"

	"github.com/aws/aws-lambda-go/lambda"
	"github.com/aws/aws-xray-sdk-go/xray" // want: ^X-Ray SDK for Go is in maintenance, out of support from 2027-02-25 on: OpenTelemetry takes its place$
)

func handle(ctx context.Context) error {
	_, segment := xray.BeginSubsegment(ctx, "work")
	segment.Close(nil)
	return nil
}

func main() {
	lambda.Start(handle)
}
