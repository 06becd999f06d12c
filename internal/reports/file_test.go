package reports_test

import (
	"context"
	"strings"
	"testing"

	"github.com/google/uuid"

	"lanyard/ent/gen/ent"
	"lanyard/ent/gen/ent/patient"
	"lanyard/internal/access"
	"lanyard/internal/activity"
	"lanyard/internal/clients"
	"lanyard/internal/dbtest"
	"lanyard/internal/page"
	"lanyard/internal/payments"
	"lanyard/internal/problem"
	"lanyard/internal/reports"
)

func TestNothingInAFileIsAFormula(t *testing.T) {
	t.Parallel()
	d := newDesk(t)
	dbtest.Must[*ent.Patient](t)(clients.AddClient(d.me(), d.Log, d.a.ID, clients.ClientInput{
		FirstName: "@SUM(A1)", LastName: "=1+1", MobilePhone: new("+1 212 555 0100"), Sex: patient.SexUNKNOWN, InvoiceOption: patient.InvoiceOptionCLIENT,
	}))
	csv := dbtest.Must[*reports.File](t)(reports.ExportClientList(d.me(), d.Log, d.a.ID, reports.ToFile)).CSV()
	if !strings.HasPrefix(csv, "\uFEFFNumber,Last name,First name,") || !strings.Contains(csv, "'=1+1,'@SUM(A1),") || !strings.Contains(csv, "'+1 212 555 0100") {
		t.Errorf("%q", csv)
	}
	// An amount below zero stays a number.
	s := d.session(d.client, "2024-03-01", "MISSED", 10_00, 0)
	if _, err := payments.Adjust(d.me(), d.Log, d.a.ID, adjustment(d, s, 5_00)); err != nil {
		t.Fatal(err)
	}
	today := d.daysAgo(0)
	csv = dbtest.Must[*reports.File](t)(reports.ExportIncome(d.me(), d.Log, d.a.ID, days(today, today), reports.Month, reports.ToFile)).CSV()
	if want := today + "," + today + ",0.00,0.00,0.00,0.00,0.00,-5.00,0.00\r\n"; !strings.HasSuffix(csv, want) {
		t.Errorf("%q", csv)
	}
}

// Each way to run a report, and to take it out of the app, is an event with what it was of.
func TestEveryRunIsLogged(t *testing.T) {
	t.Parallel()
	d := newDesk(t)
	d.session(d.client, "2024-03-01", "MISSED", 10_00, 0)
	march := days("2024-03-01", "2024-04-30")
	for _, o := range []struct {
		report string
		rows   int
		dated  bool
		named  bool
		run    func(context.Context) error
		export func(context.Context, reports.Use) error
	}{
		{"IncomeReport", 2, true, false, func(ctx context.Context) error {
			_, err := reports.Income(ctx, d.Log, d.a.ID, march, reports.Month)
			return err
		}, func(ctx context.Context, u reports.Use) error {
			_, err := reports.ExportIncome(ctx, d.Log, d.a.ID, march, reports.Month, u)
			return err
		}},
		{"SessionsReport", 1, true, false, func(ctx context.Context) error {
			_, err := reports.SessionsByCode(ctx, d.Log, d.a.ID, march)
			return err
		}, func(ctx context.Context, u reports.Use) error {
			_, err := reports.ExportSessionsByCode(ctx, d.Log, d.a.ID, march, u)
			return err
		}},
		{"AgeingReport", 1, false, true, func(ctx context.Context) error {
			_, err := reports.Ageing(ctx, d.Log, d.a.ID, page.Args{First: 5})
			return err
		}, func(ctx context.Context, u reports.Use) error {
			_, err := reports.ExportAgeing(ctx, d.Log, d.a.ID, u)
			return err
		}},
		{"ClientList", 1, false, true, func(ctx context.Context) error {
			_, err := reports.ClientList(ctx, d.Log, d.a.ID, page.Args{First: 5})
			return err
		}, func(ctx context.Context, u reports.Use) error {
			_, err := reports.ExportClientList(ctx, d.Log, d.a.ID, u)
			return err
		}},
	} {
		for code, do := range map[string]func(context.Context) error{
			"report.run":      o.run,
			"report.exported": func(ctx context.Context) error { return o.export(ctx, reports.ToFile) },
			"report.printed":  func(ctx context.Context) error { return o.export(ctx, reports.ToPaper) },
		} {
			ctx, c := activity.WithCollector(d.me())
			if err := do(ctx); err != nil {
				t.Fatal(err)
			}
			e := noted(t, c)
			if e.Code != code || e.Section != access.Reports.String() || e.EntityType != o.report || e.RowCount != o.rows ||
				(e.Changes["until"] != nil) != o.dated || (len(e.Clients) == 1 && e.Clients[0] == d.client.ID) != o.named {
				t.Errorf("%s %s: %+v", o.report, code, e)
			}
		}
		ctx, c := activity.WithCollector(d.me())
		if err := o.export(ctx, "MAIL"); problem.As(err) == nil || len(c.Take()) > 0 {
			t.Errorf("%s: %v", o.report, err)
		}
	}
}

func adjustment(d *desk, session uuid.UUID, amount int64) payments.SessionInput {
	return payments.SessionInput{Key: uuid.NewString(), Session: sessionID(d, session), Amount: amount, Reason: "x"}
}
