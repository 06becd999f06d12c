package graph

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/uuid"
	"github.com/vektah/gqlparser/v2/ast"

	"lanyard/internal/access"
	"lanyard/internal/globalid"
)

// rootFields are all fields of Query and Mutation.
func (s *stage) rootFields(do func(def *ast.Definition, f *ast.FieldDefinition, needs []need)) {
	for _, def := range []*ast.Definition{s.schema.Query, s.schema.Mutation} {
		for _, f := range fieldsOf(def) {
			do(def, f, s.book[def.Name+"."+f.Name])
		}
	}
}

func (s *stage) rootOperation(def *ast.Definition, f *ast.FieldDefinition) (string, map[string]any) {
	s.t.Helper()
	result := s.schema.Types[f.Type.Name()]
	if result.Kind == ast.Interface {
		return s.call.operation(def, f, " id")
	}
	return s.call.operation(def, f, s.selection(grow(s.schema, result)))
}

// Nobody gets anything but what is public.
func TestNobodyIsAskedToSignIn(t *testing.T) {
	t.Parallel()
	s := newStage(t, directives())
	before := s.freeze()
	s.rootFields(func(def *ast.Definition, f *ast.FieldDefinition, needs []need) {
		if slices.ContainsFunc(needs, func(n need) bool { return n.rule == "public" }) {
			return
		}
		query, variables := s.rootOperation(def, f)
		r := s.ask(nil, query, variables)
		if r.code() != "UNAUTHENTICATED" || len(r.Errors) != 1 || r.Data[f.Name] != nil || strings.Contains(r.raw, marker) {
			t.Errorf("%s.%s: %s", def.Name, f.Name, r.raw)
		}
	})
	if s.g.kept() != before {
		t.Error("nobody has changed something")
	}
}

// freeze plants what arguments are made of once, so that only the requests can change
// anything, and gives what is there.
func (s *stage) freeze() string {
	s.t.Helper()
	job := s.copied()
	link, entry := s.target(), s.copyable()
	csv := "Code,Description\nZ999,Imported\n"
	sessions, claimable := s.openSession(), s.call.said["GenerateClaimsInput.sessions"]()
	fixed := map[string]any{
		"job": job, "csv": csv, "fingerprint": s.compared(csv), "window": uuid.NewString(),
		"sessions": sessions, "GenerateInvoicesInput.sessions": sessions, "GenerateClaimsInput.sessions": claimable,
		"code": "zq-no-code", "link": link, "SetPrivilegesInput.link": link, "token": s.token(),
		"app": s.app(s.a).GlobalID().String(), "clientId": s.app(s.b).ClientID(), "query": s.authorizationQuery(),
		"webhook": s.webhook().String(), "delivery": s.deadLetter(),
		"CopyEntryInput.file": entry["file"], "CopyEntryInput.id": entry["id"], "CopyEntryInput.fingerprint": entry["fingerprint"],
		"CopyCodesInput.job": globalid.New("CopyJob", uuid.Nil, uuid.New()).String(),
		"id":                 globalid.New("Client", s.a.ID, s.rows["Client"]).String(),
		"find":               globalid.New("AccountFind", uuid.Nil, uuid.New()).String(),
	}
	for name, value := range fixed {
		s.call.said[name] = func() any { return value }
	}
	return s.g.kept()
}

// Who has to change the password can do that and nothing that belongs to an account.
func TestPasswordChangeComesFirst(t *testing.T) {
	t.Parallel()
	s := newStage(t, directives())
	full := access.OwnerLevels()
	v, _ := s.viewer(full, full)
	v.MustChangePassword = true
	before := s.freeze()
	s.rootFields(func(def *ast.Definition, f *ast.FieldDefinition, needs []need) {
		if !slices.ContainsFunc(needs, need.entered) && f.Name != "node" && f.Directives.ForName("fresh") == nil {
			return
		}
		query, variables := s.rootOperation(def, f)
		r := s.ask(v, query, variables)
		if r.code() != "FORBIDDEN" || r.Errors[0].Extensions["changePassword"] != true || r.Data[f.Name] != nil || strings.Contains(r.raw, marker) {
			t.Errorf("%s.%s: %s", def.Name, f.Name, r.raw)
		}
	})
	if s.g.kept() != before {
		t.Error("something is changed")
	}
}

// To a stranger an account does not exist: the answer is, byte for byte, that for an id which
// nobody has.
func TestAnAccountOfOthersDoesNotExist(t *testing.T) {
	t.Parallel()
	newStage(t, directives()).strangers()
}

func (s *stage) strangers() {
	s.t.Helper()
	stranger := s.c.Owner
	before := s.freeze()
	s.rootFields(func(def *ast.Definition, f *ast.FieldDefinition, needs []need) {
		if !slices.ContainsFunc(needs, need.entered) {
			return
		}
		s.alike(stranger, def, f, "account", globalid.OfAccount(s.a.ID), globalid.OfAccount(uuid.New()))
		s.alike(stranger, def, f, "id", globalid.OfAccount(s.a.ID), globalid.OfAccount(uuid.New()))
	})
	node := s.schema.Query.Fields.ForName("node")
	for typ, row := range s.rows {
		id := globalid.New(typ, s.a.ID, row)
		s.alike(stranger, s.schema.Query, node, "id", id, globalid.New(typ, uuid.New(), uuid.New()))
		s.alike(stranger, s.schema.Query, node, "id", id, globalid.New("Nonsense", uuid.New(), uuid.New()))
	}
	if s.g.kept() != before {
		s.t.Error("a stranger has changed something")
	}
}

// alike asks with the one id and with the other: both are answered alike, with NOT_FOUND.
func (s *stage) alike(v *access.Viewer, def *ast.Definition, f *ast.FieldDefinition, argument string, there, nowhere globalid.ID) {
	s.t.Helper()
	if f.Arguments.ForName(argument) == nil {
		return
	}
	was := s.call.said[argument]
	defer func() { s.call.said[argument] = was }()
	query, variables := s.rootOperation(def, f)
	variables[argument] = there.String()
	first := s.ask(v, query, variables)
	variables[argument] = nowhere.String()
	second := s.ask(v, query, variables)
	if first.raw != second.raw || !slices.ContainsFunc(first.Errors, func(e fault) bool { return e.code() == "NOT_FOUND" }) || first.Data[f.Name] != nil {
		s.t.Errorf("%s.%s(%s: %+v):\n%s\nand an id that nobody has:\n%s", def.Name, f.Name, argument, there, first.raw, second.raw)
	}
}

// In one's own account the row of another one does not exist either.
func TestARowOfAnotherAccountDoesNotExist(t *testing.T) {
	t.Parallel()
	newStage(t, directives()).foreignRows()
}

func (s *stage) foreignRows() {
	s.t.Helper()
	full := access.OwnerLevels()
	v, _ := s.viewer(full, full)
	before := s.freeze()
	for _, f := range fieldsOf(s.schema.Mutation) {
		typ := s.changedBy(f)
		table := tables[typ]
		if money, ok := moneyRows[f.Name]; ok {
			typ, table = money[0], money[1]
		}
		for _, argument := range []string{"id", "link"} {
			if argument == "link" {
				typ, table = "Link", "links"
			}
			if f.Arguments.ForName(argument) == nil || typ == "SignIn" || f.Name == "revokeApiToken" || strings.HasSuffix(f.Name, "Passkey") { // a person's own
				continue
			}
			// The row is there, in the account b, which the viewer may enter as well.
			theirs := one[uuid.UUID](s.g, `SELECT id FROM `+table+` WHERE account_id = $1 LIMIT 1`, s.b.ID)
			s.alike(v, s.schema.Mutation, f, argument, globalid.New(typ, s.b.ID, theirs), globalid.New(typ, s.a.ID, uuid.New()))
			s.alike(v, s.schema.Mutation, f, argument, globalid.New(typ, s.a.ID, theirs), globalid.New(typ, s.a.ID, uuid.New()))
		}
	}
	if s.g.kept() != before {
		s.t.Error("something is changed")
	}
}
