package main

import (
	"context"
	"fmt"
	"os"
	"time"

	"github.com/Khan/genqlient/graphql"

	"lanyard/clients/genqlient/gen"
)

func bookAnAppointment(ctx context.Context, client graphql.Client) error {
	booked, err := gen.BookAppointment(ctx, client, os.Getenv("ACCOUNT"), gen.AppointmentInput{
		Client: os.Getenv("CLIENT"), Start: time.Date(2031, 5, 6, 14, 0, 0, 0, time.UTC), Minutes: 50,
	})
	if err != nil {
		return err
	}
	fmt.Println(some(booked.AddAppointment.Appointment.Start), len(booked.AddAppointment.Overlapping), "at the same time")
	return nil
}
