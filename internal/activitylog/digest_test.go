package activitylog_test

import (
	"cmp"
	"testing"
	"time"

	"lanyard/internal/activity"
	"lanyard/internal/activitylog"
	"lanyard/internal/dbtest"
)

// Each line counts what it means, and the filter that it leads to shows the same events.
func TestADigestCountsWhatItsFiltersShow(t *testing.T) {
	w := newWatched(t, 100)
	zone := dbtest.Must[*time.Location](t)(time.LoadLocation("America/New_York"))
	want := map[activitylog.Matter]int{}
	store := func(clock string, e activity.Event, matters ...activitylog.Matter) {
		t.Helper()
		e.Account, e.Action = w.a.ID, cmp.Or(e.Action, activity.Read)
		e.OccurredAt = dbtest.Must[time.Time](t)(time.ParseInLocation("2006-01-02 15:04", string(w.ago(3))+" "+clock, zone))
		if err := w.Log.Store(w.As(w.a.Owner), e); err != nil {
			t.Fatal(err)
		}
		for _, m := range matters {
			want[m]++
		}
	}
	opened := activity.Event{Code: "client.opened", Section: "CLIENTS", Role: activity.Member}
	afar := opened
	afar.Role = activity.Master
	store("12:00", opened)
	store("05:59", opened, activitylog.ClientsAfterHours)
	store("06:00", opened)
	store("21:59", opened)
	store("22:00", afar, activitylog.ClientsAfterHours, activitylog.ClientsFromAfar)
	store("12:00", afar, activitylog.ClientsFromAfar)
	store("23:00", activity.Event{Code: "client.changed", Section: "CLIENTS"})
	store("23:00", activity.Event{Code: "client.listed", Section: "CLIENTS"}, activitylog.ClientsAfterHours)
	store("12:00", activity.Event{Code: "access.denied", Outcome: activity.Denied, Section: "NOTES"}, activitylog.Refusals)
	for code, matter := range map[string]activitylog.Matter{
		"login.fail": activitylog.FailedSignIns, "link.find.fail": activitylog.FailedSignIns, "invite.fail": activitylog.FailedSignIns, "privilege.changed": activitylog.PrivilegeChanges,
		"username.added": activitylog.UsernameChanges, "username.deleted": activitylog.UsernameChanges, "link.joined": activitylog.UsernameChanges, "link.unlinked": activitylog.UsernameChanges, "link.times": activitylog.UsernameChanges, "invite.accepted": activitylog.UsernameChanges,
		"report.exported": activitylog.Exports, "report.printed": activitylog.Exports, "log.exported": activitylog.Exports, "codes.exported": activitylog.Exports, "invoice.printed": activitylog.Exports, "disclosure.accounted": activitylog.Exports,
	} {
		store("12:00", activity.Event{Code: code, Action: activity.Execute, Outcome: activity.Failed}, matter)
	}
	store("12:00", activity.Event{Code: "login.ok"})

	ctx, noted := activity.WithCollector(w.As(w.a.Owner))
	d := dbtest.Must[*activitylog.Digest](t)(activitylog.ReviewDigest(ctx, w.Log, w.a.ID, w.ago(3), w.ago(3)))
	if read := noted.Take(); len(read) != 1 || read[0].Code != "log.read" || read[0].EntityType != "ReviewDigest" || read[0].RowCount != d.Events {
		t.Errorf("noted %+v", read)
	}
	if d.Events != 26 || d.Refused != 1 || d.Failed != 16 || d.Overlaps != nil {
		t.Errorf("%+v", d.Counts)
	}
	from := dbtest.Must[time.Time](t)(time.ParseInLocation(time.DateOnly, string(w.ago(3)), zone))
	until := from.AddDate(0, 0, 1)
	for i, m := range activitylog.Matters() {
		line := d.Lines[i]
		if line.Matter != m || line.Count != want[m] || want[m] == 0 {
			t.Errorf("%s: %d, not %d", line.Matter, line.Count, want[m])
		}
		f := activitylog.Filter{Matter: &m, From: &from, Until: &until}
		if shown := len(walk(w.As(w.a.Owner), t, w.World, w.a.ID, f, 50)); shown != line.Count {
			t.Errorf("%s: the filter shows %d, the digest counts %d", m, shown, line.Count)
		}
		if n := total(w.As(w.a.Owner), t, w.World, w.a.ID, f); n != line.Count {
			t.Errorf("%s: the filter counts %d, the digest %d", m, n, line.Count)
		}
	}
}
