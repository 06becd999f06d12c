// Package money writes amounts of cents as people read them.
package money

import "fmt"

// Plain is an amount as a spreadsheet sees a number: 1350.50, and -0.05 below zero.
func Plain(cents int64) string {
	sign := ""
	if cents < 0 {
		sign, cents = "-", -cents
	}
	return fmt.Sprintf("%s%d.%02d", sign, cents/100, cents%100)
}

// Dollars is an amount in a sentence or on paper: $1350.50, and -$0.05 below zero.
func Dollars(cents int64) string {
	if cents < 0 {
		return "-" + Dollars(-cents)
	}
	return "$" + Plain(cents)
}
