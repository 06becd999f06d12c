-- +goose Up
-- Passkeys of usernames: what their authenticators gave, with the signature counter. A removed one proves nothing.
CREATE TABLE passkeys (
  id uuid PRIMARY KEY,
  username_id uuid NOT NULL REFERENCES usernames (id),
  credential_id bytea NOT NULL UNIQUE,
  name text NOT NULL,
  credential jsonb NOT NULL,
  sign_count bigint NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  used_at timestamptz NULL,
  removed_at timestamptz NULL
);
CREATE INDEX passkeys_of_username ON passkeys (username_id) WHERE removed_at IS NULL;
-- What a passkey is asked to sign: once each, for five minutes, and by the sign-in that asked.
CREATE TABLE passkey_challenges (
  token_hash bytea PRIMARY KEY,
  purpose text NOT NULL,
  sign_in_id uuid NULL,
  data jsonb NOT NULL,
  expires_at timestamptz NOT NULL
);
