package main

import (
	"context"
	"fmt"
	"os"

	"github.com/Khan/genqlient/graphql"

	"lanyard/clients/genqlient/gen"
)

func invoices(ctx context.Context, client graphql.Client) error {
	read, err := gen.Invoices(ctx, client, os.Getenv("ACCOUNT"))
	if err != nil {
		return err
	}
	fmt.Println("totalCount", read.Account.Invoices.TotalCount)
	for _, i := range read.Account.Invoices.Nodes {
		fmt.Println(some(i.Number), some(i.Kind), some(i.Status), some(i.Total))
	}
	return nil
}
