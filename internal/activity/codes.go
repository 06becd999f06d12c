package activity

// Code is a kind of event, with what it is called in plain words: people search the log by
// either. A code that is not written any more stays here, for it stays in the logs.
type Code struct{ Name, Words string }

// Codes lists all kinds of events. Tests hold it complete.
func Codes() []Code {
	return []Code{
		{"signup", "account opened"},
		{"login.ok", "signed in"},
		{"login.fail", "sign-in failed"},
		{"logout", "signed out"},
		{"signin.ended", "sign-in ended"},
		{"password.changed", "password changed"},
		{"password.fail", "password change failed"},
		{"password.forced", "password change required"},
		{"account.switched", "provider switched"},
		{"access.denied", "access denied, refused"},
		{"access.listed", "usernames listed"},
		{"access.opened", "username opened"},
		{"username.added", "username added"},
		{"username.deleted", "username deleted"},
		{"privilege.changed", "privileges changed, access level set"},
		{"link.find.ok", "account found"},
		{"link.find.fail", "find account failed"},
		{"link.joined", "account joined"},
		{"link.unlinked", "access to the account ended"},
		{"practice.opened", "practice setup opened"},
		{"practice.changed", "practice setup changed"},
		{"codes.listed", "codes listed"},
		{"codes.opened", "code opened"},
		{"codes.added", "code added"},
		{"codes.edited", "code changed, edited"},
		{"codes.copy.preview", "codes compared before copying"},
		{"codes.copy.done", "codes copied"},
		{"codes.copy.repeated", "codes copy sent again"},
		{"codes.copy.undone", "codes copy undone"},
		{"client.listed", "clients listed, searched"},
		{"client.opened", "client opened"},
		{"client.refreshed", "open client shown anew, refreshed"},
		{"client.created", "client added, created"},
		{"client.changed", "client changed, edited"},
		{"client.archived", "client archived"},
		{"client.restored", "client restored from the archive"},
		{"client.named", "names of clients listed, looked up"},
		{"appointment.listed", "appointments listed, calendar"},
		{"appointment.opened", "appointment opened"},
		{"appointment.added", "appointment added, booked"},
		{"appointment.changed", "appointment changed, moved, edited"},
		{"appointment.scheduled", "appointment scheduled again"},
		{"appointment.kept", "appointment kept"},
		{"appointment.missed", "appointment missed"},
		{"appointment.cancelled", "appointment cancelled"},
		{"log.read", "activity log read"},
		{"log.exported", "activity log exported"},
		{"playground.run", "playground query run"},
	}
}
