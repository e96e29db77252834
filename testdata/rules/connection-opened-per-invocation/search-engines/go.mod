module example.com/catalogue

go 1.24

require (
	github.com/aws/aws-lambda-go v1.54.0
	github.com/olivere/elastic/v7 v7.0.32
	github.com/opensearch-project/opensearch-go/v4 v4.8.1
)
