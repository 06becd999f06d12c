package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"net/http"
	"regexp"
	"strings"
)

// answer is an answer of the API.
type answer struct {
	status  int
	header  http.Header
	body    []byte
	content map[string]any
}

func readAnswer(response *http.Response, body []byte) (answer, error) {
	a := answer{status: response.StatusCode, header: response.Header, body: body}
	decoder := json.NewDecoder(bytes.NewReader(body))
	decoder.UseNumber()
	if err := decoder.Decode(&a.content); err != nil {
		return a, fmt.Errorf("the answer %q is no JSON: %w", body, err)
	}
	return a, nil
}

func (a answer) errors() []any {
	errors, _ := a.content["errors"].([]any)
	return errors
}

// values are what the answer holds at a path, as texts: of lists all their entries, of a null
// on the way one null. A path goes on from "data" unless it begins with "errors", and takes of
// a list the entries that match with [field=value].
func (a answer) values(path string) ([]string, error) {
	steps := stepsOf(path)
	if steps[0] != "errors" {
		steps = append([]string{"data"}, steps...)
	}
	return walk(a.content, steps)
}

var step = regexp.MustCompile(`([^.\[]+)(\[[^\]]*\])?`)

func stepsOf(path string) []string { return step.FindAllString(path, -1) }

func walk(value any, steps []string) ([]string, error) {
	switch v := value.(type) {
	case []any:
		return walkList(v, steps)
	case map[string]any:
		if len(steps) > 0 {
			return walkField(v, steps)
		}
	case nil:
		return []string{"null"}, nil
	}
	if len(steps) > 0 {
		return nil, fmt.Errorf("there is nothing below %v, and so no %s", value, steps[0])
	}
	if text, ok := value.(string); ok {
		return []string{text}, nil
	}
	text, err := json.Marshal(value)
	return []string{string(text)}, err
}

func walkList(list []any, steps []string) ([]string, error) {
	all := []string{}
	for _, entry := range list {
		found, err := walk(entry, steps)
		if err != nil {
			return nil, err
		}
		all = append(all, found...)
	}
	return all, nil
}

func walkField(object map[string]any, steps []string) ([]string, error) {
	name, condition, filtered := strings.Cut(strings.TrimSuffix(steps[0], "]"), "[")
	value, ok := object[name]
	if !ok {
		return nil, fmt.Errorf("there is no %s", name)
	}
	if filtered {
		value = matching(value, condition)
	}
	return walk(value, steps[1:])
}

// matching are the entries of a list whose field has the value.
func matching(value any, condition string) []any {
	field, wanted, _ := strings.Cut(condition, "=")
	list, _ := value.([]any)
	found := []any{}
	for _, entry := range list {
		object, _ := entry.(map[string]any)
		if fmt.Sprint(object[field]) == wanted {
			found = append(found, entry)
		}
	}
	return found
}
