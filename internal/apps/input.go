package apps

import (
	"net/url"
	"slices"
	"strings"

	"github.com/google/uuid"

	"lanyard/internal/problem"
)

// Input is what an app is.
type Input struct {
	Name, Purpose string
	// Website is where its makers tell more of it; empty: nowhere.
	Website      string
	RedirectURIs []string
}

const (
	longestName    = 60
	longestPurpose = 200
	longestURL     = 500
	mostURIs       = 10
)

// checked gives the input as it is stored.
func (in Input) checked() (Input, error) {
	in.Name, in.Purpose, in.Website = strings.TrimSpace(in.Name), strings.TrimSpace(in.Purpose), strings.TrimSpace(in.Website)
	if err := problem.CheckName("name", in.Name, longestName); err != nil {
		return in, err
	}
	if err := problem.CheckText("purpose", in.Purpose, longestPurpose); err != nil {
		return in, err
	}
	if !isWebsite(in.Website) {
		return in, problem.Invalid("website", "Enter an address like https://www.example.com, or leave this empty.")
	}
	if len(in.RedirectURIs) == 0 || len(in.RedirectURIs) > mostURIs {
		return in, problem.Invalid("redirectUris", "Enter 1 to %d addresses that the app may be sent back to.", mostURIs)
	}
	uris := make([]string, len(in.RedirectURIs))
	for i, text := range in.RedirectURIs {
		uris[i] = strings.TrimSpace(text)
		if fault := faultOf(uris[i]); fault != "" {
			return in, problem.Invalid("redirectUris", "%s: %s", shortened(uris[i]), fault)
		}
	}
	slices.Sort(uris)
	in.RedirectURIs = slices.Compact(uris)
	return in, nil
}

func isWebsite(text string) bool {
	u, err := url.Parse(text)
	return text == "" || err == nil && u.Scheme == "https" && u.Hostname() != "" && u.User == nil && len(text) <= longestURL && !strings.ContainsFunc(text, isNoURI)
}

// faultOf says what keeps an address from being one that an app may be sent back to (RFC 9700, 2.1, and RFC
// 8252, 7); empty: nothing.
func faultOf(text string) string {
	u, err := url.Parse(text)
	switch {
	case err != nil || u.Scheme == "" || len(text) > longestURL || strings.Contains(text, "*") || strings.ContainsFunc(text+u.Host, isNoURI):
		return "this is no whole address. Enter one like https://app.example.com/done."
	case u.User != nil || u.Fragment != "" || strings.HasSuffix(text, "#"):
		return "leave out passwords and what comes after #."
	case u.Scheme == "https" && u.Hostname() != "":
		return ""
	case u.Scheme == "http" && isLoopback(u.Hostname()):
		return ""
	case u.Scheme == "http":
		return "plain http is for programs on the person's own device alone: http://127.0.0.1."
	case strings.Contains(u.Scheme, ".") && u.Host == "":
		return ""
	default:
		return "a scheme of the app's own is a domain of its makers turned round, such as com.example.app:/done."
	}
}

// isNoURI tells what no URI has (RFC 3986, 2): a name in other letters than these could look like another's. A host
// has none either once %D0%B0 in it is read.
func isNoURI(c rune) bool { return c <= ' ' || c > '~' }

func isLoopback(host string) bool { return host == "127.0.0.1" || host == "::1" }

func shortened(text string) string {
	const most = 60
	if runes := []rune(text); len(runes) > most {
		return string(runes[:most]) + "…"
	}
	return text
}

// Host is where an address leads that an app is sent back to, as a person knows it: a host, this very device, or
// the scheme that opens the app.
func Host(uri string) string {
	u, err := url.Parse(uri)
	switch {
	case err != nil:
		return ""
	case isLoopback(u.Hostname()):
		return "a program on this device"
	case u.Host == "":
		return "the app " + u.Scheme + " on this device"
	default:
		return u.Host
	}
}

func hosts(uris []string) []string {
	all := make([]string, len(uris))
	for i, uri := range uris {
		all[i] = Host(uri)
	}
	slices.Sort(all)
	return slices.Compact(all)
}

// parsedID is the app that a client id names; all zeros: none.
func parsedID(clientID string) uuid.UUID {
	id, err := uuid.Parse(strings.TrimSpace(clientID))
	if err != nil {
		return uuid.Nil
	}
	return id
}
