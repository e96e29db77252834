module example.com/x

go 1.24

require github.com/aws/aws-lambda-go v1.17.0

replace github.com/aws/aws-lambda-go => ../aws-lambda-go
