// Package mailing sends notices to the owners of accounts by mail.
package mailing

import (
	"context"
	"errors"
	"net"
	"net/url"
	"strconv"
	"time"

	"github.com/wneessen/go-mail"

	"lanyard/internal/loopback"
)

// Server is where mail is handed in.
type Server struct {
	client *mail.Client
	from   string
}

var errURL = errors.New("must be like smtps://user:password@mail.example.com?from=lanyard@example.com, or smtp:// for STARTTLS")

var errUnreachable = errors.New("the mail server cannot be reached")

// ParseURL reads where mail is handed in. By smtps it is encrypted from the first byte, by smtp it
// becomes so (STARTTLS), or is not sent; only on this very machine it may go as it is.
func ParseURL(raw string) (*Server, error) {
	u, err := url.Parse(raw)
	if err != nil || u.Scheme != "smtps" && u.Scheme != "smtp" || u.Hostname() == "" || u.Query().Get("from") == "" {
		return nil, errURL // the URL holds a password: it is not shown
	}
	options := []mail.Option{mail.WithTimeout(sendsFor)}
	switch {
	case u.Scheme == "smtps":
		options = append(options, mail.WithSSLPort(false))
	case loopback.Is(u.Hostname()):
		options = append(options, mail.WithTLSPortPolicy(mail.NoTLS))
	default:
		options = append(options, mail.WithTLSPortPolicy(mail.TLSMandatory))
	}
	if text := u.Port(); text != "" {
		port, err := strconv.Atoi(text)
		if err != nil {
			return nil, errURL
		}
		options = append(options, mail.WithPort(port))
	}
	if password, ok := u.User.Password(); ok {
		options = append(options, mail.WithSMTPAuth(mail.SMTPAuthAutoDiscover), mail.WithUsername(u.User.Username()), mail.WithPassword(password))
	}
	client, err := mail.NewClient(u.Hostname(), options...)
	if err != nil {
		return nil, errURL
	}
	s := &Server{client, u.Query().Get("from")}
	return s, mail.NewMsg().From(s.from)
}

// sendsFor is the longest that handing in one mail takes: well under the time for which it is taken.
const sendsFor = 30 * time.Second

// letter is a mail to one address. Its id is the same however often it is sent.
type letter struct{ id, to, subject, body string }

func (s *Server) send(ctx context.Context, l letter) error {
	m := mail.NewMsg()
	if err := errors.Join(m.From(s.from), m.To(l.to)); err != nil {
		return err
	}
	m.SetMessageIDWithValue(l.id + "@lanyard")
	m.SetDate()
	m.Subject(l.subject)
	m.SetBodyString(mail.TypeTextPlain, l.body)
	err := s.client.DialAndSendWithContext(ctx, m)
	var unreachable net.Error
	if errors.As(err, &unreachable) {
		return errUnreachable
	}
	return err
}
