module example.test/notes

go 1.24

require (
	github.com/aws/aws-lambda-go v1.54.0
	github.com/aws/aws-sdk-go v1.55.8
	github.com/awslabs/aws-lambda-go-api-proxy v0.5.0
	github.com/labstack/echo v3.3.10+incompatible
)
