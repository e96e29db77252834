package main

import (
	"context"
	"os"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"
	"github.com/golang-jwt/jwt/v5"
)

var (
	claims   jwt.MapClaims
	user     string
	settings = jwt.MapClaims{}
)

func secret(*jwt.Token) (interface{}, error) { return []byte(os.Getenv("SECRET")), nil }

func handle(ctx context.Context, r events.APIGatewayProxyRequest) error {
	found := jwt.MapClaims{}
	if _, err := jwt.ParseWithClaims(r.Headers["authorization"], found, secret); err != nil {
		return err
	}
	claims = found                // want: ^package variable claims keeps data of this request for later ones$
	user, _ = found["u"].(string) // want: ^package variable user keeps data
	own := jwt.MapClaims{"iss": os.Getenv("ISSUER")}
	settings = own
	return ctx.Err()
}

func main() {
	lambda.Start(handle)
}
