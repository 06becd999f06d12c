package mailing

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net/textproto"
	"strings"
	"time"
	"unicode"

	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"
	"github.com/wneessen/go-mail"

	"lanyard/ent/gen/ent"
	"lanyard/ent/gen/ent/notice"
	"lanyard/internal/access"
	"lanyard/internal/accountaccess"
	"lanyard/internal/activity"
	"lanyard/internal/database"
)

// Sender mails what waits, until Close. Each server has one: what one has taken is left to it.
type Sender struct {
	db          *database.DB
	log         *activity.Log
	server      *Server
	logger      *slog.Logger
	stop, ended chan struct{}
}

// sendEvery is the pause between two looks at what waits, and atOnce how many mails one takes.
const (
	sendEvery = 5 * time.Second
	atOnce    = 3
)

// Start mails until Close.
func Start(db *database.DB, log *activity.Log, server *Server, logger *slog.Logger) *Sender {
	s := &Sender{db: db, log: log, server: server, logger: logger, stop: make(chan struct{}), ended: make(chan struct{})}
	go s.run()
	return s
}

// Close ends the sender, once the mail under way is sent or not.
func (s *Sender) Close() {
	close(s.stop)
	<-s.ended
}

func (s *Sender) run() {
	defer close(s.ended)
	tick := time.NewTicker(sendEvery)
	defer tick.Stop()
	failing := false
	for {
		err := Send(context.Background(), s.db, s.log, s.server)
		if err != nil && !failing {
			s.logger.Error("notices are not mailed; it is tried again", "error", err)
		}
		failing = err != nil
		select {
		case <-s.stop:
			return
		case <-tick.C:
		}
	}
}

// waiting is a notice that waits to be mailed.
type waiting struct {
	ID, Account        uuid.UUID
	Kind, Username, By string
	Attempts           int
	Email              string
	ToOwner            bool
	PracticeName       string
}

// Send takes some of the notices that wait, and mails them. One that is not taken by the mail server
// waits for twice as long each time, an hour at most.
func Send(ctx context.Context, db *database.DB, log *activity.Log, server *Server) error {
	var taken []waiting
	err := db.Send(ctx, func(b *pgx.Batch) {
		b.Queue(`SELECT * FROM take_mails($1)`, atOnce).Query(func(rows pgx.Rows) (err error) {
			taken, err = pgx.CollectRows(rows, pgx.RowToStructByPos[waiting])
			return err
		})
	})
	if err != nil {
		return fmt.Errorf("take notices to mail: %w", err)
	}
	failed := make([]error, len(taken))
	for i, w := range taken {
		if fault := server.send(ctx, w.letter()); fault != nil {
			failed[i] = errors.Join(notTaken(w, fault), putOff(ctx, db, w, fault))
		} else {
			failed[i] = sent(ctx, log, w)
		}
	}
	return errors.Join(failed...)
}

func (w waiting) letter() letter {
	said := accountaccess.NoticeSentence(&ent.Notice{Kind: notice.Kind(w.Kind), Username: w.Username, ByName: w.By})
	about := said + "\n\nThis is about the account of " + oneLine(w.PracticeName) + ". "
	if !w.ToOwner {
		return letter{
			id: w.ID.String(), to: w.Email, subject: "Lanyard: emergency access",
			body: about + "You are named there as the one who is told of emergencies besides the owner. If you do not know of one, call the owner.\n",
		}
	}
	return letter{
		id: w.ID.String(), to: w.Email, subject: "Lanyard: who may enter your account",
		body: about + "Sign in and look at Account Access to see more.\n",
	}
}

// sent notes that a notice was mailed, with its event.
func sent(ctx context.Context, log *activity.Log, w waiting) error {
	ctx = activity.WithRequest(ctx, activity.Request{ID: uuid.NewString(), System: "system:mail"})
	e := activity.Event{
		Account: w.Account, Code: "notice.mailed", Action: activity.Execute, Section: access.AccountAccess.String(),
		EntityType: "Notice", Entities: []uuid.UUID{w.ID}, RowCount: 1,
	}
	return log.Change(ctx, e, func(ctx context.Context, tx *activity.Tx, _ *activity.Event) error {
		_, err := tx.Exec(ctx, `SELECT mail_sent($1)`, w.ID)
		return err
	})
}

// notTaken is for the log what the mail server's words are for the notice: they name the address.
func notTaken(w waiting, fault error) error {
	var refused *mail.SendError
	var answered *textproto.Error
	switch {
	case errors.Is(fault, errUnreachable):
		return fmt.Errorf("notice %s: %w", w.ID, errUnreachable)
	case errors.As(fault, &refused) && refused.ErrorCode() != 0:
		return fmt.Errorf("the mail server answers %d to notice %s", refused.ErrorCode(), w.ID)
	case errors.As(fault, &answered):
		return fmt.Errorf("the mail server answers %d to notice %s", answered.Code, w.ID)
	}
	return fmt.Errorf("notice %s cannot be handed in; it says why", w.ID)
}

func putOff(ctx context.Context, db *database.DB, w waiting, fault error) error {
	again := min(time.Minute<<min(w.Attempts-1, 6), time.Hour)
	return db.Send(ctx, func(b *pgx.Batch) { b.Queue(`SELECT mail_failed($1, $2, $3)`, w.ID, oneLine(fault.Error()), again) })
}

// oneLine is a text of others as it may stand in a line.
func oneLine(text string) string {
	plain := strings.Map(func(r rune) rune {
		if unicode.IsControl(r) {
			return ' '
		}
		return r
	}, strings.ToValidUTF8(text, ""))
	if r := []rune(plain); len(r) > 200 {
		plain = string(r[:200])
	}
	return plain
}
