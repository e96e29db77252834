module example.com/rates

go 1.24

require (
	github.com/aws/aws-lambda-go v1.54.0
	github.com/go-resty/resty/v2 v2.17.2
	github.com/hashicorp/go-retryablehttp v0.7.8
)
