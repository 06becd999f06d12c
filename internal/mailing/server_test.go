package mailing_test

import (
	"strings"
	"testing"

	"lanyard/internal/mailing"
)

// What is wrong with the address of the mail server is told without its password.
func FuzzParseURL(f *testing.F) {
	const secret = "quartz-umbrella"
	for _, rest := range []string{"mail.example.com?from=a@example.com", "", "mail.example.com:x?from=a", "[::1]:25?from=a@b", "%zz", "host?from=\r\n"} {
		f.Add("smtps://", rest)
		f.Add("smtp://", rest)
	}
	f.Fuzz(func(t *testing.T, scheme, rest string) {
		s, err := mailing.ParseURL(scheme + "user:" + secret + "@" + rest)
		if err == nil && s == nil || err != nil && strings.Contains(err.Error(), secret) && !strings.Contains(rest, secret) {
			t.Errorf("%q: %v", scheme+rest, err)
		}
	})
}
