package main

import (
	"context"
	"database/sql"

	"github.com/aws/aws-lambda-go/lambda"
	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/config"
	"github.com/aws/aws-sdk-go-v2/service/kms"
	"github.com/aws/aws-sdk-go-v2/service/s3"
	"github.com/aws/aws-sdk-go-v2/service/secretsmanager"
)

type request struct {
	Secret string
	Region string
	Key    []byte
}

var base = load()

func load() aws.Config {
	cfg, err := config.LoadDefaultConfig(context.Background())
	if err != nil {
		panic(err)
	}
	return cfg
}

// open asks for what the request names: who asks could be kept.
func open(ctx context.Context, name string) (*sql.DB, error) {
	store := secretsmanager.NewFromConfig(base) // want: ^secretsmanager client is created at each invocation$
	found, err := store.GetSecretValue(ctx, &secretsmanager.GetSecretValueInput{SecretId: &name})
	if err != nil {
		return nil, err
	}
	return sql.Open("postgres", *found.SecretString)
}

// credentials of the request are decrypted by a client that is the same for all.
func files(ctx context.Context, r request) (*s3.Client, error) {
	cfg, err := config.LoadDefaultConfig(ctx) // want: ^AWS configuration is loaded at each invocation$
	if err != nil {
		return nil, err
	}
	plain, err := kms.NewFromConfig(cfg).Decrypt(ctx, &kms.DecryptInput{CiphertextBlob: r.Key})
	if err != nil {
		return nil, err
	}
	own := cfg.Copy()
	own.AppID = string(plain.Plaintext)
	return s3.NewFromConfig(own), nil
}

// elsewhere loads what only the region of the request needs.
func elsewhere(ctx context.Context, r request) (*s3.Client, error) {
	cfg, err := config.LoadDefaultConfig(ctx)
	if err != nil {
		return nil, err
	}
	return s3.NewFromConfig(cfg, func(o *s3.Options) { o.Region = r.Region }), nil
}

func handle(ctx context.Context, r request) error {
	db, err := open(ctx, r.Secret)
	if err != nil {
		return err
	}
	defer db.Close()
	own, err := files(ctx, r)
	if err != nil {
		return err
	}
	if _, err := own.ListBuckets(ctx, nil); err != nil {
		return err
	}
	other, err := elsewhere(ctx, r)
	if err != nil {
		return err
	}
	_, err = other.ListBuckets(ctx, nil)
	return err
}

func main() {
	lambda.Start(handle)
}
