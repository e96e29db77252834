module example.com/x

go 1.24

require (
	github.com/aws/aws-lambda-go v1.54.0
	github.com/gofiber/fiber/v2 v2.52.9
	github.com/valyala/fasthttp v1.51.0
)
