package backup

import (
	"context"
	"errors"
	"fmt"
	"io"
	"reflect"
	"slices"
	"time"

	"github.com/jackc/pgx/v5"

	"lanyard/internal/database"
)

// ErrNotEmpty tells that the database holds something already.
var ErrNotEmpty = errors.New("the database is not empty, and a backup is never mixed into another's data: restore into a new one (another LANYARD_DATA or DATABASE_URL)")

// Proof looks at what was restored, through the connection that has not committed it yet. An
// error takes everything back.
type Proof func(ctx context.Context, conn *pgx.Conn, m Manifest) error

// Restore fills the empty database at ownerURL from a backup: all of it or nothing. It
// migrates the database first. prove is asked before the end; nil: nothing is proved.
func Restore(ctx context.Context, ownerURL string, r io.Reader, prove Proof) (Manifest, error) {
	m, err := restore(ctx, ownerURL, r, prove)
	if err != nil {
		return Manifest{}, fmt.Errorf("nothing was restored: %w", err)
	}
	return m, nil
}

func restore(ctx context.Context, ownerURL string, r io.Reader, prove Proof) (Manifest, error) {
	in, err := newReader(r)
	if err != nil {
		return Manifest{}, err
	}
	head, err := readHead(in)
	if err != nil {
		return Manifest{}, err
	}
	conn, err := connect(ctx, ownerURL)
	if err != nil {
		return Manifest{}, err
	}
	defer func() { _ = conn.Close(context.WithoutCancel(ctx)) }()
	if err := refuseAccounts(ctx, conn); err != nil {
		return Manifest{}, err
	}
	if err := database.Migrate(ctx, ownerURL); err != nil {
		return Manifest{}, err
	}
	err = pgx.BeginFunc(ctx, conn, func(tx pgx.Tx) error {
		if err := fill(ctx, tx, in, &head); err != nil || prove == nil {
			return err
		}
		return prove(ctx, conn, head)
	})
	return head, err
}

func readHead(in *reader) (Manifest, error) {
	var head Manifest
	if err := in.document(headName, &head); err != nil {
		return Manifest{}, err
	}
	if head.Format != format {
		return Manifest{}, fmt.Errorf("the backup has form %d and this program reads form %d: restore it with version %s of Lanyard, which made it", head.Format, format, head.Program)
	}
	mine, err := database.Version()
	if err != nil {
		return Manifest{}, err
	}
	if head.Migration != mine {
		return Manifest{}, fmt.Errorf("the backup is of database version %d and this program works with %d: restore it with version %s of Lanyard, which made it, then start this one", head.Migration, mine, head.Program)
	}
	return head, in.next()
}

// refuseAccounts looks before the migrations: a database in use is not touched at all.
func refuseAccounts(ctx context.Context, conn *pgx.Conn) error {
	var there, used bool
	if err := conn.QueryRow(ctx, `SELECT to_regclass('public.accounts') IS NOT NULL`).Scan(&there); err != nil || !there {
		return err
	}
	if err := conn.QueryRow(ctx, `SELECT EXISTS (SELECT FROM public.accounts)`).Scan(&used); err != nil {
		return err
	}
	if used {
		return ErrNotEmpty
	}
	return nil
}

func fill(ctx context.Context, tx pgx.Tx, in *reader, m *Manifest) error {
	here, err := tables(ctx, tx)
	if err != nil {
		return err
	}
	if !reflect.DeepEqual(here, m.Tables) {
		return errors.New("the tables of the backup are not those of this program, though the versions are the same: restore it with version " + m.Program + " of Lanyard, which made it")
	}
	if _, err := tx.Exec(ctx, `LOCK TABLE `+names(here)+` IN ACCESS EXCLUSIVE MODE`); err != nil {
		return fmt.Errorf("keep others off the database: %w", err)
	}
	if err := refuseRows(ctx, tx, here); err != nil {
		return err
	}
	if err := makeMonths(ctx, tx, m.Months); err != nil {
		return err
	}
	for i := range m.Tables {
		if err := fillTable(ctx, tx, in, &m.Tables[i]); err != nil {
			return err
		}
	}
	return finish(in, m)
}

func refuseRows(ctx context.Context, tx pgx.Tx, here []Table) error {
	for _, t := range here {
		var used bool
		if err := tx.QueryRow(ctx, `SELECT EXISTS (SELECT FROM `+t.name()+`)`).Scan(&used); err != nil {
			return err
		}
		if used {
			return fmt.Errorf("%w; there are rows in %s", ErrNotEmpty, t.Name)
		}
	}
	return nil
}

// fillTable copies the rows in with the table's own triggers off: events must not wait for
// seals that they have.
func fillTable(ctx context.Context, tx pgx.Tx, in *reader, t *Table) error {
	if _, err := tx.Exec(ctx, `ALTER TABLE `+t.name()+` DISABLE TRIGGER USER`); err != nil {
		return err
	}
	from := in.rows(t.Name)
	tag, err := tx.Conn().PgConn().CopyFrom(ctx, from, `COPY `+t.name()+` (`+t.columns()+`) FROM STDIN`)
	if from.err != nil {
		return from.err
	}
	if err != nil {
		return fmt.Errorf("fill the table %s: %w", t.Name, err)
	}
	t.Rows, t.SHA256 = tag.RowsAffected(), from.sha256()
	_, err = tx.Exec(ctx, `ALTER TABLE `+t.name()+` ENABLE TRIGGER USER`)
	return err
}

// finish compares what was read with what the backup says at its end.
func finish(in *reader, m *Manifest) error {
	var said Manifest
	if err := in.document(manifestName, &said); err != nil {
		return err
	}
	if err := in.next(); err != nil {
		return err
	}
	if in.name != "" || !reflect.DeepEqual(said, *m) {
		return fmt.Errorf("%w (its rows are not those of its manifest)", ErrDamaged)
	}
	return nil
}

// makeMonths makes the partitions that the log had: those of the past are made nowhere else.
func makeMonths(ctx context.Context, tx pgx.Tx, wanted []string) error {
	there, err := months(ctx, tx)
	if err != nil {
		return err
	}
	for _, month := range wanted {
		if slices.Contains(there, month) {
			continue
		}
		from, err := time.Parse("2006-01", month)
		if err != nil {
			return fmt.Errorf("%w (%q is no month)", ErrDamaged, month)
		}
		_, err = tx.Exec(ctx, fmt.Sprintf(`CREATE TABLE events_%s PARTITION OF events FOR VALUES FROM ('%s+00') TO ('%s+00')`,
			from.Format("200601"), from.Format(time.DateTime), from.AddDate(0, 1, 0).Format(time.DateTime)))
		if err != nil {
			return fmt.Errorf("make the log's month %s: %w", month, err)
		}
	}
	return nil
}
