-- +goose Up
-- Which windows show what now. It is forgotten within minutes, so it needs no crash safety.
CREATE UNLOGGED TABLE presences (
  username_id uuid NOT NULL REFERENCES usernames (id),
  "window" uuid NOT NULL,
  account_id uuid NOT NULL REFERENCES accounts (id),
  thing uuid NOT NULL,
  editing boolean NOT NULL,
  since timestamptz NOT NULL,
  seen_at timestamptz NOT NULL,
  PRIMARY KEY (username_id, "window")
);
CREATE INDEX presences_at ON presences (account_id, thing);
CREATE INDEX presences_seen_at ON presences (seen_at);
