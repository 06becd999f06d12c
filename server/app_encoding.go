package main

import (
	"strconv"
	"strings"
)

// weights are the codings that Accept-Encoding names, with their weights (RFC 9110, 12.5.3).
// The libraries that serve packed files look for "br" and "gzip" in the header and take "br;q=0"
// for a yes.
type weights map[string]float64

func codings(accept []string) weights {
	w := weights{}
	for part := range strings.SplitSeq(strings.Join(accept, ","), ",") {
		coding, params, weighted := strings.Cut(part, ";")
		q := 1.0
		if weighted {
			name, value, _ := strings.Cut(strings.TrimSpace(params), "=")
			parsed, err := strconv.ParseFloat(strings.TrimSpace(value), 64)
			q = 0 // what cannot be read is not asked for
			if strings.EqualFold(strings.TrimSpace(name), "q") && err == nil && parsed >= 0 && parsed <= 1 {
				q = parsed
			}
		}
		if coding = strings.ToLower(strings.TrimSpace(coding)); coding != "" {
			w[coding] = q
		}
	}
	return w
}

// of is the weight of a coding; 0: it is not accepted.
func (w weights) of(coding string) float64 {
	if q, named := w[coding]; named {
		return q
	}
	return w["*"]
}

// plain is the weight of the file as it is. Where nothing is said of it, it is taken last; it is
// sent to those too who refuse everything.
func (w weights) plain() float64 {
	if q, named := w["identity"]; named {
		return q
	}
	return w["*"]
}
