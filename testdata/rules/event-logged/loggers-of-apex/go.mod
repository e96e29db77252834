module example.com/x

go 1.24

require (
	github.com/apex/log v1.9.0
	github.com/aws/aws-lambda-go v1.54.0
)
