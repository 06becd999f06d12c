package main

import (
	"io"
	"log"
	"os"
	"path/filepath"
	"slices"

	"github.com/99designs/gqlgen/api"
	"github.com/99designs/gqlgen/codegen/config"
	"github.com/vektah/gqlparser/v2/ast"
	"mvdan.cc/gofumpt/format"

	"lanyard/graph/rule"
)

func generateGraphQL() error {
	log.SetOutput(io.Discard) // gqlgen tells of each field that a method answers: there are many
	cfg, err := config.LoadConfig("gqlgen.yml")
	if err != nil {
		return err
	}
	if err := api.Generate(cfg, api.AddPlugin(ruleCopier{})); err != nil {
		return err
	}
	return formatResolvers()
}

// formatResolvers puts what gqlgen rewrites of the files of people into the project's form.
func formatResolvers() error {
	files, err := filepath.Glob("graph/*.resolvers.go")
	for _, path := range files {
		source, err := os.ReadFile(path) //nolint:gosec // a source file of ours
		if err != nil {
			return err
		}
		formatted, err := format.Source(source, format.Options{LangVersion: "go1.26", ModulePath: "lanyard"})
		if err != nil {
			return err
		}
		if err := os.WriteFile(path, formatted, 0o644); err != nil { //nolint:gosec // a source file, to be read by all
			return err
		}
	}
	return err
}

// ruleCopier copies the rule of a type onto each of its fields that has none of its own. A
// directive on a type alone is passed by through any interface and union.
type ruleCopier struct{}

// Name implements plugin.Plugin.
func (ruleCopier) Name() string { return "rules" }

// MutateConfig implements plugin.ConfigMutator.
//
//nolint:unparam // the interface wants an error
func (ruleCopier) MutateConfig(cfg *config.Config) error {
	for _, def := range cfg.Schema.Types {
		if def.Kind != ast.Object || def.BuiltIn {
			continue
		}
		rules := rule.On(def.Directives)
		for _, field := range def.Fields {
			if len(rule.On(field.Directives)) == 0 {
				field.Directives = append(field.Directives, rules...)
			}
		}
		def.Directives = slices.DeleteFunc(def.Directives, rule.Is)
	}
	return nil
}
