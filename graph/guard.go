package graph

import (
	"context"
	"fmt"
	"time"

	"github.com/99designs/gqlgen/graphql"
	"github.com/google/uuid"
	"github.com/vektah/gqlparser/v2/ast"

	"lanyard/graph/gen"
	"lanyard/graph/rule"
	"lanyard/internal/access"
	"lanyard/internal/activity"
	"lanyard/internal/globalid"
	"lanyard/internal/problem"
)

// directives are the first wall: each field's rule, asked before the field is resolved.
func directives() gen.DirectiveRoot {
	return gen.DirectiveRoot{
		Access: func(ctx context.Context, obj any, next graphql.Resolver, s access.Section, need access.Level, account string) (any, error) {
			if err := guard(ctx, accountOf(ctx, obj, account), s, need); err != nil {
				return nil, err
			}
			return next(ctx)
		},
		Member: func(ctx context.Context, obj any, next graphql.Resolver, account string) (any, error) {
			if err := guardMember(ctx, accountOf(ctx, obj, account)); err != nil {
				return nil, err
			}
			return next(ctx)
		},
		SignedIn: func(ctx context.Context, _ any, next graphql.Resolver) (any, error) {
			if access.ViewerFrom(ctx) == nil {
				return nil, errSignIn()
			}
			return next(ctx)
		},
		Fresh: func(ctx context.Context, _ any, next graphql.Resolver) (any, error) {
			if err := access.CheckFresh(access.ViewerFrom(ctx), time.Now().UnixMicro()); err != nil {
				return nil, err
			}
			return next(ctx)
		},
		Public: func(ctx context.Context, _ any, next graphql.Resolver) (any, error) { return next(ctx) },
	}
}

// owned is a row that belongs to an account.
type owned interface{ OwningAccount() uuid.UUID }

// accountOf is the account that a field belongs to: that of the object it stands on, and on a
// root field the one that the argument names. What names none gives an id that no account has.
func accountOf(ctx context.Context, obj any, argument string) uuid.UUID {
	if row, ok := obj.(owned); ok {
		return row.OwningAccount()
	}
	id, _ := graphql.GetFieldContext(ctx).Args[argument].(globalid.ID)
	return id.AccountID()
}

// guard asks the one decision. A refusal is recorded.
func guard(ctx context.Context, account uuid.UUID, s access.Section, need access.Level) error {
	viewer, now := access.ViewerFrom(ctx), time.Now().UnixMicro()
	if access.Decide(viewer, account, s, need, now) {
		return nil
	}
	if err := guardMember(ctx, account); err != nil {
		return err
	}
	held := access.Explain(viewer, account, s, need, now).Held
	if err := note(ctx, account, s.String(), held.String(), need.String()); err != nil {
		return err
	}
	return problem.New(problem.Forbidden, "You have %s to %s; this needs %s.", held.Title(), s.Title(), need.Title()).
		With("section", s.String()).With("held", held.String()).With("needed", need.String())
}

// guardMember lets in whoever may enter the account at all. For everybody else the account
// does not exist.
func guardMember(ctx context.Context, account uuid.UUID) error {
	viewer := access.ViewerFrom(ctx)
	if err := access.CheckPasswordKept(viewer); err != nil {
		return err
	}
	switch {
	case viewer == nil:
		return errSignIn()
	case access.FactorMissing(viewer, account, time.Now().UnixMicro()):
		return factorDue(viewer.Link(account))
	case access.Member(viewer, account, time.Now().UnixMicro()):
		return nil
	}
	if err := note(ctx, account, "", "", ""); err != nil {
		return err
	}
	return problem.Missing()
}

func factorDue(l *access.Link) error {
	what := "a second factor. Set one up first."
	if l.PasskeyDue {
		what = "a passkey. Use yours first, or make one."
	}
	return problem.New(problem.Forbidden, "This account asks for %s", what).With("secondFactor", true)
}

func errSignIn() error {
	return problem.New(problem.Unauthenticated, "Sign in first.")
}

func note(ctx context.Context, account uuid.UUID, section, held, needed string) error {
	e := tried(ctx)
	e.Account, e.Outcome = account, activity.Denied
	e.Section, e.LevelHeld, e.LevelNeeded, e.RowCount = section, held, needed, 1
	return activity.Note(ctx, e)
}

// tried is what was refused: a field, or before there is one a run of the playground.
func tried(ctx context.Context) activity.Event {
	if e, ok := ctx.Value(runKey{}).(activity.Event); ok && graphql.GetFieldContext(ctx) == nil {
		e.Reason = "playground"
		return e
	}
	return activity.Event{Code: "access.denied", Action: activity.Execute, Reason: field(ctx)}
}

func field(ctx context.Context) string {
	fc := graphql.GetFieldContext(ctx)
	return fc.Object + "." + fc.Field.Name
}

// backstop refuses every field that no rule covers: one that was forgotten stays shut. To tokens, and in a view, it
// refuses all but what may be asked for there.
func backstop(schema *ast.Schema) graphql.FieldMiddleware {
	covered, tokens, views := rule.Covered(schema), rule.Tokens(schema), rule.Views(schema)
	return func(ctx context.Context, next graphql.Resolver) (any, error) {
		fc := graphql.GetFieldContext(ctx)
		if !covered[fc.Object][fc.Field.Name] {
			return nil, fmt.Errorf("no rule says who may ask for %s", field(ctx))
		}
		if v := access.ViewerFrom(ctx); v.ByToken() && !tokens[fc.Object][fc.Field.Name] {
			return nil, refuseToken(ctx, v)
		}
		if v := access.ViewerFrom(ctx); v.Looking() && !views[fc.Object][fc.Field.Name] {
			return nil, refuseInView(ctx, v)
		}
		return next(ctx)
	}
}

// refuseToken answers a token that asks for what is the person's own. It is told in that person's own log.
func refuseToken(ctx context.Context, v *access.Viewer) error {
	if err := note(ctx, v.HomeAccount, "", "", ""); err != nil {
		return err
	}
	return problem.New(problem.Forbidden, "This is not for a token: sign in to do it.").With("token", true)
}

// refuseInView answers what no view shows: what is somebody's own, and what leaves the app.
func refuseInView(ctx context.Context, v *access.Viewer) error {
	if err := note(ctx, v.Look.Account, "", "", ""); err != nil {
		return err
	}
	return problem.New(problem.Forbidden, "A view as another username does not show this. Leave the view first.").With("view", true)
}

// guardType asks for a type what its rule says: who comes in by an id stands before no field.
func guardType(ctx context.Context, schema *ast.Schema, id globalid.ID) error {
	if asks, ok := rule.Type(schema.Types[id.Type]); ok {
		return guard(ctx, id.Account, asks.Section, asks.Level)
	}
	return guardMember(ctx, id.Account)
}
