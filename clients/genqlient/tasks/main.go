// Command tasks does the tasks of docs/api.md by functions that genqlient has made of clients/tasks.
package main

import (
	"cmp"
	"context"
	"fmt"
	"net/http"
	"os"

	"github.com/Khan/genqlient/graphql"
)

type task func(ctx context.Context, client graphql.Client) error

func main() {
	client := graphql.NewClient(os.Getenv("LANYARD")+"/api", byToken(os.Getenv("TOKEN")))
	for i, do := range []task{whoAmI, pageThroughClients, findAClient, appointmentsOfADay, bookAnAppointment, ledgerOfAClient, invoices, codeTables, takeTheClientListOut, whenItIsRefused} {
		fmt.Printf("== %d\n", i+1)
		if err := do(context.Background(), client); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
	}
}

// byToken sends the token with each request.
type byToken string

// Do implements graphql.Doer.
func (t byToken) Do(r *http.Request) (*http.Response, error) {
	r.Header.Set("Authorization", "Bearer "+string(t))
	return http.DefaultClient.Do(r)
}

// some is what a pointer points to, or nothing: what a token may not see is null.
func some[T any](p *T) T {
	var none T
	return *cmp.Or(p, &none)
}
