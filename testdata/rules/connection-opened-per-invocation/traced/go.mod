module example.com/x

go 1.24

require (
	github.com/XSAM/otelsql v0.39.0
	github.com/aws/aws-lambda-go v1.54.0
	github.com/aws/aws-xray-sdk-go/v2 v2.0.1
)
