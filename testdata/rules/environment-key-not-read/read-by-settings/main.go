package main

import (
	"context"
	"log"

	"github.com/aws/aws-lambda-go/lambda"
	"github.com/mashiike/hclutil"
)

func handle(ctx context.Context) (bool, error) {
	body, _, problems := hclutil.Parse("settings.hcl")
	if problems.HasErrors() {
		return false, problems
	}
	_, known, problems := hclutil.DecodeLocals(body, hclutil.NewEvalContext())
	if problems.HasErrors() {
		return false, problems
	}
	log.Println(len(known.Variables))
	return true, ctx.Err()
}

func main() {
	lambda.Start(handle)
}
