package webhooks

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"strconv"
	"time"

	"code.dny.dev/ssrf"
	"github.com/google/uuid"
	standardwebhooks "github.com/standard-webhooks/standard-webhooks/libraries/go"

	"lanyard/internal/globalid"
)

// message is what is told, in the form of Standard Webhooks.
type message struct {
	id string
	at time.Time
	// body is the same at each attempt, to the byte.
	body []byte
}

// told is the body of a message.
type told struct {
	Type      string    `json:"type"`
	Timestamp time.Time `json:"timestamp"`
	Data      toldData  `json:"data"`
}

// toldData holds ids and no data.
type toldData struct {
	Account    string   `json:"account"`
	Section    string   `json:"section,omitempty"`
	EntityType string   `json:"entityType,omitempty"`
	EntityIDs  []string `json:"entityIds,omitempty"`
	ClientIDs  []string `json:"clientIds,omitempty"`
}

// Change is what changed, as the feed has it.
type Change struct {
	Seq        int64
	OccurredAt time.Time
	Code       string
	Section    string
	EntityType string
	Entities   []uuid.UUID
	Clients    []uuid.UUID
}

// message is the one message of a change to a webhook: whoever gets it twice knows it by its id.
func (c Change) message(webhook, account uuid.UUID) (message, error) {
	body, err := json.Marshal(told{c.Code, c.OccurredAt.UTC(), toldData{
		globalid.OfAccount(account).String(), c.Section, c.EntityType, texts(globalid.All(c.EntityType, account, c.Entities)), texts(globalid.All("Client", account, c.Clients)),
	}})
	return message{fmt.Sprintf("evt_%x_%d", webhook[:], c.Seq), time.Now(), body}, err
}

func texts(ids []globalid.ID) []string {
	all := make([]string, len(ids))
	for i, id := range ids {
		all[i] = id.String()
	}
	return all
}

// answer is what came of an attempt. An empty fault: it was taken.
type answer struct {
	Status int
	Fault  string
}

// post sends a message signed with each of the secrets.
func (c *Client) post(ctx context.Context, to string, m message, secrets []string) answer {
	r, err := http.NewRequestWithContext(ctx, http.MethodPost, to, bytes.NewReader(m.body))
	if err != nil {
		return answer{Fault: "The address cannot be used."}
	}
	signatures := ""
	for _, secret := range secrets {
		signer, err := standardwebhooks.NewWebhook(secret)
		if err != nil {
			return answer{Fault: "The secret cannot be used."}
		}
		signature, err := signer.Sign(m.id, m.at, m.body)
		if err != nil {
			return answer{Fault: "The secret cannot be used."}
		}
		signatures += " " + signature
	}
	r.Header.Set("Content-Type", "application/json")
	r.Header.Set("User-Agent", "Lanyard-Webhooks")
	r.Header.Set(standardwebhooks.HeaderWebhookID, m.id)
	r.Header.Set(standardwebhooks.HeaderWebhookTimestamp, strconv.FormatInt(m.at.Unix(), 10))
	r.Header.Set(standardwebhooks.HeaderWebhookSignature, signatures[1:])
	response, err := c.http.Do(r)
	if err != nil {
		return answer{Fault: faultOf(err)}
	}
	defer func() { _ = response.Body.Close() }()
	_, _ = io.CopyN(io.Discard, response.Body, 4<<10) // so that the connection can be used again
	switch {
	case response.StatusCode >= 200 && response.StatusCode < 300:
		return answer{Status: response.StatusCode}
	case response.StatusCode >= 300 && response.StatusCode < 400:
		return answer{response.StatusCode, "It sends on to another address, which is not followed."}
	default:
		return answer{response.StatusCode, "It answered " + strconv.Itoa(response.StatusCode) + "."}
	}
}

// faultOf says what went wrong, and nothing of the network within: what errors say may hold addresses.
func faultOf(err error) string {
	var timeout interface{ Timeout() bool }
	switch {
	case errors.Is(err, ssrf.ErrProhibitedIP), errors.Is(err, ssrf.ErrProhibitedPort), errors.Is(err, ssrf.ErrProhibitedNetwork):
		return "It leads to a private network or this very machine: nothing is sent there."
	case errors.As(err, &timeout) && timeout.Timeout():
		return "It did not answer within ten seconds."
	default:
		return "No connection could be made."
	}
}
