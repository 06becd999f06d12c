package main

import (
	"context"
	"fmt"
	"os"

	"github.com/Khan/genqlient/graphql"

	"lanyard/clients/genqlient/gen"
)

func findAClient(ctx context.Context, client graphql.Client) error {
	found, err := gen.FindClient(ctx, client, os.Getenv("ACCOUNT"), "moss")
	if err != nil {
		return err
	}
	for _, c := range found.Account.Clients.Nodes {
		fmt.Println(some(c.Number), some(c.LastName), some(c.FirstName))
	}
	return nil
}
