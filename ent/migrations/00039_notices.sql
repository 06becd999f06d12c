-- +goose Up
-- What whoever runs an account is told about the access of others: in the app, and by mail.
CREATE TABLE "notices" (
  "id" uuid NOT NULL,
  "kind" character varying NOT NULL,
  "username" character varying NOT NULL,
  "by_name" character varying NOT NULL,
  "created_at" timestamptz NOT NULL,
  "read_at" timestamptz NULL,
  "read_by" character varying NULL,
  "mailed_at" timestamptz NULL,
  "attempts" bigint NOT NULL DEFAULT 0,
  "next_attempt_at" timestamptz NOT NULL,
  "mail_fault" character varying NULL,
  "account_id" uuid NOT NULL,
  PRIMARY KEY ("id"),
  CONSTRAINT "notices_accounts_account" FOREIGN KEY ("account_id") REFERENCES "accounts" ("id") ON DELETE NO ACTION,
  CONSTRAINT "notices_read" CHECK ((read_at IS NULL) = (read_by IS NULL))
);
CREATE INDEX "notice_account_id_created_at" ON "notices" ("account_id", "created_at");
CREATE INDEX "notice_next_attempt_at" ON "notices" ("next_attempt_at") WHERE mailed_at IS NULL;
