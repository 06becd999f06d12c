package main

import (
	"encoding/json"
	"fmt"
	"net/http"
	"net/url"
	"reflect"
	"slices"
	"strconv"
	"strings"

	"github.com/rogpeppe/go-internal/testscript"
)

func (s *scenario) try(ts *testscript.TestScript, args []string) error {
	query, variables, err := asked(ts, args)
	if err != nil {
		return err
	}
	return s.post(query, variables)
}

// tryRaw sends a query as a text, past the documents of the app.
func (s *scenario) tryRaw(ts *testscript.TestScript, args []string) error {
	query, variables, err := asked(ts, args)
	if err != nil {
		return err
	}
	return s.raw("/graphql", query, variables)
}

// tryPlayground sends a query as a text to the playground of an account.
func (s *scenario) tryPlayground(ts *testscript.TestScript, args []string) error {
	query, variables, err := asked(ts, args[1:])
	if err != nil {
		return err
	}
	return s.raw("/playground/"+url.PathEscape(args[0]), query, variables)
}

func asked(ts *testscript.TestScript, args []string) (string, map[string]any, error) {
	query, err := operation(ts, args[0])
	if err != nil {
		return "", nil, err
	}
	variables, err := arguments(query, args[1:])
	return query, variables, err
}

func (s *scenario) do(ts *testscript.TestScript, args []string) error {
	if err := s.try(ts, args); err != nil {
		return err
	}
	return s.accepted()
}

func (s *scenario) accepted() error {
	if len(s.last.errors()) > 0 {
		return fmt.Errorf("refused: %s", s.last.body)
	}
	return nil
}

func (s *scenario) as(_ *testscript.TestScript, args []string) error {
	s.use(args[0])
	return nil
}

func (s *scenario) refused(_ *testscript.TestScript, args []string) error {
	code, err := s.last.values("errors.extensions.code")
	if err != nil {
		return err
	}
	sentence, err := s.last.values("errors.message")
	if err != nil {
		return err
	}
	if !slices.Equal(code, args[:1]) || !slices.Equal(sentence, args[1:]) {
		return fmt.Errorf("refused with %v %q", code, sentence)
	}
	return nil
}

func (s *scenario) want(_ *testscript.TestScript, args []string) error {
	got, err := s.last.values(args[0])
	if err == nil && !slices.Equal(got, args[1:]) {
		err = fmt.Errorf("%s is %q", args[0], got)
	}
	return err
}

func (s *scenario) has(_ *testscript.TestScript, args []string) error {
	got, err := s.last.values(args[0])
	for _, text := range args[1:] {
		if err == nil && !strings.Contains(strings.Join(got, "\n"), text) {
			err = fmt.Errorf("%s is %q, without %q", args[0], got, text)
		}
	}
	return err
}

func (s *scenario) count(_ *testscript.TestScript, args []string) error {
	got, err := s.last.values(args[0])
	if err == nil && strconv.Itoa(len(got)) != args[1] {
		err = fmt.Errorf("%s has %d values: %q", args[0], len(got), got)
	}
	return err
}

func (s *scenario) save(ts *testscript.TestScript, args []string) error {
	got, err := s.last.values(args[1])
	if err != nil {
		return err
	}
	if len(got) != 1 || got[0] == "null" {
		return fmt.Errorf("%s is %q", args[1], got)
	}
	ts.Setenv(args[0], got[0])
	return nil
}

// first saves the first of many values.
func (s *scenario) first(ts *testscript.TestScript, args []string) error {
	got, err := s.last.values(args[1])
	if err == nil && len(got) == 0 {
		err = fmt.Errorf("%s is empty", args[1])
	}
	if err == nil {
		ts.Setenv(args[0], got[0])
	}
	return err
}

func (s *scenario) same(*testscript.TestScript, []string) error {
	one, two := s.before, s.last
	if one.status != two.status || string(one.body) != string(two.body) {
		return fmt.Errorf("%d %s is not %d %s", one.status, one.body, two.status, two.body)
	}
	if a, b := steady(one.header), steady(two.header); !reflect.DeepEqual(a, b) {
		return fmt.Errorf("%v is not %v", a, b)
	}
	return nil
}

// steady leaves out what differs between any two answers.
func steady(h http.Header) http.Header {
	h = h.Clone()
	h.Del("Date")
	h.Del("X-Request-Id")
	return h
}

func (s *scenario) status(_ *testscript.TestScript, args []string) error {
	if strconv.Itoa(s.last.status) != args[0] {
		return fmt.Errorf("the status is %d", s.last.status)
	}
	return nil
}

func (s *scenario) remember(_ *testscript.TestScript, args []string) error {
	s.remembered[args[0]] = string(s.last.body)
	return nil
}

func (s *scenario) unchanged(_ *testscript.TestScript, args []string) error {
	was, ok := s.remembered[args[0]]
	if !ok || string(s.last.body) != was {
		return fmt.Errorf("%s is not %s", s.last.body, was)
	}
	return nil
}

// log compares the activity log of an account with a file, as far as each line of it goes.
func (s *scenario) log(ts *testscript.TestScript, args []string) error {
	s.use(args[0])
	if err := s.do(ts, []string{"activity", "account=" + args[1], "first:=200"}); err != nil {
		return err
	}
	nodes, err := s.last.values("account.activity.nodes")
	if err != nil {
		return err
	}
	slices.Reverse(nodes)
	var wanted []string
	for line := range strings.Lines(ts.ReadFile(args[2])) {
		if words := strings.Fields(line); len(words) > 0 {
			wanted = append(wanted, strings.Join(words, " "))
		}
	}
	got := make([]string, len(nodes))
	for i, node := range nodes {
		got[i] = logLine(node)
	}
	fits := func(line, want string) bool { return line == want || strings.HasPrefix(line, want+" ") }
	if !slices.EqualFunc(got, wanted, fits) {
		return fmt.Errorf("the log of %s is\n%s", args[0], strings.Join(got, "\n"))
	}
	return nil
}

func logLine(node string) string {
	var e struct{ Code, Username, Role, Outcome, Section string }
	_ = json.Unmarshal([]byte(node), &e) // it was JSON before
	words := []string{e.Code, e.Username, e.Role, e.Outcome, e.Section}
	for i, word := range words {
		if word == "" {
			words[i] = "-"
		}
	}
	return strings.Join(words, " ")
}

func (s *scenario) verify(*testscript.TestScript, []string) error { return s.intact() }
