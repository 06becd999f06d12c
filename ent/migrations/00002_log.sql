-- +goose Up
-- The activity log: partitioned by month, only ever added to. Its columns are those of
-- ent/schema/event.go and internal/activity/event.go.
CREATE TABLE events (
  id uuid NOT NULL,
  account_id uuid NOT NULL,
  occurred_at timestamptz NOT NULL,
  code text NOT NULL,
  action text NOT NULL,
  outcome text NOT NULL,
  reason text NOT NULL,
  actor_id uuid NOT NULL,
  actor_name text NOT NULL,
  actor_home_id uuid NOT NULL,
  role text NOT NULL,
  sign_in_id uuid NOT NULL,
  request_id text NOT NULL,
  ip text NOT NULL,
  user_agent text NOT NULL,
  section text NOT NULL,
  level_held text NOT NULL,
  level_needed text NOT NULL,
  entity_type text NOT NULL,
  entity_ids uuid[] NOT NULL,
  client_ids uuid[] NOT NULL,
  row_count bigint NOT NULL,
  changes jsonb NOT NULL,
  authorization_id uuid NOT NULL,
  counterpart_id uuid NOT NULL,
  PRIMARY KEY (occurred_at, id)
) PARTITION BY RANGE (occurred_at);
-- Holds what no month was prepared for, such as events under a wrong clock.
CREATE TABLE events_other PARTITION OF events DEFAULT;

CREATE INDEX events_newest ON events (account_id, occurred_at, id, section, action, outcome, code, actor_id);
CREATE INDEX events_by_actor ON events (account_id, actor_id, occurred_at, id);
CREATE INDEX events_of_client ON events USING gin (client_ids);
-- Under row-level security an index is used only for functions that cannot tell of rows they
-- were not let see. Comparing arrays of ids cannot; PostgreSQL does not know. Where the owner
-- may not say so, looking for one client's events reads more of the log.
-- +goose StatementBegin
DO $$ BEGIN
  ALTER FUNCTION arraycontains(anyarray, anyarray) LEAKPROOF;
EXCEPTION WHEN insufficient_privilege THEN NULL;
END $$;
-- +goose StatementEnd

-- Events that have no place in their account's chain yet; the sealer empties it.
CREATE TABLE unsealed (
  id uuid PRIMARY KEY,
  occurred_at timestamptz NOT NULL
);

-- The one row tells which key seals the log, by a fingerprint that does not give it away.
CREATE TABLE log_key (
  fingerprint text NOT NULL,
  one boolean PRIMARY KEY DEFAULT true CHECK (one)
);

CREATE TABLE seals (
  id uuid NOT NULL UNIQUE,
  account_id uuid NOT NULL,
  seq bigint NOT NULL,
  prev_hash bytea NOT NULL,
  hash bytea NOT NULL,
  sealed_at timestamptz NOT NULL,
  PRIMARY KEY (account_id, seq),
  UNIQUE (account_id, prev_hash)
);

-- +goose StatementBegin
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% of % is refused: the activity log is only ever added to', TG_OP, TG_TABLE_NAME;
END $$;
-- +goose StatementEnd
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON events FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only_whole BEFORE TRUNCATE ON events FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only_whole BEFORE TRUNCATE ON events_other FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON seals FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only_whole BEFORE TRUNCATE ON seals FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- +goose StatementBegin
CREATE FUNCTION queue_for_sealing() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  INSERT INTO unsealed (id, occurred_at) SELECT id, occurred_at FROM added;
  RETURN NULL;
END $$;
-- +goose StatementEnd
CREATE TRIGGER queue_for_sealing AFTER INSERT ON events REFERENCING NEW TABLE AS added
  FOR EACH STATEMENT EXECUTE FUNCTION queue_for_sealing();
