// Package image shrinks pictures that are too large for a screen.
package image

import (
	"bytes"
	"fmt"
	"image"
	_ "image/jpeg" // decoders register themselves
	"image/png"
	"io"
)

// Shrink reads a picture and writes every second pixel of it as PNG.
func Shrink(from io.Reader) (*bytes.Buffer, error) {
	full, _, err := image.Decode(from)
	if err != nil {
		return nil, fmt.Errorf("decode picture: %w", err)
	}
	size := full.Bounds().Size()
	half := image.NewRGBA(image.Rect(0, 0, size.X/2, size.Y/2))
	for y := range size.Y / 2 {
		for x := range size.X / 2 {
			half.Set(x, y, full.At(x*2, y*2))
		}
	}
	out := new(bytes.Buffer)
	if err := png.Encode(out, half); err != nil {
		return nil, fmt.Errorf("encode picture: %w", err)
	}
	return out, nil
}
