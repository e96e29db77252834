package main

import (
	"context"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"
)

type request = events.APIGatewayCustomAuthorizerRequest
type answer = events.APIGatewayCustomAuthorizerResponse

var base = answer{Context: map[string]interface{}{}}

func allow(ctx context.Context, r request) (answer, error) {
	res := base
	res.PrincipalID = r.AuthorizationToken
	res.Context["method"] = r.MethodArn // want: ^res.Context\["method"\], an entry of package variable base, keeps data of this request
	return res, ctx.Err()
}

func allowOwn(ctx context.Context, r request) (answer, error) {
	res := base
	res.Context = map[string]interface{}{}
	res.Context["method"] = r.MethodArn
	return res, ctx.Err()
}

func allowFresh(ctx context.Context, r request) (answer, error) {
	res := made()
	res.Context["method"] = r.MethodArn
	return res, ctx.Err()
}

func made() answer {
	return answer{Context: map[string]interface{}{}}
}

func main() {
	lambda.Start(func(ctx context.Context, r request) (answer, error) {
		if r.Type == "own" {
			return allowOwn(ctx, r)
		}
		if r.Type == "fresh" {
			return allowFresh(ctx, r)
		}
		return allow(ctx, r)
	})
}
