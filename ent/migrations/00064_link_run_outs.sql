-- +goose Up
-- Whose access has run out is told once for each end that it was given; what had run out before is not told any more.
ALTER TABLE links ADD COLUMN run_out_at timestamptz;
UPDATE links SET run_out_at = valid_until WHERE valid_until <= now();
CREATE INDEX "link_valid_until" ON "links" ("valid_until") WHERE ended_at IS NULL;
