package main

import (
	"context"
	"fmt"
	"os"
	"time"

	"github.com/Khan/genqlient/graphql"

	"lanyard/clients/genqlient/gen"
)

func appointmentsOfADay(ctx context.Context, client graphql.Client) error {
	from := time.Date(2031, 5, 5, 4, 0, 0, 0, time.UTC)
	day, err := gen.AppointmentsOfADay(ctx, client, os.Getenv("ACCOUNT"), from, from.AddDate(0, 0, 1))
	if err != nil {
		return err
	}
	for _, a := range day.Account.Appointments {
		fmt.Println(some(a.Start), some(a.Minutes), some(a.Status), a.Client.DisplayName)
	}
	return nil
}
