package main

import (
	"errors"
	"os"

	"github.com/aws/aws-lambda-go/lambda"
	"github.com/aws/aws-sdk-go-v2/service/s3"
	echoadapter "github.com/awslabs/aws-lambda-go-api-proxy/echo"
	fiberadapter "github.com/awslabs/aws-lambda-go-api-proxy/fiber"
	"github.com/gofiber/fiber/v2"
	"github.com/labstack/echo/v4"
)

var store = s3.New(s3.Options{Region: os.Getenv("AWS_REGION")})

func buckets(c *fiber.Ctx) error {
	found, err := store.ListBuckets(c.Context(), &s3.ListBucketsInput{})
	if err != nil {
		return err
	}
	return c.JSON(len(found.Buckets))
}

func answer(c *fiber.Ctx, err error) error {
	var known *fiber.Error
	if errors.As(err, &known) {
		return c.Status(known.Code).SendString(err.Error())
	}
	return c.Status(500).SendString(err.Error()) // want: ^err\.Error\(\) sends the text of an internal error
}

func orders(c echo.Context) error {
	if c.QueryParam("page") == "" {
		return errors.New("page is missing")
	}
	return c.NoContent(204)
}

func main() {
	if os.Getenv("PAGES") != "" {
		e := echo.New()
		e.GET("/orders", orders)
		e.HTTPErrorHandler = func(err error, c echo.Context) {
			_ = c.String(400, err.Error())
		}
		lambda.Start(echoadapter.NewV2(e).ProxyWithContext)
	}
	app := fiber.New(fiber.Config{ErrorHandler: answer})
	app.Get("/buckets", buckets)
	lambda.Start(fiberadapter.New(app).ProxyWithContext)
}
