package main

import (
	"bufio"
	"context"
	"io"
	"log"
	"os/exec"
	"sync"

	"github.com/aws/aws-lambda-go/lambda"
)

func report(out io.Reader, group *sync.WaitGroup) {
	defer group.Done()
	lines := bufio.NewScanner(out)
	for lines.Scan() {
		log.Print(lines.Text())
	}
}

// Both readers are awaited here; whether this is awaited, others decide.
func reportBoth(out, errs io.Reader) {
	group := &sync.WaitGroup{}
	group.Add(2)
	go report(out, group)
	go report(errs, group)
	group.Wait()
}

func started(ctx context.Context, name string) (*exec.Cmd, error) {
	cmd := exec.CommandContext(ctx, name)
	out, err := cmd.StdoutPipe()
	if err != nil {
		return nil, err
	}
	errs, err := cmd.StderrPipe()
	if err != nil {
		return nil, err
	}
	go reportBoth(out, errs) // want: ^nothing waits for the goroutine that started starts
	return cmd, cmd.Start()
}

func handle(ctx context.Context, names []string) error {
	jobs := make([]func() error, 0, len(names))
	for _, name := range names {
		jobs = append(jobs, func() error {
			cmd, err := started(ctx, name)
			if err != nil {
				return err
			}
			return cmd.Wait()
		})
	}
	var all sync.WaitGroup
	all.Add(len(jobs))
	for _, job := range jobs {
		go func() {
			defer all.Done()
			if err := job(); err != nil {
				log.Print(err)
			}
		}()
	}
	all.Wait()
	return nil
}

func main() {
	lambda.Start(handle)
}
