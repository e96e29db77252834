package main

import (
	"archive/zip"
	"bytes"
	"context"
	"crypto/ecdsa"
	"crypto/x509"
	"encoding/pem"
	"errors"
	"fmt"
	"image"

	"github.com/aws/aws-lambda-go/lambda"
)

func key(text string) (*ecdsa.PrivateKey, error) {
	block, rest := pem.Decode([]byte(text))
	if block == nil {
		return nil, fmt.Errorf("no key in %v", rest)
	}
	found, err := x509.ParseECPrivateKey(block.Bytes)
	if err != nil {
		return nil, fmt.Errorf("key: %v", err) // want: ^%v keeps
	}
	return found, nil
}

func packed(name string) ([]byte, error) {
	var out bytes.Buffer
	archive := zip.NewWriter(&out)
	if _, err := archive.Create(name); err != nil {
		return nil, fmt.Errorf("entry %s: %s", name, err) // want: ^%s keeps
	}
	if err := archive.Close(); err != nil {
		return nil, fmt.Errorf("close: %v", err) // want: ^%v keeps
	}
	return out.Bytes(), nil
}

func handle(ctx context.Context, text string) (int, error) {
	if _, err := key(text); err != nil {
		return 0, err
	}
	data, err := packed(text)
	if err != nil {
		return 0, err
	}
	_, format, failed := image.Decode(bytes.NewReader(data))
	if failed != nil {
		return 0, fmt.Errorf("%s: %v", format, failed) // want: ^%v keeps
	}
	if format == "" {
		return 0, errors.New("no format")
	}
	return len(format), nil
}

func main() {
	lambda.Start(handle)
}
