package main

import (
	"context"
	"log/slog"
	"os"

	"github.com/aws/aws-lambda-go/lambda"
)

type mailer struct {
	host     string
	password string
	token    string
}

func newMailer() *mailer {
	m := &mailer{host: os.Getenv("SMTP_HOST"), password: os.Getenv("SMTP_PASSWORD"), token: "none"}
	if t := os.Getenv("SMTP_TOKEN"); t != "" {
		m.token = t
	}
	return m
}

func (m *mailer) send(ctx context.Context, to string) {
	slog.InfoContext(ctx, "send", "to", to, "host", m.host)
	slog.InfoContext(ctx, "login", "password", m.password) // want: ^variable SMTP_PASSWORD is logged in clear$
	slog.InfoContext(ctx, "token", "token", m.token)
	slog.InfoContext(ctx, "known", "password", m.password != "")
}

type job struct{ mail *mailer }

func (j *job) handle(ctx context.Context) error {
	j.mail.send(ctx, "a@example.com")
	return nil
}

func main() {
	j := &job{mail: newMailer()}
	lambda.Start(j.handle)
}
