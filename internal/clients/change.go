package clients

import (
	"context"
	"errors"
	"fmt"

	"entgo.io/ent/dialect/sql"
	"github.com/google/uuid"

	"lanyard/ent/gen/ent"
	"lanyard/ent/gen/ent/patient"
	"lanyard/internal/activity"
	"lanyard/internal/database"
	"lanyard/internal/problem"
	"lanyard/internal/revision"
)

// firstNumber is the number of an account's first client.
const firstNumber = 1001

// AddClient adds a client under the account's next number. It fails with BAD_USER_INPUT for a
// field that is not right.
func AddClient(ctx context.Context, log *activity.Log, account uuid.UUID, in ClientInput) (*ent.Patient, error) {
	wanted, err := in.onto(new(ent.Patient))
	if err != nil {
		return nil, err
	}
	var added *ent.Patient
	do := func(ctx context.Context, tx *activity.Tx, e *activity.Event) error {
		number, err := nextNumber(ctx, tx, account)
		if err != nil {
			return fmt.Errorf("find the next number: %w", err)
		}
		create := tx.Patient.Create().SetAccountID(account).SetNumber(number)
		fill(create.Mutation(), wanted)
		if added, err = create.Save(ctx); err != nil {
			return fmt.Errorf("add client: %w", err)
		}
		concern(e, added.ID)
		return nil
	}
	err = log.Change(database.In(ctx, account), event(account, "client.created", activity.Create), do)
	return added, err
}

// nextNumber holds the account's lock: two clients added at once would get the same number.
func nextNumber(ctx context.Context, tx *activity.Tx, account uuid.UUID) (int, error) {
	if err := tx.Lock(ctx, account); err != nil {
		return 0, err
	}
	last, err := tx.Patient.Query().Where(patient.AccountID(account)).
		Order(patient.ByNumber(sql.OrderDesc())).Limit(1).Select(patient.FieldNumber).Ints(ctx)
	if err != nil || len(last) == 0 {
		return firstNumber, err
	}
	return last[0] + 1, nil
}

// EditClient changes a client; archived ones too, and they stay archived. It fails with
// BAD_USER_INPUT for a field that is not right, NOT_FOUND for an id that this account does
// not have, and CONFLICT when the edit is based on another version than the current one.
func EditClient(ctx context.Context, log *activity.Log, account, id uuid.UUID, version int, in ClientInput) (*ent.Patient, error) {
	if _, err := in.onto(new(ent.Patient)); err != nil {
		return nil, err
	}
	return change(ctx, log, event(account, "client.changed", activity.Update), revision.Edit[ent.Patient]{ID: id, Version: version, Want: in.onto})
}

// ArchiveClient archives a client or takes it back from the archive. It fails as EditClient
// does.
func ArchiveClient(ctx context.Context, log *activity.Log, account, id uuid.UUID, version int, archived bool) (*ent.Patient, error) {
	code, status := "client.restored", patient.StatusACTIVE
	if archived {
		code, status = "client.archived", patient.StatusARCHIVED
	}
	return change(ctx, log, event(account, code, activity.Update), revision.Edit[ent.Patient]{ID: id, Version: version, Pressed: true, Want: func(client *ent.Patient) (*ent.Patient, error) {
		p := *client
		p.Status = status
		return &p, nil
	}})
}

// record is how clients are kept. They are not locked: whoever was overtaken is told by save.
var record = revision.Record[ent.Patient]{
	Called: "this client",
	Find: func(ctx context.Context, tx *activity.Tx, e *activity.Event, id uuid.UUID) (*ent.Patient, error) {
		return find(ctx, tx.Client, e.Account, id)
	},
	Version: func(p *ent.Patient) int { return p.Version },
	Theirs:  theirs,
	Note:    func(ctx context.Context, p *ent.Patient) error { return note(ctx, p.AccountID, "client.opened", p) },
}

func change(ctx context.Context, log *activity.Log, e activity.Event, ed revision.Edit[ent.Patient]) (*ent.Patient, error) {
	saving := record
	saving.Save = save
	return saving.Change(ctx, log, e, ed)
}

// save writes the fields that differ. When none does nothing is written, and the event says
// that the client was only looked at.
func save(ctx context.Context, tx *activity.Tx, e *activity.Event, current, wanted *ent.Patient) error {
	concern(e, current.ID)
	e.Changes = fields.Changed(current, wanted)
	if len(e.Changes) == 0 {
		e.Code, e.Action = "client.opened", activity.Read
		return nil
	}
	update := tx.Patient.Update().AddVersion(1).
		Where(patient.ID(current.ID), patient.AccountID(e.Account), patient.Version(current.Version))
	fill(update.Mutation(), wanted)
	n, err := update.SetStatus(wanted.Status).Save(ctx)
	if err != nil {
		return fmt.Errorf("save client: %w", err)
	}
	if n == 0 {
		return overtaken(ctx, tx, e.Account, wanted)
	}
	wanted.Version++
	return nil
}

// overtaken answers an edit whose version was the current one when it was read and no longer
// when it was to be written.
func overtaken(ctx context.Context, tx *activity.Tx, account uuid.UUID, wanted *ent.Patient) error {
	current, err := find(ctx, tx.Client, account, wanted.ID)
	if err != nil {
		return err
	}
	if current.Version == wanted.Version {
		return errors.New("save client: the database lets it be seen but not changed")
	}
	return record.Stale(ctx, current, wanted)
}

func find(ctx context.Context, db *ent.Client, account, id uuid.UUID) (*ent.Patient, error) {
	c, err := db.Patient.Query().Where(patient.ID(id), patient.AccountID(account)).Only(ctx)
	if ent.IsNotFound(err) {
		return nil, problem.Missing()
	}
	if err != nil {
		return nil, fmt.Errorf("read client: %w", err)
	}
	return c, nil
}

func concern(e *activity.Event, client uuid.UUID) {
	e.Entities, e.Clients, e.RowCount = []uuid.UUID{client}, []uuid.UUID{client}, 1
}
