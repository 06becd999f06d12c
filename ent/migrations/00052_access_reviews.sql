-- +goose Up
-- The periodic review of who may enter an account (45 CFR 164.308(a)(4)), and what was decided of each username.
CREATE TABLE "access_reviews" (
  "id" uuid NOT NULL,
  "started_at" timestamptz NOT NULL,
  "started_by" character varying NOT NULL,
  "finished_at" timestamptz NULL,
  "finisher_id" uuid NULL,
  "finished_by" character varying NULL,
  "note" character varying NULL,
  "kept" bigint NOT NULL DEFAULT 0,
  "changed" bigint NOT NULL DEFAULT 0,
  "removed" bigint NOT NULL DEFAULT 0,
  "left_open" bigint NOT NULL DEFAULT 0,
  "content" text NOT NULL DEFAULT '',
  "hash" bytea NULL,
  "account_id" uuid NOT NULL,
  PRIMARY KEY ("id"),
  CONSTRAINT "access_reviews_accounts_account" FOREIGN KEY ("account_id") REFERENCES "accounts" ("id") ON DELETE NO ACTION,
  CONSTRAINT access_reviews_of_account UNIQUE (id, account_id),
  CONSTRAINT access_reviews_finished CHECK ((finished_at IS NULL) = (finisher_id IS NULL) AND (finished_at IS NULL) = (finished_by IS NULL)
    AND (finished_at IS NULL) = (hash IS NULL))
);
CREATE UNIQUE INDEX "accessreview_account_id" ON "access_reviews" ("account_id") WHERE finished_at IS NULL;
CREATE INDEX "accessreview_account_id_finished_at" ON "access_reviews" ("account_id", "finished_at");
CREATE TABLE "access_decisions" (
  "id" uuid NOT NULL,
  "review_id" uuid NOT NULL,
  "link_id" uuid NOT NULL,
  "username_id" uuid NOT NULL,
  "version" bigint NOT NULL,
  "kind" character varying NOT NULL,
  "decider_id" uuid NOT NULL,
  "decided_by" character varying NOT NULL,
  "decided_at" timestamptz NOT NULL,
  "account_id" uuid NOT NULL,
  PRIMARY KEY ("id"),
  CONSTRAINT "access_decisions_accounts_account" FOREIGN KEY ("account_id") REFERENCES "accounts" ("id") ON DELETE NO ACTION,
  CONSTRAINT access_decisions_of_review FOREIGN KEY (review_id, account_id) REFERENCES access_reviews (id, account_id),
  CONSTRAINT access_decisions_of_link FOREIGN KEY (link_id, account_id, username_id) REFERENCES links (id, account_id, username_id),
  CONSTRAINT access_decisions_by_another CHECK (decider_id <> username_id)
);
CREATE UNIQUE INDEX "accessdecision_review_id_link_id_version" ON "access_decisions" ("review_id", "link_id", "version");
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON access_decisions FOR EACH ROW EXECUTE FUNCTION refuse_rewrite();

-- A review is finished once. What it was then is what it stays.
-- +goose StatementBegin
CREATE FUNCTION finish_access_review_once() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' OR OLD.finished_at IS NOT NULL OR NEW.finished_at IS NULL
      OR (NEW.id, NEW.account_id, NEW.started_at, NEW.started_by) IS DISTINCT FROM (OLD.id, OLD.account_id, OLD.started_at, OLD.started_by) THEN
    RAISE EXCEPTION '% of % is refused: an access review is only ever finished', TG_OP, TG_TABLE_NAME;
  END IF;
  RETURN NEW;
END $$;
-- +goose StatementEnd
CREATE TRIGGER finished_once BEFORE UPDATE OR DELETE ON access_reviews FOR EACH ROW EXECUTE FUNCTION finish_access_review_once();
CREATE TRIGGER append_only_whole BEFORE TRUNCATE ON access_reviews FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewrite();
CREATE TRIGGER append_only_whole BEFORE TRUNCATE ON access_decisions FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewrite();
