package limits

import (
	"github.com/vektah/gqlparser/v2/validator/core"
	"github.com/vektah/gqlparser/v2/validator/rules"
)

// validationRules returns the rules for one query: the standard ones, without suggestions (they
// tell a stranger the schema), with a cap on the errors they may report together, and with a
// merge rule that takes linear time.
func validationRules(limits Limits) *rules.Rules {
	standard := rules.NewDefaultRules()
	for name, quiet := range map[string]core.Rule{
		rules.FieldsOnCorrectTypeRule.Name:          rules.FieldsOnCorrectTypeRuleWithoutSuggestions,
		rules.ScalarLeafsRule.Name:                  rules.ScalarLeafsRuleWithoutSuggestions,
		rules.KnownArgumentNamesRule.Name:           rules.KnownArgumentNamesRuleWithoutSuggestions,
		rules.KnownTypeNamesRule.Name:               rules.KnownTypeNamesRuleWithoutSuggestions,
		rules.ValuesOfCorrectTypeRule.Name:          rules.ValuesOfCorrectTypeRuleWithoutSuggestions,
		rules.OverlappingFieldsCanBeMergedRule.Name: mergeRule(10 * limits.Fields),
	} {
		standard.RemoveRule(name)
		standard.AddRule(quiet.Name, quiet.RuleFunc)
	}
	left := limits.ValidationErrors
	for name, rule := range standard.GetInner() {
		standard.ReplaceRule(name, capped(rule, &left))
	}
	return standard
}

// capped is rule with its errors dropped once none are left. The counter is shared by all rules
// of one validation, which runs on one goroutine.
func capped(rule core.RuleFunc, left *int) core.RuleFunc {
	return func(observers *core.Events, addError core.AddErrFunc) {
		rule(observers, func(options ...core.ErrorOption) {
			if *left == 0 {
				return
			}
			*left--
			addError(options...)
		})
	}
}
