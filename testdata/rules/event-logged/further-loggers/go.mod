module example.com/x

go 1.24

require (
	github.com/aws/aws-lambda-go v1.54.0
	github.com/go-kit/log v0.2.1
	github.com/go-logr/logr v1.4.4
	github.com/inconshreveable/log15 v2.16.0+incompatible
	github.com/m-mizutani/zlog v0.3.2
	github.com/op/go-logging v0.0.0-20160315200505-970db520ece7
)
