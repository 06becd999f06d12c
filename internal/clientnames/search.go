package clientnames

import (
	"strconv"
	"strings"

	"entgo.io/ent/dialect/sql"
	"golang.org/x/text/unicode/norm"

	"lanyard/ent/gen/ent/clientname"
	"lanyard/ent/gen/ent/predicate"
	"lanyard/internal/form"
)

// maxSearch is how many characters a search may have: a first and a last name.
const maxSearch = 201

// Matching finds names by what a person types: parts of a name in any order, or the client's number.
// nil finds all. It fails with BAD_USER_INPUT at the field search.
func Matching(typed string) (predicate.ClientName, error) {
	var c form.Checks
	text := c.Line("search", &typed, maxSearch)
	var each []predicate.ClientName
	for _, part := range parts(text) {
		each = append(each, Has("search_text", part))
	}
	if len(each) == 0 {
		return nil, c.Fault()
	}
	found := clientname.And(each...)
	if n, err := strconv.ParseInt(strings.TrimPrefix(text, "#"), 10, 32); err == nil {
		found = clientname.Or(found, clientname.Number(int(n)))
	}
	return found, c.Fault()
}

// parts are the words of what is typed, written as the names are.
func parts(text string) []string {
	return strings.FieldsFunc(Plain(text), func(r rune) bool { return r == ' ' || r == ',' })
}

// Plain writes a text as the columns search_text do: "Éclair" is eclair.
func Plain(text string) string {
	return strings.ToLower(strings.Map(withoutAccent, norm.NFD.String(text)))
}

// withoutAccent drops the block of combining accents.
func withoutAccent(r rune) rune {
	if '\u0300' <= r && r <= '\u036f' {
		return -1
	}
	return r
}

// Has is the condition that a column holds a text somewhere.
func Has(column, text string) func(*sql.Selector) {
	return func(s *sql.Selector) {
		s.Where(sql.P(func(b *sql.Builder) {
			b.Ident(s.C(column)).WriteString(" LIKE ").Arg(Anywhere(text))
		}))
	}
}

// Anywhere is the pattern of LIKE for what holds a text somewhere.
func Anywhere(text string) string { return "%" + literal.Replace(text) + "%" }

// literal makes what is a wildcard in LIKE stand for itself: a search for % must not find
// everybody.
var literal = strings.NewReplacer(`\`, `\\`, `%`, `\%`, `_`, `\_`)
