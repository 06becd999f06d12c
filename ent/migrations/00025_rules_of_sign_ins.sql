-- +goose Up
-- What an account asks of the sign-ins of everybody who may enter it.
ALTER TABLE "accounts" ADD COLUMN "idle_minutes" bigint NOT NULL DEFAULT 15,
  ADD COLUMN "password_reminder_months" bigint NULL,
  ADD CONSTRAINT "accounts_sign_in_rules" CHECK ("idle_minutes" BETWEEN 5 AND 30 AND "password_reminder_months" BETWEEN 1 AND 60);
-- Those that have not ended, the longest unused first: what has run out of time is looked for every few seconds.
CREATE INDEX "sign_ins_not_ended" ON "sign_ins" ("seen_at") WHERE "ended_at" IS NULL;
