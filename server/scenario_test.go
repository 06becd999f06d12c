package main

import (
	"log/slog"
	"os"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"

	"lanyard/internal/dbtest"
)

// asServer is set where the test binary runs as the program itself.
const asServer = "LANYARD_TEST_AS_SERVER"

// TestMain runs the tests, or the program itself for a test that needs a process of it.
func TestMain(m *testing.M) {
	if os.Getenv(asServer) != "" {
		main()
		return
	}
	slog.SetDefault(slog.New(slog.DiscardHandler))
	dbtest.Main(m)
}

// TestScenarios runs the user's flows over HTTP, each against a server and a database of its
// own. The scripts are testdata/script/*.txtar; what they ask the API stands in
// testdata/script/operations.graphql.
//
//	as NAME                    go on with the browser NAME; a new one is signed out
//	do OPERATION KEY=VALUE...  ask the API; the answer has no error. See arguments for the keys.
//	! do OPERATION ...         the same, refused: the answer has errors, and nothing is changed
//	raw OPERATION ...          the same as a text, which is no document of the app
//	run ACCOUNT OPERATION ...  the same as a text, in the playground of an account
//	refused CODE SENTENCE      the last answer's only error
//	want PATH VALUE...         what the last answer holds there; see values for the path
//	has PATH TEXT...           the last answer's text there has these in it
//	count PATH N               how many values the last answer holds there
//	save NAME PATH             keep a value of the last answer as $NAME
//	same                       the last two answers are the same byte for byte
//	status CODE                the HTTP status of the last answer
//	remember NAME, unchanged NAME  compare an answer with an earlier one
//	log BROWSER ACCOUNT FILE   the whole activity log, read by its owner: code username role
//	                           outcome section, the oldest first
//	choose [-replace] LABEL... make $job and $entries of the last preview of a copy
//	provider NAME              Provider NAME signs up: $NAME is the account, $NAME_password
//	member PROVIDER NAME [SECTION=LEVEL]...  the owner adds a username, who signs in
//	join NAME PROVIDER         NAME finds and joins the provider's account: $NAME_PROVIDER is the link
//	unknown NAME TYPE [ACCOUNT] make $NAME an id that nothing has
//	long NAME N                make $NAME a text of N letters
//	token NAME, present TOKEN  read and set the cookie of the browser
//	behind SQL                 change the database as its owner, behind the walls
//	verify                     seal and verify the activity log
//
// After each script the database, the answers and the server's log are searched for what must
// not be there, and the activity log is verified: see check.
func TestScenarios(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir: "testdata/script",
		// One run tells of all that is wrong, and not of the first step only.
		ContinueOnError: true,
		Setup: func(env *testscript.Env) error {
			env.Values[scenarioKey{}] = newScenario(env.T().(testing.TB))
			return nil
		},
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"as":        command((*scenario).as),
			"do":        asking((*scenario).try),
			"raw":       asking((*scenario).tryRaw),
			"run":       asking((*scenario).tryPlayground),
			"refused":   command((*scenario).refused),
			"want":      command((*scenario).want),
			"has":       command((*scenario).has),
			"count":     command((*scenario).count),
			"save":      command((*scenario).save),
			"same":      command((*scenario).same),
			"status":    command((*scenario).status),
			"remember":  command((*scenario).remember),
			"unchanged": command((*scenario).unchanged),
			"log":       command((*scenario).log),
			"choose":    command((*scenario).choose),
			"provider":  command((*scenario).provider),
			"member":    command((*scenario).member),
			"join":      command((*scenario).join),
			"unknown":   command((*scenario).unknown),
			"long":      command((*scenario).long),
			"code":      command((*scenario).code),
			"first":     command((*scenario).first),
			"token":     command((*scenario).token),
			"present":   command((*scenario).present),
			"behind":    behind,
			"verify":    command((*scenario).verify),
		},
	})
}

type scenarioKey struct{}

// command makes a command of the scripts of a method: an error fails the script.
func command(run func(*scenario, *testscript.TestScript, []string) error) func(*testscript.TestScript, bool, []string) {
	return func(ts *testscript.TestScript, neg bool, args []string) {
		if neg {
			ts.Fatalf("this command cannot be negated")
		}
		ts.Check(run(of(ts), ts, args))
	}
}

func of(ts *testscript.TestScript) *scenario { return ts.Value(scenarioKey{}).(*scenario) }

// asking makes a command that asks the API. A refusal leaves everything but the log and the
// counters of failures as it was.
func asking(try func(*scenario, *testscript.TestScript, []string) error) func(*testscript.TestScript, bool, []string) {
	return func(ts *testscript.TestScript, neg bool, args []string) {
		check(ts, neg, func() error { return try(of(ts), ts, args) })
	}
}

func check(ts *testscript.TestScript, neg bool, try func() error) {
	s := of(ts)
	if !neg {
		ts.Check(try())
		ts.Check(s.accepted())
		return
	}
	before := s.digest()
	ts.Check(try())
	if len(s.last.errors()) == 0 {
		ts.Fatalf("this must be refused, and the answer is %s", s.last.body)
	}
	if after := s.digest(); after != before {
		ts.Fatalf("the refused operation changed the database:\n%s", changedLines(before, after))
	}
}

func behind(ts *testscript.TestScript, neg bool, args []string) {
	_, err := of(ts).owner.Exec(ts.Value(scenarioKey{}).(*scenario).tb.Context(), args[0])
	if (err != nil) != neg {
		ts.Fatalf("%v", err)
	}
}
