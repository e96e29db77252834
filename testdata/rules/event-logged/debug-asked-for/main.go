package main

import (
	"context"
	"log/slog"
	"os"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"
)

const level = slog.LevelInfo

// marks has a mark for each level; that it names one switches nothing on.
var marks = map[slog.Level]string{slog.LevelDebug: "-", slog.LevelInfo: "+"}

var levels = map[string]slog.Level{"debug": slog.LevelDebug, "info": slog.LevelInfo}

func handle(ctx context.Context, e events.LambdaFunctionURLRequest) error {
	slog.DebugContext(ctx, "got", "event", e)
	return nil
}

func options() *slog.HandlerOptions {
	if level == slog.LevelDebug {
		return &slog.HandlerOptions{Level: level, AddSource: true}
	}
	switch level {
	case slog.LevelDebug:
		return &slog.HandlerOptions{AddSource: true}
	}
	return &slog.HandlerOptions{Level: level, ReplaceAttr: mark}
}

func mark(_ []string, a slog.Attr) slog.Attr {
	if found, ok := a.Value.Any().(slog.Level); ok && found != levels["warn"] {
		a.Value = slog.StringValue(marks[found])
	}
	return a
}

func main() {
	slog.SetDefault(slog.New(slog.NewJSONHandler(os.Stdout, options())))
	lambda.Start(handle)
}
