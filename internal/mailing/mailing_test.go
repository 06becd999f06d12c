package mailing_test

import (
	"bufio"
	"context"
	"fmt"
	"net"
	"net/textproto"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/jackc/pgx/v5"

	"lanyard/ent/gen/ent"
	"lanyard/internal/access"
	"lanyard/internal/accountaccess"
	"lanyard/internal/dbtest"
	"lanyard/internal/mailing"
)

func TestMain(m *testing.M) { dbtest.Main(m) }

// sink is a mail server that keeps what it is given.
type sink struct {
	mu    sync.Mutex
	mails []string
}

func (s *sink) listen(t *testing.T, address string) net.Listener {
	t.Helper()
	l := dbtest.Must[net.Listener](t)(new(net.ListenConfig).Listen(t.Context(), "tcp", address))
	t.Cleanup(func() { _ = l.Close() })
	go func() {
		for {
			conn, err := l.Accept()
			if err != nil {
				return
			}
			go s.serve(conn)
		}
	}()
	return l
}

func (s *sink) serve(conn net.Conn) {
	defer func() { _ = conn.Close() }()
	in := textproto.NewReader(bufio.NewReader(conn))
	say := func(line string) { _, _ = fmt.Fprintf(conn, "%s\r\n", line) }
	say("220 sink")
	for {
		line, err := in.ReadLine()
		if err != nil {
			return
		}
		switch verb, _, _ := strings.Cut(strings.ToUpper(line), " "); verb {
		case "DATA":
			say("354 go on")
			lines, err := in.ReadDotLines()
			if err != nil {
				return
			}
			s.mu.Lock()
			s.mails = append(s.mails, strings.Join(lines, "\n"))
			s.mu.Unlock()
			say("250 kept")
		case "QUIT":
			say("221 bye")
			return
		default:
			say("250 ok")
		}
	}
}

func (s *sink) kept() []string {
	s.mu.Lock()
	defer s.mu.Unlock()
	return slices.Clone(s.mails)
}

func at(t *testing.T, address string) *mailing.Server {
	t.Helper()
	return dbtest.Must[*mailing.Server](t)(mailing.ParseURL("smtp://" + address + "?from=lanyard@example.com"))
}

// told is a world in which ben has been told of that many links.
func told(t *testing.T, links int) (*dbtest.World, *dbtest.Account) {
	t.Helper()
	w := dbtest.New(t)
	anna, ben := w.Account("anna"), w.Account("ben")
	w.Client(ben, "Zelda", "Quince")
	for i := range links {
		w.Join(w.Username(anna, fmt.Sprintf("june%d", i), access.Everything()), ben, access.Everything())
	}
	return w, ben
}

// Many servers mail each notice once, and nothing of clients.
func TestEachNoticeIsMailedOnce(t *testing.T) {
	t.Parallel()
	w, ben := told(t, 8)
	s := new(sink)
	server := at(t, s.listen(t, "127.0.0.1:0").Addr().String())
	var wait sync.WaitGroup
	for range 12 {
		wait.Go(func() {
			for range 4 {
				if err := mailing.Send(context.Background(), w.DB, w.Log, server); err != nil {
					t.Error(err)
				}
			}
		})
	}
	wait.Wait()
	mails := s.kept()
	if len(mails) != 8 {
		t.Fatalf("%d mails", len(mails))
	}
	subjects := map[string]bool{}
	for _, m := range mails {
		for line := range strings.Lines(m) {
			if strings.HasPrefix(line, "Message-ID:") {
				subjects[line] = true
			}
		}
		if !strings.Contains(m, "ben@example.com") || !strings.Contains(m, "may enter this account now, by the consent of ben-owner.") || strings.Contains(m, "Quince") {
			t.Error(m)
		}
	}
	if len(subjects) != 8 {
		t.Errorf("%v", subjects)
	}
	mailed := 0
	for _, e := range w.Events(ben.ID) {
		if e.Code == "notice.mailed" && e.ActorName == "system:mail" {
			mailed++
		}
	}
	if mailed != 8 {
		t.Errorf("%d events", mailed)
	}
}

// What another server is just taking is left to it, and waited for by nobody.
func TestWhatIsTakenIsLeftToWhoTookIt(t *testing.T) {
	t.Parallel()
	w, _ := told(t, 2)
	s := new(sink)
	server := at(t, s.listen(t, "127.0.0.1:0").Addr().String())
	other := dbtest.Must[*pgx.Conn](t)(pgx.Connect(t.Context(), w.OwnerURL))
	t.Cleanup(func() { _ = other.Close(context.Background()) })
	if _, err := other.Exec(t.Context(), `BEGIN; SELECT FROM notices ORDER BY created_at LIMIT 1 FOR UPDATE`); err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithTimeout(t.Context(), 10*time.Second)
	defer cancel()
	if err := mailing.Send(ctx, w.DB, w.Log, server); err != nil || len(s.kept()) != 1 {
		t.Errorf("%d mails, %v", len(s.kept()), err)
	}
}

// While the mail server is away nothing is lost, and whoever runs the account sees why it was not mailed.
func TestAMailServerThatIsAwayLosesNothing(t *testing.T) {
	t.Parallel()
	w, ben := told(t, 1)
	s := new(sink)
	l := s.listen(t, "127.0.0.1:0")
	server := at(t, l.Addr().String())
	_ = l.Close()
	send := func() error { return mailing.Send(context.Background(), w.DB, w.Log, server) }
	if send() == nil {
		t.Fatal("it is mailed to nobody")
	}
	if err := send(); err != nil {
		t.Errorf("it is tried again at once: %v", err)
	}
	one := dbtest.Must[[]*ent.Notice](t)(accountaccess.Notices(w.As(ben.Owner), w.Log, ben.ID))[0]
	if one.MailedAt != nil || one.Attempts != 1 || one.MailFault == "" {
		t.Errorf("%+v", one)
	}
	s.listen(t, l.Addr().String())
	w.Owner(`UPDATE notices SET next_attempt_at = now()`)
	if err := send(); err != nil {
		t.Fatal(err)
	}
	one = dbtest.Must[[]*ent.Notice](t)(accountaccess.Notices(w.As(ben.Owner), w.Log, ben.ID))[0]
	if one.MailedAt == nil || one.MailFault != "" || len(s.kept()) != 1 {
		t.Errorf("%+v, %d mails", one, len(s.kept()))
	}
}

// Mail leaves the machine encrypted or not at all, and a URL that is wrong does not show its password.
func TestURLs(t *testing.T) {
	t.Parallel()
	for _, raw := range []string{"", "mail.example.com", "http://mail.example.com?from=a@b.example", "smtps://u:geheim@mail.example.com", "smtps://u:geheim@?from=a@b.example", "smtps://u:geheim@mail.example.com:x?from=a@b.example", "smtps://u:geheim@mail.example.com?from=nobody"} {
		if _, err := mailing.ParseURL(raw); err == nil || strings.Contains(err.Error(), "geheim") {
			t.Errorf("%q: %v", raw, err)
		}
	}
	if _, err := mailing.ParseURL("smtps://u:geheim@mail.example.com:465?from=lanyard@example.com"); err != nil {
		t.Error(err)
	}
}
