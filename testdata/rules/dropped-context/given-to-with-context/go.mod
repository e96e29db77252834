module example.com/x

go 1.24

require (
	github.com/aws/aws-lambda-go v1.54.0
	github.com/aws/aws-sdk-go v1.55.8
	golang.org/x/sync v0.24.0
	gorm.io/gorm v1.31.2
)
