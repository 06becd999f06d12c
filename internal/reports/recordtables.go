package reports

import (
	"slices"
	"strconv"
	"strings"
	"time"

	"lanyard/ent/column"
	"lanyard/ent/gen/ent"
	"lanyard/internal/notes"
)

func newTable(title string, headings ...string) *Table {
	return &Table{title, newFile(headings...)}
}

// facts is a table of names and values; what is empty is left out.
func facts(title string, pairs ...string) *Table {
	t := newTable(title)
	for pair := range slices.Chunk(pairs, 2) {
		if value := pair[len(pair)-1]; value != "" {
			t.line(pair)
		}
	}
	return t
}

// detailsOf leaves out the ID number, which is shown to nobody whole.
func detailsOf(c *ent.Patient) *Table {
	return facts("Client",
		"Number", strconv.Itoa(c.Number), "First name", c.FirstName, "Last name", c.LastName, "Called", c.PreferredName,
		"Date of birth", dayOf(c.BirthDate), "Sex", plain(string(c.Sex)), "Status", plain(string(c.Status)),
		"Street", c.Street, "City", c.City, "State", c.State, "ZIP", c.Zip,
		"Phone at home", c.HomePhone, "Mobile phone", c.MobilePhone, "E-mail", c.Email,
		"Responsible party", c.ResponsibleParty, "Invoices go to", plain(string(c.InvoiceOption)), "Signature on file", yesNo(c.SignatureOnFile),
		"File notes", c.FileNotes)
}

func policyTable(all []*ent.InsurancePolicy) *Table {
	t := newTable("Insurance policies", "Rank", "Insurance", "Member ID", "Group ID", "Client is", "Subscriber", "Born", "Assignment", "In force")
	for _, p := range all {
		t.line([]string{
			plain(string(p.Rank)), p.PayerName, p.MemberID, p.GroupID, plain(string(p.Relationship)), p.SubscriberName, dayOf(p.SubscriberBirthDate),
			yesNo(p.Assignment), yesNo(p.Active),
		})
	}
	return t
}

func authorizationTable(all []*ent.Authorization) *Table {
	t := newTable("Authorizations", "Number", "From", "Until", "Sessions allowed", "Sessions used", "In force", "Remark")
	for _, a := range all {
		t.line([]string{
			a.Number, string(a.FromDate), string(a.UntilDate), strconv.Itoa(a.SessionsAllowed), strconv.Itoa(a.SessionsUsed), yesNo(a.Active), a.Remark,
		})
	}
	return t
}

func noteTable(n *ent.SessionNote, zone *time.Location) *Table {
	signed, seal := "not signed: a draft", ""
	if n.SignedAt != nil {
		signed, seal = "by "+n.SignedName+", "+moment(*n.SignedAt, zone), "is as it was signed"
		if intact := notes.Intact(n); intact != nil && !*intact {
			seal = "is not as it was signed"
		}
	}
	t := facts(plain(string(n.NoteType))+", "+string(n.NoteDate), "Written by", n.AuthorName, "Signed", signed, "The text", seal, "Text", n.Body)
	for _, a := range n.Edges.Addenda {
		t.line([]string{"Addendum by " + a.AuthorName + ", " + moment(a.CreatedAt, zone), a.Body})
	}
	return t
}

// invoiceTables leave out who insures the client, which is of another section.
func invoiceTables(all []*ent.Invoice, lines [][]*ent.InvoiceLine) []*Table {
	heads := newTable("Invoices and claims", "Number", "Kind", "Date", "Status", "Message", "Total", "Paid")
	billed := newTable("What was billed", "Number", "Date of service", "Billing code", "Description", "Diagnoses", "Modifiers", "Units", "Charge", "Paid")
	for i, one := range all {
		number := strconv.Itoa(one.Number)
		heads.line(append([]string{number, plain(string(one.Kind)), string(one.InvoiceDate), plain(string(one.Status)), one.Message}, dollars(one.Total, one.Paid)...))
		for _, l := range lines[i] {
			billed.line(append([]string{
				number, string(l.ServiceDate), l.BillingCode, l.Description, strings.Join(l.DiagnosisCodes, " "), strings.Join(l.Modifiers, " "), strconv.Itoa(l.Units),
			}, dollars(l.Charge, l.Paid)...))
		}
	}
	return []*Table{heads, billed}
}

func moment(at time.Time, zone *time.Location) string {
	return at.In(zone).Format("2006-01-02 15:04 MST")
}

func dayOf(d *column.Date) string {
	if d == nil {
		return ""
	}
	return string(*d)
}

func yesNo(yes bool) string {
	if yes {
		return "yes"
	}
	return "no"
}
