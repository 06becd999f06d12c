-- +goose Up
-- A username's authenticator app: its key, sealed with a key that is outside the database (null: there is none),
-- and the last step whose code was used. An offered key counts once a code of it was given.
CREATE TABLE authenticators (
  username_id uuid PRIMARY KEY REFERENCES usernames (id),
  sealed_key bytea NULL,
  since timestamptz NULL,
  last_step bigint NOT NULL DEFAULT 0,
  offered_key bytea NULL,
  offered_at timestamptz NULL,
  CHECK ((sealed_key IS NULL) = (since IS NULL) AND (offered_key IS NULL) = (offered_at IS NULL))
);
-- The SHA-256 of codes on paper, each good once.
CREATE TABLE recovery_codes (
  username_id uuid NOT NULL REFERENCES usernames (id),
  code_hash bytea NOT NULL,
  spent_at timestamptz NULL,
  PRIMARY KEY (username_id, code_hash)
);
-- A password was right and the second factor is waited for. It is no sign-in: nothing but a second factor
-- can be done with it.
CREATE TABLE half_sign_ins (
  token_hash bytea PRIMARY KEY,
  username_id uuid NOT NULL REFERENCES usernames (id),
  created_at timestamptz NOT NULL DEFAULT now(),
  expires_at timestamptz NOT NULL,
  ended_at timestamptz NULL
);
CREATE INDEX half_sign_ins_of_username ON half_sign_ins (username_id) WHERE ended_at IS NULL;
-- Whether a password is too short to stand without a second factor.
ALTER TABLE "credentials" ADD COLUMN "needs_factor" boolean NOT NULL DEFAULT false;
-- Whether everybody who enters the account needs a second factor.
ALTER TABLE "accounts" ADD COLUMN "second_factor_required" boolean NOT NULL DEFAULT false;
