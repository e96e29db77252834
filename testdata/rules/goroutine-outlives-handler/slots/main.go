package main

import (
	"bytes"
	"context"
	"log"
	"net/http"
	"sync"

	"github.com/aws/aws-lambda-go/lambda"
)

func work(i int) int { return i + 1 }

func lost(n int) {
	slots := make(chan struct{}, 3)
	for i := range n {
		slots <- struct{}{}
		go func() { // want: ^nothing waits for the goroutine that lost starts
			defer func() { <-slots }()
			work(i)
		}()
	}
}

func filled(n int) {
	slots := make(chan struct{}, 3)
	for i := range n {
		slots <- struct{}{}
		go func() {
			defer func() { <-slots }()
			work(i)
		}()
	}
	for range cap(slots) {
		slots <- struct{}{}
	}
}

type meter struct {
	names chan string
	wg    sync.WaitGroup
}

func (m *meter) loop() {
	defer m.wg.Done()
	for name := range m.names {
		log.Print(name)
	}
}

func (m *meter) Close() error {
	close(m.names)
	m.wg.Wait()
	return nil
}

func tell(text string) {
	go func() { // want: ^nothing waits for the goroutine that tell starts
		response, err := http.Post("https://example.com", "text/plain", bytes.NewBufferString(text))
		if err != nil {
			return
		}
		defer response.Body.Close()
	}()
}

func counted(n int) int {
	counts := make(chan int)
	go func() {
		for i := range n {
			counts <- work(i)
		}
		close(counts)
	}()
	sum := 0
	for c := range counts {
		sum += work(c)
	}
	return sum
}

func forgotten(n int) {
	counts := make(chan int, 1)
	go func() { // want: ^nothing waits for the goroutine that forgotten starts
		counts <- work(n)
	}()
}

func handle(ctx context.Context, n int) (int, error) {
	m := &meter{names: make(chan string, 8)}
	m.wg.Add(1)
	go m.loop()
	defer m.Close()
	lost(n)
	filled(n)
	tell("done")
	forgotten(n)
	return counted(n), ctx.Err()
}

func main() {
	lambda.Start(handle)
}
