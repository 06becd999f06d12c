package oauth

import (
	"context"
	"errors"
	"net/url"
	"regexp"
	"slices"
	"time"

	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"
	"github.com/zitadel/oidc/v3/pkg/oidc"
	"github.com/zitadel/oidc/v3/pkg/op"

	"lanyard/internal/access"
	"lanyard/internal/activity"
	"lanyard/internal/apps"
)

// Request is what an app asks for that has sent a person's browser here (RFC 6749, 4.1.1, and RFC 7636, 4.3).
type Request struct {
	// App is nil where there is none with this client id that may be sent back to this address: nothing may be then.
	App *Asking
	// Fault is what is wrong with the request, for the makers of the app; nil: nothing.
	Fault *string
	// Accounts are those that let the app in, of those that the viewer may enter.
	Accounts []*Account

	issuer                 string
	back, state, challenge string
	refusal                *oidc.Error
}

// Asking is an app as a person sees it who is asked.
type Asking struct {
	client                               Client
	Name, Purpose, Website, RegisteredBy string
	// SendsTo is where the app is sent back to, as a person knows it.
	SendsTo string
}

// Account is one that an app can be let into, with the most that it can be given there.
type Account struct {
	Account  uuid.UUID
	Provider string
	Levels   access.Levels
}

// longestQuery bounds what an app may send by a browser, in bytes.
const longestQuery = 4096

var errUnknownApp = "No app is registered with this client_id that may be sent back to this redirect_uri. Both are compared to the letter."

// Read reads a request from the query of an address. The issuer is the origin of the server (RFC 9207). What
// is wrong with it is the request's Fault, and no error.
func Read(ctx context.Context, log *activity.Log, issuer, query string) (*Request, error) {
	r := &Request{issuer: issuer, Accounts: []*Account{}}
	asked := parsed(query)
	app, err := findApp(ctx, log, asked)
	if err != nil {
		return nil, err
	}
	back := asked.Get("redirect_uri")
	if app == nil || len(asked["redirect_uri"]) > 1 || !isRegistered(app.client, back) {
		r.Fault = &errUnknownApp
		return r, nil
	}
	app.SendsTo = apps.Host(back)
	r.App, r.back, r.state, r.challenge = app, back, asked.Get("state"), asked.Get("code_challenge")
	var wanted access.Levels
	if wanted, r.refusal = check(app.client, asked); r.refusal != nil {
		r.Fault = &r.refusal.Description
		return r, nil //nolint:nilerr // it is the request's Fault
	}
	r.Accounts, err = accountsFor(ctx, log, app.client.ID, wanted)
	return r, err
}

// parsed are the parameters of a query; of what is none, or too long, there are none.
func parsed(query string) url.Values {
	asked, err := url.ParseQuery(query)
	if err != nil || len(query) > longestQuery {
		return nil
	}
	return asked
}

// isRegistered tells whether an app may be sent back to an address: one of its own to the letter, but for the port of
// what listens on the person's own device. The library lets pass other hosts that lead there too, and spellings.
func isRegistered(c Client, back string) bool {
	return slices.ContainsFunc(c.URIs, func(uri string) bool {
		return uri == back || !c.Confidential && portless(uri) == portless(back)
	})
}

var loopbackPort = regexp.MustCompile(`^(http://(?:127\.0\.0\.1|\[::1\])):[0-9]{1,5}([/?]|$)`)

// portless is an address without the port, where it is a loopback one (RFC 8252, 7.3).
func portless(uri string) string { return loopbackPort.ReplaceAllString(uri, "$1$2") }

func findApp(ctx context.Context, log *activity.Log, asked url.Values) (*Asking, error) {
	id, err := uuid.Parse(asked.Get("client_id"))
	if err != nil || len(asked["client_id"]) > 1 {
		return nil, nil //nolint:nilerr,nilnil // that is no app's
	}
	rows, err := log.Query(ctx, `SELECT * FROM app_asking($1)`, id)
	if err != nil {
		return nil, err
	}
	app, err := pgx.CollectExactlyOneRow(rows, func(row pgx.CollectableRow) (*Asking, error) {
		a := new(Asking)
		err := row.Scan(&a.client.ID, &a.Name, &a.Purpose, &a.Website, &a.client.URIs, &a.client.Confidential, &a.RegisteredBy)
		return a, err
	})
	if errors.Is(err, pgx.ErrNoRows) {
		return nil, nil //nolint:nilnil // there is none
	}
	return app, err
}

// check gives what is asked for, or what is wrong with a request that may be answered where it came from.
func check(c Client, asked url.Values) (wanted access.Levels, refusal *oidc.Error) {
	for name, values := range asked {
		if len(values) > 1 {
			return wanted, oidc.ErrInvalidRequest().WithDescription("%.40s is there twice", name)
		}
	}
	if asked.Has("request") || asked.Has("request_uri") {
		return wanted, oidc.ErrRequestNotSupported().WithDescription("request objects are not supported")
	}
	if mode := asked.Get("response_mode"); mode != "" && mode != "query" {
		return wanted, oidc.ErrInvalidRequest().WithDescription("the response_mode must be query")
	}
	if err := op.ValidateAuthReqResponseType(c, oidc.ResponseType(asked.Get("response_type"))); err != nil {
		return wanted, oidc.ErrInvalidRequest().WithDescription("the response_type must be code")
	}
	if asked.Get("code_challenge_method") != string(oidc.CodeChallengeMethodS256) || len(asked.Get("code_challenge")) != challengeLength {
		return wanted, oidc.ErrInvalidRequest().WithDescription("PKCE is needed: a code_challenge with the code_challenge_method S256")
	}
	wanted, err := readScope(asked.Get("scope"))
	if err != nil {
		return wanted, oidc.ErrInvalidScope().WithDescription("%s", err.Error())
	}
	return wanted, nil
}

// challengeLength is that of a SHA-256 in base64url (RFC 7636, 4.2).
const challengeLength = 43

func accountsFor(ctx context.Context, log *activity.Log, app uuid.UUID, wanted access.Levels) ([]*Account, error) {
	rows, err := log.Query(ctx, `SELECT * FROM accounts_for_app($1)`, app)
	if err != nil {
		return nil, err
	}
	viewer, now := access.ViewerFrom(ctx), time.Now().UnixMicro()
	all, err := pgx.CollectRows(rows, func(row pgx.CollectableRow) (*Account, error) {
		a, most := new(Account), map[string]uint8{}
		err := row.Scan(&a.Account, &a.Provider, &most)
		if access.Member(viewer, a.Account, now) {
			a.Levels = lowest(wanted, access.NumberedLevels(most), viewer.Link(a.Account).Levels(now))
		}
		return a, err
	})
	return slices.DeleteFunc(all, func(a *Account) bool { return a.Levels == access.Levels{} }), err
}

func lowest(of ...access.Levels) access.Levels {
	least := of[0]
	for _, s := range access.Sections() {
		for _, l := range of {
			least[s] = min(least[s], l[s])
		}
	}
	return least
}

// DeclineTo is where the app is told that the person says no, or what is wrong with its request (RFC 6749, 4.1.2.1);
// nil: nothing is sent back.
func (r *Request) DeclineTo() *string {
	if r.App == nil {
		return nil
	}
	refusal := r.refusal
	if refusal == nil {
		refusal = oidc.ErrAccessDenied().WithDescription("the person said no")
	}
	to := r.sendTo(url.Values{"error": {string(refusal.ErrorType)}, "error_description": {refusal.Description}})
	return &to
}

// sendTo is the address that the app is sent back to, with the state that it gave and who answers (RFC 9207).
func (r *Request) sendTo(answer url.Values) string {
	to, _ := url.Parse(r.back) // it has been compared with one that was read
	query := to.Query()
	for name, values := range answer {
		query[name] = values
	}
	if r.state != "" {
		query.Set("state", r.state)
	}
	query.Set("iss", r.issuer)
	to.RawQuery, to.Fragment = query.Encode(), ""
	return to.String()
}
