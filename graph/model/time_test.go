package model

import (
	"testing"
	"time"

	"lanyard/internal/problem"
)

// A time that no practice has is refused with a sentence, and one that is read is given back.
func TestTimes(t *testing.T) {
	for text, good := range map[string]bool{
		"1900-01-01T00:00:00Z": true, "2026-03-01T09:00:00.123456-05:00": true, "9999-12-31T23:59:59Z": true,
		"": false, "0001-01-01T00:00:00Z": false, "1899-12-31T23:59:59Z": false, "0001-01-01T00:00:00-12:00": false, "9999-12-31T23:59:59-12:00": false,
	} {
		read, err := UnmarshalTime(text)
		if (err == nil) != good || err != nil && problem.As(err) == nil {
			t.Errorf("%q: %v %v", text, read, err)
		}
		if given, _ := time.Parse(time.RFC3339Nano, text); good && !read.Equal(given) {
			t.Errorf("%q is %v", text, read)
		}
	}
	if _, err := UnmarshalTime("tomorrow"); err == nil {
		t.Error("a word is a time")
	}
}
