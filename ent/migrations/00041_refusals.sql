-- +goose Up
-- Attempts that were refused without being looked at, and that no event has told of yet: of whose username,
-- who is signed in and tried (both all zeros: nobody that is known), for which account, from which network.
CREATE TABLE untold_refusals (
  username_id uuid NOT NULL,
  actor_id uuid NOT NULL,
  counterpart_id uuid NOT NULL,
  network text NOT NULL,
  code text NOT NULL,
  attempts int NOT NULL,
  since timestamptz NOT NULL,
  PRIMARY KEY (username_id, actor_id, counterpart_id, network, code)
);
CREATE INDEX "untold_refusals_since" ON untold_refusals (since);
