package webhooks_test

import (
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"lanyard/internal/problem"
	"lanyard/internal/webhooks"
)

// Addresses that are none of a receiver's are refused when they are entered.
func TestAddresses(t *testing.T) {
	t.Parallel()
	p := newPractice(t)
	p.keeper.Client = webhooks.NewClient(false)
	add := func(url string) error {
		_, _, err := p.keeper.Add(p.As(p.anna.Owner), p.anna.ID, webhooks.Input{URL: url, Kinds: []webhooks.Kind{webhooks.ClientChanged}})
		return err
	}
	for url, want := range map[string]string{
		"": "Enter an address", "hooks.example.com": "Enter an address", "https://": "Enter an address", "https://a.example/" + strings.Repeat("x", 500): "Enter an address",
		"http://1.1.1.1/": "must begin with https", "ftp://1.1.1.1/": "must begin with https",
		"https://user:pass@1.1.1.1/": "Leave out", "https://1.1.1.1/#part": "Leave out", "https://1.1.1.1:8443/": "port 443",
		"https://127.0.0.1/": "private network", "https://10.1.2.3/": "private network", "https://192.168.0.1/": "private network",
		"https://169.254.169.254/latest/meta-data": "private network", "https://[::1]/": "private network", "https://[fd00::1]/": "private network",
		"https://[::ffff:127.0.0.1]/": "private network", "https://[fe80::1]/": "private network", "https://0.0.0.0/": "private network",
		"https://localhost/": "private network",
	} {
		if err := add(url); problem.As(err) == nil || problem.As(err).Code != problem.BadUserInput || !strings.Contains(err.Error(), want) || problem.As(err).Path[0] != "url" {
			t.Errorf("%s: %v", url, err)
		}
	}
	if err := add("https://1.1.1.1/hooks"); err != nil {
		t.Error(err)
	}
}

// A name that leads elsewhere once it was entered is looked at again when something is sent.
func TestNamesThatLeadElsewhere(t *testing.T) {
	t.Parallel()
	p := newPractice(t)
	reached := false
	inside := httptest.NewTLSServer(http.HandlerFunc(func(http.ResponseWriter, *http.Request) { reached = true }))
	t.Cleanup(inside.Close)
	client := webhooks.NewClient(false)
	client.Believe("1.1.1.1")
	p.keeper.Client = client
	_, _, err := p.keeper.Add(p.As(p.anna.Owner), p.anna.ID, webhooks.Input{URL: "https://localhost/", Kinds: []webhooks.Kind{webhooks.ClientChanged}})
	p.must(err)
	for _, url := range []string{"https://localhost/", "https://169.254.169.254/", inside.URL, strings.Replace(inside.URL, "127.0.0.1", "localhost", 1)} {
		if fault := client.Fault(t.Context(), url); !strings.Contains(fault, "private network") || reached {
			t.Errorf("%s: %q", url, fault)
		}
	}
}
