-- +goose Up
-- The operations that an app has registered, each by the SHA-256 of its text, in hexadecimal. An app that has
-- some asks by these alone.
CREATE TABLE app_documents (
  app_id uuid NOT NULL REFERENCES apps (id),
  id text NOT NULL,
  text text NOT NULL,
  PRIMARY KEY (app_id, id)
);
