-- +goose Up
-- Whose access has run out is told once for each end that it was given; what had run out before is not told any more.
ALTER TABLE links ADD COLUMN run_out_at timestamptz;
UPDATE links SET run_out_at = valid_until WHERE valid_until <= now();
CREATE INDEX "link_valid_until" ON "links" ("valid_until") WHERE ended_at IS NULL;
-- The name by which an account has let an app in: it is told of the app by that one, whatever the app is called since.
ALTER TABLE app_admissions ADD COLUMN known_as text;
UPDATE app_admissions m SET known_as = a.name FROM apps a WHERE a.id = m.app_id;
ALTER TABLE app_admissions ALTER COLUMN known_as SET NOT NULL;
