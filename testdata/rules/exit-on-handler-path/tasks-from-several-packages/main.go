package main

import (
	"maps"
	"os"

	"github.com/aws/aws-lambda-go/lambda"

	"example.com/x/pay"
	"example.com/x/ship"
)

func main() {
	all := map[string]any{}
	maps.Copy(all, ship.Tasks())
	for name, task := range pay.Tasks {
		all[name] = task
	}
	lambda.Start(all[os.Getenv("TASK")])
}
