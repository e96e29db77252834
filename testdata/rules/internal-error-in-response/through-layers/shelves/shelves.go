// Package shelves asks the store.
package shelves

import (
	"context"
	"fmt"
	"log"

	"github.com/aws/aws-sdk-go-v2/service/s3"

	"example.com/library/failures"
)

var client = s3.New(s3.Options{})

func Find(ctx context.Context, id string) error {
	found, err := client.HeadObject(ctx, &s3.HeadObjectInput{Key: &id})
	if err != nil {
		return fmt.Errorf("unable to find: %v", err.Error())
	}
	if found.ContentLength == nil {
		return failures.Missing()
	}
	return nil
}

// Line is one line of the log, or a text to send.
type Line struct{ text string }

func Say(format string, values ...any) *Line { return &Line{text: fmt.Sprintf(format, values...)} }

func (l *Line) Text() string { return l.text + "." }

func (l *Line) Log() { log.Print(l.Text()) }
