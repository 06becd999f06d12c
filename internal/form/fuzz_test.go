package form_test

import (
	"net/mail"
	"strings"
	"testing"
	"unicode"

	"lanyard/internal/form"
)

// What is taken for an address goes into the header of a mail as one address, and brings no line of its own.
func FuzzEmail(f *testing.F) {
	for _, text := range []string{"anna@example.com", `"a b"@example.com`, "a@b", "a@example.com\r\nBcc: x@example.com", "Anna <a@example.com>", "a@example.com, b@example.com", "(a)a@b", "é@example.com"} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		var c form.Checks
		kept := c.Email("email", &text)
		if kept == "" || c.Fault() != nil {
			return
		}
		all, err := mail.ParseAddressList("Anna <" + kept + ">")
		if err != nil || len(all) != 1 || all[0].Address != kept || strings.ContainsFunc(kept, unicode.IsControl) || len(kept) > 254 {
			t.Errorf("%q is kept as %q: %v, %v", text, kept, all, err)
		}
	})
}

// An NPI is ten digits that Luhn's sum takes with the prefix 80840, counted here as it is described: from the right.
func FuzzNPI(f *testing.F) {
	for _, text := range []string{"1234567893", "1234567890", "123456789", "１２３４５６７８９３", ""} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		sum, fine := 0, len(text) == 10 && strings.Trim(text, "0123456789") == ""
		whole := "80840" + text
		for i := len(whole) - 1; fine && i >= 0; i-- {
			d := int(whole[i] - '0')
			if (len(whole)-1-i)%2 == 1 {
				if d *= 2; d > 9 {
					d -= 9
				}
			}
			sum += d
		}
		if got := form.IsNPI(text); got != (fine && sum%10 == 0) {
			t.Errorf("%q: %v", text, got)
		}
	})
}

// What is looked for as a phone number is its digits, and nothing else is one.
func FuzzPhoneDigits(f *testing.F) {
	for _, text := range []string{"+1 (212) 555-0100", "212.555.0100", "٢١٢", "212x", ""} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		digits, ok := form.PhoneDigits(text)
		left := strings.Map(func(r rune) rune {
			if strings.ContainsRune("+-./() ", r) {
				return -1
			}
			return r
		}, text)
		if ok && digits != left || !ok && strings.Trim(left, "0123456789") == "" {
			t.Errorf("%q: %q, %v", text, digits, ok)
		}
	})
}
