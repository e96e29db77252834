package main

import (
	"context"
	"net/http"

	"github.com/aws/aws-lambda-go/lambda"
	"github.com/aws/aws-sdk-go/aws"
	"github.com/aws/aws-sdk-go/aws/session"
	"github.com/aws/aws-sdk-go/service/sns"
	"golang.org/x/sync/errgroup"
	"gorm.io/gorm"
)

type Parcel struct {
	ID   string
	City string
}

type depot struct {
	rows   *gorm.DB
	topics *sns.SNS
	web    *http.Client
}

func (d *depot) save(ctx context.Context, p *Parcel) error {
	return d.rows.WithContext(context.TODO()).Save(p).Error // want: ^context.TODO\(\) drops the invocation's context, ctx$
}

func (d *depot) count(ctx context.Context, city string) (found int64, err error) {
	err = d.rows.WithContext(ctx).Model(&Parcel{}).Where("city = ?", city).Count(&found).Error
	d.rows.WithContext(context.Background()).Exec("ANALYZE parcels") // want: ^context.Background\(\) drops the invocation's context, ctx$
	return found, err
}

func (d *depot) both(p *Parcel) error {
	group, ctx := errgroup.WithContext(context.Background()) // want: ^context.Background\(\) on the handler path: \(depot\).both takes no context.Context$
	group.Go(func() error { return d.save(ctx, p) })
	group.Go(func() error { return d.track(ctx, p.ID) })
	return group.Wait()
}

func (d *depot) announce(ctx context.Context, id string) error {
	input := &sns.PublishInput{Message: aws.String(id)}
	_, err := d.topics.PublishWithContext(aws.BackgroundContext(), input) // want: ^aws.BackgroundContext\(\) drops the invocation's context, ctx$
	return err
}

// track asks for the parcel with the context that it is given, in the end.
func (d *depot) track(ctx context.Context, id string) error {
	request, err := http.NewRequestWithContext(context.Background(), http.MethodGet, "https://parcels.example/"+id, nil)
	if err != nil {
		return err
	}
	answer, err := d.web.Do(request.WithContext(ctx))
	if err != nil {
		return err
	}
	return answer.Body.Close()
}

func (d *depot) ping() error {
	fresh := context.Background() // want: ^context.Background\(\) on the handler path: \(depot\).ping takes no context.Context$
	request, err := http.NewRequest(http.MethodHead, "https://parcels.example/", nil)
	if err != nil {
		return err
	}
	answer, err := d.web.Do(request.WithContext(fresh))
	if err != nil {
		return err
	}
	return answer.Body.Close()
}

func (d *depot) handle(ctx context.Context, p Parcel) error {
	if _, err := d.count(ctx, p.City); err != nil {
		return err
	}
	if err := d.ping(); err != nil {
		return err
	}
	if err := d.both(&p); err != nil {
		return err
	}
	return d.announce(ctx, p.ID)
}

// dialect is that of the database.
var dialect gorm.Dialector

func main() {
	rows, err := gorm.Open(dialect, &gorm.Config{})
	if err != nil {
		panic(err)
	}
	d := &depot{rows, sns.New(session.Must(session.NewSession())), http.DefaultClient}
	lambda.Start(d.handle)
}
