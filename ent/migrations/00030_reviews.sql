-- +goose Up
-- That somebody looked through the activity log of some days, and what it held then.
CREATE TABLE "reviews" (
  "id" uuid NOT NULL,
  "first_day" date NOT NULL,
  "last_day" date NOT NULL,
  "time_zone" character varying NOT NULL,
  "reviewer_id" uuid NOT NULL,
  "reviewer" character varying NOT NULL,
  "note" character varying NULL,
  "events" bigint NOT NULL,
  "refused" bigint NOT NULL,
  "failed" bigint NOT NULL,
  "sealed_seq" bigint NULL,
  "sealed_hash" bytea NULL,
  "created_at" timestamptz NOT NULL,
  "account_id" uuid NOT NULL,
  PRIMARY KEY ("id"),
  CONSTRAINT "reviews_accounts_account" FOREIGN KEY ("account_id") REFERENCES "accounts" ("id") ON DELETE NO ACTION
);
CREATE INDEX "review_account_id_last_day_id" ON "reviews" ("account_id", "last_day", "id");

ALTER TABLE reviews
  ADD CONSTRAINT reviews_first_before_last CHECK (first_day <= last_day),
  ADD CONSTRAINT reviews_whole_seal CHECK ((sealed_seq IS NULL) = (sealed_hash IS NULL));
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON reviews FOR EACH ROW EXECUTE FUNCTION refuse_rewrite();
