package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"time"

	"github.com/Khan/genqlient/graphql"
	"github.com/vektah/gqlparser/v2/gqlerror"

	"lanyard/clients/genqlient/gen"
)

func whenItIsRefused(ctx context.Context, client graphql.Client) error {
	_, err := gen.MoveAppointment(ctx, client, os.Getenv("ACCOUNT"), os.Getenv("APPOINTMENT"), 1, gen.AppointmentInput{
		Client: os.Getenv("CLIENT"), Start: time.Date(2031, 5, 5, 16, 0, 0, 0, time.UTC), Minutes: 50,
	})
	var refused gqlerror.List
	if !errors.As(err, &refused) {
		return err
	}
	switch refusal := refused[0]; refusal.Extensions["code"] {
	case "CONFLICT":
		fmt.Println("CONFLICT: read it again", refusal.Message)
	case "RATE_LIMITED":
		seconds, _ := refusal.Extensions["retryAfter"].(float64)
		time.Sleep(time.Duration(seconds) * time.Second)
	case "FORBIDDEN":
		fmt.Println(refusal.Extensions["section"], "is", refusal.Extensions["held"])
	}
	return nil
}
