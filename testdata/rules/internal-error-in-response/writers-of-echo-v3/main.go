package main

import (
	"context"
	"net/http"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"
	"github.com/aws/aws-sdk-go/aws"
	"github.com/aws/aws-sdk-go/aws/session"
	"github.com/aws/aws-sdk-go/service/dynamodb"
	echoadapter "github.com/awslabs/aws-lambda-go-api-proxy/echo"
	"github.com/labstack/echo"
)

type server struct {
	*echo.Echo
	db *dynamodb.DynamoDB
}

var notes = newServer()

func newServer() *server {
	s := &server{Echo: echo.New(), db: dynamodb.New(session.Must(session.NewSession()))}
	s.GET("/notes", s.list)
	s.POST("/notes", s.add)
	return s
}

func (s *server) list(c echo.Context) error {
	found, err := s.db.ScanWithContext(c.Request().Context(), &dynamodb.ScanInput{TableName: aws.String("notes")})
	if err != nil {
		return c.String(http.StatusInternalServerError, err.Error()) // want: ^err\.Error\(\) sends the text of an internal error
	}
	return c.JSON(http.StatusOK, found.Items)
}

func (s *server) add(c echo.Context) error {
	var note struct{ Text string }
	if err := c.Bind(&note); err != nil {
		return c.String(http.StatusBadRequest, err.Error())
	}
	return c.NoContent(http.StatusNoContent)
}

func handle(ctx context.Context, r events.APIGatewayProxyRequest) (events.APIGatewayProxyResponse, error) {
	return echoadapter.New(notes.Echo).ProxyWithContext(ctx, r)
}

func main() {
	lambda.Start(handle)
}
