package main

import (
	"context"
	"errors"
	"fmt"
	"log"
	"os"
	"time"

	"github.com/aws/aws-lambda-go/lambda"
	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/config"
	"github.com/aws/aws-sdk-go-v2/service/dynamodb"
	"github.com/aws/aws-sdk-go-v2/service/kms"
	"github.com/aws/aws-sdk-go-v2/service/s3"
	"github.com/aws/aws-sdk-go-v2/service/secretsmanager"
	"github.com/aws/aws-sdk-go-v2/service/sns"
	"github.com/aws/aws-sdk-go-v2/service/sqs"
	"github.com/aws/aws-sdk-go-v2/service/ssm"
)

var keys *kms.Client

// withTimeout has a context of its own.
func withTimeout(ctx context.Context) error {
	ctx, cancel := context.WithTimeout(ctx, 2*time.Second)
	defer cancel()
	cfg, err := config.LoadDefaultConfig(ctx) // want: AWS configuration is loaded
	if err != nil {
		return err
	}
	_, err = s3.NewFromConfig(cfg).ListBuckets(ctx, &s3.ListBucketsInput{})
	return err
}

// ownContext needs its context for nothing else.
func ownContext(name string) (err error) {
	defer func() {
		if err != nil {
			err = fmt.Errorf("own context: %w", err)
		}
	}()
	loadCtx, cancel := context.WithTimeout(context.Background(), 2*time.Second)
	defer cancel()
	cfg, err := config.LoadDefaultConfig(loadCtx, config.WithRegion("eu-west-3")) // want: AWS configuration is loaded
	if err != nil {
		return errors.New("no configuration")
	}
	client := dynamodb.NewFromConfig(cfg)
	_, err = client.ListTables(context.TODO(), &dynamodb.ListTablesInput{ExclusiveStartTableName: aws.String(name)})
	return err
}

// inLoop makes a client for each item.
func inLoop(ctx context.Context, items []string) error {
	for n, item := range items {
		const region = "eu-west-2"
		cfg, err := config.LoadDefaultConfig(ctx, config.WithRegion(region)) // want: AWS configuration is loaded
		if err != nil {
			log.Printf("item %d", n)
			continue
		}
		queue := sqs.NewFromConfig(cfg)
		out, err := queue.SendMessage(ctx, &sqs.SendMessageInput{QueueUrl: aws.String("q"), MessageBody: aws.String(item)})
		if err != nil {
			return err
		}
		log.Println(aws.ToString(out.MessageId))
	}
	return nil
}

// checked looks at what it reads.
func checked(ctx context.Context, text string) error {
	topic := os.Getenv("TOPIC")
	region := os.Getenv("TOPIC_REGION")
	if region == "" {
		return errors.New("TOPIC_REGION is not set")
	}
	client := sns.New(sns.Options{Region: region}) // want: sns client is created
	_, err := client.Publish(ctx, &sns.PublishInput{TopicArn: &topic, Message: &text})
	return err
}

// packageVariable sets a variable of the package each time.
func packageVariable(ctx context.Context) error {
	keys = kms.New(kms.Options{}) // want: kms client is created
	_, err := keys.ListKeys(ctx, &kms.ListKeysInput{})
	return err
}

// declaredBefore has a declaration, and the value later.
func declaredBefore(ctx context.Context) (string, error) {
	var client *ssm.Client
	var err error
	client = ssm.New(ssm.Options{}) // want: ssm client is created
	found, err := client.GetParameter(ctx, &ssm.GetParameterInput{Name: aws.String("p")})
	if err != nil {
		return "", err
	}
	return aws.ToString(found.Parameter.Value), nil
}

// inGoroutine makes a client where it is used.
func inGoroutine(ctx context.Context, name string) error {
	done := make(chan error, 1)
	go func() {
		c := secretsmanager.New(secretsmanager.Options{}) // want: secretsmanager client is created
		_, err := c.DescribeSecret(ctx, &secretsmanager.DescribeSecretInput{SecretId: aws.String(name)})
		done <- err
	}()
	return <-done
}

func handle(ctx context.Context, items []string) error {
	if len(items) == 0 {
		return errors.New("nothing to do")
	}
	for _, step := range []func(context.Context) error{withTimeout, packageVariable} {
		if err := step(ctx); err != nil {
			return err
		}
	}
	if err := withTimeout(ctx); err != nil {
		return err
	}
	if err := packageVariable(ctx); err != nil {
		return err
	}
	if err := ownContext(items[0]); err != nil {
		return err
	}
	if err := inLoop(ctx, items); err != nil {
		return err
	}
	if err := checked(ctx, items[0]); err != nil {
		return err
	}
	if _, err := declaredBefore(ctx); err != nil {
		return err
	}
	return inGoroutine(ctx, items[0])
}

func main() {
	lambda.Start(handle)
}
