-- +goose Up
-- As which username somebody looked when they did something; all zeros: as themself.
ALTER TABLE events ADD COLUMN seen_as_id uuid NOT NULL DEFAULT '00000000-0000-0000-0000-000000000000',
  ADD COLUMN seen_as_name text NOT NULL DEFAULT '';
