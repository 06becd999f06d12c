package apps_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/uuid"

	"lanyard/ent/gen/ent"
	"lanyard/internal/access"
	"lanyard/internal/accountaccess"
	"lanyard/internal/activity"
	"lanyard/internal/apps"
	"lanyard/internal/dbtest"
	"lanyard/internal/page"
	"lanyard/internal/problem"
)

func TestMain(m *testing.M) { dbtest.Main(m) }

var aLevel = []*access.SectionLevel{{Section: access.Clients, Level: access.Full}}

func registration(name string, uris ...string) apps.Registration {
	return apps.Registration{App: apps.Input{Name: name, Purpose: "claims", RedirectURIs: uris}, Confidential: true, Levels: aLevel}
}

const aURI = "https://app.example/done"

func code(err error) problem.Code {
	if p := problem.As(err); p != nil {
		return p.Code
	}
	return ""
}

func TestWhatAnAppMustBe(t *testing.T) {
	t.Parallel()
	w := dbtest.New(t)
	a := w.Account("a")
	for uri, ok := range map[string]bool{
		aURI: true, "https://app.example/done?tenant=1": true, "http://127.0.0.1/done": true, "http://127.0.0.1:8080/done": true, "http://[::1]/done": true, "com.example.app:/done": true,
		"": false, "app.example/done": false, "/done": false, "http://app.example/done": false, "http://localhost/done": false, "https://*.example/done": false, "https://\u0430pp.example/done": false, "https://%D0%B0pp.example/done": false, "https://app.example/%D0%B0": true, "https://app.example/do ne": false, "https://app.example/done#x": false, "https://app.example/done#": false,
		"https://me:secret@app.example/done": false, "https:///done": false, "javascript:alert(1)": false, "data:text/html,x": false, "myapp:/done": false, "com.example.app://host/done": false, "https://" + strings.Repeat("x", 500): false,
	} {
		_, _, err := apps.Register(w.As(a.Owner), w.Log, a.ID, registration("App", uri))
		if (err == nil) != ok || !ok && code(err) != problem.BadUserInput {
			t.Errorf("%q: %v", uri, err)
		}
	}
	for name, in := range map[string]apps.Registration{
		"no name":               registration(" ", aURI),
		"no address":            registration("App"),
		"a name with a page":    registration("Locked. Sign in at lanyard-help.example", aURI),
		"a name with an order":  registration("App\u202e", aURI),
		"no purpose":            {App: apps.Input{Name: "App", RedirectURIs: []string{aURI}}, Levels: aLevel},
		"a website of a scheme": {App: apps.Input{Name: "App", Purpose: "x", Website: "javascript:alert(1)", RedirectURIs: []string{aURI}}, Levels: aLevel},
		"a website in an order": {App: apps.Input{Name: "App", Purpose: "x", Website: "https://app.example/\u202e", RedirectURIs: []string{aURI}}, Levels: aLevel},
		"nothing to do":         {App: registration("App", aURI).App},
		"account access":        {App: registration("App", aURI).App, Levels: []*access.SectionLevel{{Section: access.AccountAccess, Level: access.View}}},
		"signing off the log":   {App: registration("App", aURI).App, Levels: []*access.SectionLevel{{Section: access.ActivityLog, Level: access.Full}}},
	} {
		if _, _, err := apps.Register(w.As(a.Owner), w.Log, a.ID, in); code(err) != problem.BadUserInput {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// An app is changed and deleted by the account that has registered it, and let in and shut out by each for itself.
func TestAnAppIsItsAccounts(t *testing.T) {
	t.Parallel()
	w := dbtest.New(t)
	a, b := w.Account("a"), w.Account("b")
	reader := w.Username(b, "reader", access.Levels{access.AccountAccess: access.View})
	app, key, err := apps.Register(w.As(a.Owner), w.Log, a.ID, registration("App", aURI))
	if err != nil || !strings.HasPrefix(key, "lanyard_secret_") || !app.IsOwn() || !app.IsIn() || app.RegisteredBy != "Dr a" && app.RegisteredBy == "" {
		t.Fatalf("%+v %v", app, err)
	}
	must := func(what string, err error, want problem.Code) {
		t.Helper()
		if code(err) != want || (want == "") != (err == nil) {
			t.Errorf("%s: %v, want %q", what, err, want)
		}
	}
	_, err = apps.Change(w.As(b.Owner), w.Log, b.ID, app.ID, app.Version, registration("Mine", "https://evil.example").App)
	must("b changes it", err, problem.NotFound)
	_, _, err = apps.RenewSecret(w.As(b.Owner), w.Log, b.ID, app.ID)
	must("b renews its secret", err, problem.NotFound)
	_, err = apps.Delete(w.As(b.Owner), w.Log, b.ID, app.ID)
	must("b deletes it", err, problem.NotFound)
	_, err = apps.Change(w.As(b.Owner), w.Log, a.ID, app.ID, app.Version, registration("Mine", "https://evil.example").App)
	must("b changes it in a", err, problem.NotFound)
	_, err = apps.LetIn(w.As(reader), w.Log, b.ID, app.ClientID(), app.Version, aLevel)
	must("b's reader lets it in", err, problem.NotFound)
	_, err = apps.LetIn(w.As(b.Owner), w.Log, b.ID, uuid.NewString(), 1, aLevel)
	must("an unknown one", err, problem.NotFound)
	_, err = apps.LetIn(w.As(b.Owner), w.Log, a.ID, app.ClientID(), app.Version, aLevel)
	must("b lets it into a", err, problem.NotFound)
	_, _, err = apps.ShutOut(w.As(b.Owner), w.Log, a.ID, app.ID)
	must("b shuts it out of a", err, problem.NotFound)

	ctx, _ := activity.WithCollector(w.As(b.Owner))
	found, err := apps.Find(ctx, w.Log, b.ID, " "+app.ClientID())
	if err != nil || found == nil || found.Name != "App" || len(found.Hosts()) != 1 || found.Hosts()[0] != "app.example" {
		t.Errorf("%+v %v", found, err)
	}
	let, err := apps.LetIn(w.As(b.Owner), w.Log, b.ID, app.ClientID(), app.Version, aLevel)
	if err != nil || let.IsOwn() || !let.IsIn() || let.RegisteredBy != app.RegisteredBy {
		t.Fatalf("%+v %v", let, err)
	}
	// b sees it, and can still change nothing of it.
	_, err = apps.Change(w.As(b.Owner), w.Log, b.ID, app.ID, app.Version, registration("Mine", "https://evil.example").App)
	must("b changes it, once it is in", err, problem.NotFound)
	left, _, err := apps.ShutOut(w.As(b.Owner), w.Log, b.ID, app.ID)
	if err != nil || left != nil {
		t.Errorf("%+v %v", left, err)
	}
	left, _, err = apps.ShutOut(w.As(a.Owner), w.Log, a.ID, app.ID)
	if err != nil || left == nil || left.IsIn() || !left.IsOwn() {
		t.Errorf("what a has shut out it has registered all the same: %+v %v", left, err)
	}
}

// What is done about an app is in the log of each account that it touches.
func TestTheLogTellsOfApps(t *testing.T) {
	t.Parallel()
	w := dbtest.New(t)
	a, b := w.Account("a"), w.Account("b")
	app, _, err := apps.Register(w.As(a.Owner), w.Log, a.ID, registration("App", aURI))
	if err == nil {
		_, err = apps.LetIn(w.As(b.Owner), w.Log, b.ID, app.ClientID(), app.Version, aLevel)
	}
	if err == nil {
		_, err = apps.LetIn(w.As(b.Owner), w.Log, b.ID, app.ClientID(), app.Version, []*access.SectionLevel{{Section: access.Clients, Level: access.View}})
	}
	if err == nil {
		_, err = apps.Change(w.As(a.Owner), w.Log, a.ID, app.ID, app.Version, registration("Another name", "https://elsewhere.example/done").App)
	}
	if err == nil {
		_, err = apps.Delete(w.As(a.Owner), w.Log, a.ID, app.ID)
	}
	if err != nil {
		t.Fatal(err)
	}
	var told []string
	for _, account := range []*dbtest.Account{a, b} {
		for _, e := range w.Events(account.ID) {
			if strings.HasPrefix(e.Code, "app.") {
				told = append(told, e.Code)
				if e.EntityType != "App" || len(e.Entities) != 1 || e.Entities[0] != app.ID {
					t.Errorf("%+v", e)
				}
			}
			if e.Code == "app.let_in" && len(e.Changes) != 2 {
				t.Errorf("%v", e.Changes)
			}
		}
	}
	if got := strings.Join(told, " "); got != "app.registered app.changed app.deleted app.let_in app.let_in app.changed app.deleted" {
		t.Error(got)
	}
}

// An app that is not what it was when it was let in is told to whoever let it in elsewhere, in words, and to nobody else.
func TestOthersAreToldOfAChangedApp(t *testing.T) {
	t.Parallel()
	w := dbtest.New(t)
	a, b, c := w.Account("a"), w.Account("b"), w.Account("c")
	app, _, err := apps.Register(w.As(a.Owner), w.Log, a.ID, registration("App", aURI))
	if err == nil {
		_, err = apps.LetIn(w.As(b.Owner), w.Log, b.ID, app.ClientID(), app.Version, aLevel)
	}
	if err == nil { // nothing is different
		app, err = apps.Change(w.As(a.Owner), w.Log, a.ID, app.ID, app.Version, app.Input)
	}
	if err == nil {
		_, err = apps.Change(w.As(a.Owner), w.Log, a.ID, app.ID, app.Version, registration("Other", "https://elsewhere.example/done").App)
	}
	if err != nil {
		t.Fatal(err)
	}
	if _, err = apps.Change(w.As(a.Owner), w.Log, a.ID, app.ID, app.Version, registration("Third", aURI).App); code(err) != problem.Conflict {
		t.Errorf("changed by an earlier version: %v", err)
	}
	if _, err = apps.Delete(w.As(a.Owner), w.Log, a.ID, app.ID); err != nil {
		t.Fatal(err)
	}
	for account, want := range map[*dbtest.Account][]string{
		a: nil, c: nil, b: {"The app App was deleted by Dr a", "The app App, which this account lets in, was changed by Dr a"},
	} {
		ctx, _ := activity.WithCollector(w.As(account.Owner))
		told, err := accountaccess.Notices(ctx, w.Log, account.ID, page.Args{First: 9})
		if err != nil || len(told.Nodes) != len(want) {
			t.Fatalf("%+v %v", told, err)
		}
		for i, n := range told.Nodes {
			if said := accountaccess.NoticeSentence(n); !strings.HasPrefix(said, want[i]) {
				t.Errorf("%q, want %q", said, want[i])
			}
		}
	}
}

// Whoever registers an app cannot fill another's mailbox, nor write what stands in it: one notice waits to be read, for
// an hour, by the name that the app was let in by. The log has each change.
func TestAnAppIsNoWayToWriteToOthers(t *testing.T) {
	t.Parallel()
	w := dbtest.New(t)
	a, b := w.Account("a"), w.Account("b")
	app, _, err := apps.Register(w.As(a.Owner), w.Log, a.ID, registration("App", aURI))
	if err == nil {
		_, err = apps.LetIn(w.As(b.Owner), w.Log, b.ID, app.ClientID(), app.Version, aLevel)
	}
	if err != nil {
		t.Fatal(err)
	}
	alternate := func() {
		for _, name := range []string{"Locked, ring 555 0100", "App"} {
			if app, err = apps.Change(w.As(a.Owner), w.Log, a.ID, app.ID, app.Version, registration(name, aURI).App); err != nil {
				t.Fatal(err)
			}
		}
	}
	notices := func() []*ent.Notice {
		ctx, _ := activity.WithCollector(w.As(b.Owner))
		return dbtest.Must[*page.Page[*ent.Notice]](t)(accountaccess.Notices(ctx, w.Log, b.ID, page.Args{First: 9})).Nodes
	}
	alternate()
	told := notices()
	if len(told) != 1 || told[0].Username != "App" {
		t.Fatalf("%+v", told)
	}
	dbtest.Must[*ent.Notice](t)(accountaccess.ReadNotices(w.As(b.Owner), w.Log, b.ID, told[0].ID))
	alternate()
	if n := len(notices()); n != 2 {
		t.Errorf("%d notices once the first was read", n)
	}
	w.Owner(`UPDATE notices SET created_at = now() - interval '61 minutes'`)
	alternate()
	if n := len(notices()); n != 3 {
		t.Errorf("%d notices an hour later", n)
	}
	logged := 0
	for _, e := range w.Events(b.ID) {
		if e.Code == "app.changed" {
			logged++
		}
	}
	if logged != 6 {
		t.Errorf("%d changes in the log", logged)
	}
}

// What an account lets in is what it looked at: whatever changes of an app makes it another version.
func TestAnAppIsLetInAsItWasLookedAt(t *testing.T) {
	t.Parallel()
	w := dbtest.New(t)
	a, b := w.Account("a"), w.Account("b")
	app, _, err := apps.Register(w.As(a.Owner), w.Log, a.ID, registration("App", aURI))
	if err != nil {
		t.Fatal(err)
	}
	documents := []apps.Document{{ID: "x", Text: "{ viewer { username } }"}}
	for what, change := range map[string]func() error{
		"changed": func() error {
			_, err := apps.Change(w.As(a.Owner), w.Log, a.ID, app.ID, app.Version, registration("App", "https://elsewhere.example/done").App)
			return err
		},
		"another secret": func() error { _, _, err := apps.RenewSecret(w.As(a.Owner), w.Log, a.ID, app.ID); return err },
		"documents":      func() error { _, err := apps.SetDocuments(w.As(a.Owner), w.Log, a.ID, app.ID, documents); return err },
	} {
		ctx, _ := activity.WithCollector(w.As(b.Owner))
		found, err := apps.Find(ctx, w.Log, b.ID, app.ClientID())
		if err != nil {
			t.Fatal(err)
		}
		if err := change(); err != nil {
			t.Fatal(err)
		}
		if _, err := apps.LetIn(w.As(b.Owner), w.Log, b.ID, app.ClientID(), found.Version, aLevel); code(err) != problem.Conflict {
			t.Errorf("%s: %v", what, err)
		}
		app, err = apps.LetIn(w.As(a.Owner), w.Log, a.ID, app.ClientID(), found.Version+1, aLevel)
		if err != nil {
			t.Fatalf("%s: %v", what, err)
		}
		if all, err := apps.List(ctx, w.Log, b.ID); err != nil || len(all) > 0 {
			t.Errorf("%s: it is in: %v %v", what, all, err)
		}
	}
}

// An app that is bound to its documents no more may ask for anything: that is told, and another secret is not.
func TestOthersAreToldThatDocumentsAreGone(t *testing.T) {
	t.Parallel()
	w := dbtest.New(t)
	a, b := w.Account("a"), w.Account("b")
	app, _, err := apps.Register(w.As(a.Owner), w.Log, a.ID, registration("App", aURI))
	if err == nil {
		_, err = apps.LetIn(w.As(b.Owner), w.Log, b.ID, app.ClientID(), app.Version, aLevel)
	}
	if err == nil {
		_, _, err = apps.RenewSecret(w.As(a.Owner), w.Log, a.ID, app.ID)
	}
	told := func() (all []string) {
		for _, e := range w.Events(b.ID) {
			if strings.HasPrefix(e.Code, "app.") && e.Code != "app.let_in" {
				all = append(all, e.Code)
			}
		}
		ctx, _ := activity.WithCollector(w.As(b.Owner))
		for _, n := range dbtest.Must[*page.Page[*ent.Notice]](t)(accountaccess.Notices(ctx, w.Log, b.ID, page.Args{First: 9})).Nodes {
			all = append(all, string(n.Kind))
		}
		return all
	}
	for _, documents := range [][]apps.Document{{{ID: "x", Text: "{ viewer { username } }"}}, {{ID: "y", Text: "{ viewer { id } }"}}} {
		if err == nil {
			_, err = apps.SetDocuments(w.As(a.Owner), w.Log, a.ID, app.ID, documents)
		}
	}
	if got := told(); err != nil || len(got) > 0 {
		t.Fatalf("%q %v", got, err)
	}
	if _, err := apps.SetDocuments(w.As(a.Owner), w.Log, a.ID, app.ID, nil); err != nil {
		t.Fatal(err)
	}
	if got := told(); !slices.Equal(got, []string{"app.documents", "APP_CHANGED"}) {
		t.Errorf("%q", got)
	}
}

// Who has let an app in is counted, however many other tokens there are.
func TestWhoHasLetAnAppIn(t *testing.T) {
	t.Parallel()
	w := dbtest.New(t)
	a := w.Account("a")
	app, _, err := apps.Register(w.As(a.Owner), w.Log, a.ID, registration("App", aURI))
	if err != nil {
		t.Fatal(err)
	}
	w.Owner(`INSERT INTO api_tokens (id, username_id, name, purpose, token_hash, expires_at, created_at) SELECT gen_random_uuid(), $1, 'x', 'x', sha256(n::text::bytea), now() + interval '1 day', now() FROM generate_series(1, 200) n`, a.Owner.Username)
	for name, begun := range map[string]bool{"one": true, "two": true, "undecided": false} {
		v := w.Username(a, name, access.Levels{access.Clients: access.View})
		w.Owner(`INSERT INTO api_tokens (id, username_id, name, purpose, kind, app_id, begun, expires_at) VALUES (gen_random_uuid(), $1, 'x', 'x', 'APP', $2, $3, now() + interval '1 day')`, v.Username, app.ID, begun)
	}
	w.Owner(`INSERT INTO api_token_levels SELECT id, $1, 'CLIENTS', 1 FROM api_tokens`, a.ID)
	if all, err := apps.List(w.As(a.Owner), w.Log, a.ID); err != nil || all[0].People != 2 {
		t.Errorf("%+v %v", all[0], err)
	}
}
