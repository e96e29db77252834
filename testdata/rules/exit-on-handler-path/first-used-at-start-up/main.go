package main

import (
	"context"
	"log"
	"os"
	"sync"
	"time"

	"github.com/aws/aws-lambda-go/lambda"
)

type settings struct {
	table string
}

var (
	current *settings
	loading sync.Once
	shared  *settings
	late    *settings
	fresh   *settings
	read    time.Time
	tables  = map[string]*settings{}
	lazy    = sync.OnceValue(func() *settings {
		if os.Getenv("LAZY") == "" {
			log.Fatal("no lazy table")
		}
		return &settings{os.Getenv("LAZY")}
	})
	lazier = sync.OnceValue(func() *settings {
		if os.Getenv("LAZIER") == "" {
			log.Fatal("no lazier table") // want: ends the process
		}
		return &settings{os.Getenv("LAZIER")}
	})
)

// get is used by main first: what ends the process here ends it at start-up.
func get() *settings {
	if current == nil {
		if os.Getenv("TABLE") == "" {
			log.Fatal("no table")
		}
		current = &settings{os.Getenv("TABLE")}
	}
	return current
}

func once() *settings {
	loading.Do(func() {
		shared = load("SHARED")
	})
	return shared
}

func load(name string) *settings {
	if os.Getenv(name) == "" {
		log.Fatalf("no %s", name)
	}
	return &settings{os.Getenv(name)}
}

// onDemand is used by main only sometimes.
func onDemand() *settings {
	if late == nil {
		if os.Getenv("LATE") == "" {
			log.Fatal("no late table") // want: ends the process
		}
		late = &settings{os.Getenv("LATE")}
	}
	return late
}

func renewed() *settings {
	if fresh == nil || time.Since(read) > time.Minute {
		if os.Getenv("FRESH") == "" {
			log.Fatal("no fresh table") // want: ends the process
		}
		fresh, read = &settings{os.Getenv("FRESH")}, time.Now()
	}
	return fresh
}

func named(name string) *settings {
	if _, ok := tables[name]; !ok {
		if os.Getenv(name) == "" {
			log.Fatal("no such table") // want: ends the process
		}
		tables[name] = &settings{os.Getenv(name)}
	}
	return tables[name]
}

func handle(ctx context.Context, name string) (string, error) {
	return get().table + once().table + onDemand().table + renewed().table + named(name).table + lazy().table +
		lazier().table, nil
}

func prepare() {
	once()
}

func main() {
	log.Print(get().table)
	prepare()
	renewed()
	named("A")
	lazy()
	if os.Getenv("EAGER") != "" {
		onDemand()
	}
	lambda.Start(handle)
}
