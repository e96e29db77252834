package main

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"log"
	"net/http"
	"net/url"
	"time"
)

type client struct {
	http *http.Client
	base string
}

var sender = client{http: &http.Client{Timeout: 5 * time.Second}, base: "https://example.com"}

func (c client) each(ctx context.Context, ids []string) error {
	for _, id := range ids {
		resp, err := c.http.Get(c.base + "/" + id) // want: ^c.http.Get goes out
		if err != nil {
			fmt.Println("skipped", id, err)
			continue
		}
		resp.Body.Close()
		if err := c.create(ctx, id); err != nil {
			return err
		}
	}
	c.perhaps(ctx)
	c.ping(ctx)
	return c.told(ctx, ids)
}

func (c client) create(ctx context.Context, id string) (err error) {
	body, err := json.Marshal(map[string]string{"id": id})
	if err != nil {
		return err
	}
	var resp *http.Response
	resp, err = c.http.Post(c.base+"/jobs", "application/json", bytes.NewReader(body)) // want: ^c.http.Post goes out
	if err != nil {
		return fmt.Errorf("create: %w", err)
	}
	defer resp.Body.Close()
	return nil
}

func (c client) told(ctx context.Context, ids []string) error {
	_, err := http.PostForm(c.base, url.Values{ // want: ^http.PostForm goes out
		"id": ids,
	})
	if err != nil {
		return err
	}
	reply, err := c.last(ctx)
	if err != nil {
		return err
	}
	return reply.Body.Close()
}

func (c client) last(ctx context.Context) (*http.Response, error) {
	return http.DefaultClient.Head(c.base) // want: ^http.DefaultClient.Head goes out
}

func (c client) ping(ctx context.Context) {
	_, err := c.http.Get(c.base) // want: ^c.http.Get goes out
	if err != nil {
		log.Fatalln(err)
	}
	_, err = http.Post(c.base, "text/plain", nil) // want: ^http.Post goes out
	if err != nil {
		panic(err)
	}
}

// no fix: who gets no answer goes on without one
func (c client) perhaps(ctx context.Context) {
	resp, err := c.http.Get(c.base) // want: ^c.http.Get goes out
	if err != nil {
		fmt.Println(err)
	}
	if resp != nil {
		resp.Body.Close()
	}
}
