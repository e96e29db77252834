package main

import (
	"bufio"
	"context"
	"io"
	"log"
	"os/exec"
	"strings"

	"github.com/aws/aws-lambda-go/lambda"
)

func report(out io.Reader) {
	lines := bufio.NewScanner(out)
	for lines.Scan() {
		log.Print(lines.Text())
	}
}

// The command ends before all that it has written is reported.
func started(ctx context.Context, name string) (*exec.Cmd, error) {
	cmd := exec.CommandContext(ctx, name)
	out, err := cmd.StdoutPipe()
	if err != nil {
		return nil, err
	}
	if err := cmd.Start(); err != nil {
		return nil, err
	}
	go report(out) // want: ^nothing waits for the goroutine that started starts
	return cmd, nil
}

// The command reads what the goroutine writes, to its end.
func fed(ctx context.Context, text string) error {
	cmd := exec.CommandContext(ctx, "/opt/bin/convert")
	in, err := cmd.StdinPipe()
	if err != nil {
		return err
	}
	go func() {
		defer in.Close()
		_, _ = io.Copy(in, strings.NewReader(text))
	}()
	return cmd.Run()
}

func reported(ctx context.Context) error {
	cmd := exec.CommandContext(ctx, "/opt/bin/list")
	out, err := cmd.StderrPipe()
	if err != nil {
		return err
	}
	done := make(chan struct{})
	go func() {
		report(out)
		close(done)
	}()
	if err := cmd.Start(); err != nil {
		return err
	}
	<-done
	return cmd.Wait()
}

func handle(ctx context.Context, name string) error {
	cmd, err := started(ctx, name)
	if err != nil {
		return err
	}
	if err := cmd.Wait(); err != nil {
		return err
	}
	if err := fed(ctx, name); err != nil {
		return err
	}
	return reported(ctx)
}

func main() {
	lambda.Start(handle)
}
