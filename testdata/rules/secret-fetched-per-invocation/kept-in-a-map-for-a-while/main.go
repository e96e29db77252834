package main

import (
	"context"
	"sync"
	"time"

	"github.com/aws/aws-lambda-go/lambda"
	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/secretsmanager"
)

type entry struct {
	text string
	at   time.Time
}

type vault struct {
	client *secretsmanager.Client
	mu     sync.RWMutex
	known  map[string]entry
}

func (v *vault) get(ctx context.Context, name string) (string, error) {
	v.mu.RLock()
	if e, ok := v.known[name]; ok {
		if time.Since(e.at) < time.Minute {
			v.mu.RUnlock()
			return e.text, nil
		}
	}
	v.mu.RUnlock()
	out, err := v.client.GetSecretValue(ctx, &secretsmanager.GetSecretValueInput{SecretId: &name})
	if err != nil {
		return "", err
	}
	v.mu.Lock()
	v.known[name] = entry{aws.ToString(out.SecretString), time.Now()}
	v.mu.Unlock()
	return v.known[name].text, nil
}

func (v *vault) always(ctx context.Context, name string) (string, error) {
	if e, ok := v.known[name]; ok {
		if time.Since(e.at) < time.Minute {
			return e.text, nil
		}
	}
	out, err := v.client.GetSecretValue(ctx, &secretsmanager.GetSecretValueInput{SecretId: &name}) // want: secret is fetched at each invocation
	return aws.ToString(out.SecretString), err
}

var (
	once sync.Once
	only *vault
)

func open() *vault {
	once.Do(func() {
		only = &vault{client: secretsmanager.New(secretsmanager.Options{}), known: map[string]entry{}}
	})
	return only
}

func handle(ctx context.Context) (string, error) {
	v := open()
	if _, err := v.always(ctx, "db/user"); err != nil {
		return "", err
	}
	return v.get(ctx, "db/password")
}

func main() {
	lambda.Start(handle)
}
