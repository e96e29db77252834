package app

import (
	"context"
	"net/http"

	"github.com/aws/aws-lambda-go/lambda"
)

type App struct{ mux *http.ServeMux }

func New() *App { return &App{mux: http.NewServeMux()} }

func (a *App) Handler() http.Handler { return a.mux }

func (a *App) Start() { lambda.Start(a.invoke) }

func (a *App) invoke(ctx context.Context, name string) (string, error) {
	return "hello " + name, ctx.Err()
}
