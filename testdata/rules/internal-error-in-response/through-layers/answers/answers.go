// Package answers makes bodies.
package answers

import (
	"encoding/json"

	"example.com/library/failures"
)

// Result is what the program found out.
type Result struct {
	Status  int
	Problem *Problem
}

// Problem is what callers see of an error.
type Problem struct {
	Text string `json:"text"`
}

// Body is the JSON that is sent.
type Body struct {
	Problem *Problem `json:"problem"`
}

func (b *Body) Text() (string, error) {
	text, err := json.Marshal(*b)
	if err != nil {
		return "", err
	}
	return string(text), nil
}

func Of(err error, absent bool) *Result {
	problem, status := describe(err, absent)
	return &Result{Status: status, Problem: problem}
}

func describe(err error, absent bool) (*Problem, int) {
	if absent {
		return ofAbsent(failures.AsAbsent(err)), 404
	}
	return ofBroken(failures.AsBroken(err)), 500
}

func ofAbsent(err failures.Absent) *Problem { return &Problem{Text: err.Error()} }

func ofBroken(err failures.Broken) *Problem {
	return &Problem{Text: err.Error()} // want: ^err.Error\(\) sends the text of an internal error
}

func Encoded(result *Result) (string, error) {
	body := &Body{Problem: result.Problem}
	return body.Text()
}
