module github.com/aws/aws-lambda-go

go 1.18

retract v0.3.1
