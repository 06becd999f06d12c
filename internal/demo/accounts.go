package demo

import (
	"context"
	"fmt"
	"time"

	"github.com/google/uuid"

	"lanyard/internal/access"
	"lanyard/internal/accountaccess"
	"lanyard/internal/signin"
	"lanyard/internal/signup"
)

// signUp creates the providers' accounts and signs their owners in.
func (f *filler) signUp(ctx context.Context) error {
	for _, a := range f.accounts {
		opened, err := signup.Open(request(ctx), f.log, signup.Input{
			PracticeName: practiceName, ProviderName: a.provider, Email: a.email,
			Username: a.owner.username, Password: a.owner.password, TimeZone: timeZone,
		})
		if err != nil {
			return fmt.Errorf("open the account of %s: %w", a.provider, err)
		}
		a.id = opened.Account
		if err := f.signIn(ctx, a.owner); err != nil {
			return err
		}
	}
	return nil
}

func (f *filler) signIn(ctx context.Context, p *person) error {
	granted, err := f.prover.In(request(ctx), p.username, p.password)
	if err != nil {
		return fmt.Errorf("sign %s in: %w", p.username, err)
	}
	p.token = granted.Token
	return nil
}

func (f *filler) signOut(ctx context.Context) error {
	for _, p := range f.people() {
		err := f.as(ctx, p, func(ctx context.Context) error {
			return signin.Out(ctx, f.log, access.ViewerFrom(ctx))
		})
		if err != nil {
			return fmt.Errorf("sign %s out: %w", p.username, err)
		}
	}
	return nil
}

// addStaff is Allow Account Access in the first account. Everybody starts with the same access
// levels: without Full Access to Account Access nobody could join another account.
func (f *filler) addStaff(ctx context.Context) error {
	home := f.accounts[0]
	for _, m := range f.staff() {
		err := f.as(ctx, home.owner, func(ctx context.Context) error {
			_, err := accountaccess.AddUsername(ctx, f.prover, home.id, accountaccess.AddUsernameInput{Username: m.username, Password: m.password})
			return err
		})
		if err != nil {
			return fmt.Errorf("add %s: %w", m.username, err)
		}
		if err := f.signIn(ctx, m.person); err != nil {
			return err
		}
	}
	return nil
}

// join is Access Other Accounts: each provider types in username and password, and the member
// presses Join Account.
func (f *filler) join(ctx context.Context) error {
	for _, m := range f.staff() {
		for _, a := range f.accounts[1:m.accounts] {
			if err := f.joinOne(ctx, m, a); err != nil {
				return fmt.Errorf("join %s to the account of %s: %w", m.username, a.provider, err)
			}
		}
	}
	return nil
}

func (f *filler) joinOne(ctx context.Context, m *member, a *account) error {
	home := f.accounts[0].id
	var found *accountaccess.Found
	err := f.as(ctx, m.person, func(ctx context.Context) (err error) {
		found, err = accountaccess.FindAccount(ctx, f.prover, home, accountaccess.FindAccountInput{Username: a.owner.username, Password: a.owner.password})
		return err
	})
	if err != nil {
		return err
	}
	return f.as(ctx, m.person, func(ctx context.Context) error {
		_, err := accountaccess.JoinAccount(ctx, f.prover, home, found.Find)
		return err
	})
}

// setPrivileges is Username Privileges, done by the master username in each account.
func (f *filler) setPrivileges(ctx context.Context) error {
	for _, a := range f.accounts {
		err := f.as(ctx, f.master.person, func(ctx context.Context) error {
			in, err := f.privileges(ctx, a.id)
			if err != nil {
				return err
			}
			_, err = accountaccess.Save(ctx, f.log, a.id, in)
			return err
		})
		if err != nil {
			return fmt.Errorf("set the privileges in the account of %s: %w", a.provider, err)
		}
	}
	return nil
}

// privileges is what is to be saved in an account for those of its usernames that get a preset.
func (f *filler) privileges(ctx context.Context, account uuid.UUID) ([]accountaccess.SetPrivileges, error) {
	links, err := accountaccess.Usernames(ctx, f.log, account)
	if err != nil {
		return nil, err
	}
	var in []accountaccess.SetPrivileges
	for _, m := range f.staff() {
		for _, l := range links {
			if p, ok := preset(m.preset); ok && l.UsernameName == m.username {
				reason := p.Title + "."
				in = append(in, accountaccess.SetPrivileges{Link: l.ID, Version: l.Version, Levels: levels(p.Levels, m.days), Reason: &reason})
			}
		}
	}
	return in, nil
}

func levels(of access.Levels, days int) []*accountaccess.LevelInput {
	var until *time.Time
	if days > 0 {
		end := time.Now().AddDate(0, 0, days).Truncate(time.Second)
		until = &end
	}
	all := make([]*accountaccess.LevelInput, 0, access.SectionCount)
	for _, s := range access.Sections() {
		all = append(all, &accountaccess.LevelInput{Section: s, Level: of[s], ValidUntil: until})
	}
	return all
}
