-- +goose Up
-- An app of others that people let in with OAuth 2.0. It belongs to the account whose people have registered it;
-- of its secret only the SHA-256 is kept, and a public one has none.
CREATE TABLE apps (
  id uuid PRIMARY KEY,
  account_id uuid NOT NULL REFERENCES accounts (id),
  name text NOT NULL,
  purpose text NOT NULL,
  website text NOT NULL,
  redirect_uris text[] NOT NULL,
  secret_hash bytea,
  confidential boolean GENERATED ALWAYS AS (secret_hash IS NOT NULL) STORED,
  created_at timestamptz NOT NULL DEFAULT now(),
  deleted_at timestamptz,
  CONSTRAINT apps_redirect_uris CHECK (cardinality(redirect_uris) BETWEEN 1 AND 10)
);
CREATE INDEX apps_of_account ON apps (account_id);

-- The accounts that let an app in, each with the most that it may do there, by section: the account that has
-- registered it is one of them or not, like any other.
CREATE TABLE app_admissions (
  app_id uuid NOT NULL REFERENCES apps (id),
  account_id uuid NOT NULL REFERENCES accounts (id),
  levels jsonb NOT NULL,
  admitted_at timestamptz NOT NULL DEFAULT now(),
  admitted_by text NOT NULL,
  PRIMARY KEY (app_id, account_id)
);
CREATE INDEX app_admissions_of_account ON app_admissions (account_id);

-- What somebody has let an app do is a token, whose text changes all the time: it begins when the app comes for it.
ALTER TABLE api_tokens DROP CONSTRAINT api_tokens_kind, ALTER COLUMN token_hash DROP NOT NULL,
  ADD COLUMN app_id uuid REFERENCES apps (id), ADD COLUMN begun boolean NOT NULL DEFAULT true,
  ADD CONSTRAINT api_tokens_kind CHECK (kind IN ('API', 'CALENDAR', 'CALENDAR_WITH_NAMES', 'APP')),
  ADD CONSTRAINT api_tokens_of_app CHECK ((kind = 'APP') = (app_id IS NOT NULL) AND (kind = 'APP') = (token_hash IS NULL) AND (begun OR kind = 'APP'));
CREATE INDEX api_tokens_of_app ON api_tokens (app_id) WHERE app_id IS NOT NULL;

-- The codes, access tokens and refresh tokens of an app, each as its SHA-256. What was used stays until it would
-- have ended: whoever comes with it again is an impostor, or was robbed.
CREATE TABLE app_secrets (
  hash bytea PRIMARY KEY,
  token_id uuid NOT NULL REFERENCES api_tokens (id),
  kind text NOT NULL,
  expires_at timestamptz NOT NULL,
  used_at timestamptz,
  -- Of a code, what the app must come for it with.
  redirect_uri text,
  challenge text,
  CONSTRAINT app_secrets_kind CHECK (kind IN ('CODE', 'ACCESS', 'REFRESH')),
  CONSTRAINT app_secrets_of_code CHECK ((kind = 'CODE') = (redirect_uri IS NOT NULL) AND (kind = 'CODE') = (challenge IS NOT NULL))
);
CREATE INDEX app_secrets_of_token ON app_secrets (token_id);
