package reports_test

import (
	"testing"

	"github.com/google/uuid"

	"lanyard/ent/gen/ent/payment"
	"lanyard/internal/access"
	"lanyard/internal/clientsessions"
	"lanyard/internal/dbtest"
	"lanyard/internal/globalid"
	"lanyard/internal/reports"
)

func sessionID(d *desk, row uuid.UUID) globalid.ID { return globalid.New("ClientSession", d.a.ID, row) }

// sources are what a report needs besides Reports & Exports.
var sources = map[string]access.Section{"income": access.Payments, "sessions": access.ClientSessions, "ageing": access.Payments, "clients": access.Clients, "list": access.ClientSessions}

// lines are what leaves of each report, as the viewer.
func (d *desk) lines(v *access.Viewer, account uuid.UUID) map[string]string {
	d.t.Helper()
	all := days("2024-01-01", "2024-12-31")
	files := map[string]*reports.File{}
	files["income"] = dbtest.Must[*reports.File](d.t)(reports.ExportIncome(d.As(v), d.Log, account, all, reports.Year, reports.ToFile))
	files["sessions"] = dbtest.Must[*reports.File](d.t)(reports.ExportSessionsByCode(d.As(v), d.Log, account, all, reports.ToFile))
	files["ageing"] = dbtest.Must[*reports.File](d.t)(reports.ExportAgeing(d.As(v), d.Log, account, reports.ToFile))
	files["clients"] = dbtest.Must[*reports.File](d.t)(reports.ExportClientList(d.As(v), d.Log, account, reports.ToFile))
	files["list"] = dbtest.Must[*reports.File](d.t)(reports.ExportSessions(d.As(v), d.Log, account, clientsessions.Query{}, reports.ToFile))
	lines := map[string]string{}
	for name, f := range files {
		lines[name] = text(f.Lines)
	}
	return lines
}

// Past the API, the walls of the tables still hide what a report is a sum of.
func TestWithoutItsSourceAReportIsEmpty(t *testing.T) {
	t.Parallel()
	d := newDesk(t)
	d.session(d.client, "2024-03-01", "MISSED", 100_00, 40_00)
	d.pay(d.client, payment.PayerCLIENT, "2024-03-02", 10_00)
	whole := d.lines(d.a.Owner, d.a.ID)
	nothing := d.lines(d.Username(d.a, "nothing", access.Levels{access.Reports: access.Full}), d.a.ID)
	for name, section := range sources {
		if whole[name] == nothing[name] {
			t.Errorf("%s: %q with and without %s", name, whole[name], section)
		}
		shut := access.Everything()
		shut[section] = access.None
		if got := d.lines(d.Username(d.a, "shut-"+name, shut), d.a.ID)[name]; got != nothing[name] {
			t.Errorf("%s without %s: %q", name, section, got)
		}
		enough := access.Levels{access.Reports: access.View}
		enough[section] = access.View
		if got := d.lines(d.Username(d.a, "enough-"+name, enough), d.a.ID)[name]; name != "sessions" && got != whole[name] {
			t.Errorf("%s with %s alone: %q, want %q", name, section, got, whole[name])
		}
	}
	// Of another account nothing is seen, linked to it or not.
	other := d.Account("b")
	for name, got := range d.lines(d.a.Owner, other.ID) {
		if got != nothing[name] {
			t.Errorf("%s of another account: %q", name, got)
		}
	}
	master := d.Join(d.a.Owner, other, access.OwnerLevels())
	for name, got := range d.lines(master, other.ID) {
		if got != nothing[name] {
			t.Errorf("%s mixes accounts: %q", name, got)
		}
	}
}
