package activitylog

import (
	"context"
	"time"

	"github.com/google/uuid"

	"lanyard/internal/activity"
	"lanyard/internal/problem"
)

// Manifest tells of a download of the log what its entry in the log tells: whoever has both files can see
// that the one is what the other speaks of.
type Manifest struct {
	File     string    `json:"file"`
	Account  uuid.UUID `json:"account"`
	Export   uuid.UUID `json:"export"`
	By       string    `json:"by"`
	At       time.Time `json:"at"`
	Rows     int       `json:"rows"`
	SHA256   string    `json:"sha256"`
	FirstSeq int64     `json:"firstSeq,omitempty"`
	LastSeq  int64     `json:"lastSeq,omitempty"`
	// Filters are those that the log keeps: of a text that was searched for it knows that there was one.
	Filters map[string]any `json:"filters"`
}

// ManifestOf reads the manifest of a download that came to its end.
func ManifestOf(ctx context.Context, log *activity.Log, account, id uuid.UUID) (*Manifest, error) {
	e, err := Event(ctx, log, account, id)
	if err != nil {
		return nil, err
	}
	if e.Code != "log.exported" || e.Outcome != string(activity.OK) || e.Changes["sha256"] == nil {
		return nil, problem.Missing()
	}
	m := &Manifest{Account: account, Export: e.ID, By: e.ActorName, At: e.OccurredAt.UTC(), Rows: e.RowCount, Filters: map[string]any{}}
	for name, change := range e.Changes {
		_, after := changed(change)
		switch name {
		case "file":
			m.File, _ = after.(string)
		case "sha256":
			m.SHA256, _ = after.(string)
		case "firstSeq":
			m.FirstSeq = number(after)
		case "lastSeq":
			m.LastSeq = number(after)
		default:
			m.Filters[name] = after
		}
	}
	if len(e.ClientIds) == 1 {
		m.Filters["client"] = e.ClientIds[0]
	}
	return m, nil
}

// changed is the pair of an event's change; of what is personal it says that it changed.
func changed(change any) (before, after any) {
	switch values, _ := change.([]any); len(values) {
	case 1:
		return nil, values[0]
	case 2:
		return values[0], values[1]
	}
	return nil, nil
}

func number(value any) int64 {
	n, _ := value.(float64)
	return int64(n)
}
