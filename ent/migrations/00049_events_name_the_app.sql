-- +goose Up
-- By which API token something was done; all zeros: by a person.
ALTER TABLE events ADD COLUMN token_id uuid NOT NULL DEFAULT '00000000-0000-0000-0000-000000000000',
  ADD COLUMN token_name text NOT NULL DEFAULT '';
CREATE INDEX events_by_token ON events (account_id, token_id, occurred_at, id) WHERE token_id <> '00000000-0000-0000-0000-000000000000';
