package reports

import (
	"fmt"
	"io"
	"strconv"
)

// Period is what a row of the income report is a sum over.
type Period string

// The periods.
const (
	Month   Period = "MONTH"
	Quarter Period = "QUARTER"
	Year    Period = "YEAR"
)

// MarshalGQL writes the period as an enum value.
func (p Period) MarshalGQL(w io.Writer) { _, _ = io.WriteString(w, strconv.Quote(string(p))) }

// UnmarshalGQL reads an enum value.
func (p *Period) UnmarshalGQL(v any) error {
	s, ok := v.(string)
	if !ok {
		return fmt.Errorf("a period is an enum value, not %T", v)
	}
	*p = Period(s)
	return nil
}

// steps are the periods in the words of date_trunc and of intervals.
var steps = map[Period]struct{ unit, length string }{Month: {"month", "1 month"}, Quarter: {"quarter", "3 months"}, Year: {"year", "1 year"}}
