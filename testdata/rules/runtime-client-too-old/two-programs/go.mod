module example.com/x

go 1.24

require github.com/aws/aws-lambda-go v1.17.0 // want: aws-lambda-go v1.17.0 can't be started by provided.al2023, v1.18.0 is the first that can
