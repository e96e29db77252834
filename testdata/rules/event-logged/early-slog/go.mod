module example.com/x

go 1.24

require (
	github.com/aws/aws-lambda-go v1.54.0
	golang.org/x/exp v0.0.0-20260908205506-85c1c2202aba
)
