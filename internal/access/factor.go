package access

// Factor is what somebody signed in with: the password alone, or what beside it or in its place.
type Factor string

// The factors. The zero value is of whoever is not there, as where a token asks or who offered a link comes to it later.
const (
	ByPassword      Factor = "PASSWORD"
	ByAuthenticator Factor = "AUTHENTICATOR"
	ByRecoveryCode  Factor = "RECOVERY_CODE"
	ByPasskey       Factor = "PASSKEY"
)
