package main

import (
	"context"
	"fmt"

	"github.com/Khan/genqlient/graphql"

	"lanyard/clients/genqlient/gen"
)

func whoAmI(ctx context.Context, client graphql.Client) error {
	me, err := gen.Me(ctx, client)
	if err != nil {
		return err
	}
	for _, account := range me.Viewer.Accounts {
		fmt.Println(account.Id, account.ProviderName)
	}
	return nil
}
