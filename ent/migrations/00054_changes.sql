-- +goose Up
-- What changed in each account, in the order of its chain: of a sealed event that is a change, what the live
-- notices say too, and nothing of who did it or of what it is now. The sealer alone adds to it.
CREATE TABLE changes (
  account_id uuid NOT NULL,
  seq bigint NOT NULL,
  occurred_at timestamptz NOT NULL,
  code text NOT NULL,
  action text NOT NULL,
  section text NOT NULL,
  entity_type text NOT NULL,
  entity_ids uuid[] NOT NULL,
  client_ids uuid[] NOT NULL,
  PRIMARY KEY (account_id, seq)
);
