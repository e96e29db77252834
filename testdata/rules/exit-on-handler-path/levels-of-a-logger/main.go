package main

import (
	"context"
	"fmt"
	"os"

	"github.com/aws/aws-lambda-go/lambda"
)

type level int

const (
	info level = iota
	failure
	fatal
)

type logger struct{ name string }

func (l *logger) emit(at level, text string) {
	fmt.Println(l.name, at, text)
	if at == fatal {
		os.Exit(1)
	}
}

func (l *logger) Info(text string)  { l.emit(info, text) }
func (l *logger) Error(text string) { l.emit(failure, text) }
func (l *logger) Fatal(text string) { l.emit(fatal, text) }

func tell(severity, text string) {
	switch severity {
	case "info":
		fmt.Println(text)
	case "critical", "fatal":
		panic(text)
	default:
		fmt.Println("?", text)
	}
}

func end(code int, text string) {
	fmt.Println(text)
	if code != 0 {
		os.Exit(code) // want: ^os.Exit ends the process
	}
}

func stop(reason string) {
	if reason == "full" {
		os.Exit(1) // want: ^os.Exit ends the process
	}
}

func leave(at level) {
	if at < failure {
		at = fatal
	}
	if at == fatal {
		os.Exit(3) // want: ^os.Exit ends the process
	}
}

type handler struct{ log *logger }

func (h *handler) handle(ctx context.Context, name string) error {
	h.log.Info(name)
	tell("info", name)
	stop(name)
	leave(info)
	if err := ctx.Err(); err != nil {
		h.log.Error(err.Error())
		end(2, name)
	}
	return nil
}

func main() {
	h := &handler{&logger{"stock"}}
	if len(os.Getenv("STOCK")) == 0 {
		h.log.Fatal("no stock")
	}
	tell("critical", "checked")
	lambda.Start(h.handle)
}
