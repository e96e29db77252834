package main

import (
	"context"
	"log/slog"
	"net/http"
	"os"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"
	ginadapter "github.com/awslabs/aws-lambda-go-api-proxy/gin"
	"github.com/gin-gonic/gin"
)

type keeper interface {
	Lend(ctx context.Context, reader, book string) error
	Return(ctx context.Context, book string) error
}

type shelf struct {
	log    *slog.Logger
	reader string
	table  string
	state  string
	lent   map[string]string
}

func (s *shelf) Lend(ctx context.Context, reader, book string) error {
	s.reader = reader // want: ^s.reader of a value from start-up keeps data of this request for later ones$
	s.lent[book] = s.reader
	return s.write(ctx, "lent")
}

func (s *shelf) Return(ctx context.Context, book string) error {
	s.log = s.log.With("book", book) // want: ^s.log of a value from start-up keeps data
	own := s.log.With("state", s.state)
	own.InfoContext(ctx, "back")
	delete(s.lent, book)
	return s.write(ctx, "free")
}

func (s *shelf) write(ctx context.Context, state string) error {
	s.state = state
	s.log = slog.Default().With("table", s.table)
	return ctx.Err()
}

type page struct {
	reader string
	log    *slog.Logger
}

func (p *page) of(reader string) { p.reader = reader }

type desk struct{ keeper keeper }

func (d *desk) lend(c *gin.Context) {
	reader := c.GetString("reader")
	own := &page{}
	own.of(reader)
	own.log = slog.With("reader", reader)
	if err := d.keeper.Lend(c.Request.Context(), reader, c.Param("book")); err != nil {
		c.Status(http.StatusConflict)
	}
}

func (d *desk) giveBack(c *gin.Context) {
	if err := d.keeper.Return(c.Request.Context(), c.Param("book")); err != nil {
		c.Status(http.StatusConflict)
	}
}

func main() {
	d := &desk{&shelf{log: slog.Default(), table: os.Getenv("TABLE"), lent: map[string]string{}}}
	engine := gin.New()
	engine.POST("/books/:book/lend", d.lend)
	engine.POST("/books/:book/return", d.giveBack)
	adapter := ginadapter.New(engine)
	lambda.Start(func(ctx context.Context, e events.APIGatewayProxyRequest) (events.APIGatewayProxyResponse, error) {
		return adapter.ProxyWithContext(ctx, e)
	})
}
