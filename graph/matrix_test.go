package graph

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/uuid"
	"github.com/vektah/gqlparser/v2/ast"

	"lanyard/internal/access"
	"lanyard/internal/globalid"
)

// Every field, at every level of every section, through every way in: as access.golden says,
// it is answered, or null with the stable code; and nothing of what is refused stands in the
// answer.
func TestMatrixOfReads(t *testing.T) {
	t.Parallel()
	s := newStage(t, directives())
	full := access.OwnerLevels()
	master, free := s.viewer(full, full)
	s.target() // somebody whose privileges can be set
	s.call.said["files"] = func() any { return []string{"DIAGNOSIS_CODES", "BILLING_CODES", "PAYERS"} }
	probes := s.probes()
	whole := map[string]reply{}
	answered := map[string]int{}
	for _, p := range probes {
		whole[p.name] = s.ask(master, p.query, p.variables)
		s.inspect(p, free, whole[p.name], answered)
	}
	s.checkReached(answered)
	for _, c := range s.readers() {
		t.Run(c.name, func(t *testing.T) {
			v, w := s.viewer(c.inA, c.inB)
			for _, p := range s.probes() {
				s.t, s.g.t, s.call.t = t, t, t
				r := s.ask(v, p.query, p.variables)
				s.inspect(p, w, r, answered)
				s.checkNothingLeaks(p, w, r, whole[p.name], master.Name)
			}
			s.leaves(v)
		})
		s.t, s.g.t, s.call.t = t, t, t
	}
}

// holder is a combination of levels.
type holder struct {
	name     string
	inA, inB access.Levels
}

// readers have one section apart from all others, in one of the two accounts.
func (s *stage) readers() []holder {
	full := access.OwnerLevels()
	var all []holder
	for _, section := range s.book.sections(s.t) {
		for level := access.None; level <= access.Full; level++ {
			for _, others := range []access.Level{access.None, access.Full} {
				name := fmt.Sprintf("%s %s others %s", section, level, others)
				all = append(all, holder{name, apart(section, level, others), full})
			}
		}
		all = append(all, holder{section.String() + " in the other account alone", access.Levels{}, apart(section, access.Full, access.None)},
			holder{section.String() + " not in the other account", full, apart(section, access.None, access.Full)})
	}
	asked := map[[2]access.Levels]bool{} // with all that there is, or nothing, no section is apart
	return slices.DeleteFunc(all, func(h holder) bool {
		levels := [2]access.Levels{h.inA, h.inB}
		again := asked[levels]
		asked[levels] = true
		return again
	})
}

func (s *stage) inspect(p probe, w who, r reply, answered map[string]int) {
	s.t.Helper()
	i := &inspection{t: s.t, schema: s.schema, book: s.book, home: s.a.ID, who: w, codes: r.codes(), answered: answered}
	i.field(p.root, w.refused(p.needs, s.account), s.a.ID, r.Data[p.root.field.Name], p.root.field.Name)
	i.rest()
	if s.t.Failed() {
		s.t.Fatalf("%s: %.2000s", p.name, r.raw)
	}
}

// checkReached: what was never answered was never tested.
func (s *stage) checkReached(answered map[string]int) {
	s.t.Helper()
	for name, needs := range s.book {
		typ, _, _ := strings.Cut(name, ".")
		if needs[0].guarded() && typ != "Mutation" && answered[name] == 0 {
			s.t.Errorf("%s has no value anywhere: plant one", name)
		}
	}
}

// checkNothingLeaks: all may know the steward, whom one asks for more.
func (s *stage) checkNothingLeaks(p probe, w who, r, whole reply, steward string) {
	s.t.Helper()
	h := &harvest{schema: s.schema, book: s.book, who: w, seen: map[string]bool{steward: true}, forbidden: map[string]bool{}}
	h.value(p.root, s.a.ID, whole.Data[p.root.field.Name], len(w.refused(p.needs, s.account)) > 0)
	if leaked := h.leaked(r.raw); len(leaked) > 0 {
		s.t.Errorf("%s: refused, and in the answer: %q", p.name, leaked)
	}
}

// Every mutation, at every level of the sections that it asks for: refused, it changes
// nothing; done, its payload is guarded like everything else.
func TestMatrixOfMutations(t *testing.T) {
	t.Parallel()
	s := newStage(t, directives())
	for _, f := range fieldsOf(s.schema.Mutation) {
		for _, c := range s.writers(s.book["Mutation."+f.Name]) {
			t.Run(f.Name+" "+c.name, func(t *testing.T) {
				s.t, s.g.t, s.call.t = t, t, t
				v, w := s.viewer(c.inA, c.inB)
				s.mutate(f, v, w)
				s.leaves(v)
			})
		}
		s.t, s.g.t, s.call.t = t, t, t
	}
}

// refuseMutations sends each mutation as everybody who may not.
func (s *stage) refuseMutations() {
	s.t.Helper()
	for _, f := range fieldsOf(s.schema.Mutation) {
		needs := s.book["Mutation."+f.Name]
		for _, c := range s.writers(needs) {
			w := who{levels: map[uuid.UUID]access.Levels{s.a.ID: c.inA, s.b.ID: c.inB}}
			if len(w.refused(needs, s.account)) > 0 {
				v, w := s.viewer(c.inA, c.inB)
				s.mutate(f, v, w)
				s.leaves(v)
			}
		}
	}
}

// writers are the combinations that matter to a mutation with these rules.
func (s *stage) writers(needs []need) []holder {
	s.t.Helper()
	full := access.OwnerLevels()
	var all []holder
	for _, n := range needs {
		if n.rule == "member" {
			return []holder{{"No Access", access.Levels{}, access.Levels{}}, {"Full Access", full, full}}
		}
		if !n.guarded() {
			return nil
		}
		section, _ := access.ParseSection(n.rule)
		for level := access.None; level <= access.Full; level++ {
			for _, others := range []access.Level{access.None, access.Full} {
				c := holder{fmt.Sprintf("%s %s in %s others %s", section, level, n.account, others), apart(section, level, others), full}
				if n.account == "from" {
					c.inA, c.inB = c.inB, c.inA
				}
				all = append(all, c)
			}
		}
	}
	return all
}

// keepNothing are the mutations that write an event, or set a counter back.
var keepNothing = []string{"switchAccount", "beginView", "endView", "unlockUsername", "askPasskey", "offerPasskey", "findInvitation"}

func (s *stage) mutate(f *ast.FieldDefinition, v *access.Viewer, w who) {
	s.t.Helper()
	s.prepare(f, v)
	payload := s.schema.Types[f.Type.Name()]
	root := &branch{def: s.schema.Mutation, field: f, children: grow(s.schema, payload)}
	query, variables := s.call.operation(s.schema.Mutation, f, s.selection(root.children))
	refused := w.refused(s.asks(f), s.account)
	w.levels[s.c.ID] = access.Everything() // what joining gives
	if f.Name == "startEmergency" {
		opened := w.levels[s.a.ID]
		opened[access.Clients] = max(opened[access.Clients], access.View)
		w.levels[s.a.ID] = opened
	}
	before := s.g.kept()
	r := s.ask(v, query, variables)
	i := &inspection{t: s.t, schema: s.schema, book: s.book, home: s.a.ID, who: w, codes: r.codes(), answered: map[string]int{}}
	i.field(root, refused, s.a.ID, r.Data[f.Name], f.Name)
	i.rest()
	changed := differing(before, s.g.kept())
	switch {
	case len(refused) == 0 && i.answered["Mutation."+f.Name] == 0:
		s.t.Errorf("not done: %s", r.raw)
	case len(refused) > 0 && len(changed) > 0:
		s.t.Errorf("refused, and something is changed: %s: %q", r.raw, changed)
	case len(refused) > 0 && strings.Contains(r.raw, marker):
		s.t.Errorf("refused, and there are values in the answer: %s", r.raw)
	case len(refused) == 0 && !slices.Contains(keepNothing, f.Name) && len(changed) == 0:
		s.t.Errorf("done, and nothing is changed: %s", r.raw)
	}
}

// byCode are the mutations that need the code of an invitation.
var byCode = []string{"findInvitation", "acceptOffer", "acceptRequest", "declineInvitation"}

// prepare plants what the mutation is about to change.
func (s *stage) prepare(f *ast.FieldDefinition, v *access.Viewer) {
	s.t.Helper()
	if f.Name == "addInsurancePolicy" { // one of a rank is active
		s.g.exec(`UPDATE insurance_policies SET active = false WHERE client_id = $1`, s.idOf("Client").Row)
	}
	s.prepareFactor(f, v)
	s.inEmergency(f, v)
	s.openReview(f.Name)
	s.call.said["SectionLevelInput.section"] = func() any {
		if strings.HasSuffix(f.Name, "Emergency") || f.Name == "settleEmergencies" {
			return "CLIENTS"
		}
		return "ACCOUNT_ACCESS"
	}
	s.call.said["leaving"] = func() any { return false }
	s.call.said["window"] = func() any { return uuid.NewString() }
	s.call.said["id"] = func() any {
		if strings.HasSuffix(f.Name, "Passkey") {
			return s.passkeyOf(v)
		}
		if f.Name == "revokeApiToken" {
			return s.tokenOf(v.Username)
		}
		if id, paid := s.paid(f.Name); paid {
			return id.String()
		}
		typ := s.changedBy(f)
		id := s.plant(typ, s.a.ID)
		switch f.Name {
		case "endEmergency":
			id = s.rows["Running"]
		case "confirmAccess", "finishAccessReview":
			id = s.rows["Open"]
		case "addendNote":
			s.g.signNote(id)
		case "editPsychotherapyNote", "sharePsychotherapyNote":
			s.g.exec(`UPDATE psychotherapy_notes SET author_id = $2, shared = false WHERE id = $1`, id, v.Username)
		}
		return globalid.New(typ, s.a.ID, id).String()
	}
	s.call.said["version"] = func() any {
		if f.Name == "editPractice" {
			return one[int](s.g, `SELECT version FROM accounts WHERE id = $1`, s.a.ID)
		}
		return 1
	}
	s.call.said["EmergencySettingsInput.version"] = func() any {
		return one[int](s.g, `SELECT version FROM emergency_settings WHERE account_id = $1`, s.a.ID)
	}
	if slices.Contains(byCode, f.Name) {
		s.call.said["code"] = func() any { return s.codeFor(f.Name) }
	}
	s.call.said["find"] = func() any {
		s.g.exec(`UPDATE links SET ended_at = now() WHERE account_id = $1 AND NOT owner`, s.c.ID)
		id := s.g.row("account_finds", values{"username_id": v.Username, "account_id": s.c.ID, "consent_id": s.c.Owner.Username, "used_at": nil})
		return globalid.New("AccountFind", uuid.Nil, id).String()
	}
}

// asks is what a mutation needs: being at a row needs what the row's id asks.
func (s *stage) asks(f *ast.FieldDefinition) []need {
	if f.Name == "beHere" {
		return append(slices.Clone(s.book["Mutation."+f.Name]), s.book[s.changedBy(f)+".id"]...)
	}
	return s.book["Mutation."+f.Name]
}

// changedBy is the type of the row that a payload gives.
func (s *stage) changedBy(f *ast.FieldDefinition) string {
	if f.Name == "beHere" {
		return "Client"
	}
	for _, p := range s.schema.Types[f.Type.Name()].Fields {
		if tables[p.Type.Name()] != "" {
			return p.Type.Name()
		}
	}
	return ""
}

// What is asked for on the interface is guarded by the rule of the object behind it.
func TestFieldsOfTheInterface(t *testing.T) {
	t.Parallel()
	s := newStage(t, directives())
	full := access.OwnerLevels()
	v, _ := s.viewer(full, full)
	poor, _ := s.viewer(access.Levels{}, full)
	for _, typ := range s.schema.PossibleTypes["Node"] {
		id := s.idOf(typ.Name)
		ask := func(v *access.Viewer) reply {
			return s.ask(v, `query($id: ID!) { node(id: $id) { __typename id } }`, map[string]any{"id": id.String()})
		}
		r := ask(v)
		if typ.Name == "SignIn" {
			r = ask(poor) // the sign-in that was planted last
		}
		if node, _ := r.Data["node"].(map[string]any); len(r.Errors) > 0 || node["id"] != id.String() || node["__typename"] != typ.Name {
			t.Errorf("%s: %s", typ.Name, r.raw)
		}
		if needs := s.book[typ.Name+".id"]; needs[0].guarded() {
			if r := ask(poor); r.code() != "FORBIDDEN" || r.Data["node"] != nil {
				t.Errorf("%s: %s", typ.Name, r.raw)
			}
		}
	}
}
