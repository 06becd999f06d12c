package database

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/jackc/pgx/v5"
)

// Listener hears what is announced on a channel of the database.
type Listener interface {
	// Connected tells that from now on all is heard: what was said before is lost.
	Connected()
	Heard(payload string)
	// Lost tells that nothing is heard for a while.
	Lost(err error)
}

const (
	// listening is how the connection calls itself.
	listening = "lanyard live"
	// silence is how long nothing is heard before the connection has to prove that it lives.
	silence = 20 * time.Second
	// longestPause is the most between two attempts to connect.
	longestPause = 5 * time.Second
)

// Listen hears a channel, on a connection of its own, until ctx ends. A connection that breaks
// is made anew.
func (db *DB) Listen(ctx context.Context, channel string, to Listener) {
	pause := 100 * time.Millisecond
	for {
		began := time.Now()
		err := db.listen(ctx, channel, to)
		if ctx.Err() != nil {
			return
		}
		to.Lost(err)
		if time.Since(began) > longestPause {
			pause = 100 * time.Millisecond
		}
		select {
		case <-ctx.Done():
			return
		case <-time.After(pause):
		}
		pause = min(2*pause, longestPause)
	}
}

func (db *DB) listen(ctx context.Context, channel string, to Listener) error {
	config := db.pool.Config().ConnConfig
	config.RuntimeParams["application_name"] = listening
	conn, err := pgx.ConnectConfig(ctx, config)
	if err != nil {
		return fmt.Errorf("connect to listen: %w", err)
	}
	defer closeConn(ctx, conn)
	if _, err := conn.Exec(ctx, `LISTEN `+pgx.Identifier{channel}.Sanitize()); err != nil {
		return fmt.Errorf("listen: %w", err)
	}
	to.Connected()
	for {
		payload, err := hear(ctx, conn)
		if err != nil {
			return fmt.Errorf("listen: %w", err)
		}
		if payload != "" {
			to.Heard(payload)
		}
	}
}

// hear waits for what is said next; empty: nothing was for a while, and the connection lives.
func hear(ctx context.Context, conn *pgx.Conn) (string, error) {
	waiting, cancel := context.WithTimeout(ctx, silence)
	defer cancel()
	heard, err := conn.WaitForNotification(waiting)
	switch {
	case err == nil:
		return heard.Payload, nil
	case !errors.Is(waiting.Err(), context.DeadlineExceeded) || conn.IsClosed():
		return "", err
	}
	living, end := context.WithTimeout(ctx, longestPause)
	defer end()
	return "", conn.Ping(living)
}

func closeConn(ctx context.Context, conn *pgx.Conn) {
	ctx, cancel := context.WithTimeout(context.WithoutCancel(ctx), time.Second)
	defer cancel()
	_ = conn.Close(ctx) // it is of no use any more
}
