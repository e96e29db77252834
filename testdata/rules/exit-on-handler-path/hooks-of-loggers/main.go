package main

import (
	"context"
	"log"
	"os"

	"github.com/aws/aws-lambda-go/lambda"
	"github.com/rs/zerolog"
	"github.com/sirupsen/logrus"
)

// pager calls somebody when an error is logged.
type pager struct{ number string }

func (p *pager) Levels() []logrus.Level { return []logrus.Level{logrus.ErrorLevel} }

func (p *pager) Fire(entry *logrus.Entry) error {
	if p.number == "" {
		log.Fatalf("nobody to call about %d fields", len(entry.Data)) // want: ^log.Fatalf ends the process
	}
	return nil
}

type tally struct{ left int }

func (t *tally) Run(event *zerolog.Event, level zerolog.Level, message string) {
	if t.left--; t.left < 0 {
		log.Fatal("too many lines") // want: ^log.Fatal ends the process
	}
}

// job has a method with the name of a hook's.
type job struct{ name string }

func (j job) Run(ctx context.Context, name string) error {
	log.Fatal("never run")
	return nil
}

var (
	lines = zerolog.New(os.Stdout).Hook(&tally{left: 100})
	spare = job{name: "spare"}
)

func init() {
	logrus.AddHook(&pager{number: os.Getenv("PAGER")})
}

func handle(ctx context.Context) error {
	lines.Info().Msg(spare.name)
	logrus.Error("it failed")
	return nil
}

func main() {
	lambda.Start(handle)
}
