package graph

import (
	"slices"
	"testing"

	"github.com/vektah/gqlparser/v2/ast"

	"lanyard/graph/rule"
)

// paging are arguments that look at no field.
var paging = []string{"first", "after"}

// looksAt tells which fields of the listed type an argument or a field of a filter looks at,
// where its name does not say it: of one list, or of all lists of a type.
var looksAt = map[string][]string{
	"clients.search":                {"firstName", "lastName", "preferredName", "homePhone", "mobilePhone", "email", "number"},
	"diagnosisCodes.search":         {"code", "description"},
	"diagnosisCodes.activeOnly":     {"active"},
	"billingCodes.search":           {"code", "description"},
	"billingCodes.activeOnly":       {"active"},
	"payers.search":                 {"name", "payerId"},
	"payers.activeOnly":             {"active"},
	"locations.search":              {"name", "placeOfService", "city"},
	"locations.activeOnly":          {"active"},
	"modifiers.search":              {"code", "description"},
	"modifiers.activeOnly":          {"active"},
	"referringProviders.search":     {"name", "npi"},
	"referringProviders.activeOnly": {"active"},
	"serviceCodes.search":           {"name", "billingCode"},
	"serviceCodes.activeOnly":       {"active"},
	"paymentTypes.search":           {"code", "label"},
	"paymentTypes.activeOnly":       {"active"},
	"noteTemplates.search":          {"name"},
	"noteTemplates.activeOnly":      {"active"},
	"invoiceMessages.search":        {"title", "text"},
	"invoiceMessages.activeOnly":    {"active"},
	"accounts.holding":              {"myAccess"},
	"activity.text":                 {"username", "section", "code", "ip"},
	"activity.client":               {"clientIds"},
	"activity.recordOnly":           {"section", "code"},
	"activity.matter":               {"section", "code", "outcome", "role", "occurredAt"},
	"openedBy.client":               {"count"},
	"openedBy.from":                 {"lastAt"},
	"openedBy.until":                {"firstAt"},
	"activity.from":                 {"occurredAt"},
	"activity.until":                {"occurredAt"},
	"appointments.from":             {"start"},
	"appointments.until":            {"start"},
	"clientSessions.from":           {"serviceDate"},
	"clientSessions.until":          {"serviceDate"},
	"clientSessions.search":         {"client"},
	"authorizations.search":         {"client"},
	"authorizations.activeOnly":     {"active"},
	"authorizations.runningOut":     {"active", "untilDate", "sessionsAllowed", "sessionsUsed"},
	"insuredClients.client":         {"id"},
	"noteClients.client":            {"id"},
	"bookableClients.client":        {"id"},
	"sessionClients.client":         {"id"},
	"invoicedClients.client":        {"id"},
	"sessionNotes.from":             {"noteDate"},
	"sessionNotes.until":            {"noteDate"},
	"psychotherapyNotes.from":       {"noteDate"},
	"psychotherapyNotes.until":      {"noteDate"},
	"clientSessions.oldestFirst":    {"serviceDate"},
	"sessionNotes.oldestFirst":      {"noteDate"},
	"balancesDue.order":             {"total", "client"},
	"balancesDue.overdue":           {"over30", "over60", "over90"},
	"toInvoice.kind":                {"sessions"},
	"toInvoice.from":                {"sessions"},
	"toInvoice.until":               {"sessions"},
	"ClientName.search":             {"displayName", "number"},
}

// To filter, sort or count by a field is to read it. Whoever may read the list must be allowed
// every field that its arguments look at: so each of those has the rule of the list.
func TestNoFilterOnWhatMayNotBeRead(t *testing.T) {
	s := schema()
	for _, f := range fieldsOf(s.Types["Account"]) {
		listed := listedBy(s, f)
		if listed == nil {
			continue
		}
		for _, a := range f.Arguments {
			for _, name := range filters(s, a) {
				checkFilter(t, s, f, listed, name)
			}
		}
	}
}

// listedBy is the type of the rows of a list; nil: the field is no list of rows.
func listedBy(s *ast.Schema, f *ast.FieldDefinition) *ast.Definition {
	result := s.Types[f.Type.Name()]
	if nodes := result.Fields.ForName("nodes"); nodes != nil {
		return s.Types[nodes.Type.Name()]
	}
	if f.Type.Elem != nil && result.Kind == ast.Object {
		return result
	}
	return nil
}

// filters are the names that an argument filters by: its own, or those of its input.
func filters(s *ast.Schema, a *ast.ArgumentDefinition) []string {
	if slices.Contains(paging, a.Name) {
		return nil
	}
	input := s.Types[a.Type.Name()]
	if input.Kind != ast.InputObject {
		return []string{a.Name}
	}
	var names []string
	for _, f := range input.Fields {
		names = append(names, f.Name)
	}
	return names
}

func checkFilter(t *testing.T, s *ast.Schema, list *ast.FieldDefinition, listed *ast.Definition, name string) {
	t.Helper()
	looked, ok := looksAt[list.Name+"."+name]
	if !ok {
		looked, ok = looksAt[listed.Name+"."+name]
	}
	if !ok {
		looked = []string{name}
	}
	for _, at := range looked {
		field := listed.Fields.ForName(at)
		if field == nil {
			t.Errorf("%s: %s has no field %s: say in looksAt which fields it looks at", list.Name, listed.Name, at)
			continue
		}
		// Whoever has a level in an account may enter it.
		if got, want := describe(rule.Of(listed, field)), describe(rule.Of(s.Types["Account"], list)); got != want && got != "@member" {
			t.Errorf("%s filters by %s (%s), but the list asks for %s", list.Name, at, got, want)
		}
	}
}

func describe(rules ast.DirectiveList) string {
	text := ""
	for _, d := range rules {
		text += "@" + d.Name
		for _, a := range d.Arguments {
			text += " " + a.Name + ": " + a.Value.Raw
		}
	}
	return text
}
