package main

import (
	"context"
	"encoding/json"
	"encoding/xml"
	"io"
	"log"
	"log/slog"
	"net/http"
	"os"
	"sort"

	"github.com/aws/aws-lambda-go/lambda"
)

type day string

func (d *day) UnmarshalJSON(text []byte) error {
	if len(text) != 12 {
		log.Fatal("no day") // want: ^log.Fatal ends the process
	}
	*d = day(text)
	return nil
}

type cents int64

func (c cents) MarshalJSON() ([]byte, error) {
	if c < 0 {
		log.Fatal("negative") // want: ^log.Fatal ends the process
	}
	return []byte("1"), nil
}

func (c cents) MarshalText() ([]byte, error) { return []byte("1"), nil }

// order is what comes in, and line what goes out.
type order struct {
	Days []struct{ From, To day }
}

type line struct{ Price *cents }

// feed is what a request brings, and moment a part of it.
type feed struct{ Read moment }

type moment string

func (m *moment) UnmarshalXML(d *xml.Decoder, start xml.StartElement) error {
	if start.Name.Local == "" {
		log.Fatal("no name") // want: ^log.Fatal ends the process
	}
	return d.DecodeElement((*string)(m), &start)
}

type zeroes struct{ left int }

func (z *zeroes) Read(p []byte) (int, error) {
	if z.left -= len(p); z.left < 0 {
		log.Fatal("too long") // want: ^log.Fatal ends the process
	}
	return len(p), nil
}

type byDay []order

func (b byDay) Len() int { return len(b) }

func (b byDay) Swap(i, j int) { b[i], b[j] = b[j], b[i] }

func (b byDay) Less(i, j int) bool {
	if len(b[i].Days) == 0 {
		log.Fatal("empty") // want: ^log.Fatal ends the process
	}
	return b[i].Days[0].From < b[j].Days[0].From
}

type signing struct{ next http.RoundTripper }

func (s *signing) RoundTrip(r *http.Request) (*http.Response, error) {
	if r.URL == nil {
		log.Fatal("no address") // want: ^log.Fatal ends the process
	}
	return s.next.RoundTrip(r)
}

// printed is only ever printed: nobody reads from it.
type printed struct{}

func (printed) Read([]byte) (int, error) {
	log.Fatal("never read")
	return 0, nil
}

// spelled is never given to who would encode it.
type spelled struct{}

func (spelled) MarshalJSON() ([]byte, error) {
	log.Fatal("never encoded")
	return nil, nil
}

// sink has the name of a method that loggers call, but not its type.
type sink struct{}

func (sink) Handle(context.Context, string) error {
	log.Fatal("never handled")
	return nil
}

type service struct {
	http *http.Client
	sink sink
}

func (s *service) handle(ctx context.Context, o order) (line, error) {
	request, err := http.NewRequestWithContext(ctx, http.MethodGet, "https://example.com", nil)
	if err != nil {
		return line{}, err
	}
	answer, err := s.http.Do(request)
	if err != nil {
		return line{}, err
	}
	defer answer.Body.Close()
	if _, err := io.Copy(io.Discard, &zeroes{left: 100}); err != nil {
		return line{}, err
	}
	var read feed
	text, err := io.ReadAll(answer.Body)
	if err != nil {
		return line{}, err
	}
	if err := xml.Unmarshal(text, &read); err != nil {
		return line{}, err
	}
	sort.Sort(byDay{o})
	log.Print(printed{}, spelled{})
	price := cents(1)
	if err := json.NewEncoder(os.Stdout).Encode([]*cents{&price}); err != nil {
		return line{}, err
	}
	return line{Price: &price}, nil
}

func main() {
	slog.SetDefault(slog.New(slog.NewJSONHandler(os.Stdout, nil)))
	s := &service{http: &http.Client{Transport: &signing{next: http.DefaultTransport}}, sink: sink{}}
	lambda.Start(s.handle)
}
