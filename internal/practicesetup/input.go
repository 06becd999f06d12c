package practicesetup

import (
	"strings"
	"time"
	_ "time/tzdata" // time zones are checked on machines that have none installed

	"lanyard/internal/form"
	"lanyard/internal/problem"
)

// Input is what an account says of its practice: at sign-up, and in Practice Setup.
type Input struct{ PracticeName, ProviderName, Email, TimeZone string }

// Trimmed takes off the blanks around what was typed.
func (in Input) Trimmed() Input {
	for _, s := range []*string{&in.PracticeName, &in.ProviderName, &in.Email, &in.TimeZone} {
		*s = strings.TrimSpace(*s)
	}
	return in
}

// Check refuses what is not right.
func (in Input) Check() error {
	if err := problem.CheckText("practiceName", in.PracticeName, 200); err != nil {
		return err
	}
	if err := problem.CheckName("providerName", in.ProviderName, 200); err != nil {
		return err
	}
	if !form.IsEmail(in.Email) {
		return problem.Invalid("email", "This is not an e-mail address.")
	}
	if _, err := time.LoadLocation(in.TimeZone); err != nil || in.TimeZone == "" || in.TimeZone == "Local" {
		return problem.Invalid("timeZone", "This is not a time zone. Choose one such as America/New_York.")
	}
	return nil
}
