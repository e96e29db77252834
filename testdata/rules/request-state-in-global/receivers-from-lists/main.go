package main

import (
	"context"
	"encoding/json"
	"net/url"
	"os"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"
	"github.com/aws/aws-lambda-go/lambdacontext"
)

type job interface {
	do(ctx context.Context, detail json.RawMessage) error
}

type vehicle struct{ ID string }

type returned struct{ seen []string }

func (r *returned) do(ctx context.Context, detail json.RawMessage) error {
	var v vehicle
	if err := json.Unmarshal(detail, &v); err != nil {
		return err
	}
	r.seen = append(r.seen, v.ID) // want: ^r.seen of a value from start-up keeps data of this request for later ones$
	return ctx.Err()
}

type counted struct{ last string }

func (c counted) do(ctx context.Context, detail json.RawMessage) error {
	c.last = string(detail)
	return ctx.Err()
}

type once struct{ detail json.RawMessage }

func (o *once) do(ctx context.Context, detail json.RawMessage) error {
	o.detail = detail
	return ctx.Err()
}

type mailer struct{ last string }

var shared = &mailer{}

func standard() *mailer { return shared }

func (m *mailer) send(to string) {
	m.last = to // want: ^m.last of a value from start-up keeps data
}

type tool interface{ use(name string) }

type hammer struct{ last string }

func (h *hammer) use(name string) {
	h.last = name // want: ^h.last of a value from start-up keeps data
}

type saw struct{ last string }

func (s *saw) use(name string) {
	s.last = name // want: ^s.last of a value from start-up keeps data
}

type session struct{ last string }

var (
	tools    = map[string]tool{}
	named    = map[string]tool{}
	sessions = map[string]*session{}
)

func (r *runner) work(e events.CloudWatchEvent) {
	if t, ok := tools[e.Source]; ok {
		t.use(e.ID)
	}
	named[e.Source].use(e.ID)
	s := sessions[e.Source] // kept by a key, as in a cache
	s.last = e.ID
}

type runner struct {
	jobs []struct {
		kind string
		job  job
	}
	request string
	host    string
	memory  int
}

func (r *runner) handle(ctx context.Context, e events.CloudWatchEvent) error {
	if lc, ok := lambdacontext.FromContext(ctx); ok {
		r.request = lc.AwsRequestID // want: ^r.request of a value from start-up keeps data
		r.memory = lambdacontext.MemoryLimitInMB
	}
	site, err := url.Parse(e.Source)
	if err != nil {
		return err
	}
	r.host = site.Host // want: ^r.host of a value from start-up keeps data
	for _, j := range r.jobs {
		if j.kind == e.DetailType {
			return j.job.do(ctx, e.Detail)
		}
	}
	standard().send(e.Region)
	r.work(e)
	single := []job{&once{}}
	for _, j := range single {
		if err := j.do(ctx, e.Detail); err != nil {
			return err
		}
	}
	return nil
}

func main() {
	tools["hammer"] = &hammer{}
	named["saw"] = &saw{}
	r := &runner{host: os.Getenv("HOST")}
	r.jobs = append(r.jobs, struct {
		kind string
		job  job
	}{"returned", &returned{}}, struct {
		kind string
		job  job
	}{"counted", counted{}})
	lambda.Start(r.handle)
}
