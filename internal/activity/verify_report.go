package activity

import (
	"bufio"
	"fmt"
	"io"
	"time"

	"github.com/google/uuid"
)

// Report is what the verifier found.
type Report struct {
	// At is the moment whose log was verified.
	At       time.Time
	Accounts []AccountReport
	// Checkpoints is how many checkpoints the log was compared with, and Problems what is
	// wrong with their file.
	Checkpoints int
	Problems    []string
}

// Intact tells that all events are as they were stored and all checkpoints as they were
// signed.
func (r *Report) Intact() bool {
	for _, a := range r.Accounts {
		if !a.Intact() {
			return false
		}
	}
	return len(r.Problems) == 0
}

// Write writes the report for people.
func (r *Report) Write(w io.Writer) error {
	to := bufio.NewWriter(w)
	var events int64
	for _, a := range r.Accounts {
		a.write(to)
		events += a.Events
	}
	for _, p := range r.Problems {
		_, _ = fmt.Fprintf(to, "%s.\n", p)
	}
	if r.Checkpoints == 0 {
		_, _ = fmt.Fprintln(to, "There are no checkpoints: that the newest events were cut off could not be seen.")
	}
	if r.otherKeys() {
		_, _ = fmt.Fprintln(to, "Every account is wrong from its first event: these are probably not the keys that sealed this log.")
	}
	verdict := "The activity log is intact"
	if !r.Intact() {
		verdict = "The activity log is NOT intact"
	}
	_, _ = fmt.Fprintf(to, "%s: %d accounts, %d sealed events, %d checkpoints, as of %s.\n",
		verdict, len(r.Accounts), events, r.Checkpoints, r.At.UTC().Format(time.RFC3339))
	return to.Flush()
}

// otherKeys tells that no chain starts right.
func (r *Report) otherKeys() bool {
	for _, a := range r.Accounts {
		if a.Events > 0 && (a.Bad == nil || a.Bad.Seq > 1 || a.Bad.Fault != Altered) {
			return false
		}
	}
	return !r.Intact() && len(r.Accounts) > 0
}

func (a AccountReport) write(w io.Writer) {
	name := "account " + a.Account.String()
	if a.Account == uuid.Nil {
		name = "the installation"
	}
	state := "intact"
	if !a.Intact() {
		state = "NOT INTACT"
	}
	_, _ = fmt.Fprintf(w, "%s: %s, %d sealed events, %d waiting for their seal\n", name, state, a.Events, a.Waiting+a.Late)
	if a.Bad != nil {
		_, _ = fmt.Fprintf(w, "  first bad event: %s\n", a.Bad)
	}
	for _, f := range a.Unsealed {
		_, _ = fmt.Fprintf(w, "  without a seal: %s\n", f)
	}
	if more := a.Late - len(a.Unsealed); more > 0 {
		_, _ = fmt.Fprintf(w, "  without a seal: %d more\n", more)
	}
}

// String says it in a line.
func (f Finding) String() string {
	said := string(f.Fault)
	if f.Seq > 0 {
		said = fmt.Sprintf("number %d, %s", f.Seq, said)
	}
	if f.ID != uuid.Nil {
		said += ", id " + f.ID.String()
	}
	if !f.OccurredAt.IsZero() {
		said += ", of " + stamp(f.OccurredAt)
	}
	return said + ": " + f.Detail
}
