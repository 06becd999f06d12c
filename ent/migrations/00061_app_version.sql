-- +goose Up
-- Of two changes of an app that are based on the same version, the second is refused.
ALTER TABLE apps ADD COLUMN version integer NOT NULL DEFAULT 1;
