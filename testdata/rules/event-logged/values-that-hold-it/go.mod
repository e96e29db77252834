module example.com/x

go 1.24

require (
	github.com/aws/aws-lambda-go v1.54.0
	github.com/sirupsen/logrus v1.10.2
	go.uber.org/zap v1.28.0
)
