package spreadsheet

import "strings"

// formula are the characters with which a cell may begin that a spreadsheet runs, and the
// apostrophe that keeps it from doing so.
const formula = "=+-@\t\r'"

// Armed is a text that no spreadsheet runs as a formula: one that looks like it stands behind an
// apostrophe. So does one that begins with an apostrophe, or it could not be told apart.
func Armed(text string) string {
	if text != "" && strings.Contains(formula, text[:1]) {
		return "'" + text
	}
	return text
}

// Disarmed is the text that Armed was given.
func Disarmed(cell string) string {
	if len(cell) > 1 && cell[0] == '\'' && strings.Contains(formula, cell[1:2]) {
		return cell[1:]
	}
	return cell
}
