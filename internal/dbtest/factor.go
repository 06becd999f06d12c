package dbtest

import (
	"time"

	"github.com/pquerna/otp/totp"

	"lanyard/internal/access"
)

// App is an authenticator app.
type App struct {
	w   *World
	v   *access.Viewer
	key string
}

// Enrol gives a username an authenticator app, and its recovery codes.
func (w *World) Enrol(v *access.Viewer) (*App, []string) {
	w.t.Helper()
	offer, err := w.Prover.Factors().Offer(w.As(v), v)
	w.must(err)
	app := &App{w, v, offer.Key}
	codes, err := w.Prover.Factors().Confirm(w.As(v), v, app.now())
	w.must(err)
	return app, codes
}

func (a *App) now() string {
	a.w.t.Helper()
	code, err := totp.GenerateCode(a.key, time.Now())
	a.w.must(err)
	return code
}

// Code is a code of the app that was not used yet: time passes until then.
func (a *App) Code() string {
	a.w.t.Helper()
	a.w.Owner(`UPDATE authenticators SET last_step = 0 WHERE username_id = $1`, a.v.Username)
	return a.now()
}
