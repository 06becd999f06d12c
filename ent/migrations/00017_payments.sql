-- +goose Up
-- The day of a session is the day its charge is of: balances age from it. So a change of the day
-- posts the charge anew too. What is void is owed no more, so what was adjusted of it is taken back.
-- +goose StatementBegin
CREATE OR REPLACE FUNCTION keep_ledger() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  who text := coalesce((SELECT name FROM usernames WHERE id = NULLIF(current_setting('lanyard.username', true), '')::uuid), '');
  today date := (now() AT TIME ZONE (SELECT time_zone FROM accounts WHERE id = NEW.account_id))::date;
  moved boolean := TG_OP = 'UPDATE' AND OLD.service_date <> NEW.service_date;
  part record;
BEGIN
  FOR part IN
    SELECT 'CHARGE' AS kind, CASE WHEN TG_OP = 'UPDATE' THEN OLD.charge ELSE 0 END AS before,
      CASE NEW.status WHEN 'VOID' THEN 0 ELSE NEW.charge END AS after, 1 AS sign
    UNION ALL
    SELECT 'PAYMENT', CASE WHEN TG_OP = 'UPDATE' THEN OLD.paid_at_session ELSE 0 END,
      CASE NEW.status WHEN 'VOID' THEN 0 ELSE NEW.paid_at_session END, -1
    UNION ALL
    SELECT unnest('{WRITE_OFF,ADJUSTMENT}'::text[]), 1, 0, 0 WHERE NEW.status = 'VOID'
  LOOP
    CONTINUE WHEN part.before = part.after AND NOT moved;
    INSERT INTO ledger_entries (id, account_id, client_id, session_id, kind, amount, entry_date, reverses_id, posted_by, created_at)
      SELECT uuidv7(), account_id, client_id, session_id, 'REVERSAL', -amount, today, id, who, now()
      FROM ledger_entries e WHERE session_id = NEW.id AND kind = part.kind AND payment_id IS NULL
        AND NOT EXISTS (SELECT FROM ledger_entries r WHERE r.reverses_id = e.id);
    IF part.after > 0 THEN
      INSERT INTO ledger_entries (id, account_id, client_id, session_id, kind, amount, entry_date, posted_by, created_at)
        VALUES (uuidv7(), NEW.account_id, NEW.client_id, NEW.id, part.kind, part.sign * part.after, NEW.service_date, who, now());
    END IF;
  END LOOP;
  IF (SELECT sum(amount) FROM ledger_entries WHERE session_id = NEW.id) < 0 THEN
    RAISE EXCEPTION 'more is paid for the session than it costs' USING ERRCODE = 'LY002';
  END IF;
  RETURN NULL;
END $$;
-- +goose StatementEnd
DROP TRIGGER keep_ledger ON client_sessions;
CREATE TRIGGER keep_ledger AFTER INSERT OR UPDATE OF charge, paid_at_session, status, service_date ON client_sessions
  FOR EACH ROW EXECUTE FUNCTION keep_ledger();

-- Whoever writes the ledger, at the end of the transaction no session is paid more than it costs and
-- no payment gives more than it has. The lock makes those wait for each other who could together do
-- what neither does alone: two allocations, or one and a session that is made cheaper.
-- +goose StatementBegin
CREATE FUNCTION hold_ledger() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM FROM client_sessions WHERE id = NEW.session_id FOR NO KEY UPDATE;
  IF (SELECT sum(amount) FROM ledger_entries WHERE session_id = NEW.session_id) < 0 THEN
    RAISE EXCEPTION 'more is paid for the session than it costs' USING ERRCODE = 'LY002';
  END IF;
  PERFORM FROM payments WHERE id = NEW.payment_id FOR NO KEY UPDATE;
  IF (SELECT sum(amount) FROM ledger_entries WHERE payment_id = NEW.payment_id AND session_id IS NULL) > 0 THEN
    RAISE EXCEPTION 'more is given of the payment than it has' USING ERRCODE = 'LY005';
  END IF;
  RETURN NULL;
END $$;
-- +goose StatementEnd
CREATE CONSTRAINT TRIGGER hold_ledger AFTER INSERT ON ledger_entries DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW WHEN (NEW.kind <> 'CHARGE') EXECUTE FUNCTION hold_ledger();

-- A payment is only ever added to, but for its method, which follows the code of its type.
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OF id, client_id, payer, payer_name, check_number, amount, received_on, remark, posted_by, created_at
  ON payments FOR EACH ROW EXECUTE FUNCTION refuse_rewrite();
