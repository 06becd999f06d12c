package copycodes_test

import (
	"context"
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"

	"lanyard/ent/gen/ent/billingcode"
	"lanyard/ent/gen/ent/payer"
	"lanyard/internal/access"
	"lanyard/internal/codessetup"
	"lanyard/internal/copycodes"
	"lanyard/internal/dbtest"
	"lanyard/internal/problem"
)

func TestMain(m *testing.M) { dbtest.Main(m) }

var allFiles, masterFiles = names(), tables()

func names() (all []codessetup.MasterFile) {
	for _, f := range codessetup.Files {
		all = append(all, f.Name())
	}
	return all
}

// tables are where the files lie.
func tables() (all []string) {
	for _, f := range codessetup.Files {
		all = append(all, strings.ToLower(string(f.Name())))
	}
	return all
}

// world has two accounts and a username with Full Access to both.
type world struct {
	*dbtest.World
	t      *testing.T
	a, b   *dbtest.Account
	master *access.Viewer
}

func newWorld(t *testing.T) *world {
	t.Helper()
	t.Parallel()
	w := &world{World: dbtest.New(t), t: t}
	w.a, w.b = w.Account("a"), w.Account("b")
	// The files hold what a test enters, not what each account starts with.
	w.Owner(`DELETE FROM payment_types`)
	w.master = w.Join(w.Username(w.a, "master", access.Everything()), w.b, access.Everything())
	return w
}

func (w *world) ctx() context.Context { return w.As(w.master) }

func (w *world) must(err error) {
	w.t.Helper()
	if err != nil {
		w.t.Fatal(err)
	}
}

func (w *world) diagnosis(a *dbtest.Account, in codessetup.DiagnosisCodeInput) uuid.UUID {
	w.t.Helper()
	if in.CodeSet == "" {
		in.CodeSet = "ICD-10-CM"
	}
	d, err := codessetup.DiagnosisCodes.Add(w.As(a.Owner), w.Log, a.ID, in)
	w.must(err)
	return d.ID
}

func (w *world) billing(a *dbtest.Account, code, description string, charge int) uuid.UUID {
	w.t.Helper()
	b, err := codessetup.BillingCodes.Add(w.As(a.Owner), w.Log, a.ID, codessetup.BillingCodeInput{
		Code: code, Description: description, DefaultCharge: charge, Units: 1, PlaceOfService: "11", BillTo: billingcode.BillToAUTOMATIC, Active: true,
	})
	w.must(err)
	return b.ID
}

func (w *world) payer(a *dbtest.Account, id, name, private string) uuid.UUID {
	w.t.Helper()
	p, err := codessetup.Payers.Add(w.As(a.Owner), w.Log, a.ID, codessetup.PayerInput{
		Name: name, Kind: payer.KindELECTRONIC, PayerID: &id, ClaimForm: payer.ClaimFormCMS1500_PLAIN, Active: true,
		ProviderNumber: &private, Enrolment: &private, Contact: &private, InsuranceNote: &name,
	})
	w.must(err)
	return p.ID
}

func (w *world) preview(charges bool) *copycodes.CopyPreview {
	w.t.Helper()
	p, err := copycodes.Preview(w.ctx(), w.Log, w.b.ID, w.a.ID, allFiles, charges)
	w.must(err)
	return p
}

// everything chooses all entries of a preview, to be replaced where they differ.
func everything(p *copycodes.CopyPreview, charges bool) copycodes.CopyCodesInput {
	in := copycodes.CopyCodesInput{Job: p.Job, IncludeCharges: charges}
	for _, e := range p.Entries {
		in.Entries = append(in.Entries, copycodes.CopyEntryInput{File: e.File, ID: e.ID, Fingerprint: e.Fingerprint, Replace: true})
	}
	return in
}

func (w *world) copy(in copycodes.CopyCodesInput) *copycodes.CopyCodesPayload {
	w.t.Helper()
	done, err := copycodes.Copy(w.ctx(), w.Log, w.b.ID, w.a.ID, in)
	w.must(err)
	return done
}

func counts(p *copycodes.CopyCodesPayload) string {
	return fmt.Sprintf("%d created, %d replaced, %d skipped", p.Created, p.Replaced, p.Skipped)
}

func code(err error) problem.Code {
	if p := problem.As(err); p != nil {
		return p.Code
	}
	return ""
}

type row = map[string]any

// table reads a table round the walls, each row under its natural key or else its id.
func (w *world) table(name string, account uuid.UUID) map[string]row {
	w.t.Helper()
	conn, err := pgx.Connect(w.t.Context(), w.OwnerURL)
	w.must(err)
	defer func() { _ = conn.Close(context.Background()) }()
	found, err := conn.Query(w.t.Context(), `SELECT to_jsonb(t) FROM `+name+` t WHERE account_id = $1`, account)
	w.must(err)
	rows, err := pgx.CollectRows(found, pgx.RowTo[row])
	w.must(err)
	byKey := map[string]row{}
	for _, r := range rows {
		key, ok := r["natural_key"].(string)
		if !ok {
			key = r["id"].(string)
		}
		byKey[key] = r
	}
	return byKey
}

// dump is everything that belongs to the account, but its log and the jobs of copying.
func (w *world) dump(account uuid.UUID) string {
	w.t.Helper()
	all := map[string]any{}
	for _, name := range append([]string{"clients", "links", "privileges"}, masterFiles...) {
		all[name] = w.table(name, account)
	}
	raw, err := json.Marshal(all)
	w.must(err)
	return string(raw)
}
