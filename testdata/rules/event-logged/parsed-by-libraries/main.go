package main

import (
	"log"
	"net/http"

	"github.com/aws/aws-lambda-go/lambda"
	"github.com/awslabs/aws-lambda-go-api-proxy/httpadapter"
	"github.com/slack-go/slack"
)

func command(w http.ResponseWriter, r *http.Request) {
	said, err := slack.SlashCommandParse(r)
	if err != nil {
		w.WriteHeader(http.StatusBadRequest)
		return
	}
	log.Printf("command %+v", said) // want: ^Body of the request is logged$
	log.Printf("%s says %s", said.UserID, said.Command)
}

func pressed(w http.ResponseWriter, r *http.Request) {
	log.Println("team", r.FormValue("team_id"))
	sent := r.FormValue("payload")
	log.Println("pressed", sent) // want: ^payload of the request is logged$
}

func main() {
	http.HandleFunc("/command", command)
	http.HandleFunc("/pressed", pressed)
	lambda.Start(httpadapter.New(http.DefaultServeMux).ProxyWithContext)
}
