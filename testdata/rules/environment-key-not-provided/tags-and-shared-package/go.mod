module example.com/x

go 1.24

require (
	github.com/aws/aws-lambda-go v1.54.0
	github.com/alecthomas/kong v1.17.0
	github.com/jessevdk/go-flags v1.6.1
)
