module example.com/members

go 1.24

require (
	github.com/aws/aws-lambda-go v1.54.0
	github.com/gomodule/redigo v1.9.3
	github.com/lib/pq v1.12.3
	gorm.io/driver/postgres v1.6.0
	gorm.io/gorm v1.31.2
)
