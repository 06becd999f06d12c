-- +goose Up
-- A copy names who made it, also once that username is gone; the latest are listed.
ALTER TABLE copy_jobs ADD COLUMN copied_by character varying NULL;
UPDATE copy_jobs SET copied_by = usernames.name FROM usernames WHERE usernames.id = username_id;
ALTER TABLE copy_jobs ALTER COLUMN copied_by SET NOT NULL;
CREATE INDEX "copyjob_account_id_created_at" ON "copy_jobs" ("account_id", "created_at");
