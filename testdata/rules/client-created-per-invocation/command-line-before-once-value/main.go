package main

import (
	"flag"
	"fmt"
	"os"

	"github.com/aws/aws-lambda-go/lambda"
	"github.com/aws/aws-sdk-go/aws"
	"github.com/aws/aws-sdk-go/aws/session"
	"github.com/aws/aws-sdk-go/service/ecr"
	"github.com/aws/aws-sdk-go/service/sns"
)

type options struct {
	Region  string
	Profile string
	Topic   string
}

var given options

type scan struct {
	client *ecr.ECR
	name   string
}

func makeImagesClient(region, profile string) *ecr.ECR {
	sess := session.Must(session.NewSessionWithOptions(session.Options{ // want: ^AWS session is created at each invocation$
		Profile: profile,
		Config:  aws.Config{Region: aws.String(region)},
	}))
	return ecr.New(sess)
}

func images(name string) (int, error) {
	// one repository at a time
	wanted := scan{
		client: makeImagesClient(given.Region, given.Profile),
		name:   name,
	}
	out, err := wanted.client.DescribeImages(&ecr.DescribeImagesInput{RepositoryName: &wanted.name})
	if err != nil {
		return 0, err
	}
	return len(out.ImageDetails), nil
}

func tell(text string) error {
	if given.Topic != "" {
		s := session.Must(session.NewSession()) // want: ^AWS session is created at each invocation$
		_, err := sns.New(s).Publish(&sns.PublishInput{TopicArn: aws.String(given.Topic), Message: &text})
		return err
	}
	return nil
}

func handle(name string) error {
	found, err := images(name)
	if err != nil {
		return err
	}
	return tell(fmt.Sprint(found))
}

func main() {
	flag.StringVar(&given.Region, "region", "", "where the images are")
	flag.StringVar(&given.Profile, "profile", "", "who looks at them")
	flag.StringVar(&given.Topic, "topic", os.Getenv("TOPIC"), "who is told")
	flag.Parse()
	lambda.Start(handle)
}
