package main

import (
	"bufio"
	"context"
	"flag"
	"os"

	"github.com/aws/aws-lambda-go/lambda"
)

var (
	table  = flag.String("table", "orders", "table to read")
	region = os.Args[1] // want: ^os.Args has no arguments in Lambda$
)

func handle(ctx context.Context) (string, error) {
	line, err := bufio.NewReader(os.Stdin).ReadString('\n') // want: ^os.Stdin is empty in Lambda$
	return *table + region + line, err
}

func main() {
	flag.Parse() // want: ^flag.Parse finds no arguments in Lambda: flags keep their defaults$
	lambda.Start(handle)
}
