// Package wall is the annotation that puts a table behind the second wall: row-level
// security. The policies are generated from it; the mapping of tables to sections stands
// nowhere else.
package wall

import (
	"entgo.io/ent/schema"

	"lanyard/internal/access"
)

// Name is the annotation's key in the schema graph.
const Name = "Wall"

// Rule says which section a table belongs to, or that its policies are written by hand.
type Rule struct {
	// Section is the section's name: View Only reads the rows of an account, Full Access
	// writes them.
	Section string `json:",omitempty"`
	// ReadBy are other sections whose View Only reads the rows too.
	ReadBy []string `json:",omitempty"`
	// Log marks a table that is only ever added to, through the activity log.
	Log bool `json:",omitempty"`
	// AppendOnly marks a table whose rows nobody changes.
	AppendOnly bool `json:",omitempty"`
	// ByHand says why the table belongs to no section. Its policies stand in
	// ent/walls_by_hand.sql.
	ByHand string `json:",omitempty"`
}

// Section puts the rows of a table behind a section's privileges. The table needs a column
// account_id. Rows that other sections cannot work without, such as the codes they choose from,
// are read by those too (decision 15).
func Section(s access.Section, readBy ...access.Section) schema.Annotation {
	return Rule{Section: s.String(), ReadBy: names(readBy)}
}

// AppendOnly is Section for rows that are added and read, and that nobody ever changes.
func AppendOnly(s access.Section, readBy ...access.Section) schema.Annotation {
	return Rule{Section: s.String(), ReadBy: names(readBy), AppendOnly: true}
}

func names(sections []access.Section) []string {
	var all []string
	for _, s := range sections {
		all = append(all, s.String())
	}
	return all
}

// Log puts the rows of a table of the activity log behind a section's View Only. Adding to it
// is the business of ent/walls_by_hand.sql; nobody changes or deletes a row.
func Log(s access.Section) schema.Annotation { return Rule{Section: s.String(), Log: true} }

// ByHand marks a table that no single section owns.
func ByHand(why string) schema.Annotation { return Rule{ByHand: why} }

// Name implements schema.Annotation.
func (Rule) Name() string { return Name }
