-- +goose Up
-- An address that is told of changes in an account. It is a place in the account's changes: what comes after it
-- is still to be told, so the row is the outbox and the job in one.
CREATE TABLE webhooks (
  id uuid PRIMARY KEY,
  account_id uuid NOT NULL REFERENCES accounts (id),
  -- Who answers for it: no more is told than that username may view.
  username_id uuid NOT NULL REFERENCES usernames (id),
  username text NOT NULL,
  url text NOT NULL,
  kinds text[] NOT NULL,
  sealed_secret bytea NOT NULL,
  -- The secret before, which is signed with too until then.
  sealed_old bytea,
  old_until timestamptz,
  created_at timestamptz NOT NULL DEFAULT now(),
  deleted_at timestamptz,
  paused boolean NOT NULL DEFAULT false,
  version bigint NOT NULL DEFAULT 1,
  seq bigint NOT NULL,
  attempts bigint NOT NULL DEFAULT 0,
  next_attempt_at timestamptz NOT NULL DEFAULT now(),
  failing_since timestamptz,
  fault text,
  -- Whether the log tells that it fails, and whether a message was set aside since something got through.
  failing_told boolean NOT NULL DEFAULT false,
  broken boolean NOT NULL DEFAULT false,
  CONSTRAINT webhooks_failing CHECK ((failing_since IS NULL) = (fault IS NULL))
);
CREATE INDEX webhooks_of_account ON webhooks (account_id, created_at);
CREATE INDEX webhooks_due ON webhooks (next_attempt_at) WHERE deleted_at IS NULL AND NOT paused;

-- What a webhook was told last, and the dead letters: what it was not told in a day.
CREATE TABLE webhook_deliveries (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  webhook_id uuid NOT NULL REFERENCES webhooks (id),
  account_id uuid NOT NULL REFERENCES accounts (id),
  seq bigint NOT NULL,
  code text NOT NULL,
  occurred_at timestamptz NOT NULL,
  at timestamptz NOT NULL DEFAULT now(),
  dead boolean NOT NULL,
  attempts bigint NOT NULL,
  status bigint NOT NULL,
  fault text NOT NULL,
  replayed_by text
);
CREATE INDEX webhook_deliveries_of_account ON webhook_deliveries (account_id, webhook_id, dead, at);
