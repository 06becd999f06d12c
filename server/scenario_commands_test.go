package main

import (
	_ "embed"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"reflect"
	"slices"
	"strconv"
	"strings"

	"github.com/google/uuid"
	"github.com/rogpeppe/go-internal/testscript"

	"lanyard/internal/globalid"
)

//go:embed testdata/script/operations.graphql
var operationsFile string

// operation is the text of an operation of operations.graphql, or of a file of the script.
func operation(ts *testscript.TestScript, name string) (string, error) {
	if strings.HasSuffix(name, ".graphql") {
		return ts.ReadFile(name), nil
	}
	for text := range strings.SplitSeq(operationsFile, "\n\n") {
		words := strings.FieldsFunc(text, func(r rune) bool { return strings.ContainsRune(" ({\n", r) })
		if len(words) > 1 && words[1] == name {
			return text, nil
		}
	}
	return "", fmt.Errorf("there is no operation %s", name)
}

// arguments reads the variables of an operation: KEY=TEXT or KEY:=JSON. A key that the
// operation does not declare is a field of its input, and SECTION=LEVEL is one of its levels.
func arguments(query string, args []string) (map[string]any, error) {
	variables, input := map[string]any{}, map[string]any{}
	for _, arg := range args {
		key, text, ok := strings.Cut(arg, "=")
		if !ok {
			return nil, fmt.Errorf("%q is not KEY=VALUE", arg)
		}
		var value any = text
		if raw, isJSON := strings.CutSuffix(key, ":"); isJSON {
			key = raw
			if err := json.Unmarshal([]byte(text), &value); err != nil {
				return nil, fmt.Errorf("%s: %w", key, err)
			}
		}
		into := input
		if strings.Contains(query, "$"+key+":") || key == strings.ToUpper(key) && strings.Contains(query, "$levels:") {
			into = variables
		}
		if key == strings.ToUpper(key) {
			levels, _ := into["levels"].([]any)
			key, value = "levels", append(levels, map[string]any{"section": key, "level": value})
		}
		into[key] = value
	}
	if strings.Contains(query, "$input:") {
		variables["input"] = input
	} else if len(input) > 0 {
		return nil, fmt.Errorf("the operation has no input for %v", input)
	}
	return variables, nil
}

func (s *scenario) try(ts *testscript.TestScript, args []string) error {
	query, err := operation(ts, args[0])
	if err != nil {
		return err
	}
	variables, err := arguments(query, args[1:])
	if err != nil {
		return err
	}
	return s.post(query, variables)
}

func (s *scenario) do(ts *testscript.TestScript, args []string) error {
	if err := s.try(ts, args); err != nil {
		return err
	}
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
	call := []string{"addUsername", "account=" + ts.Getenv(provider), "username=" + name, "password=" + password}
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

func (s *scenario) verify(*testscript.TestScript, []string) error { return s.intact() }
