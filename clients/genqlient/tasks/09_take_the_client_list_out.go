package main

import (
	"context"
	"fmt"
	"io"
	"net/http"
	"os"

	"github.com/Khan/genqlient/graphql"
)

func takeTheClientListOut(ctx context.Context, _ graphql.Client) error {
	url := os.Getenv("LANYARD") + "/api/export/" + os.Getenv("ACCOUNT") + "/clients.csv"
	request, err := http.NewRequestWithContext(ctx, http.MethodPost, url, nil)
	if err != nil {
		return err
	}
	response, err := byToken(os.Getenv("TOKEN")).Do(request)
	if err != nil {
		return err
	}
	defer response.Body.Close()
	if response.StatusCode != http.StatusOK {
		return fmt.Errorf("refused: %s", response.Status)
	}
	_, err = io.Copy(os.Stdout, response.Body)
	return err
}
