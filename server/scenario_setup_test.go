package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"strconv"
	"strings"
	"time"

	"github.com/google/uuid"
	"github.com/pquerna/otp/totp"
	"github.com/rogpeppe/go-internal/testscript"

	"lanyard/internal/globalid"
)

// choose makes the input of Copy Now of the last preview.
func (s *scenario) choose(ts *testscript.TestScript, args []string) error {
	replace := len(args) > 0 && args[0] == "-replace"
	if replace {
		args = args[1:]
	}
	chosen := []map[string]any{}
	for _, label := range args {
		entry := map[string]any{"replace": replace}
		for _, field := range []string{"file", "id", "fingerprint"} {
			value, err := s.last.values("previewCopyCodes.entries[label=" + label + "]." + field)
			if err != nil || len(value) != 1 {
				return errors.Join(fmt.Errorf("%s is not on the preview once: %v", label, value), err)
			}
			entry[field] = value[0]
		}
		chosen = append(chosen, entry)
	}
	raw, err := json.Marshal(chosen)
	if err != nil {
		return err
	}
	ts.Setenv("entries", string(raw))
	return s.save(ts, []string{"job", "previewCopyCodes.job"})
}

func (s *scenario) unknown(ts *testscript.TestScript, args []string) error {
	id := globalid.OfAccount(uuid.New())
	if args[1] != "Account" {
		id = globalid.New(args[1], globalid.Parse(args[2]).Account, uuid.New())
	}
	ts.Setenv(args[0], id.String())
	return nil
}

func (s *scenario) long(ts *testscript.TestScript, args []string) error {
	n, err := strconv.Atoi(args[1])
	ts.Setenv(args[0], strings.Repeat("x", n))
	return err
}

// code is what an authenticator app shows for a key; the time that has to pass for another one is over.
func (s *scenario) code(ts *testscript.TestScript, args []string) error {
	if _, err := s.owner.Exec(s.ctx, `UPDATE authenticators SET last_step = 0`); err != nil {
		return err
	}
	shown, err := totp.GenerateCode(args[1], time.Now())
	ts.Setenv(args[0], shown)
	return err
}

func (s *scenario) token(ts *testscript.TestScript, args []string) error {
	cookie := s.cookie()
	if cookie == nil {
		return errors.New("the browser has no cookie")
	}
	ts.Setenv(args[0], cookie.Value)
	return nil
}

func (s *scenario) present(_ *testscript.TestScript, args []string) error {
	s.setCookie(args[0])
	return nil
}

// provider opens an account as a browser of the same name.
func (s *scenario) provider(ts *testscript.TestScript, args []string) error {
	name, password := args[0], newPassword()
	title := strings.ToUpper(name[:1]) + name[1:]
	s.use(name)
	err := s.do(ts, []string{
		"signUp", "practiceName=" + title + " Practice", "providerName=Dr " + title, "email=" + name + "@example.com",
		"username=" + name, "password=" + password, "timeZone=America/New_York",
	})
	if err != nil {
		return err
	}
	ts.Setenv(name+"_password", password)
	if err := s.save(ts, []string{name, "signUp.account.id"}); err != nil {
		return err
	}
	s.accounts[name] = ts.Getenv(name)
	return s.setLink(ts, name, name)
}

// member adds a username to a provider's account and signs in with it.
func (s *scenario) member(ts *testscript.TestScript, args []string) error {
	provider, name, password := args[0], args[1], newPassword()
	s.use(provider)
	call := []string{"addUsername", "account=" + ts.Getenv(provider), "username=" + name, "password=" + password, "changePasswordAtFirstSignIn:=false"}
	if err := s.do(ts, append(call, args[2:]...)); err != nil {
		return err
	}
	ts.Setenv(name+"_password", password)
	s.accounts[name] = ts.Getenv(provider)
	if err := s.setLink(ts, name, provider); err != nil {
		return err
	}
	s.use(name)
	return s.do(ts, []string{"signIn", "username=" + name, "password=" + password})
}

// join links a username to a provider's account with the provider's password.
func (s *scenario) join(ts *testscript.TestScript, args []string) error {
	name, provider := args[0], args[1]
	home := "account=" + s.accounts[name]
	s.use(name)
	if err := s.do(ts, []string{"findAccount", home, "username=" + provider, "password=" + ts.Getenv(provider+"_password")}); err != nil {
		return err
	}
	if err := s.save(ts, []string{"find", "findAccount.find"}); err != nil {
		return err
	}
	if err := s.do(ts, []string{"joinAccount", home, "find=" + ts.Getenv("find")}); err != nil {
		return err
	}
	return s.setLink(ts, name, provider)
}

func (s *scenario) setLink(ts *testscript.TestScript, name, provider string) error {
	link, err := s.link(name, ts.Getenv(provider))
	ts.Setenv(name+"_"+provider, link)
	return err
}
