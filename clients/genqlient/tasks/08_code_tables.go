package main

import (
	"context"
	"fmt"
	"os"

	"github.com/Khan/genqlient/graphql"

	"lanyard/clients/genqlient/gen"
)

func codeTables(ctx context.Context, client graphql.Client) error {
	read, err := gen.DiagnosisCodes(ctx, client, os.Getenv("ACCOUNT"))
	if err != nil {
		return err
	}
	for _, c := range read.Account.DiagnosisCodes.Nodes {
		fmt.Println(some(c.Code), some(c.Description))
	}
	return nil
}
