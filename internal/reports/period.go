package reports

// Period is what a row of the income report is a sum over.
type Period string

// The periods.
const (
	Month   Period = "MONTH"
	Quarter Period = "QUARTER"
	Year    Period = "YEAR"
)

// steps are the periods in the words of date_trunc and of intervals.
var steps = map[Period]struct{ unit, length string }{Month: {"month", "1 month"}, Quarter: {"quarter", "3 months"}, Year: {"year", "1 year"}}
