package form

import "strings"

// Masked hides all of a number but its last four characters, its length too; of a short one at most
// half is shown. It is nil where there is none.
func Masked(number string) *string {
	if number == "" {
		return nil
	}
	runes := []rune(number)
	shown := min(4, len(runes)/2)
	masked := strings.Repeat("•", 5) + string(runes[len(runes)-shown:])
	return &masked
}
