package codec

import (
	"encoding/json"
	"fmt"
)

// Read decodes what a caller sent.
func Read[T any](raw json.RawMessage) (T, error) {
	var t T
	if err := json.Unmarshal(raw, &t); err != nil {
		return t, fmt.Errorf("read: %v", err) // want: %v keeps the text of the error only
	}
	return t, nil
}

// Check says whether it could be decoded.
func Check[T fmt.Stringer](t T) error {
	return fmt.Errorf("%s", t)
}
