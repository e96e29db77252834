package main

import (
	"context"
	"fmt"
	"log"
	"log/slog"
	"os"

	"github.com/aws/aws-lambda-go/lambda"
)

type settings struct {
	host, password string
}

// sealed keeps its password to itself.
type sealed struct {
	host, password string
}

func (s sealed) String() string { return s.host }

type written struct {
	Host     string `json:"host"`
	Password string `json:"-"`
}

var settled = settings{host: os.Getenv("DB_HOST"), password: os.Getenv("DB_PASS")}

// Shared has a type of its own.
var Shared = struct{ Host, Password string }{}

// named holds no secret.
var named = struct{ Host, Password string }{}

func init() {
	Shared.Host, Shared.Password = os.Getenv("DB_HOST"), os.Getenv("DB_PASS")
	named.Host, named.Password = os.Getenv("DB_HOST"), "none"
}

func handle(ctx context.Context) error {
	s := sealed{host: os.Getenv("DB_HOST"), password: os.Getenv("DB_PASS")}
	w := written{Host: os.Getenv("DB_HOST"), Password: os.Getenv("DB_PASSWORD")}
	log.Printf("settings %+v", settled) // want: ^variable DB_PASS is logged in clear$
	log.Println("settings", &settled)   // want: ^variable DB_PASS is logged in clear$
	log.Printf("settings of %s", settled.host)
	log.Printf("settings %+v and %+v", named, Shared) // want: ^variable DB_PASS is logged in clear$
	log.Println("password", Shared.Password)          // want: ^variable DB_PASS is logged in clear$
	log.Printf("settings of type %T", settled)
	log.Printf("settings %+v", s)
	slog.InfoContext(ctx, "settings", "written", w)
	fmt.Println(os.Getenv("PASS_RATE"), os.Getenv("BYPASS"))
	return nil
}

func main() {
	lambda.Start(handle)
}
