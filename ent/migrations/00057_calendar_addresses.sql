-- +goose Up
-- What a token is for: an app that asks, or a calendar program that fetches one calendar at an address, with the
-- names of clients or without them.
ALTER TABLE api_tokens ADD COLUMN kind text NOT NULL DEFAULT 'API',
  ADD CONSTRAINT api_tokens_kind CHECK (kind IN ('API', 'CALENDAR', 'CALENDAR_WITH_NAMES'));
