module example.com/desk

go 1.24

require (
	github.com/aws/aws-lambda-go v1.54.0
	github.com/golang-jwt/jwt/v5 v5.3.1
)
