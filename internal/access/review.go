package access

import (
	"github.com/google/uuid"

	"lanyard/internal/problem"
)

// CheckAccessReview refuses whoever confirms their own access.
func CheckAccessReview(reviewer Holder, of uuid.UUID) error {
	if reviewer.Username == of {
		return problem.New(problem.Forbidden, "This is your own access. Somebody else with Full Access to Account Access confirms it.")
	}
	return nil
}
