package activity

import "strings"

// Code is a kind of event, with what it is called in plain words: people search the log by
// either. A code that is not written any more stays here, for it stays in the logs.
type Code struct{ Name, Words string }

// leaves tells of a code that something leaves the app: as a file, or on paper. That is no reading but
// an execution, so that whoever asks the log for what was done with data finds it.
func leaves(code string) bool {
	return strings.HasSuffix(code, ".exported") || strings.HasSuffix(code, ".printed") || code == "disclosure.accounted"
}

// Leaving are the codes of what leaves the app.
func Leaving() []string {
	var names []string
	for _, c := range Codes() {
		if leaves(c.Name) {
			names = append(names, c.Name)
		}
	}
	return names
}

// Codes lists all kinds of events. Tests hold it complete.
func Codes() []Code {
	return []Code{
		{"signup", "account opened"},
		{"login.ok", "signed in"},
		{"login.fail", "sign-in failed"},
		{"logout", "signed out"},
		{"timeout", "signed out by itself, timed out, idle"},
		{"signin.listed", "sign-ins listed"},
		{"signin.closed", "sign-ins ended by somebody else"},
		{"signin.rules", "rules of sign-ins changed, idle limit"},
		{"signin.ended", "sign-in ended"},
		{"password.changed", "password changed"},
		{"password.fail", "password change failed"},
		{"password.forced", "password change required"},
		{"account.switched", "provider switched"},
		{"access.denied", "access denied, refused"},
		{"access.listed", "usernames listed"},
		{"access.opened", "username opened"},
		{"username.added", "username added"},
		{"username.unlocked", "username unlocked"},
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
		{"codes.exported", "codes exported"},
		{"codes.import.preview", "codes compared before importing"},
		{"codes.imported", "codes imported"},
		{"codes.copy.preview", "codes compared before copying"},
		{"codes.copy.done", "codes copied"},
		{"codes.copy.repeated", "codes copy sent again"},
		{"codes.drift", "codes compared with another account's"},
		{"codes.copy.listed", "copies of codes listed"},
		{"codes.copy.undone", "codes copy undone"},
		{"client.listed", "clients listed, searched"},
		{"client.opened", "client opened"},
		{"client.refreshed", "open client shown anew, refreshed"},
		{"client.created", "client added, created"},
		{"client.changed", "client changed, edited"},
		{"client.archived", "client archived"},
		{"client.restored", "client restored from the archive"},
		{"disclosure.listed", "disclosures listed"},
		{"disclosure.recorded", "disclosure recorded, added"},
		{"disclosure.struck", "disclosure struck out"},
		{"disclosure.accounted", "accounting of disclosures made, printed, handed out"},
		{"client.named", "names of clients listed, looked up"},
		{"appointment.listed", "appointments listed, calendar"},
		{"appointment.opened", "appointment opened"},
		{"appointment.added", "appointment added, booked"},
		{"appointment.changed", "appointment changed, moved, edited"},
		{"appointment.scheduled", "appointment scheduled again"},
		{"appointment.kept", "appointment kept"},
		{"appointment.missed", "appointment missed"},
		{"appointment.cancelled", "appointment cancelled"},
		{"session.listed", "client sessions listed"},
		{"session.opened", "client session opened"},
		{"session.added", "client session added"},
		{"session.changed", "client session changed, edited"},
		{"session.voided", "client session voided"},
		{"policy.listed", "insurance policies listed"},
		{"policy.opened", "insurance policy opened"},
		{"policy.added", "insurance policy added"},
		{"policy.changed", "insurance policy changed, edited"},
		{"policy.ended", "insurance policy ended"},
		{"policy.resumed", "insurance policy taken up again, resumed"},
		{"authorization.listed", "authorizations listed"},
		{"authorization.opened", "authorization opened"},
		{"authorization.added", "authorization added"},
		{"authorization.changed", "authorization changed, edited"},
		{"authorization.ended", "authorization ended"},
		{"authorization.resumed", "authorization taken up again, resumed"},
		{"note.listed", "session notes listed"},
		{"note.opened", "session note opened"},
		{"note.altered", "signed note found altered"},
		{"note.written", "session note written, added"},
		{"note.changed", "session note changed, edited"},
		{"note.discarded", "draft of a note discarded"},
		{"note.restored", "draft of a note taken back"},
		{"note.signed", "session note signed"},
		{"note.addended", "addendum added to a session note, addendum added"},
		{"psych.listed", "psychotherapy notes listed"},
		{"psych.opened", "psychotherapy note opened"},
		{"psych.written", "psychotherapy note written, added"},
		{"psych.changed", "psychotherapy note changed, edited"},
		{"psych.shared", "psychotherapy note shared"},
		{"psych.unshared", "psychotherapy note no longer shared"},
		{"balance.listed", "balances listed, balances due listed"},
		{"balance.totalled", "balances added up, totals"},
		{"ledger.opened", "ledger opened, ledger of a client opened"},
		{"payment.posted", "payment posted"},
		{"payment.allocated", "payment allocated"},
		{"payment.refunded", "payment refunded, given back"},
		{"payment.reversed", "payment reversed, taken back, bounced"},
		{"writeoff.posted", "write-off posted"},
		{"adjustment.posted", "adjustment posted, balance adjusted"},
		{"entry.reversed", "ledger entry reversed, taken back"},
		{"invoice.billable.listed", "sessions to invoice listed"},
		{"invoice.listed", "invoices and claims listed"},
		{"invoice.previewed", "invoice or claim previewed"},
		{"invoice.generated", "invoices or claims generated"},
		{"invoice.opened", "invoice or claim opened, reprinted"},
		{"invoice.held", "invoice or claim held back"},
		{"invoice.released", "invoice or claim released"},
		{"invoice.submitted", "invoice or claim submitted"},
		{"invoice.accepted", "claim accepted"},
		{"invoice.rejected", "claim rejected"},
		{"invoice.voided", "invoice or claim voided"},
		{"invoice.printed", "invoice printed, pdf"},
		{"invoice.messages", "invoice messages listed"},
		{"report.run", "report run"},
		{"report.exported", "report exported"},
		{"report.printed", "report printed"},
		{"log.read", "activity log read"},
		{"log.exported", "activity log exported"},
		{"review.signed", "review signed off, activity log reviewed"},
		{"playground.run", "playground query run"},
	}
}
