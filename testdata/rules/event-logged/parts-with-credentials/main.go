package main

import (
	"context"
	"log/slog"

	"github.com/aws/aws-lambda-go/lambda"
)

type speech struct {
	Session session `json:"session"`
	Wish    wish    `json:"wish"`
	Device  device  `json:"device"`
}

type session struct {
	ID   string `json:"id"`
	User user   `json:"user"`
}

type user struct {
	ID          string `json:"id"`
	AccessToken string `json:"accessToken"`
}

type wish struct {
	Name  string            `json:"name"`
	Slots map[string]string `json:"slots"`
}

// device keeps its secret to itself.
type device struct {
	ID     string `json:"id"`
	Secret string `json:"-"`
}

func handle(ctx context.Context, s speech) error {
	slog.InfoContext(ctx, "wish", "session", s.Session.ID, "user", s.Session.User.ID, "wish", s.Wish)
	slog.InfoContext(ctx, "wish", "device", s.Device)
	slog.InfoContext(ctx, "wish", "session", s.Session)      // want: ^the credential AccessToken of the event is logged$
	slog.InfoContext(ctx, "wish", "user", s.Session.User)    // want: ^the credential AccessToken of the event is logged$
	slog.InfoContext(ctx, "wish", "session", &s.Session)     // want: ^the credential AccessToken of the event is logged$
	slog.InfoContext(ctx, "wish", "words", len(s.Wish.Name)) // no more than a number
	return nil
}

func main() {
	lambda.Start(handle)
}
