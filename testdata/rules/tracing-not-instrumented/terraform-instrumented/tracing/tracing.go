// Package tracing gives clients that make segments.
package tracing

import "net/http"

// Client is instrumented.
var Client = &http.Client{}
