module example.com/x

go 1.25

require (
	github.com/aws/aws-lambda-go v1.54.0
	google.golang.org/grpc v1.82.0
)
