module example.com/notes

go 1.24

require (
	github.com/graphql-go/graphql v0.8.1
	github.com/aws/aws-lambda-go v1.54.0
	github.com/aws/aws-sdk-go-v2/config v1.33.13
	github.com/aws/aws-sdk-go-v2/service/s3 v1.114.6
)
