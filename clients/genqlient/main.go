// Command genqlient speaks to a running server by functions that genqlient has made of
// operations.graphql.
package main

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"os"

	"github.com/Khan/genqlient/graphql"

	"lanyard/clients/genqlient/gen"
)

func main() {
	if err := run(context.Background()); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	fmt.Println("ok")
}

func run(ctx context.Context) error {
	client := graphql.NewClient(os.Getenv("LANYARD_ENDPOINT"), signedIn{os.Getenv("LANYARD_COOKIE")})
	me, err := gen.WhoAmI(ctx, client)
	if err != nil {
		return err
	}
	if me.Viewer == nil || len(me.Viewer.Accounts) != 1 {
		return fmt.Errorf("the viewer is %+v", me.Viewer)
	}
	born := "1990-02-28"
	added, err := gen.AddClient(ctx, client, me.Viewer.Accounts[0].Id, gen.ClientInput{
		FirstName: "Gen", LastName: "Qlient", BirthDate: &born, Sex: gen.SexUnknown, InvoiceOption: gen.InvoiceOptionClient,
	})
	if err != nil {
		return err
	}
	again, err := gen.Again(ctx, client, added.AddClient.Client.Id)
	if err != nil {
		return err
	}
	found, ok := (*again.Node).(*gen.AgainNodeClient)
	if !ok || *found.LastName != "Qlient" || *found.BirthDate != born || *found.Status != gen.ClientStatusActive {
		return fmt.Errorf("the client is %+v", again.Node)
	}
	if _, err := gen.Again(ctx, client, "nothing"); err == nil {
		return errors.New("an unknown id is no error")
	}
	return nil
}

// signedIn sends the cookie of a sign-in.
type signedIn struct{ cookie string }

// Do implements graphql.Doer.
func (s signedIn) Do(r *http.Request) (*http.Response, error) {
	r.Header.Set("Cookie", s.cookie)
	return http.DefaultClient.Do(r)
}
