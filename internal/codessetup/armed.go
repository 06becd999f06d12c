package codessetup

import "strings"

// formula are the characters with which a cell may begin that a spreadsheet runs, and the
// apostrophe that keeps it from doing so.
const formula = "=+-@\t\r'"

// armed is a text that no spreadsheet runs as a formula: one that looks like it stands behind an
// apostrophe. So does one that begins with an apostrophe, or it could not be told apart.
func armed(text string) string {
	if text != "" && strings.Contains(formula, text[:1]) {
		return "'" + text
	}
	return text
}

// disarmed is the text that armed was given.
func disarmed(cell string) string {
	if len(cell) > 1 && cell[0] == '\'' && strings.Contains(formula, cell[1:2]) {
		return cell[1:]
	}
	return cell
}
