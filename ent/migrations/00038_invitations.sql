-- +goose Up
-- A link by consent on its way: somebody who runs an account offers it, or somebody asks for it. The
-- account is the one that it was made in.
CREATE TABLE "invitations" (
  "id" uuid NOT NULL,
  "kind" character varying NOT NULL,
  "code_hash" bytea NOT NULL,
  "maker_id" uuid NOT NULL,
  "maker_name" character varying NOT NULL,
  "levels" jsonb NOT NULL,
  "link_from" timestamptz NULL,
  "link_until" timestamptz NULL,
  "purpose" character varying NOT NULL,
  "created_at" timestamptz NOT NULL,
  "expires_at" timestamptz NOT NULL,
  "state" character varying NOT NULL DEFAULT 'OPEN',
  "answered_at" timestamptz NULL,
  "answered_by" character varying NULL,
  "account_id" uuid NOT NULL,
  PRIMARY KEY ("id"),
  CONSTRAINT "invitations_accounts_account" FOREIGN KEY ("account_id") REFERENCES "accounts" ("id") ON DELETE NO ACTION,
  CONSTRAINT "invitations_answered" CHECK ((state = 'OPEN') = (answered_at IS NULL))
);
CREATE UNIQUE INDEX "invitations_code_hash_key" ON "invitations" ("code_hash");
CREATE INDEX "invitation_account_id_created_at" ON "invitations" ("account_id", "created_at");
CREATE INDEX "invitation_state_expires_at" ON "invitations" ("state", "expires_at");
