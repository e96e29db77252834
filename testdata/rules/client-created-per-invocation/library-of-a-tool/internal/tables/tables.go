// Package tables looks at tables.
package tables

import (
	"context"
	"errors"

	"github.com/aws/aws-sdk-go-v2/config"
	ddb "github.com/aws/aws-sdk-go-v2/service/dynamodb"

	"example.com/x/internal/settings"
)

// Count tells how many there are.
func Count(ctx context.Context) (int, error) {
	svc := ddb.NewFromConfig(settings.AWS()) // want: ^dynamodb client is created at each invocation$
	out, err := svc.ListTables(ctx, &ddb.ListTablesInput{})
	if err != nil {
		return 0, err
	}
	return len(out.TableNames), nil
}

// Ready says no where a table has nothing in it.
func Ready(ctx context.Context, table string) error {
	client := ddb.NewFromConfig(settings.AWS()) // want: ^dynamodb client is created at each invocation$
	out, err := client.DescribeTable(ctx, &ddb.DescribeTableInput{TableName: &table})
	if err != nil {
		return err
	}
	if *out.Table.ItemCount == 0 {
		return errors.New("no items")
	}
	return nil
}

// Limits can fail before it asks, which its callers handle.
func Limits(ctx context.Context) (int64, error) {
	cfg, err := config.LoadDefaultConfig(ctx) // want: ^AWS configuration is loaded at each invocation$
	if err != nil {
		return 0, err
	}
	out, err := ddb.NewFromConfig(cfg).DescribeLimits(ctx, &ddb.DescribeLimitsInput{})
	if err != nil {
		return 0, err
	}
	return *out.AccountMaxReadCapacityUnits, nil
}
