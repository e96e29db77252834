package main

import (
	"context"
	"time"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"
)

type member struct {
	name string
	room room
}

type room struct{ id string }

var (
	current = member{}
	guest   = &member{}
	topic   string
	history [8]string
	members = make([]member, 4)
	rates   = make([]string, 16)
	next    int
)

func get() *member { return &current }

func either(fresh bool) *member {
	if fresh {
		return &member{}
	}
	return guest
}

func set(target *string, value string) {
	*target = value // want: ^\*target of a value from start-up keeps data of this request for later ones$
}

func fill(target *string, value string) {
	*target = value
}

func enter(m *member, id string) {
	m.room.id = id // want: ^m.room.id of a value from start-up keeps data
}

func handle(ctx context.Context, e events.APIGatewayWebsocketProxyRequest) (events.APIGatewayProxyResponse, error) {
	id := e.RequestContext.ConnectionID
	one := get()
	one.name = e.QueryStringParameters["name"] // want: ^one.name of a value from start-up keeps data
	two := guest
	two.name = id // want: ^two.name of a value from start-up keeps data
	set(&topic, e.Body)
	enter(guest, id)
	history[next%len(history)] = id // want: ^history\[next%len\(history\)\], an entry of package variable history, keeps data
	members[0].name = id            // want: ^members\[0\].name of a package variable keeps data
	rates[len(id)%16] = id
	next++

	var text string
	fill(&text, e.Body)
	copied := current
	copied.name = id
	maybe := either(id == "")
	maybe.name = id
	three := &member{}
	three.name = text
	*guest = member{}
	history[0] = time.Now().String()
	return events.APIGatewayProxyResponse{StatusCode: 200}, ctx.Err()
}

func main() {
	lambda.Start(handle)
}
