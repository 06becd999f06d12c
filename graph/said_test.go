package graph

import (
	"fmt"
	"net/url"
	"strconv"
	"strings"
	"time"

	"github.com/google/uuid"

	"lanyard/internal/access"
	"lanyard/internal/apps"
	"lanyard/internal/dbtest"
	"lanyard/internal/globalid"
	"lanyard/internal/webhooks"
)

// target plants a username of the account a that a mutation may change.
func (s *stage) target() any {
	username := s.g.username(s.a.ID)
	link := s.g.link(username, s.a.ID, window{}, access.Levels{})
	s.usedSignIn(username)
	return globalid.New("Link", s.a.ID, link).String()
}

// minutes are those that are set, and every second time, for what is wanted, others.
func (s *stage) minutes() func() any {
	wanted := false
	return func() any {
		set := one[int](s.g, `SELECT idle_minutes FROM accounts WHERE id = $1`, s.a.ID)
		if wanted = !wanted; wanted {
			return set
		}
		return 35 - set
	}
}

func text(id globalid.ID) func() any { return func() any { return id.String() } }

// said are the arguments that only this stage knows.
func (s *stage) said() map[string]func() any {
	entry, billing := map[string]any{}, s.billingCode(s.a.ID)
	payer := one[string](s.g, `SELECT natural_key FROM payers WHERE id = $1`, s.plant("Payer", s.a.ID))
	fresh := func(name string) func() any { return func() any { return entry[name] } }
	nothing := func() any { return nil }
	none := func() any { return []any{} }
	csv := ""
	return map[string]func() any{
		"account": text(globalid.OfAccount(s.a.ID)), "from": text(globalid.OfAccount(s.b.ID)),
		"filter": nothing, "after": nothing, "signIn": nothing, "SignInRulesInput.idleMinutes": s.minutes(), "SignInRulesInput.passwordReminderMonths": nothing, "SignInRulesInput.secondFactorRequired": func() any { return false }, "SignInRulesInput.passkeyRequired": func() any { return false }, "link": s.target, "SetPrivilegesInput.link": s.target,
		"SignInInput.username": func() any { return s.c.Owner.Name }, "SignInInput.password": func() any { return dbtest.Password },
		"ProveAgainInput.password": func() any { return dbtest.Password }, "ProveAgainInput.code": nothing, "FindAccountInput.code": nothing,
		"FindAccountInput.username": func() any { return s.c.Owner.Name }, "FindAccountInput.password": func() any { return dbtest.Password },
		"CopyCodesInput.job": func() any {
			entry = s.copyable()
			return globalid.New("CopyJob", uuid.Nil, uuid.New()).String()
		},
		"SectionLevelInput.section":          func() any { return "ACCOUNT_ACCESS" },
		"SectionLevelInput.level":            func() any { return "VIEW" },
		"ApiTokenAccountInput.account":       text(globalid.OfAccount(s.a.ID)),
		"CreateCalendarAddressInput.account": text(globalid.OfAccount(s.a.ID)),
		"token":                              s.token,
		"forbidden": func() any {
			return !one[bool](s.g, `SELECT tokens_forbidden FROM accounts WHERE id = $1`, s.a.ID)
		},
		"EmergencyInput.minutes": func() any { return 60 }, "EmergencyInput.reason": func() any { return "zq: the office is flooded" }, "EmergencySettingsInput.longestMinutes": func() any { return 60 }, "EmergencySettingsInput.links": none,
		"webhook": func() any { return s.webhook().String() }, "delivery": s.deadLetter, "WebhookInput.url": func() any { return aReceiver },
		"app": func() any { return s.app(s.a).GlobalID().String() }, "clientId": func() any { return s.app(s.b).ClientID() }, "query": s.authorizationQuery,
		"levels": aLevel, "RegisterAppInput.levels": aLevel, "ApiTokenAccountInput.levels": aLevel,
		"job":                          s.copied,
		"csv":                          func() any { s.g.n++; csv = fmt.Sprintf("Code,Description\nZ%03d,Imported\n", s.g.n%1000); return csv },
		"fingerprint":                  func() any { return s.compared(csv) },
		"ServiceCodeInput.billingCode": func() any { return billing },
		"ModifierInput.code":           s.twoCharacters,
		"ReferringProviderInput.npi":   nothing,
		"AppointmentInput.client":      func() any { return s.idOf("Client").String() }, "AppointmentInput.minutes": func() any { return 50 }, "AppointmentInput.service": func() any { return s.idOf("ServiceCode").String() }, "AppointmentInput.serviceCode": func() any { return "MISSED" },
		"batch":  nothing,
		"note":   func() any { return s.idOf("SessionNote").String() },
		"client": func() any { return s.idOf("Client").String() }, "appointment": nothing, "NoteInput.session": nothing, "ClientSessionInput.billingCode": func() any { return billing },
		"ClientSessionInput.location": nothing, "ClientSessionInput.diagnosisCodes": none, "ClientSessionInput.modifiers": none, "ClientSessionInput.billTo": func() any { return "CLIENT" },
		"leaveOpen": func() any { return true },
		"active":    func() any { return false }, "InsurancePolicyInput.payer": func() any { return payer }, "InsurancePolicyInput.referringProvider": nothing,
		"AuthorizationInput.policy": nothing, "AuthorizationInput.sessionsAllowed": func() any { return 5 },
		"sessions": s.openSession, "GenerateInvoicesInput.sessions": s.openSession, "GenerateClaimsInput.sessions": func() any {
			return []any{globalid.New("ClientSession", s.a.ID, s.g.claimable(s.a.ID, billing)).String()}
		},
		"GenerateInvoicesInput.batch": batchID, "GenerateClaimsInput.batch": batchID,
		"message": nothing, "GenerateInvoicesInput.message": nothing, "as": func() any { return "SUBMITTED" },
		"ReviewInput.from":    s.anotherDay,
		"CopyEntryInput.file": fresh("file"), "CopyEntryInput.id": fresh("id"), "CopyEntryInput.fingerprint": fresh("fingerprint"),
	}
}

// token plants an API token that reaches the account a.
func (s *stage) token() any { return s.tokenOf(s.a.Owner.Username) }

func (s *stage) tokenOf(username uuid.UUID) string {
	s.t.Helper()
	id := s.g.row("api_tokens", values{
		"username_id": username, "revoked_at": nil, "revoked_by": nil, "shut_accounts": []uuid.UUID{}, "created_at": time.Now(), "app_id": nil,
	})
	s.g.exec(`INSERT INTO api_token_levels VALUES ($1, $2, 'CLIENTS', 1)`, id, s.a.ID)
	s.g.row("events", values{"account_id": s.a.ID, "token_id": id})
	return globalid.New("ApiToken", uuid.Nil, id).String()
}

// aRedirectURI is where an app is sent back to.
const aRedirectURI = "https://zq.example/done"

// aLevel is what an app may do.
func aLevel() any { return []any{map[string]any{"section": "CLIENTS", "level": "VIEW"}} }

// app registers an app in an account. Of many the newest are left: an account has so many at most.
func (s *stage) app(a *dbtest.Account) *apps.App {
	s.t.Helper()
	s.g.exec(`UPDATE accounts SET tokens_forbidden = false WHERE id = $1`, a.ID)
	s.g.exec(`UPDATE apps SET deleted_at = now() WHERE id NOT IN (SELECT id FROM apps ORDER BY created_at DESC LIMIT 5)`)
	made, _, err := apps.Register(s.w.As(a.Owner), s.w.Log, a.ID, apps.Registration{
		App:          apps.Input{Name: marker + " partner", Purpose: marker + " purpose", Website: "https://zq.example", RedirectURIs: []string{aRedirectURI}},
		Confidential: true, Levels: []*access.SectionLevel{{Section: access.Clients, Level: access.View}},
	})
	if err != nil {
		s.t.Fatal(err)
	}
	return made
}

// authorizationQuery is what an app of the account a sends the browser with.
func (s *stage) authorizationQuery() any {
	return url.Values{
		"client_id": {s.app(s.a).ClientID()}, "redirect_uri": {aRedirectURI}, "response_type": {"code"}, "code_challenge_method": {"S256"},
		"code_challenge": {strings.Repeat("z", 43)},
	}.Encode()
}

// aReceiver is where nobody listens.
const aReceiver = "http://127.0.0.1:1/zq"

// webhook plants a webhook of the account a. Of many the newest are left: an account has so many at most.
func (s *stage) webhook() globalid.ID {
	s.t.Helper()
	s.g.exec(`UPDATE webhooks SET deleted_at = now() WHERE id NOT IN (SELECT id FROM webhooks ORDER BY created_at DESC LIMIT 5)`)
	made, _, err := s.hooks.Add(s.w.As(s.a.Owner), s.a.ID, webhooks.Input{URL: aReceiver, Kinds: []webhooks.Kind{webhooks.ClientChanged}})
	if err != nil {
		s.t.Fatal(err)
	}
	s.g.exec(`UPDATE webhooks SET failing_since = now(), fault = 'It answered 500.', sealed_old = sealed_secret, old_until = now() + interval '1 hour' WHERE id = $1`, made.ID)
	return made.GlobalID()
}

// deadLetter plants what a webhook was not told.
func (s *stage) deadLetter() any {
	s.t.Helper()
	id := uuid.New()
	s.g.n++
	s.g.exec(`INSERT INTO changes VALUES ($1, $2, now(), 'client.changed', 'U', 'CLIENTS', 'Client', '{}', '{}')`, s.a.ID, 1000000+s.g.n)
	s.g.exec(`INSERT INTO webhook_deliveries VALUES ($1, $2, $3, $4, 'client.changed', now(), now(), true, 11, 500, 'It answered 500.', 'zq')`, id, s.webhook().Row, s.a.ID, 1000000+s.g.n)
	return globalid.New("WebhookDelivery", s.a.ID, id).String()
}

// anotherDay is another one each time: the same days are signed off once.
func (s *stage) anotherDay() any {
	s.g.n++
	return time.Date(2001, 1, s.g.n%6900, 0, 0, 0, 0, time.UTC).Format(time.DateOnly)
}

func batchID() any { return uuid.NewString() }

// openSession plants a session that can be invoiced.
func (s *stage) openSession() any {
	s.t.Helper()
	return []any{globalid.New("ClientSession", s.a.ID, s.plant("ClientSession", s.a.ID)).String()}
}

// twoCharacters are other ones each time.
func (s *stage) twoCharacters() any {
	s.g.n++
	return fmt.Sprintf("%02s", strings.ToUpper(strconv.FormatInt(int64(s.g.n%1296), 36)))
}

// copyable plants a code in the account b and gives one as the preview shows it.
func (s *stage) copyable() map[string]any { return s.copyables(1)[0] }

// copyables plants codes in the account b and gives as many as the preview shows them.
func (s *stage) copyables(n int) []map[string]any {
	s.t.Helper()
	for range n {
		s.plant("DiagnosisCode", s.b.ID)
	}
	master, _ := s.viewer(access.OwnerLevels(), access.OwnerLevels())
	r := s.ask(master, `query($a: ID!, $b: ID!) { previewCopyCodes(account: $a, from: $b, files: [DIAGNOSIS_CODES], includeCharges: true) { entries { file id fingerprint state } } }`,
		map[string]any{"a": globalid.OfAccount(s.a.ID).String(), "b": globalid.OfAccount(s.b.ID).String()})
	preview, ok := r.Data["previewCopyCodes"].(map[string]any)
	if !ok {
		s.t.Fatal(r.raw)
	}
	var found []map[string]any
	for _, e := range preview["entries"].([]any) {
		if entry := e.(map[string]any); entry["state"] == "NEW" && len(found) < n {
			found = append(found, entry)
		}
	}
	if len(found) < n {
		s.t.Fatal("nothing to copy")
	}
	return found
}

// copied makes a copy of two entries from the account b, one of which was changed since, and
// gives its job.
func (s *stage) copied() any {
	s.t.Helper()
	entries := s.copyables(2)
	for _, e := range entries {
		delete(e, "state")
	}
	master, _ := s.viewer(access.OwnerLevels(), access.OwnerLevels())
	job := globalid.New("CopyJob", uuid.Nil, uuid.New()).String()
	r := s.ask(master, `mutation($a: ID!, $b: ID!, $in: CopyCodesInput!) { copyCodes(account: $a, from: $b, input: $in) { created } }`, map[string]any{
		"a": globalid.OfAccount(s.a.ID).String(), "b": globalid.OfAccount(s.b.ID).String(),
		"in": map[string]any{"job": job, "includeCharges": true, "entries": entries},
	})
	if len(r.Errors) > 0 {
		s.t.Fatal(r.raw)
	}
	s.g.exec(`UPDATE diagnosis_codes SET version = version + 1 WHERE id = (SELECT id FROM diagnosis_codes WHERE copy_job = $1 LIMIT 1)`, globalid.Parse(job).Row)
	return job
}

// compared is the fingerprint of an import into the diagnosis codes of the account a.
func (s *stage) compared(csv string) any {
	s.t.Helper()
	master, _ := s.viewer(access.OwnerLevels(), access.OwnerLevels())
	r := s.ask(master, `query($a: ID!, $csv: String!) { previewImportCodes(account: $a, file: DIAGNOSIS_CODES, csv: $csv) { fingerprint } }`,
		map[string]any{"a": globalid.OfAccount(s.a.ID).String(), "csv": csv})
	preview, ok := r.Data["previewImportCodes"].(map[string]any)
	if !ok {
		s.t.Fatal(r.raw)
	}
	return preview["fingerprint"]
}
