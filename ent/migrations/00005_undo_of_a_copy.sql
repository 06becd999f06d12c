-- +goose Up
-- What each copy did to each entry, so that it can be undone.
ALTER TABLE copy_jobs ADD COLUMN undone_at timestamptz NULL;
CREATE TABLE "copied_entries" (
  "id" uuid NOT NULL,
  "file" character varying NOT NULL,
  "entry_id" uuid NOT NULL,
  "version" bigint NOT NULL,
  "before" jsonb NULL,
  "account_id" uuid NOT NULL,
  "job_id" uuid NOT NULL,
  PRIMARY KEY ("id"),
  CONSTRAINT "copied_entries_accounts_account" FOREIGN KEY ("account_id") REFERENCES "accounts" ("id") ON DELETE NO ACTION,
  CONSTRAINT "copied_entries_copy_jobs_job" FOREIGN KEY ("job_id") REFERENCES "copy_jobs" ("id") ON DELETE NO ACTION
);
CREATE INDEX "copiedentry_job_id" ON "copied_entries" ("job_id");
