-- +goose Up
-- What was done in an emergency says in which. All zeros: in none.
ALTER TABLE events ADD COLUMN emergency_id uuid NOT NULL DEFAULT '00000000-0000-0000-0000-000000000000';
CREATE INDEX events_of_emergency ON events (account_id, emergency_id, occurred_at, id) WHERE emergency_id <> '00000000-0000-0000-0000-000000000000';
