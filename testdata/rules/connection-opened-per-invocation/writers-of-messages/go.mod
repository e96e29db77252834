module example.com/shipments

go 1.24

require (
	github.com/aws/aws-lambda-go v1.54.0
	github.com/garyburd/redigo v1.6.4
	github.com/segmentio/kafka-go v0.4.51
)
