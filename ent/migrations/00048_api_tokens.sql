-- +goose Up
-- What a partner app asks with, in the name of one username: of the token itself only its SHA-256 is kept.
CREATE TABLE api_tokens (
  id uuid PRIMARY KEY,
  username_id uuid NOT NULL REFERENCES usernames (id),
  name text NOT NULL,
  purpose text NOT NULL,
  token_hash bytea NOT NULL UNIQUE,
  created_at timestamptz NOT NULL DEFAULT now(),
  expires_at timestamptz NOT NULL,
  revoked_at timestamptz,
  revoked_by text,
  -- Accounts whose own people have shut the token out of them.
  shut_accounts uuid[] NOT NULL DEFAULT '{}',
  used_at timestamptz,
  used_from text NOT NULL DEFAULT '',
  uses bigint NOT NULL DEFAULT 0,
  CONSTRAINT api_tokens_a_year CHECK (expires_at <= created_at + interval '366 days'),
  CONSTRAINT api_tokens_revoked CHECK ((revoked_at IS NULL) = (revoked_by IS NULL))
);
CREATE INDEX api_tokens_of_username ON api_tokens (username_id, created_at);

-- What a token may do at most, and where. Account Access and psychotherapy notes are no token's, and the
-- log is no token's to sign off (access.MostByToken).
CREATE TABLE api_token_levels (
  token_id uuid NOT NULL REFERENCES api_tokens (id),
  account_id uuid NOT NULL REFERENCES accounts (id),
  section text NOT NULL,
  level smallint NOT NULL,
  PRIMARY KEY (token_id, account_id, section),
  CONSTRAINT api_token_levels_most CHECK (level BETWEEN 1 AND 2 AND section NOT IN ('ACCOUNT_ACCESS', 'PSYCHOTHERAPY_NOTES')
    AND (level = 1 OR section <> 'ACTIVITY_LOG'))
);
CREATE INDEX api_token_levels_of_account ON api_token_levels (account_id, token_id);

ALTER TABLE "accounts" ADD COLUMN "tokens_forbidden" boolean NOT NULL DEFAULT false;
