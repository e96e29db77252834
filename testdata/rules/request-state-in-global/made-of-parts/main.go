package main

import (
	"context"
	"net/url"
	"os"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"
)

type visit struct {
	id    string
	stage string
}

type form struct {
	Name string
	Size int
}

type desk struct {
	last  *visit
	form  form
	stage *visit
	step  string
}

func (d *desk) handle(ctx context.Context, req events.LambdaFunctionURLRequest) error {
	v := &visit{id: req.RequestContext.RequestID, stage: os.Getenv("STAGE")}
	d.last = v // want: ^d.last of a value from start-up keeps data of this request for later ones$
	values, err := url.ParseQuery(req.Body)
	if err != nil {
		return err
	}
	d.form = form{Name: values.Get("name"), Size: len(values)} // want: ^d.form of a value from start-up keeps data
	d.stage = &visit{stage: os.Getenv("STAGE")}
	d.pick(d.form.Name)
	return ctx.Err()
}

func (d *desk) pick(step string) {
	d.step = step // want: ^d.step of a value from start-up keeps data
}

func main() {
	d := &desk{}
	lambda.Start(d.handle)
}
