module example.com/sign-in

go 1.24

require (
	github.com/aws/aws-lambda-go v1.54.0
	github.com/aws/aws-sdk-go-v2 v1.41.0
	github.com/aws/aws-sdk-go-v2/config v1.32.0
	github.com/aws/aws-sdk-go-v2/feature/dynamodb/attributevalue v1.20.0
	github.com/aws/aws-sdk-go-v2/service/dynamodb v1.53.0
)
