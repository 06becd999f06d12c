package main

import (
	"context"
	"fmt"
	"os"

	"github.com/Khan/genqlient/graphql"

	"lanyard/clients/genqlient/gen"
)

func pageThroughClients(ctx context.Context, client graphql.Client) error {
	var after *string
	for {
		page, err := gen.ClientsPage(ctx, client, os.Getenv("ACCOUNT"), after)
		if err != nil {
			return err
		}
		clients := page.Account.Clients
		for _, c := range clients.Nodes {
			fmt.Println(some(c.LastName), some(c.FirstName))
		}
		if !clients.PageInfo.HasNextPage {
			return nil
		}
		after = clients.PageInfo.EndCursor
	}
}
