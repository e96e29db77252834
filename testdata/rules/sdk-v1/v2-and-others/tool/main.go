package main

import (
	"fmt"

	"github.com/aws/aws-sdk-go/aws"
)

// A command line program that no function runs.
func main() { fmt.Println(aws.String("x")) }
