package main

import (
	"context"
	"fmt"
	"os"

	"github.com/Khan/genqlient/graphql"

	"lanyard/clients/genqlient/gen"
)

func ledgerOfAClient(ctx context.Context, client graphql.Client) error {
	read, err := gen.LedgerOfClient(ctx, client, os.Getenv("ACCOUNT"), os.Getenv("CLIENT"))
	if err != nil {
		return err
	}
	fmt.Println("due", some(read.Account.Ledger.Due), "credit", some(read.Account.Ledger.Credit))
	return nil
}
