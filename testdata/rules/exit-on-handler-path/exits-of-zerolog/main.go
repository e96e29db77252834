package main

import (
	"context"
	"log/slog"
	"os"
	"syscall"

	"github.com/aws/aws-lambda-go/lambda"
	"github.com/rs/zerolog"
	zlog "github.com/rs/zerolog/log"
)

var own = zerolog.New(os.Stdout)

func handle(ctx context.Context, name string) error {
	switch name {
	case "global":
		zlog.Fatal().Str("name", name).Msg("no") // want: ends the process in the middle
	case "own":
		own.Fatal().Msg("no") // want: ends the process in the middle
	case "level":
		own.WithLevel(zerolog.FatalLevel).Msg("only written")
	case "panic":
		own.Error().Msg("no")
	case "slog":
		slog.Error("no")
		os.Exit(1) // want: ends the process in the middle
	case "syscall":
		syscall.Exit(1) // want: ends the process in the middle
	}
	return nil
}

func main() {
	if os.Getenv("A") == "" {
		zlog.Fatal().Msg("start-up")
	}
	lambda.Start(handle)
}
