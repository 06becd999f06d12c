package main

import (
	"slices"

	"github.com/99designs/gqlgen/api"
	"github.com/99designs/gqlgen/codegen/config"
	"github.com/vektah/gqlparser/v2/ast"

	"lanyard/graph/rule"
)

func generateGraphQL() error {
	cfg, err := config.LoadConfig("gqlgen.yml")
	if err != nil {
		return err
	}
	return api.Generate(cfg, api.AddPlugin(ruleCopier{}))
}

// ruleCopier copies the rule of a type onto each of its fields that has none of its own. A
// directive on a type alone is passed by through any interface and union.
type ruleCopier struct{}

// Name implements plugin.Plugin.
func (ruleCopier) Name() string { return "rules" }

// MutateConfig implements plugin.ConfigMutator.
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
