module example.com/desks

go 1.24

require (
	github.com/aws/aws-lambda-go v1.54.0
	github.com/caarlos0/env/v11 v11.4.2
)
