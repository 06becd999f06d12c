package accountaccess

import (
	"context"
	"fmt"
	"time"

	"entgo.io/ent/dialect/sql"
	"github.com/google/uuid"

	"lanyard/ent/gen/ent"
	"lanyard/ent/gen/ent/notice"
	"lanyard/internal/access"
	"lanyard/internal/activity"
	"lanyard/internal/database"
	"lanyard/internal/page"
)

// newestFirst is the order of notices.
var newestFirst = page.Key{Columns: []string{notice.FieldCreatedAt, notice.FieldID}, Descend: true}

// cursorTime writes all six places of PostgreSQL's microseconds.
const cursorTime = "2006-01-02T15:04:05.000000Z07:00"

// Notices reads a page of what whoever runs an account is told, the newest first. It fails with
// BAD_USER_INPUT for a page that cannot be.
func Notices(ctx context.Context, log *activity.Log, account uuid.UUID, args page.Args) (*page.Page[*ent.Notice], error) {
	in := database.In(ctx, account)
	ofAccount := func() *ent.NoticeQuery { return log.Reader().Notice.Query().Where(notice.AccountID(account)) }
	p, err := page.Cut(in, args, page.Source[*ent.Notice]{
		Key: newestFirst,
		Keys: func(n *ent.Notice) []string {
			return []string{n.CreatedAt.UTC().Format(cursorTime), n.ID.String()}
		},
		Find: func(ctx context.Context, beyond func(*sql.Selector), limit int) ([]*ent.Notice, error) {
			return ofAccount().Where(beyond).Order(newestFirst.Order).Limit(limit).All(ctx)
		},
		Count: func(context.Context) (int, error) { return ofAccount().Count(in) },
	})
	if err != nil {
		return nil, fmt.Errorf("list notices: %w", err)
	}
	return p, noteNotices(ctx, account, p.Nodes...)
}

// Notice reads one notice of an account.
func Notice(ctx context.Context, log *activity.Log, account, id uuid.UUID) (*ent.Notice, error) {
	n, err := log.Reader().Notice.Query().Where(notice.ID(id), notice.AccountID(account)).Only(database.In(ctx, account))
	if err != nil {
		return nil, err
	}
	return n, noteNotices(ctx, account, n)
}

func noteNotices(ctx context.Context, account uuid.UUID, shown ...*ent.Notice) error {
	e := activity.Event{Account: account, Code: "notice.listed", Action: activity.Read, Section: access.AccountAccess.String(), EntityType: "Notice", RowCount: len(shown)}
	for _, n := range shown {
		e.Entities = append(e.Entities, n.ID)
	}
	return activity.Note(ctx, e)
}

// ReadNotices notes that a notice was read, and those before it.
func ReadNotices(ctx context.Context, log *activity.Log, account, id uuid.UUID) (*ent.Notice, error) {
	ctx = database.In(ctx, account)
	e := activity.Event{Account: account, Code: "notice.read", Action: activity.Update, Section: access.AccountAccess.String(), EntityType: "Notice", Entities: []uuid.UUID{id}}
	var read *ent.Notice
	err := log.Change(ctx, e, func(ctx context.Context, tx *activity.Tx, e *activity.Event) error {
		newest, err := tx.Notice.Query().Where(notice.ID(id), notice.AccountID(account)).Only(ctx)
		if err != nil {
			return err
		}
		e.RowCount, err = tx.Notice.Update().Where(notice.AccountID(account), notice.ReadAtIsNil(), notice.CreatedAtLTE(newest.CreatedAt)).
			SetReadAt(time.Now()).SetReadBy(access.ViewerFrom(ctx).Name).Save(ctx)
		if err != nil {
			return err
		}
		read, err = tx.Notice.Get(ctx, id)
		return err
	})
	return read, err
}

// tellOfLink tells an account within the change that makes or ends a link to it.
func tellOfLink(ctx context.Context, tx *activity.Tx, l *ent.Link) error {
	_, err := tx.Exec(database.In(ctx, l.AccountID), `SELECT tell_of_link($1)`, l.ID)
	return err
}

var sentences = map[notice.Kind]string{
	notice.KindLINKED:            "%[1]s may enter this account now, by the consent of %[2]s.",
	notice.KindACCEPTED:          "The request of %[1]s to enter another account was accepted by %[2]s.",
	notice.KindDECLINED:          "What %[1]s offered or asked for was declined by %[2]s.",
	notice.KindUNLINKED:          "The access of %[1]s to this account was ended by %[2]s.",
	notice.KindENDED_ELSEWHERE:   "The access of %[1]s to another account was ended by whoever runs it. Look whether it is still needed here.",
	notice.KindADDRESS_CHANGED:   "The address that notices of this account are mailed to was changed by %[2]s. This is the last mail to the one before: look whether it should be so.",
	notice.KindFACTOR_RESET:      "The second factor of %[1]s was taken away by %[2]s, who runs the account that the username is at home in. Make sure that it is still the same person, and end the access if not.",
	notice.KindOFFBOARDED:        "%[1]s has left the practice that the username is at home in. Look whether access is still needed here, and end it if not.",
	notice.KindEMERGENCY_STARTED: "%[1]s has opened a part of this account in an emergency. Whoever runs it sees in Account Access what and why, and can end it.",
	notice.KindEMERGENCY_ENDED:   "The emergency access of %[1]s is over. Somebody else reviews it in Account Access.",
	notice.KindPASSWORD_CHANGED:  "The password of %[1]s was changed, by whoever was signed in as %[1]s. If that was somebody else, end its sign-ins and ask for a new password, in Account Access. Where that is not offered, as for the owner, ask whoever runs the server.",
	notice.KindFACTOR_CHANGED:    "The second factors of %[1]s were changed, by whoever was signed in as %[1]s: an authenticator app, a passkey or recovery codes came or went. If that was somebody else, end its sign-ins and reset its second factor, in Account Access. Where that is not offered, as for the owner, sign in with a recovery code and change what is not yours, or ask whoever runs the server.",
	notice.KindATTEMPTS_STOPPED:  "Somebody has tried wrong passwords or codes of %[1]s until that was stopped for a while. The activity log tells when and from where. If it was not %[1]s, nothing needs to be done, unless the password may be known: then it has to be changed.",
	notice.KindLOCKED:            "Somebody has tried wrong passwords or codes of %[1]s a hundred times in a row. It is locked now until somebody unlocks it, under Sign-ins in Account Access; if it is not listed there, ask whoever runs the server. If the password may be known, it has to be changed.",
	notice.KindAPP_CHANGED:       "The app %[1]s, which this account lets in, was changed by %[2]s, who registered it. Look under Apps in Account Access at what it is now and where it sends people, and shut it out if that should not be so.",
	notice.KindAPP_DELETED:       "The app %[1]s was deleted by %[2]s, who registered it. It can do nothing in this account any more.",
}

// ranOut are the sentences of what nobody has ended: its last day is over.
var ranOut = map[notice.Kind]string{
	notice.KindUNLINKED:        "The access of %s to this account has run out: its last day is over.",
	notice.KindENDED_ELSEWHERE: "The access of %s to another account has run out. Look whether it is still needed here.",
}

// NoticeSentence says a notice to a person, on the screen and by mail. It holds nothing of clients.
func NoticeSentence(n *ent.Notice) string {
	if n.Kind == notice.KindUNLINKED && n.Username == n.ByName {
		return n.Username + " has left this account."
	}
	if said := ranOut[n.Kind]; said != "" && n.ByName == "" {
		return fmt.Sprintf(said, n.Username)
	}
	return fmt.Sprintf(sentences[n.Kind], n.Username, n.ByName)
}
