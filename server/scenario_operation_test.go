package main

import (
	_ "embed"
	"encoding/json"
	"fmt"
	"strings"

	"github.com/rogpeppe/go-internal/testscript"
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
			levels = append(levels, map[string]any{"section": key, "level": value})
			key, value = "levels", levels
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
