package main

import (
	"log"
	"os"

	"github.com/aws/aws-lambda-go/lambda"
	"github.com/dasjott/alexa-sdk-go"
)

var intents = alexa.IntentHandlers{
	"LaunchRequest": launch,
	"AMAZON.StopIntent": func(c *alexa.Context) {
		os.Exit(0) // want: ^os.Exit ends the process in the middle of an invocation$
	},
}

var former = map[string]func(*alexa.Context){"LaunchRequest": leave}

func launch(c *alexa.Context) {
	if c.T("HELLO") == "" {
		log.Fatal("no text") // want: ^log.Fatal ends the process
	}
	c.Tell(c.T("HELLO"))
}

func leave(c *alexa.Context) {
	log.Fatal(len(former))
}

func main() {
	if os.Getenv("APP_ID") == "" {
		log.Fatal("no application")
	}
	alexa.AppID = os.Getenv("APP_ID")
	alexa.Handlers = intents
	lambda.Start(alexa.Handle)
}
