package main

import (
	"context"
	"fmt"
	"log"
	"net/url"
	"os"

	"github.com/aws/aws-lambda-go/lambda"
)

const source = "host=%s user=%s password=%s dbname=%s"

type settings struct{ Host, User, Password string }

func read() settings {
	host, _ := os.ReadFile("/opt/host")
	password, _ := os.ReadFile("/opt/password")
	return settings{Host: string(host), User: "shop", Password: string(password)}
}

func handle(_ context.Context) error {
	s := read()
	masked := s.Password[:1] + "…"

	line := fmt.Sprintf(source, s.Host, s.User, s.Password, "orders")
	log.Printf("connecting to %s", line) // want: a connection string with its password is logged
	log.Println(fmt.Sprintf("%s:%s@tcp(%s)/orders", s.User, s.Password, s.Host)) // want: a connection string with its password

	log.Printf("source: host=%s password=%s", s.Host, s.Password) // want: a connection string with its password

	form := "mongodb://%s:%s@%s/orders"
	escaped := url.QueryEscape(s.Password)
	address := fmt.Sprintf(form, s.User, escaped, s.Host)
	log.Println(address) // want: a connection string with its password

	log.Println(fmt.Sprintf(source, s.Host, s.User, "***", "orders"))
	log.Println(fmt.Sprintf(source, s.Host, s.User, masked, "orders"))
	log.Println(fmt.Sprintf("host=%s user=%s", s.Host, s.User), len(line))
	log.Println(fmt.Sprintf("%s:%s", s.Host, "5432"), fmt.Sprintf("https://%s:%s/orders", s.Host, s.User))
	return nil
}

func main() {
	lambda.Start(handle)
}
