module example.com/x

go 1.24

require (
	github.com/aws/aws-lambda-go v1.54.0
	github.com/example-labs/courier v1.2.0
	gopkg.in/go-playground/validator.v9 v9.31.0
)
