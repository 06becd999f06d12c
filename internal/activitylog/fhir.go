package activitylog

import (
	"bytes"
	"encoding/json"
	"slices"
	"strings"
	"time"

	"github.com/google/uuid"

	"lanyard/ent/gen/ent"
	"lanyard/internal/activity"
)

// fhir writes events as FHIR R5 AuditEvent, a line of JSON each.
type fhir struct{}

func (fhir) write(events []*ent.Event, seqs map[uuid.UUID]int64, _ bool) ([]byte, error) {
	var b bytes.Buffer
	to := json.NewEncoder(&b)
	to.SetEscapeHTML(false)
	for _, e := range events {
		if err := to.Encode(auditEventOf(e, seqs[e.ID])); err != nil {
			return nil, err
		}
	}
	return b.Bytes(), nil
}

// The code systems. IHE BALP is written for R4; its codes stand where R5 has a place for them.
const (
	dicom        = "http://dicom.nema.org/resources/ontology/DCM"
	interactions = "http://hl7.org/fhir/restful-interaction"
	outcomes     = "http://terminology.hl7.org/CodeSystem/audit-event-outcome"
	objectRoles  = "http://terminology.hl7.org/CodeSystem/object-role"
	userTypes    = "http://terminology.hl7.org/CodeSystem/extra-security-role-type"
	sourceTypes  = "http://terminology.hl7.org/CodeSystem/security-source-type"
	purposes     = "http://terminology.hl7.org/CodeSystem/v3-ActReason"
	balpEntities = "https://profiles.ihe.net/ITI/BALP/CodeSystem/BasicAuditEntityType"
	ownCodes     = "urn:x-lanyard:activity"
	uris         = "urn:ietf:rfc:3986"
)

// auditEvent is http://hl7.org/fhir/R5/auditevent.html; who has it from which field of the event:
//
//	id                id
//	category          code and section, as DICOM PS3.16 CID 400 sorts them
//	code              action, as a RESTful interaction; code, in our own words
//	action            action
//	severity          outcome
//	occurredDateTime  occurred_at
//	recorded          occurred_at: the event is stored before the answer leaves
//	outcome           outcome, reason
//	authorization     emergency_id: BALP's purpose of use, where one is known
//	patient           client_ids, where there is one: BALP's patient entity
//	agent             actor_id, actor_name, role, ip; token_id, token_name, user_agent: BALP's user and client agents
//	source            account_id; BALP's audit source
//	entity            client_ids, entity_type and entity_ids, request_id (BALP's transaction), and as details of
//	                  the account what has no element: section, levels, rows, changes, place in the chain
type auditEvent struct {
	ResourceType     string            `json:"resourceType"`
	ID               string            `json:"id"`
	Category         []codeableConcept `json:"category"`
	Code             codeableConcept   `json:"code"`
	Action           string            `json:"action"`
	Severity         string            `json:"severity"`
	OccurredDateTime string            `json:"occurredDateTime"`
	Recorded         string            `json:"recorded"`
	Outcome          outcome           `json:"outcome"`
	Authorization    []codeableConcept `json:"authorization,omitempty"`
	Patient          *reference        `json:"patient,omitempty"`
	Agent            []agent           `json:"agent"`
	Source           source            `json:"source"`
	Entity           []entity          `json:"entity"`
}

type coding struct {
	System  string `json:"system,omitempty"`
	Code    string `json:"code"`
	Display string `json:"display,omitempty"`
}

type codeableConcept struct {
	Coding []coding `json:"coding,omitempty"`
	Text   string   `json:"text,omitempty"`
}

type identifier struct {
	System string `json:"system"`
	Value  string `json:"value"`
}

type reference struct {
	Identifier *identifier `json:"identifier,omitempty"`
	Display    string      `json:"display,omitempty"`
}

type outcome struct {
	Code   coding            `json:"code"`
	Detail []codeableConcept `json:"detail,omitempty"`
}

type agent struct {
	Type          codeableConcept   `json:"type"`
	Role          []codeableConcept `json:"role,omitempty"`
	Who           reference         `json:"who"`
	Requestor     bool              `json:"requestor"`
	NetworkString string            `json:"networkString,omitempty"`
}

type source struct {
	Observer reference         `json:"observer"`
	Type     []codeableConcept `json:"type"`
}

type entity struct {
	What   reference       `json:"what"`
	Role   codeableConcept `json:"role"`
	Detail []detail        `json:"detail,omitempty"`
}

type detail struct {
	Type         codeableConcept `json:"type"`
	ValueString  string          `json:"valueString,omitempty"`
	ValueInteger *int64          `json:"valueInteger,omitempty"`
}

func concept(system, code, display string) codeableConcept {
	return codeableConcept{Coding: []coding{{system, code, display}}}
}

// urn refers to what has no address but an id.
func urn(id uuid.UUID, display string) reference {
	if id == uuid.Nil {
		return reference{Display: display}
	}
	return reference{&identifier{uris, "urn:uuid:" + id.String()}, display}
}

// asWords makes words of a code.
var asWords = strings.NewReplacer(".", " ", "_", " ")

func auditEventOf(e *ent.Event, seq int64) auditEvent {
	at := e.OccurredAt.UTC().Format(time.RFC3339Nano)
	a := auditEvent{
		ResourceType: "AuditEvent", ID: e.ID.String(), Action: e.Action, OccurredDateTime: at, Recorded: at,
		Category: []codeableConcept{categoryOf(e)},
		Code:     codeableConcept{[]coding{interactionOf[e.Action], {ownCodes, e.Code, ""}}, asWords.Replace(e.Code)},
		Severity: severityOf[e.Outcome], Outcome: outcome{Code: outcomeOf[e.Outcome]},
		Agent:  agentsOf(e),
		Source: source{urn(e.AccountID, "Lanyard"), []codeableConcept{concept(sourceTypes, "4", "Application Server")}},
		Entity: entitiesOf(e, seq),
	}
	if e.Reason != "" {
		a.Outcome.Detail = []codeableConcept{{Text: e.Reason}}
	}
	if e.EmergencyID != uuid.Nil {
		a.Authorization = []codeableConcept{concept(purposes, "ETREAT", "Emergency Treatment")}
	}
	if len(e.ClientIds) == 1 {
		a.Patient = new(urn(e.ClientIds[0], ""))
	}
	return a
}

var interactionOf = map[string]coding{
	"C": {interactions, "create", "create"}, "R": {interactions, "read", "read"}, "U": {interactions, "update", "update"},
	"D": {interactions, "delete", "delete"}, "E": {interactions, "operation", "operation"},
}

var severityOf = map[string]string{"OK": "informational", "DENIED": "warning", "FAILED": "warning"}

var outcomeOf = map[string]coding{
	"OK": {outcomes, "0", "Success"}, "DENIED": {outcomes, "4", "Minor failure"}, "FAILED": {outcomes, "8", "Serious failure"},
}

// categoryOf is the DICOM event that it is; the first that fits.
func categoryOf(e *ent.Event) codeableConcept {
	switch family, _, _ := strings.Cut(e.Code, "."); {
	case slices.Contains([]string{"login", "logout", "timeout", "reauth", "mfa", "signin", "password"}, family):
		return concept(dicom, "110114", "User Authentication")
	case family == "log" || family == "review":
		return concept(dicom, "110101", "Audit Log Used")
	case slices.Contains(activity.Leaving(), e.Code):
		return concept(dicom, "110106", "Export")
	case e.Section == "ACCOUNT_ACCESS" || e.Outcome == string(activity.Denied):
		return concept(dicom, "110113", "Security Alert")
	case len(e.ClientIds) > 0:
		return concept(dicom, "110110", "Patient Record")
	}
	return concept(dicom, "110100", "Application Activity")
}

func agentsOf(e *ent.Event) []agent {
	person := agent{
		Type: concept(userTypes, "humanuser", "human user"), Role: []codeableConcept{{Text: strings.ToLower(e.Role)}},
		Who: urn(e.ActorID, e.ActorName), Requestor: true, NetworkString: e.IP,
	}
	if person.Who == (reference{}) {
		person.Who.Display = "nobody known"
	}
	all := []agent{person}
	if e.TokenName != "" || e.UserAgent != "" {
		program := agent{Type: concept(dicom, "110150", "Application"), Who: urn(e.TokenID, e.TokenName)}
		if program.Who == (reference{}) {
			program.Who.Display = e.UserAgent
		}
		all = append(all, program)
	}
	return all
}

func entitiesOf(e *ent.Event, seq int64) []entity {
	var all []entity
	for _, id := range e.ClientIds {
		all = append(all, entity{What: urn(id, ""), Role: concept(objectRoles, "1", "Patient")})
	}
	for _, id := range e.EntityIds {
		if e.EntityType != "Client" || !slices.Contains(e.ClientIds, id) {
			all = append(all, entity{urn(id, ""), concept(objectRoles, "4", "Domain Resource"), details("type", e.EntityType)})
		}
	}
	if e.RequestID != "" {
		all = append(all, entity{What: reference{Identifier: &identifier{uris, requestOf(e.RequestID)}}, Role: concept(balpEntities, "XrequestId", "")})
	}
	about := details("section", e.Section, "seenAs", e.SeenAsName, "levelNeeded", e.LevelNeeded, "levelHeld", e.LevelHeld)
	rows := int64(e.RowCount)
	about = append(about, detail{Type: codeableConcept{Text: "rowCount"}, ValueInteger: &rows})
	if seq > 0 {
		about = append(about, detail{Type: codeableConcept{Text: "seq"}, ValueInteger: &seq})
	}
	if len(e.Changes) > 0 {
		changes, _ := json.Marshal(e.Changes) // it came out of JSON
		about = append(about, details("changes", string(changes))...)
	}
	return append(all, entity{urn(e.AccountID, ""), concept(objectRoles, "15", "Security Resource"), about})
}

func requestOf(id string) string {
	if parsed, err := uuid.Parse(id); err == nil {
		return "urn:uuid:" + parsed.String()
	}
	return "urn:x-lanyard:request:" + id
}

// details are texts by their names, without those that are empty.
func details(pairs ...string) []detail {
	var all []detail
	for pair := range slices.Chunk(pairs, 2) {
		if name, text := pair[0], pair[1]; text != "" {
			all = append(all, detail{Type: codeableConcept{Text: name}, ValueString: text})
		}
	}
	return all
}
