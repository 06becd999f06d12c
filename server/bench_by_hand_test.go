package main

import (
	"context"
	"encoding/json"
	"net/http"
	"testing"
	"time"

	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgxpool"

	"lanyard/internal/access"
	"lanyard/internal/activity"
	"lanyard/internal/database"
	"lanyard/internal/globalid"
	"lanyard/internal/signin"
)

// duty is something that Lanyard does for each request and a bare handler does not.
type duty int

const (
	signIn duty = 1 << iota
	wall
	event
)

// byHand is the yardstick: net/http, a pool, one query, encoding/json. Without duties its pool
// goes round the walls.
type byHand struct {
	p      *practice
	pool   *pgxpool.Pool
	duties duty
}

func (h byHand) with(duties duty) http.Handler {
	h.duties = duties
	return h
}

// ownerPool has as many connections as the server's pool in tests.
func (p *practice) ownerPool(tb testing.TB) *pgxpool.Pool {
	tb.Helper()
	config, err := pgxpool.ParseConfig(p.OwnerURL)
	if err != nil {
		tb.Fatal(err)
	}
	config.MaxConns = 16
	pool, err := pgxpool.NewWithConfig(context.Background(), config)
	if err != nil {
		tb.Fatal(err)
	}
	tb.Cleanup(pool.Close)
	return pool
}

const listByHand = `SELECT id, number, first_name, last_name, birth_date::text, sex, city, state, mobile_phone, email, status
	FROM clients WHERE account_id = $1 ORDER BY last_name, first_name, id LIMIT 50`

type clientRow struct {
	ID          string  `json:"id"`
	Number      int     `json:"number"`
	FirstName   string  `json:"firstName"`
	LastName    string  `json:"lastName"`
	BirthDate   *string `json:"birthDate"`
	Sex         string  `json:"sex"`
	City        *string `json:"city"`
	State       *string `json:"state"`
	MobilePhone *string `json:"mobilePhone"`
	Email       *string `json:"email"`
	Status      string  `json:"status"`
}

// ServeHTTP implements http.Handler.
func (h byHand) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	ctx, cancel := context.WithTimeout(r.Context(), deadline)
	defer cancel()
	ctx, status := h.enter(ctx, r)
	if status != http.StatusOK {
		w.WriteHeader(status)
		return
	}
	list, ids, err := h.read(ctx)
	if err == nil && h.duties&event != 0 {
		err = h.p.Log.Store(ctx, activity.Event{
			Account: h.p.account(), Code: "client.listed", Action: activity.Read, Section: access.Clients.String(),
			EntityType: "Client", Entities: ids, Clients: ids, RowCount: len(ids),
		})
	}
	if err != nil {
		w.WriteHeader(http.StatusInternalServerError)
		return
	}
	w.Header().Set("Content-Type", "application/json")
	type object map[string]any
	_ = json.NewEncoder(w).Encode(object{"data": object{"account": object{"clients": object{"nodes": list}}}})
}

func (h byHand) enter(ctx context.Context, r *http.Request) (context.Context, int) {
	ctx = activity.WithRequest(ctx, activity.Request{ID: uuid.NewString(), IP: address(r)})
	if h.duties&signIn == 0 {
		return ctx, http.StatusOK
	}
	cookie, err := r.Cookie(cookieName(false))
	if err != nil {
		return ctx, http.StatusUnauthorized
	}
	v, err := signin.Load(ctx, h.p.DB, cookie.Value)
	if err != nil || v == nil {
		return ctx, http.StatusUnauthorized
	}
	if !access.Decide(v, h.p.account(), access.Clients, access.View, time.Now().UnixMicro()) {
		return ctx, http.StatusForbidden
	}
	return database.In(access.WithViewer(ctx, v), h.p.account()), http.StatusOK
}

func (h byHand) query(ctx context.Context) (pgx.Rows, error) {
	if h.duties&wall != 0 {
		return h.p.DB.Query(ctx, listByHand, h.p.account())
	}
	return h.pool.Query(ctx, listByHand, h.p.account())
}

func (h byHand) read(ctx context.Context) ([]clientRow, []uuid.UUID, error) {
	rows, err := h.query(ctx)
	if err != nil {
		return nil, nil, err
	}
	list, ids := make([]clientRow, 0, 50), make([]uuid.UUID, 0, 50)
	var id uuid.UUID
	var c clientRow
	_, err = pgx.ForEachRow(rows, []any{&id, &c.Number, &c.FirstName, &c.LastName, &c.BirthDate, &c.Sex, &c.City, &c.State, &c.MobilePhone, &c.Email, &c.Status}, func() error {
		c.ID = globalid.New("Client", h.p.account(), id).String()
		list, ids = append(list, c), append(ids, id)
		return nil
	})
	return list, ids, err
}
