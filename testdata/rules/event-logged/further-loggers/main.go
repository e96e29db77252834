package main

import (
	"context"
	"os"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"
	kit "github.com/go-kit/log"
	"github.com/go-kit/log/level"
	"github.com/go-logr/logr"
	"github.com/inconshreveable/log15"
	"github.com/m-mizutani/zlog"
	"github.com/op/go-logging"
)

var (
	masked  = zlog.New(zlog.WithLogLevel("info"))
	lines   = kit.With(kit.NewJSONLogger(os.Stdout), "service", "orders")
	classic = logging.MustGetLogger("orders")
)

func handle(ctx context.Context, e events.APIGatewayProxyRequest) error {
	masked.With("event", e).Info("got it") // want: the whole event is logged
	masked.With("path", e.Path).Info("got it")

	_ = lines.Log("event", e)             // want: the whole event is logged
	_ = level.Info(lines).Log("event", e) // want: the whole event is logged
	_ = level.Debug(lines).Log("event", e)
	_ = lines.Log("method", e.HTTPMethod)

	log := logr.FromContextOrDiscard(ctx).WithName("orders")
	log.Info("got it", "event", e)            // want: the whole event is logged
	log.WithValues("event", e).Info("got it") // want: the whole event is logged
	log.V(0).Info("got it", "body", e.Body)   // want: Body of the event is logged
	log.V(2).Info("got it", "event", e)

	log15.Crit("odd", "headers", e.Headers)  // want: Headers of the event are logged
	log15.New("module", "a").Debug("got", e) // want: the whole event is logged
	classic.Noticef("%v", e)                 // want: the whole event is logged
	classic.Criticalf("%s", e.Body)          // want: Body of the event is logged
	classic.Infof("%s %s", e.HTTPMethod, e.Path)
	return nil
}

func main() {
	lambda.Start(handle)
}
