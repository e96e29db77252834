// Package failures has the errors of the program.
package failures

import (
	"encoding/json"
	"errors"

	"github.com/aws/aws-lambda-go/events"
)

// Reply is an error that knows how to answer: its text is its JSON.
type Reply struct {
	Message string `json:"message"`
	Status  int    `json:"-"`
	Hidden  string `json:"-"`
}

func (r Reply) Error() string {
	text, _ := json.Marshal(r)
	return string(text)
}

func (r Reply) Answer() events.APIGatewayProxyResponse {
	return events.APIGatewayProxyResponse{StatusCode: r.Status, Body: r.Error()} // want: ^r.Error\(\) sends the text of an internal error
}

// Note is made in the same way, of own texts only.
type Note struct {
	Message string `json:"message"`
	Hidden  string `json:"-"`
}

func (n Note) Error() string {
	text, _ := json.Marshal(n)
	return string(text)
}

func (n Note) Answer() events.APIGatewayProxyResponse {
	return events.APIGatewayProxyResponse{StatusCode: 400, Body: n.Error()}
}

func Missing() Reply { return Reply{Message: "no such book", Status: 404} }

func Unknown(text string) Reply { return Reply{Message: "unexpected: " + text, Status: 500} }

// From keeps what is a Reply already.
func From(err error) Reply {
	if known, ok := err.(Reply); ok {
		return known
	}
	return Unknown(err.Error())
}

func Noted(err error) Note { return Note{Message: "try again", Hidden: err.Error()} }

// base is what the kinds of errors below have in common.
type base struct{ text string }

func (b base) Error() string { return b.text }

func newBase(text string) base { return base{text: text} }

// Absent says what is not there.
type Absent struct{ base }

func NewAbsent(what string) Absent { return Absent{base: newBase(what + " is not there")} }

// Broken holds the text of any error.
type Broken struct{ base }

func NewBroken(text string) Broken { return Broken{base: newBase(text)} }

func AsAbsent(err error) Absent {
	var absent Absent
	if errors.As(err, &absent) {
		return absent
	}
	return NewAbsent("it")
}

func AsBroken(err error) Broken {
	var broken Broken
	if errors.As(err, &broken) {
		return broken
	}
	return NewBroken(err.Error())
}
