package main

import (
	"context"
	"fmt"
	"os"

	"github.com/aws/aws-lambda-go/lambda"
	"github.com/rs/zerolog"
	"github.com/spf13/viper"
)

type settings struct{ table, depot, colour, mark string }

func read() (settings, error) {
	viper.AutomaticEnv()
	viper.SetDefault("COLOUR", "blue")
	s := settings{
		table:  viper.GetString("TABLE_NAME"),
		depot:  viper.GetString("DEPOT"), // want: DEPOT is needed here
		colour: viper.GetString("COLOUR"),
		mark:   viper.GetString("MARK"),
	}
	if s.depot == "" {
		return s, fmt.Errorf("no depot")
	}
	if s.mark == "" {
		s.mark = "none"
	}
	return s, nil
}

func handle(ctx context.Context) (string, error) {
	s, err := read()
	if err != nil {
		return "", err
	}
	return s.table + s.colour + viper.GetString("LOG_LEVEL"), ctx.Err()
}

func main() {
	lines := zerolog.New(os.Stdout).With().Timestamp().Str("service", "orders").Logger()
	queue := os.Getenv("QUEUE") // want: QUEUE is needed here
	if queue == "" {
		lines.Fatal().Msg("no queue")
	}
	if os.Getenv("MODE") == "" {
		lines.Info().Msg("no mode")
	}
	lambda.Start(handle)
}
