package settings

import (
	"context"

	"github.com/aws/aws-sdk-go-v2/service/kms"
)

var keys = kms.New(kms.Options{})

func Load(ctx context.Context) error {
	_, err := keys.Decrypt(ctx, &kms.DecryptInput{CiphertextBlob: []byte("…")}) // want: decrypted value is fetched at each invocation
	return err
}
