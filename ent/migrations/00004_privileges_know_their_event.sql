-- +goose Up
-- Each privilege names the event of the log that set it, and how it came about. Of those that
-- are there the event is not known; they were set by hand if that was after their link was made.
ALTER TABLE privileges ADD COLUMN event_id uuid NULL, ADD COLUMN route character varying NULL;
UPDATE privileges p SET route = CASE WHEN p.granted_at > l.created_at + interval '1 second' THEN 'SET' ELSE l.origin END
  FROM links l WHERE l.id = p.link_id;
ALTER TABLE privileges ALTER COLUMN route SET NOT NULL;
-- It takes the event too from now on: see ent/walls_by_hand.sql.
DROP FUNCTION IF EXISTS found_account(uuid, text, text, text, text, uuid, text, text, uuid, text[], uuid[]);
