package main

import (
	"context"
	"io"
	"log"
	"sync"
	"time"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"
)

type result struct {
	id  string
	err error
}

type pool struct {
	wg   sync.WaitGroup
	errs chan error
}

func (p *pool) run(job string) {
	p.wg.Add(1)
	go func() {
		defer p.wg.Done()
		p.errs <- process(job)
	}()
}

func (p *pool) close() {
	p.wg.Wait()
	close(p.errs)
}

func process(job string) error {
	log.Println(job)
	return nil
}

func worker(jobs <-chan string, out chan<- result, wg *sync.WaitGroup) {
	defer wg.Done()
	for job := range jobs {
		out <- result{job, process(job)}
	}
}

func lookup(id string) <-chan result {
	found := make(chan result, 1)
	go func() {
		found <- result{id, process(id)}
	}()
	return found
}

func background(job func()) {
	go job()
}

func limited(jobs []string) {
	slots := make(chan struct{}, 4)
	for _, job := range jobs {
		slots <- struct{}{}
		go func() {
			defer func() { <-slots }()
			_ = process(job)
		}()
	}
	for i := 0; i < cap(slots); i++ {
		slots <- struct{}{}
	}
}

func streamed(w io.Writer) error {
	r, pw := io.Pipe()
	go func() {
		_, err := pw.Write([]byte("x"))
		pw.CloseWithError(err)
	}()
	_, err := io.Copy(w, r)
	return err
}

func handle(ctx context.Context, e events.SQSEvent) error {
	jobs, out := make(chan string), make(chan result)
	var wg sync.WaitGroup
	for i := 0; i < 3; i++ {
		wg.Add(1)
		go worker(jobs, out, &wg)
	}
	go func() {
		defer close(jobs)
		for _, record := range e.Records {
			jobs <- record.Body
		}
	}()
	go func() {
		wg.Wait()
		close(out)
	}()
	for one := range out {
		if one.err != nil {
			return one.err
		}
	}

	p := &pool{errs: make(chan error, 10)}
	p.run("a")
	p.close()

	first := <-lookup("a")
	log.Println(first.id)
	pending := []<-chan result{}
	for _, record := range e.Records {
		pending = append(pending, lookup(record.MessageId))
	}
	for _, one := range pending {
		log.Println((<-one).id)
	}

	finished := make(chan struct{})
	go func() {
		defer close(finished)
		_ = process("b")
	}()
	select {
	case <-finished:
	case <-time.After(time.Second):
	}

	var all sync.WaitGroup
	done := func() { all.Done() }
	all.Add(2)
	go func() {
		defer done()
		_ = process("c")
	}()
	background(func() {
		defer all.Done()
		_ = process("d")
	})
	all.Wait()

	sub, cancel := context.WithCancel(ctx)
	go func() {
		defer cancel()
		_ = process("e")
	}()
	<-sub.Done()

	limited([]string{"f"})
	return streamed(log.Writer())
}

func main() {
	lambda.Start(handle)
}
