package activitylog_test

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"time"
)

// element is what http://hl7.org/fhir/R5/auditevent.html says of an element: how many there must and may be,
// and what is in it. Elements that are not named may not be there.
type element struct {
	min, max int
	of       map[string]element
	// is checks a primitive value; nil: the element has elements.
	is func(any) bool
}

const many = 1 << 20

func primitive(least, most int, is func(any) bool) element {
	return element{min: least, max: most, is: is}
}

func text(v any) bool    { s, ok := v.(string); return ok && strings.TrimSpace(s) != "" }
func boolean(v any) bool { _, ok := v.(bool); return ok }
func integer(v any) bool { n, ok := v.(float64); return ok && n == float64(int64(n)) }
func uri(v any) bool {
	s, ok := v.(string)
	return ok && regexp.MustCompile(`^[a-z]+:\S+$`).MatchString(s)
}

func instant(v any) bool {
	s, _ := v.(string)
	_, err := time.Parse(time.RFC3339Nano, s)
	return err == nil
}

func matching(pattern string) func(any) bool {
	return func(v any) bool { s, ok := v.(string); return ok && regexp.MustCompile(pattern).MatchString(s) }
}

func oneOf(values ...string) func(any) bool {
	return func(v any) bool { s, ok := v.(string); return ok && slices.Contains(values, s) }
}

var (
	codingOf   = map[string]element{"system": primitive(1, 1, uri), "code": primitive(1, 1, matching(`^\S+( \S+)*$`)), "display": primitive(0, 1, text)}
	conceptOf  = map[string]element{"coding": {max: many, of: codingOf}, "text": primitive(0, 1, text)}
	referTo    = map[string]element{"identifier": {max: 1, of: map[string]element{"system": primitive(1, 1, uri), "value": primitive(1, 1, text)}}, "display": primitive(0, 1, text)}
	auditEvent = map[string]element{
		"resourceType": primitive(1, 1, oneOf("AuditEvent")),
		"id":           primitive(0, 1, matching(`^[A-Za-z0-9\-.]{1,64}$`)),
		"category":     {max: many, of: conceptOf},
		"code":         {min: 1, max: 1, of: conceptOf},
		// Required: http://hl7.org/fhir/ValueSet/audit-event-action and audit-event-severity.
		"action":           primitive(0, 1, oneOf("C", "R", "U", "D", "E")),
		"severity":         primitive(0, 1, oneOf("emergency", "alert", "critical", "error", "warning", "notice", "informational", "debug")),
		"occurredDateTime": primitive(0, 1, instant),
		"recorded":         primitive(1, 1, instant),
		"outcome": {max: 1, of: map[string]element{
			// Preferred: http://hl7.org/fhir/ValueSet/audit-event-outcome.
			"code": {min: 1, max: 1, of: map[string]element{
				"system": primitive(1, 1, oneOf("http://terminology.hl7.org/CodeSystem/audit-event-outcome")), "code": primitive(1, 1, oneOf("0", "4", "8", "12")), "display": primitive(0, 1, text),
			}},
			"detail": {max: many, of: conceptOf},
		}},
		"authorization": {max: many, of: conceptOf},
		"patient":       {max: 1, of: referTo},
		"agent": {min: 1, max: many, of: map[string]element{
			"type": {max: 1, of: conceptOf}, "role": {max: many, of: conceptOf}, "who": {min: 1, max: 1, of: referTo}, "requestor": primitive(0, 1, boolean), "networkString": primitive(0, 1, text),
		}},
		"source": {min: 1, max: 1, of: map[string]element{"observer": {min: 1, max: 1, of: referTo}, "type": {max: many, of: conceptOf}}},
		"entity": {max: many, of: map[string]element{
			"what": {max: 1, of: referTo}, "role": {max: 1, of: conceptOf},
			"detail": {max: many, of: map[string]element{"type": {min: 1, max: 1, of: conceptOf}, "valueString": primitive(0, 1, text), "valueInteger": primitive(0, 1, integer)}},
		}},
	}
)

// auditEventFaults are what is wrong with a resource. An element is never empty (ele-1), and a list in JSON is one of several only.
func auditEventFaults(resource map[string]any) []string {
	return faultsIn("AuditEvent", resource, auditEvent)
}

func faultsIn(path string, value map[string]any, of map[string]element) (faults []string) {
	if len(value) == 0 {
		faults = append(faults, path+" is empty")
	}
	for name := range value {
		if _, known := of[name]; !known {
			faults = append(faults, path+"."+name+" is no element")
		}
	}
	for name, e := range of {
		at := path + "." + name
		found, there := value[name]
		list, isList := found.([]any)
		if there && isList != (e.max > 1) {
			faults = append(faults, at+" is a list and should be none, or the other way round")
			continue
		}
		if there && !isList {
			list = []any{found}
		}
		if len(list) < e.min || len(list) > e.max || isList && len(list) == 0 {
			faults = append(faults, fmt.Sprintf("%s is there %d times", at, len(list)))
		}
		for _, one := range list {
			if e.is != nil {
				if !e.is(one) {
					faults = append(faults, fmt.Sprintf("%s is %v", at, one))
				}
				continue
			}
			inner, ok := one.(map[string]any)
			if !ok {
				faults = append(faults, at+" is no object")
				continue
			}
			faults = append(faults, faultsIn(at, inner, e.of)...)
		}
	}
	return faults
}
