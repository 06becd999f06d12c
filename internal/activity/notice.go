package activity

import (
	"fmt"
	"strings"

	"github.com/google/uuid"

	"lanyard/internal/access"
)

// Channel is where the database passes notices on to all servers.
const Channel = "lanyard_notices"

// Notice tells that something was stored, and nothing of what it is now: whoever may see it asks again.
// The zero notice tells that others were lost.
type Notice struct {
	Account uuid.UUID
	// Section is where something changed; empty: nothing of a section did.
	Section string
	// Entity is the one row of the section that changed; all zeros: there are several, or none.
	// EntityType is the API's type of it.
	Entity     uuid.UUID
	EntityType string
	// Client is the one client whom the change concerns; all zeros: several, or none.
	Client uuid.UUID
	// Log tells that the account's log has grown. Reading the log makes it grow without a
	// notice: whoever follows it would be told of that, and read it again.
	Log bool
	// SignIns tells that the actor's sign-ins changed.
	SignIns bool
	// Feed tells that what changed is sealed: whoever follows the account's changes in order reads on.
	Feed bool
	// Actor did it, with the sign-in SignIn.
	Actor, SignIn uuid.UUID
}

// noticeOf is what to tell of a stored event; false: nothing.
func noticeOf(e Event) (Notice, bool) {
	n := Notice{Account: e.Account, Log: true, Actor: e.ActorID, SignIn: e.SignIn}
	if e.Account == uuid.Nil || strings.HasPrefix(e.Code, "log.") {
		return n, false
	}
	if isChange(e.Code, e.Action, e.Outcome, e.Section) {
		n.Section = e.Section
		if e.Section != "" && len(e.Entities) == 1 {
			n.Entity, n.EntityType = e.Entities[0], e.EntityType
		}
		if e.Section != "" && len(e.Clients) == 1 {
			n.Client = e.Clients[0]
		}
		n.SignIns = e.EntityType == "SignIn" || e.Code == "password.changed"
	}
	return n, true
}

// isChange tells whether an event says that something changed. What leaves the app changes nothing. That a
// psychotherapy note was written is told to nobody: to others it may not exist.
func isChange(code string, action Action, outcome Outcome, section string) bool {
	return outcome == OK && action != Read && !leaves(code) && section != access.PsychotherapyNotes.String()
}

// Concerns tells whether the notice may be of somebody's own access: whoever may enter the
// account looks.
func (n Notice) Concerns() bool { return n.SignIns || n.Section == access.AccountAccess.String() }

// String is the notice as it is passed on. It holds ids and the names of a section and a type only.
func (n Notice) String() string {
	return fmt.Sprintf("%s %s %s %s %s %t %t %t %s %s", n.Account, word(n.Section), word(n.EntityType), n.Entity, n.Client, n.Log, n.SignIns, n.Feed, n.Actor, n.SignIn)
}

// word stands for a text that may be empty.
func word(text string) string {
	if text == "" {
		return "-"
	}
	return text
}

// ParseNotice reads a notice; what is none reads as the zero notice, which has all look again.
func ParseNotice(line string) Notice {
	var n Notice
	var account, entity, client, actor, signIn string
	if _, err := fmt.Sscan(line, &account, &n.Section, &n.EntityType, &entity, &client, &n.Log, &n.SignIns, &n.Feed, &actor, &signIn); err != nil {
		return Notice{}
	}
	for i, text := range []string{account, entity, client, actor, signIn} {
		id, err := uuid.Parse(text)
		if err != nil {
			return Notice{}
		}
		*[]*uuid.UUID{&n.Account, &n.Entity, &n.Client, &n.Actor, &n.SignIn}[i] = id
	}
	n.Section, n.EntityType = strings.TrimPrefix(n.Section, "-"), strings.TrimPrefix(n.EntityType, "-")
	return n
}
