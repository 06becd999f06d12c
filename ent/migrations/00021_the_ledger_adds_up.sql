-- +goose Up
-- Whoever writes the ledger past the sections: an entry has the sign and the row of its kind, it is
-- of the client of its session and of its payment, and what is taken back was there.
ALTER TABLE ledger_entries DROP CONSTRAINT ledger_payment_of_account;
DROP INDEX "payment_id_account_id";
CREATE UNIQUE INDEX "payment_id_client_id_account_id" ON "payments" ("id", "client_id", "account_id");
ALTER TABLE ledger_entries
  ADD CONSTRAINT ledger_payment_of_client FOREIGN KEY (payment_id, client_id, account_id) REFERENCES payments (id, client_id, account_id),
  ADD CONSTRAINT ledger_kinds CHECK ((reverses_id IS NOT NULL) = (kind = 'REVERSAL') AND CASE kind
    WHEN 'CHARGE' THEN session_id IS NOT NULL AND payment_id IS NULL AND amount > 0
    WHEN 'PAYMENT' THEN (session_id IS NULL) <> (payment_id IS NULL) AND amount < 0
    WHEN 'ALLOCATION' THEN payment_id IS NOT NULL AND (session_id IS NULL) = (amount > 0)
    WHEN 'WRITE_OFF' THEN session_id IS NOT NULL AND payment_id IS NULL AND amount < 0
    WHEN 'ADJUSTMENT' THEN session_id IS NOT NULL AND payment_id IS NULL
    WHEN 'REFUND' THEN session_id IS NULL AND payment_id IS NOT NULL AND amount > 0
    ELSE kind = 'REVERSAL' END);

-- What a session costs, and what was paid at it, its own trigger writes and takes back, past the
-- policies; the server's role never does.
-- +goose StatementBegin
CREATE FUNCTION check_reversal() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM ledger_entries e WHERE e.id = NEW.reverses_id AND e.kind <> 'REVERSAL'
      AND (e.account_id, e.client_id, -e.amount) = (NEW.account_id, NEW.client_id, NEW.amount)
      AND e.session_id IS NOT DISTINCT FROM NEW.session_id AND e.payment_id IS NOT DISTINCT FROM NEW.payment_id
      AND (e.payment_id IS NOT NULL OR e.kind NOT IN ('CHARGE', 'PAYMENT') OR NOT row_security_active('ledger_entries'))) THEN
    RAISE EXCEPTION 'there is no such entry to take back' USING ERRCODE = 'foreign_key_violation', CONSTRAINT = 'ledger_reverses';
  END IF;
  RETURN NEW;
END $$;
-- +goose StatementEnd
CREATE TRIGGER check_reversal BEFORE INSERT ON ledger_entries FOR EACH ROW WHEN (NEW.reverses_id IS NOT NULL) EXECUTE FUNCTION check_reversal();

-- And at the end of the transaction a payment came in once, as much as it says, and what its
-- sessions got is what was taken of its credit.
-- +goose StatementBegin
CREATE OR REPLACE FUNCTION hold_ledger() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM FROM client_sessions WHERE id = NEW.session_id FOR NO KEY UPDATE;
  IF (SELECT sum(amount) FROM ledger_entries WHERE session_id = NEW.session_id) < 0 THEN
    RAISE EXCEPTION 'more is paid for the session than it costs' USING ERRCODE = 'LY002';
  END IF;
  PERFORM FROM payments WHERE id = NEW.payment_id FOR NO KEY UPDATE;
  IF (SELECT sum(amount) FROM ledger_entries WHERE payment_id = NEW.payment_id AND session_id IS NULL) > 0 THEN
    RAISE EXCEPTION 'more is given of the payment than it has' USING ERRCODE = 'LY005';
  END IF;
  IF EXISTS (SELECT FROM payments p JOIN ledger_entries e ON e.payment_id = p.id LEFT JOIN ledger_entries t ON t.id = e.reverses_id
      WHERE p.id = NEW.payment_id GROUP BY p.id
      HAVING sum(e.amount) FILTER (WHERE e.kind = 'PAYMENT') <> -p.amount
        OR sum(e.amount) FILTER (WHERE coalesce(t.kind, e.kind) = 'ALLOCATION') <> 0) THEN
    RAISE EXCEPTION 'the entries of a payment do not add up' USING ERRCODE = 'check_violation', CONSTRAINT = 'ledger_payment_adds_up';
  END IF;
  RETURN NULL;
END $$;
-- +goose StatementEnd
