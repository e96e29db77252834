module example.com/loans

go 1.24

require (
	github.com/aws/aws-lambda-go v1.54.0
	go.mongodb.org/mongo-driver v1.17.4
)
