module example.com/x

go 1.24

require github.com/aws/aws-lambda-go v1.39.0 // want: aws-lambda-go v1.39.0 was taken back by its authors
