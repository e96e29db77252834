package main

import (
	"context"
	"log"

	"example.com/x/settings"
	"github.com/alecthomas/kong"
	"github.com/aws/aws-lambda-go/lambda"
	"github.com/jessevdk/go-flags"
)

var cli struct {
	Table string `help:"table" env:"TABLE" required:""`
	Stage string `help:"stage" env:"STAGE" default:"dev"`
}

type options struct {
	Topic  string `long:"topic" env:"TOPIC" required:"true"` // want: ^TOPIC is needed here
	Colour string `long:"colour" env:"COLOUR" default:"red"`
}

func handle(ctx context.Context) error {
	log.Println(cli.Table, settings.Queue)
	return nil
}

func main() {
	kong.Parse(&cli) // want: ^TABLE is needed here
	var o options
	if _, err := flags.Parse(&o); err != nil {
		log.Fatal(err)
	}
	lambda.Start(handle)
}
