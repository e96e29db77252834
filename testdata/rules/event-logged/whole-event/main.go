package main

import (
	"context"
	"encoding/json"
	"fmt"
	"log"
	"log/slog"
	"os"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"
	"github.com/sirupsen/logrus"
	"go.uber.org/zap"
)

var logger = zap.NewExample()

func show(v any) {
	fmt.Printf("%+v\n", v)
}

func handle(ctx context.Context, e events.APIGatewayProxyRequest) (events.APIGatewayProxyResponse, error) {
	log.Printf("got %+v", e) // want: ^the whole event is logged$
	copied, err := json.Marshal(e)
	if err != nil {
		return events.APIGatewayProxyResponse{}, err
	}
	slog.InfoContext(ctx, "got", "event", string(copied)) // want: the whole event is logged
	logrus.WithField("headers", e.Headers).Info("got")    // want: ^Headers of the event are logged$
	logger.Info("got", zap.Any("event", &e))              // want: the whole event is logged
	logger.Info("got", zap.String("body", e.Body))        // want: ^Body of the event is logged$
	log.Println(fmt.Sprintf("%v", e))                     // want: the whole event is logged
	log.Println("token: " + e.Headers["Authorization"])   // want: ^the credential Authorization of the event is logged$
	log.Print(os.Environ())                               // want: ^the whole environment, with the role's credentials, is logged$
	show(e)                                               // want: ^the whole event is logged$
	return events.APIGatewayProxyResponse{StatusCode: 200}, nil
}

func main() {
	lambda.Start(handle)
}
