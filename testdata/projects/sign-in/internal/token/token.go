// Package token holds the rules of sign-in tokens and knows nothing of AWS.
package token

import (
	"crypto/rand"
	"encoding/hex"
	"errors"
	"time"
)

// ErrNoOwner is returned for a token that would belong to nobody.
var ErrNoOwner = errors.New("a token needs an owner")

// Token proves that its owner signed in.
type Token struct {
	ID      string
	Owner   string
	Expires time.Time
}

// Issue makes a token that is good for the given time.
func Issue(owner string, life time.Duration) (Token, error) {
	if owner == "" {
		return Token{}, ErrNoOwner
	}
	raw := make([]byte, 16)
	if _, err := rand.Read(raw); err != nil {
		return Token{}, err
	}
	return Token{ID: hex.EncodeToString(raw), Owner: owner, Expires: time.Now().Add(life)}, nil
}
