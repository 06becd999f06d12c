// Package activity is the activity log: who did what, when, where from and with what
// outcome. A change and its event are one transaction; a read is answered only when its
// event is stored; nothing is ever changed or deleted.
package activity

import (
	"context"
	"errors"
	"slices"
	"time"

	"github.com/google/uuid"

	"lanyard/internal/access"
)

// Action is the kind of an action, as in FHIR R5 AuditEvent.action.
type Action string

// The kinds of action.
const (
	Create  Action = "C"
	Read    Action = "R"
	Update  Action = "U"
	Delete  Action = "D"
	Execute Action = "E"
)

// Outcome is how an action ended.
type Outcome string

// The outcomes. Denied is a lack of a privilege; Failed is everything else that went wrong,
// such as a wrong password.
const (
	OK     Outcome = "OK"
	Denied Outcome = "DENIED"
	Failed Outcome = "FAILED"
)

// Role is how whoever acted stood to the account of the event.
type Role string

// The roles. A stranger is not linked to the account, or not known at all.
const (
	Owner    Role = "OWNER"
	Member   Role = "MEMBER"
	Master   Role = "MASTER"
	Stranger Role = "STRANGER"
	System   Role = "SYSTEM"
)

// Event is an entry of the log: the fields of FHIR R5 AuditEvent, IHE BALP and ASTM E2147-18,
// 7.1. It holds no values of clinical text, no passwords and no tokens. Ids that do not apply
// are all zeros and names empty: the hash covers each field in one form only.
type Event struct {
	ID uuid.UUID `db:"id"`
	// Account is whose log it stands in; all zeros: that of the installation.
	Account    uuid.UUID `db:"account_id"`
	OccurredAt time.Time `db:"occurred_at"`
	Code       string    `db:"code"`
	Action     Action    `db:"action"`
	Outcome    Outcome   `db:"outcome"`
	Reason     string    `db:"reason"`
	ActorID    uuid.UUID `db:"actor_id"`
	ActorName  string    `db:"actor_name"`
	ActorHome  uuid.UUID `db:"actor_home_id"`
	Role       Role      `db:"role"`
	SignIn     uuid.UUID `db:"sign_in_id"`
	RequestID  string    `db:"request_id"`
	IP         string    `db:"ip"`
	UserAgent  string    `db:"user_agent"`
	// Section is the section's name; empty: none.
	Section     string `db:"section"`
	LevelHeld   string `db:"level_held"`
	LevelNeeded string `db:"level_needed"`
	// EntityType is the API's type of what it was done to, and Entities its rows.
	EntityType string      `db:"entity_type"`
	Entities   []uuid.UUID `db:"entity_ids"`
	Clients    []uuid.UUID `db:"client_ids"`
	RowCount   int         `db:"row_count"`
	// Changes maps a field's name to [old, new], or to ["changed"] where the values are
	// personal.
	Changes map[string]any `db:"changes"`
	// Authorization is the find, copy job or grant that the action rests on.
	Authorization uuid.UUID `db:"authorization_id"`
	// Counterpart is the other account of a link or a copy.
	Counterpart uuid.UUID `db:"counterpart_id"`
	// Token is the API token by which an app acted in the actor's name, and TokenName what it was called.
	Token     uuid.UUID `db:"token_id"`
	TokenName string    `db:"token_name"`
	// Emergency is the one during which whoever acted did it.
	Emergency uuid.UUID `db:"emergency_id"`
	// SeenAs is the username as which the actor looked, with its rights, and SeenAsName what it was called.
	SeenAs     uuid.UUID `db:"seen_as_id"`
	SeenAsName string    `db:"seen_as_name"`
}

// Request is where a request came from.
type Request struct {
	ID        string
	IP        string
	UserAgent string
	// Background tells that the app asks by itself, as it says: no person caused it.
	Background bool
	// System names the job that acts when no person does, such as "system:demo".
	System string
}

// NewID makes the id of an event.
func NewID() uuid.UUID { return uuid.Must(uuid.NewV7()) }

type requestKey struct{}

// WithRequest returns a context whose events tell where they came from.
func WithRequest(ctx context.Context, r Request) context.Context {
	return context.WithValue(ctx, requestKey{}, r)
}

// RequestFrom is the request of the context.
func RequestFrom(ctx context.Context) (Request, bool) {
	r, ok := ctx.Value(requestKey{}).(Request)
	return r, ok
}

var (
	errNobody = errors.New("an event needs a request: who acted is never guessed")
	errLeaves = errors.New("what leaves the app is an execution")
)

// complete fills in who acted, when and from where. What the event says itself stays: a
// failed sign-in names the username that was tried.
func complete(ctx context.Context, e Event) (Event, error) {
	r, ok := RequestFrom(ctx)
	if !ok || e.Code == "" {
		return Event{}, errNobody
	}
	if leaves(e.Code) && e.Action != Execute {
		return Event{}, errLeaves
	}
	if e.ID == uuid.Nil {
		e.ID = NewID()
	}
	if e.OccurredAt.IsZero() {
		e.OccurredAt = time.Now()
	}
	e.OccurredAt = e.OccurredAt.UTC().Truncate(time.Microsecond)
	e.RequestID, e.IP, e.UserAgent = r.ID, r.IP, r.UserAgent
	if e.Outcome == "" {
		e.Outcome = OK
	}
	if e.Changes == nil {
		e.Changes = map[string]any{}
	}
	return withActor(ctx, e, r), nil
}

func withActor(ctx context.Context, e Event, r Request) Event {
	if r.System != "" {
		e.ActorName, e.Role = r.System, System
		return e
	}
	v := access.ViewerFrom(ctx)
	if v != nil {
		e.Token, e.TokenName = v.Token.ID, v.Token.Name
	}
	if v.Looking() {
		e.SeenAs, e.SeenAsName = v.Look.Username, v.Look.Name
	}
	if v != nil && e.ActorID == uuid.Nil {
		e.ActorID, e.ActorName, e.ActorHome, e.SignIn = v.Username, v.Name, v.HomeAccount, v.SignIn
	}
	if e.Role == "" {
		e.Role = roleOf(v, e)
	}
	if running := v.EmergencyAt(e.Account, e.OccurredAt.UnixMicro()); running != nil && e.ActorID == v.Username && e.Emergency == uuid.Nil {
		e.Emergency = running.ID
	}
	return e
}

func roleOf(v *access.Viewer, e Event) Role {
	link := v.Link(e.Account)
	if link == nil || v.Username != e.ActorID {
		return Stranger
	}
	if link.Owner {
		return Owner
	}
	if v.HomeAccount == e.Account {
		return Member
	}
	return Master
}

// About says which rows an event is about, and which clients, each of them once. ids gives a row's
// own id and its client's.
func About[T any](e *Event, rows []T, ids func(T) (row, client uuid.UUID)) {
	e.Entities, e.RowCount = make([]uuid.UUID, len(rows)), len(rows)
	clients := make([]uuid.UUID, len(rows))
	for i, r := range rows {
		e.Entities[i], clients[i] = ids(r)
	}
	slices.SortFunc(clients, func(a, b uuid.UUID) int { return slices.Compare(a[:], b[:]) })
	e.Clients = slices.Compact(clients)
}
