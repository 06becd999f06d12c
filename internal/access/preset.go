package access

// Preset is a named set of levels that is offered when privileges are set. It only fills in
// the levels: nothing remembers that a preset was used.
type Preset struct {
	Name        string
	Title       string
	Description string
	Levels      Levels
}

// Everything is Full Access to every section except Psychotherapy Notes: those are never
// part of a grant of "everything" (45 CFR 164.501, 164.508).
func Everything() Levels {
	var l Levels
	for s := range l {
		l[s] = Full
	}
	l[PsychotherapyNotes] = None
	return l
}

// OwnerLevels is what the owner username of an account holds: Full Access to every section.
func OwnerLevels() Levels {
	l := Everything()
	l[PsychotherapyNotes] = Full
	return l
}

// Presets lists the presets in the order in which people see them.
func Presets() []Preset {
	return []Preset{
		{"FULL", "Full", "Everything except psychotherapy notes.", Everything()},
		{"BILLING_SERVICE", "Billing service", "Sees clients; works with insurance, client sessions, invoices, payments, codes and reports; no notes.", Levels{
			Clients: View, Insurance: Full, ClientSessions: Full, Invoices: Full, Payments: Full, CodesSetup: Full, Reports: Full,
		}},
		{"FRONT_DESK", "Front desk", "Works with clients, the calendar and insurance; sees client sessions.", Levels{
			Clients: Full, Calendar: Full, Insurance: Full, ClientSessions: View,
		}},
		{"COVERING_CLINICIAN", "Covering clinician", "Sees clients and writes session notes.", Levels{
			Clients: View, Notes: Full,
		}},
		{"AUDITOR", "Auditor", "Sees everything except psychotherapy notes; changes nothing. Give it an end date.", auditor()},
		{"GROUP_ADMINISTRATOR", "Group administrator", "Runs practice setup, codes, account access, the activity log and reports; no notes.", Levels{
			PracticeSetup: Full, CodesSetup: Full, AccountAccess: Full, ActivityLog: Full, Reports: Full,
		}},
	}
}

func auditor() Levels {
	l := Everything()
	for s := range l {
		l[s] = min(l[s], View)
	}
	return l
}
