// Command generate writes everything that stands in a folder named gen: ent's code, the
// row-level security of each section's tables, and the GraphQL server's code.
// Run it from the root of the project.
package main

import (
	"fmt"
	"os"
)

func main() {
	if err := run(); err != nil {
		fmt.Fprintln(os.Stderr, "generate:", err)
		os.Exit(1)
	}
}

func run() error {
	for _, step := range []struct {
		name string
		do   func() error
	}{
		{"ent", generateEnt},
		{"walls", generateWalls},
		{"graphql", generateGraphQL},
	} {
		if err := step.do(); err != nil {
			return fmt.Errorf("%s: %w", step.name, err)
		}
	}
	return nil
}
