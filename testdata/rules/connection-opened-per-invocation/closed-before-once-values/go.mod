module example.com/x

go 1.18

require (
	github.com/aws/aws-lambda-go v1.54.0
	github.com/redis/go-redis/v9 v9.23.0
)
