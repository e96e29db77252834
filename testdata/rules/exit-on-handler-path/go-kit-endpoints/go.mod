module example.com/x

go 1.24

require (
	github.com/aws/aws-lambda-go v1.54.0
	github.com/awslabs/aws-lambda-go-api-proxy v0.16.2
	github.com/go-kit/kit v0.13.0
	github.com/gorilla/mux v1.8.1
)
