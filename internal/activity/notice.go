package activity

import (
	"fmt"
	"strings"

	"github.com/google/uuid"

	"lanyard/internal/access"
)

// Channel is where the database passes notices on to all servers.
const Channel = "lanyard_notices"

// Notice tells that something was stored, and nothing of what: whoever may see it asks again.
// The zero notice tells that others were lost.
type Notice struct {
	Account uuid.UUID
	// Section is where something changed; empty: nothing of a section did.
	Section string
	// Log tells that the account's log has grown. Reading the log makes it grow without a
	// notice: whoever follows it would be told of that, and read it again.
	Log bool
	// SignIns tells that the actor's sign-ins changed.
	SignIns bool
	// Actor did it, with the sign-in SignIn.
	Actor, SignIn uuid.UUID
}

// noticeOf is what to tell of a stored event; false: nothing.
func noticeOf(e Event) (Notice, bool) {
	n := Notice{Account: e.Account, Log: true, Actor: e.ActorID, SignIn: e.SignIn}
	if e.Account == uuid.Nil || strings.HasPrefix(e.Code, "log.") {
		return n, false
	}
	if e.Outcome == OK && e.Action != Read {
		n.Section = e.Section
		n.SignIns = e.EntityType == "SignIn" || e.Code == "password.changed"
	}
	return n, true
}

// Concerns tells whether the notice may be of somebody's own access: whoever may enter the
// account looks.
func (n Notice) Concerns() bool { return n.SignIns || n.Section == access.AccountAccess.String() }

// String is the notice as it is passed on. It holds ids and the name of a section only.
func (n Notice) String() string {
	section := n.Section
	if section == "" {
		section = "-"
	}
	return fmt.Sprintf("%s %s %t %t %s %s", n.Account, section, n.Log, n.SignIns, n.Actor, n.SignIn)
}

// ParseNotice reads a notice; what is none reads as the zero notice, which has all look again.
func ParseNotice(line string) Notice {
	var n Notice
	var account, actor, signIn string
	if _, err := fmt.Sscan(line, &account, &n.Section, &n.Log, &n.SignIns, &actor, &signIn); err != nil {
		return Notice{}
	}
	for i, text := range []string{account, actor, signIn} {
		id, err := uuid.Parse(text)
		if err != nil {
			return Notice{}
		}
		*[]*uuid.UUID{&n.Account, &n.Actor, &n.SignIn}[i] = id
	}
	if n.Section == "-" {
		n.Section = ""
	}
	return n
}
