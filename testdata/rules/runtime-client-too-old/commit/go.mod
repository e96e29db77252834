module example.com/x

go 1.24

require github.com/aws/aws-lambda-go v1.17.1-0.20200601120000-0123456789ab
