package main

import (
	"context"
	"log"
	"net/http"
	"sync"
	"time"

	"github.com/aws/aws-lambda-go/lambda"
)

type hub struct {
	peers []string
	now   func() time.Time
	post  func(ctx context.Context, peer, text string) error
}

// each runs its argument for all peers at once and waits for that.
func (h *hub) each(run func(peer string)) {
	var wg sync.WaitGroup
	for _, peer := range h.peers {
		wg.Add(1)
		go func() {
			defer wg.Done()
			run(peer)
		}()
	}
	wg.Wait()
}

func (h *hub) broadcast(ctx context.Context, text string) {
	h.each(func(peer string) {
		if err := h.post(ctx, peer, text); err != nil {
			log.Println(err)
		}
	})
}

func (h *hub) send(ctx context.Context, peer, text string) error {
	return ctx.Err()
}

// Do has the name of a method of the library's client.
func (h *hub) Do(ctx context.Context, text string) error {
	var wg sync.WaitGroup
	wg.Add(1)
	go func() {
		defer wg.Done()
		h.broadcast(ctx, text)
	}()
	wg.Wait()
	return ping(ctx)
}

func ping(ctx context.Context) error {
	request, err := http.NewRequestWithContext(ctx, http.MethodHead, "https://peers.example", nil)
	if err != nil {
		return err
	}
	go func() { // want: ^nothing waits for the goroutine that ping starts
		answer, err := http.DefaultClient.Do(request)
		if err == nil {
			err = answer.Body.Close()
		}
		log.Println(err)
	}()
	return nil
}

type question struct {
	text   string
	answer chan string
}

func (h *hub) ask(ctx context.Context, text string) string {
	back := make(chan string, 1)
	open := []question{{text, back}}
	go func() {
		for _, q := range open {
			h.broadcast(ctx, q.text)
			q.answer <- "heard"
		}
	}()
	return <-back
}

type task struct{ done chan struct{} }

func (t *task) Done() <-chan struct{} { return t.done }

func started(run func()) *task {
	t := &task{done: make(chan struct{})}
	go func() {
		defer close(t.done)
		run()
	}()
	return t
}

func (h *hub) gather(ctx context.Context) {
	var tasks []*task
	for _, peer := range h.peers {
		tasks = append(tasks, started(func() { log.Println(h.post(ctx, peer, "?")) }))
	}
	for _, t := range tasks {
		<-t.Done()
	}
}

func (h *hub) handle(ctx context.Context, text string) error {
	h.broadcast(ctx, text)
	go func() { log.Println(h.now()) }() // want: ^nothing waits for the goroutine that \(hub\).handle starts
	go h.broadcast(ctx, "again")         // want: ^nothing waits for the goroutine that \(hub\).handle starts
	log.Println(h.ask(ctx, text))
	h.gather(ctx)
	return h.Do(ctx, text)
}

func main() {
	h := &hub{peers: []string{"a", "b"}, now: time.Now}
	h.post = h.send
	lambda.Start(h.handle)
}
