package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"strings"
	"text/template"

	"entgo.io/ent/entc"
	"entgo.io/ent/entc/gen"

	"lanyard/ent/wall"
)

const wallsPath = "ent/gen/walls.sql"

// The policy reads the level itself, once a statement, from links and privileges. It is
// inlined: behind a function the same list is a third slower. Of what was given and what an emergency opens
// any row in force grants.
var wallsTemplate = template.Must(template.New("walls").Parse(`-- Code generated from the section annotations in ent/schema, DO NOT EDIT.
{{- define "held" }}(SELECT l.account_id FROM links l JOIN privileges p ON p.link_id = l.id
    WHERE l.username_id = NULLIF(current_setting('lanyard.username', true), '')::uuid
      AND l.account_id = NULLIF(current_setting('lanyard.account', true), '')::uuid
      AND l.ended_at IS NULL
      AND (l.valid_from IS NULL OR l.valid_from <= now()) AND (l.valid_until IS NULL OR l.valid_until > now())
      AND NOT factor_due(l.account_id)
      AND p.section {{ .Section }} AND p.level >= {{ .Level }}
      AND through_token(p, {{ .Level }}) AND in_view(p, {{ .Level }})
      AND (p.valid_from IS NULL OR p.valid_from <= now()) AND (p.valid_until IS NULL OR p.valid_until > now()) LIMIT 1)
{{- end }}
{{ range . }}
-- {{ .Table }}: {{ .Section }}{{ range .ReadBy }}, read by {{ . }}{{ end }}
ALTER TABLE {{ .Table }} ENABLE ROW LEVEL SECURITY;
ALTER TABLE {{ .Table }} FORCE ROW LEVEL SECURITY;
CREATE POLICY see ON {{ .Table }} FOR SELECT USING (account_id = {{ template "held" .Seen }});
{{- if not .Log }}
GRANT SELECT, INSERT{{ if not .AppendOnly }}, UPDATE{{ end }} ON {{ .Table }} TO lanyard_app;
CREATE POLICY add ON {{ .Table }} FOR INSERT WITH CHECK (account_id = {{ template "held" .Written }});
{{- end }}
{{- if not (or .Log .AppendOnly) }}
CREATE POLICY change ON {{ .Table }} FOR UPDATE USING (account_id = {{ template "held" .Written }});
{{- end }}
{{ end }}`))

type walledTable struct {
	Table string
	wall.Rule
}

// held is the argument of the template of that name.
type held struct {
	Section string
	Level   int
}

// Seen is what reading the table's rows needs.
func (t walledTable) Seen() held {
	if len(t.ReadBy) == 0 {
		return held{Section: "= '" + t.Section + "'", Level: 1}
	}
	return held{Section: "IN ('" + strings.Join(append([]string{t.Section}, t.ReadBy...), "', '") + "')", Level: 1}
}

// Written is what adding and changing rows needs.
func (t walledTable) Written() held { return held{Section: "= '" + t.Section + "'", Level: 2} }

func generateWalls() error {
	graph, err := entc.LoadGraph(schemaPath, entConfig())
	if err != nil {
		return err
	}
	tables, err := walledTables(graph)
	if err != nil {
		return err
	}
	var out bytes.Buffer
	if err := wallsTemplate.Execute(&out, tables); err != nil {
		return err
	}
	return os.WriteFile(wallsPath, out.Bytes(), 0o644) //nolint:gosec // a source file, to be read by all
}

func walledTables(graph *gen.Graph) ([]walledTable, error) {
	var tables []walledTable
	for _, node := range graph.Nodes {
		rule, err := wallOf(node)
		if err != nil {
			return nil, err
		}
		if rule.Section != "" {
			tables = append(tables, walledTable{node.Table(), rule})
		}
	}
	return tables, nil
}

// wallOf refuses a table without a wall: a forgotten annotation must stop the build.
func wallOf(node *gen.Type) (wall.Rule, error) {
	var rule wall.Rule
	raw, err := json.Marshal(node.Annotations[wall.Name])
	if err != nil {
		return rule, err
	}
	if err := json.Unmarshal(raw, &rule); err != nil {
		return rule, err
	}
	if (rule.Section == "") == (rule.ByHand == "") {
		return rule, fmt.Errorf("%s: say wall.Section, wall.Log or wall.ByHand in its annotations", node.Name)
	}
	return rule, nil
}
