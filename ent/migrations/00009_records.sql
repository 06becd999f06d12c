-- +goose Up
-- The records of the sections from Insurance to Payments. What names a client, a session, a payment
-- or an invoice names its account too, so that a row can never refer to another account's.

CREATE TABLE "insurance_policies" (
  "id" uuid NOT NULL,
  "rank" character varying NOT NULL,
  "payer" character varying NOT NULL,
  "payer_name" character varying NOT NULL,
  "member_id" character varying NOT NULL,
  "group_id" character varying NULL,
  "relationship" character varying NOT NULL DEFAULT 'SELF',
  "subscriber_name" character varying NULL,
  "subscriber_birth_date" date NULL,
  "assignment" boolean NOT NULL DEFAULT true,
  "active" boolean NOT NULL DEFAULT true,
  "version" bigint NOT NULL DEFAULT 1,
  "created_at" timestamptz NOT NULL,
  "account_id" uuid NOT NULL,
  "client_id" uuid NOT NULL,
  PRIMARY KEY ("id"),
  CONSTRAINT "insurance_policies_accounts_account" FOREIGN KEY ("account_id") REFERENCES "accounts" ("id") ON DELETE NO ACTION,
  CONSTRAINT "insurance_policies_client_names_client" FOREIGN KEY ("client_id") REFERENCES "client_names" ("id") ON DELETE NO ACTION
);
CREATE UNIQUE INDEX "insurancepolicy_id_account_id" ON "insurance_policies" ("id", "account_id");
CREATE INDEX "insurancepolicy_account_id_client_id" ON "insurance_policies" ("account_id", "client_id");

CREATE TABLE "authorizations" (
  "id" uuid NOT NULL,
  "number" character varying NOT NULL,
  "from_date" date NOT NULL,
  "until_date" date NOT NULL,
  "sessions_allowed" bigint NOT NULL,
  "sessions_used" bigint NOT NULL DEFAULT 0,
  "remark" character varying NULL,
  "active" boolean NOT NULL DEFAULT true,
  "version" bigint NOT NULL DEFAULT 1,
  "created_at" timestamptz NOT NULL,
  "account_id" uuid NOT NULL,
  "client_id" uuid NOT NULL,
  "policy_id" uuid NULL,
  PRIMARY KEY ("id"),
  CONSTRAINT "authorizations_accounts_account" FOREIGN KEY ("account_id") REFERENCES "accounts" ("id") ON DELETE NO ACTION,
  CONSTRAINT "authorizations_client_names_client" FOREIGN KEY ("client_id") REFERENCES "client_names" ("id") ON DELETE NO ACTION,
  CONSTRAINT "authorizations_insurance_policies_policy" FOREIGN KEY ("policy_id") REFERENCES "insurance_policies" ("id") ON DELETE SET NULL
);
CREATE UNIQUE INDEX "authorization_id_account_id" ON "authorizations" ("id", "account_id");
CREATE INDEX "authorization_account_id_client_id" ON "authorizations" ("account_id", "client_id");
CREATE INDEX "authorization_account_id_until_date" ON "authorizations" ("account_id", "until_date");

CREATE TABLE "client_sessions" (
  "id" uuid NOT NULL,
  "appointment_id" uuid NULL,
  "service_date" date NOT NULL,
  "billing_code" character varying NOT NULL,
  "diagnosis_codes" jsonb NOT NULL,
  "modifiers" jsonb NOT NULL,
  "place_of_service" character varying NOT NULL,
  "minutes" bigint NULL,
  "units" bigint NOT NULL DEFAULT 1,
  "charge" bigint NOT NULL,
  "bill_to" character varying NOT NULL,
  "paid_at_session" bigint NOT NULL DEFAULT 0,
  "status" character varying NOT NULL DEFAULT 'OPEN',
  "authorization_id" uuid NULL,
  "beyond_authorization" boolean NOT NULL DEFAULT false,
  "version" bigint NOT NULL DEFAULT 1,
  "created_at" timestamptz NOT NULL,
  "account_id" uuid NOT NULL,
  "client_id" uuid NOT NULL,
  PRIMARY KEY ("id"),
  CONSTRAINT "client_sessions_accounts_account" FOREIGN KEY ("account_id") REFERENCES "accounts" ("id") ON DELETE NO ACTION,
  CONSTRAINT "client_sessions_client_names_client" FOREIGN KEY ("client_id") REFERENCES "client_names" ("id") ON DELETE NO ACTION
);
CREATE UNIQUE INDEX "clientsession_id_client_id_account_id" ON "client_sessions" ("id", "client_id", "account_id");
CREATE INDEX "clientsession_account_id_service_date_id" ON "client_sessions" ("account_id", "service_date", "id");
CREATE INDEX "clientsession_account_id_client_id_service_date" ON "client_sessions" ("account_id", "client_id", "service_date");
CREATE INDEX "clientsession_account_id_status" ON "client_sessions" ("account_id", "status");
CREATE UNIQUE INDEX "clientsession_appointment_id" ON "client_sessions" ("appointment_id");

CREATE TABLE "session_notes" (
  "id" uuid NOT NULL,
  "session_id" uuid NULL,
  "note_type" character varying NOT NULL,
  "note_date" date NOT NULL,
  "body" character varying NOT NULL,
  "status" character varying NOT NULL DEFAULT 'DRAFT',
  "author_id" uuid NOT NULL,
  "author_name" character varying NOT NULL,
  "signed_by" uuid NULL,
  "signed_name" character varying NULL,
  "signed_at" timestamptz NULL,
  "seal" bytea NULL,
  "version" bigint NOT NULL DEFAULT 1,
  "created_at" timestamptz NOT NULL,
  "account_id" uuid NOT NULL,
  "client_id" uuid NOT NULL,
  PRIMARY KEY ("id"),
  CONSTRAINT "session_notes_accounts_account" FOREIGN KEY ("account_id") REFERENCES "accounts" ("id") ON DELETE NO ACTION,
  CONSTRAINT "session_notes_client_names_client" FOREIGN KEY ("client_id") REFERENCES "client_names" ("id") ON DELETE NO ACTION
);
CREATE UNIQUE INDEX "sessionnote_id_account_id" ON "session_notes" ("id", "account_id");
CREATE INDEX "sessionnote_account_id_client_id_note_date" ON "session_notes" ("account_id", "client_id", "note_date");
CREATE INDEX "sessionnote_account_id_note_date_id" ON "session_notes" ("account_id", "note_date", "id");
CREATE INDEX "sessionnote_account_id_status" ON "session_notes" ("account_id", "status");
CREATE INDEX "sessionnote_session_id" ON "session_notes" ("session_id");

CREATE TABLE "note_addenda" (
  "id" uuid NOT NULL,
  "body" character varying NOT NULL,
  "author_id" uuid NOT NULL,
  "author_name" character varying NOT NULL,
  "seal" bytea NOT NULL,
  "created_at" timestamptz NOT NULL,
  "account_id" uuid NOT NULL,
  "note_id" uuid NOT NULL,
  PRIMARY KEY ("id"),
  CONSTRAINT "note_addenda_accounts_account" FOREIGN KEY ("account_id") REFERENCES "accounts" ("id") ON DELETE NO ACTION,
  CONSTRAINT "note_addenda_session_notes_note" FOREIGN KEY ("note_id") REFERENCES "session_notes" ("id") ON DELETE NO ACTION
);
CREATE INDEX "noteaddendum_note_id" ON "note_addenda" ("note_id");

CREATE TABLE "psychotherapy_notes" (
  "id" uuid NOT NULL,
  "note_date" date NOT NULL,
  "body" character varying NOT NULL,
  "author_id" uuid NOT NULL,
  "author_name" character varying NOT NULL,
  "shared" boolean NOT NULL DEFAULT false,
  "version" bigint NOT NULL DEFAULT 1,
  "created_at" timestamptz NOT NULL,
  "account_id" uuid NOT NULL,
  "client_id" uuid NOT NULL,
  PRIMARY KEY ("id"),
  CONSTRAINT "psychotherapy_notes_accounts_account" FOREIGN KEY ("account_id") REFERENCES "accounts" ("id") ON DELETE NO ACTION,
  CONSTRAINT "psychotherapy_notes_client_names_client" FOREIGN KEY ("client_id") REFERENCES "client_names" ("id") ON DELETE NO ACTION
);
CREATE INDEX "psychotherapynote_account_id_client_id_note_date" ON "psychotherapy_notes" ("account_id", "client_id", "note_date");
CREATE INDEX "psychotherapynote_account_id_author_id_note_date" ON "psychotherapy_notes" ("account_id", "author_id", "note_date");

CREATE TABLE "payments" (
  "id" uuid NOT NULL,
  "payer" character varying NOT NULL,
  "payer_name" character varying NULL,
  "method" character varying NOT NULL,
  "check_number" character varying NULL,
  "amount" bigint NOT NULL,
  "received_on" date NOT NULL,
  "remark" character varying NULL,
  "posted_by" character varying NOT NULL,
  "created_at" timestamptz NOT NULL,
  "account_id" uuid NOT NULL,
  "client_id" uuid NOT NULL,
  PRIMARY KEY ("id"),
  CONSTRAINT "payments_accounts_account" FOREIGN KEY ("account_id") REFERENCES "accounts" ("id") ON DELETE NO ACTION,
  CONSTRAINT "payments_client_names_client" FOREIGN KEY ("client_id") REFERENCES "client_names" ("id") ON DELETE NO ACTION
);
CREATE UNIQUE INDEX "payment_id_account_id" ON "payments" ("id", "account_id");
CREATE INDEX "payment_account_id_received_on_id" ON "payments" ("account_id", "received_on", "id");
CREATE INDEX "payment_account_id_client_id" ON "payments" ("account_id", "client_id");

CREATE TABLE "ledger_entries" (
  "id" uuid NOT NULL,
  "session_id" uuid NULL,
  "payment_id" uuid NULL,
  "kind" character varying NOT NULL,
  "amount" bigint NOT NULL,
  "entry_date" date NOT NULL,
  "reason" character varying NULL,
  "reverses_id" uuid NULL,
  "posted_by" character varying NOT NULL,
  "created_at" timestamptz NOT NULL,
  "account_id" uuid NOT NULL,
  "client_id" uuid NOT NULL,
  PRIMARY KEY ("id"),
  CONSTRAINT "ledger_entries_accounts_account" FOREIGN KEY ("account_id") REFERENCES "accounts" ("id") ON DELETE NO ACTION,
  CONSTRAINT "ledger_entries_client_names_client" FOREIGN KEY ("client_id") REFERENCES "client_names" ("id") ON DELETE NO ACTION
);
CREATE INDEX "ledgerentry_account_id_client_id_session_id" ON "ledger_entries" ("account_id", "client_id", "session_id");
CREATE INDEX "ledgerentry_account_id_entry_date_id" ON "ledger_entries" ("account_id", "entry_date", "id");
CREATE INDEX "ledgerentry_session_id" ON "ledger_entries" ("session_id");
CREATE INDEX "ledgerentry_payment_id" ON "ledger_entries" ("payment_id");
CREATE UNIQUE INDEX "ledgerentry_reverses_id" ON "ledger_entries" ("reverses_id");

CREATE TABLE "invoices" (
  "id" uuid NOT NULL,
  "number" bigint NOT NULL,
  "batch_id" uuid NOT NULL,
  "kind" character varying NOT NULL,
  "invoice_date" date NOT NULL,
  "payer_name" character varying NULL,
  "message" character varying NULL,
  "total" bigint NOT NULL,
  "paid" bigint NOT NULL,
  "content" jsonb NOT NULL,
  "status" character varying NOT NULL DEFAULT 'GENERATED',
  "status_reason" character varying NULL,
  "held" boolean NOT NULL DEFAULT false,
  "generated_by" character varying NOT NULL,
  "version" bigint NOT NULL DEFAULT 1,
  "created_at" timestamptz NOT NULL,
  "account_id" uuid NOT NULL,
  "client_id" uuid NOT NULL,
  PRIMARY KEY ("id"),
  CONSTRAINT "invoices_accounts_account" FOREIGN KEY ("account_id") REFERENCES "accounts" ("id") ON DELETE NO ACTION,
  CONSTRAINT "invoices_client_names_client" FOREIGN KEY ("client_id") REFERENCES "client_names" ("id") ON DELETE NO ACTION
);
CREATE UNIQUE INDEX "invoice_id_account_id" ON "invoices" ("id", "account_id");
CREATE UNIQUE INDEX "invoice_account_id_number" ON "invoices" ("account_id", "number");
CREATE INDEX "invoice_account_id_client_id" ON "invoices" ("account_id", "client_id");
CREATE INDEX "invoice_account_id_status" ON "invoices" ("account_id", "status");
CREATE INDEX "invoice_batch_id" ON "invoices" ("batch_id");

CREATE TABLE "invoice_lines" (
  "id" uuid NOT NULL,
  "session_id" uuid NOT NULL,
  "position" bigint NOT NULL,
  "service_date" date NOT NULL,
  "billing_code" character varying NOT NULL,
  "description" character varying NOT NULL,
  "diagnosis_codes" jsonb NOT NULL,
  "modifiers" jsonb NOT NULL,
  "place_of_service" character varying NOT NULL,
  "units" bigint NOT NULL,
  "charge" bigint NOT NULL,
  "paid" bigint NOT NULL,
  "account_id" uuid NOT NULL,
  "invoice_id" uuid NOT NULL,
  PRIMARY KEY ("id"),
  CONSTRAINT "invoice_lines_accounts_account" FOREIGN KEY ("account_id") REFERENCES "accounts" ("id") ON DELETE NO ACTION,
  CONSTRAINT "invoice_lines_invoices_invoice" FOREIGN KEY ("invoice_id") REFERENCES "invoices" ("id") ON DELETE NO ACTION
);
CREATE UNIQUE INDEX "invoiceline_invoice_id_position" ON "invoice_lines" ("invoice_id", "position");
CREATE INDEX "invoiceline_session_id" ON "invoice_lines" ("session_id");

CREATE TABLE "practices" (
  "id" uuid NOT NULL,
  "practice_type" character varying NULL,
  "tax_id" character varying NULL,
  "tax_id_kind" character varying NOT NULL DEFAULT 'EIN',
  "credentials" character varying NULL,
  "license_number" character varying NULL,
  "license_state" character varying NULL,
  "npi" character varying NULL,
  "taxonomy" character varying NULL,
  "phone" character varying NULL,
  "office_street" character varying NULL,
  "office_city" character varying NULL,
  "office_state" character varying NULL,
  "office_zip" character varying NULL,
  "billing_street" character varying NULL,
  "billing_city" character varying NULL,
  "billing_state" character varying NULL,
  "billing_zip" character varying NULL,
  "pay_to_street" character varying NULL,
  "pay_to_city" character varying NULL,
  "pay_to_state" character varying NULL,
  "pay_to_zip" character varying NULL,
  "invoice_footer" character varying NULL,
  "created_at" timestamptz NOT NULL,
  "account_id" uuid NOT NULL,
  PRIMARY KEY ("id"),
  CONSTRAINT "practices_accounts_account" FOREIGN KEY ("account_id") REFERENCES "accounts" ("id") ON DELETE NO ACTION
);
CREATE UNIQUE INDEX "practice_account_id" ON "practices" ("account_id");

ALTER TABLE insurance_policies
  ADD CONSTRAINT policies_client_of_account FOREIGN KEY (client_id, account_id) REFERENCES client_names (id, account_id),
  ADD CONSTRAINT policies_payer_of_account FOREIGN KEY (account_id, payer) REFERENCES payers (account_id, natural_key) ON UPDATE CASCADE;
CREATE INDEX policies_of_payer ON insurance_policies (account_id, payer);
-- A client has one active policy of each rank.
CREATE UNIQUE INDEX policies_rank ON insurance_policies (client_id, rank) WHERE active;
ALTER TABLE authorizations
  ADD CONSTRAINT authorizations_client_of_account FOREIGN KEY (client_id, account_id) REFERENCES client_names (id, account_id),
  ADD CONSTRAINT authorizations_policy_of_account FOREIGN KEY (policy_id, account_id) REFERENCES insurance_policies (id, account_id),
  ADD CONSTRAINT authorizations_days CHECK (from_date <= until_date),
  ADD CONSTRAINT authorizations_sessions CHECK (sessions_allowed > 0);
ALTER TABLE client_sessions
  ADD CONSTRAINT sessions_client_of_account FOREIGN KEY (client_id, account_id) REFERENCES client_names (id, account_id),
  ADD CONSTRAINT sessions_code_of_account FOREIGN KEY (account_id, billing_code) REFERENCES billing_codes (account_id, natural_key) ON UPDATE CASCADE,
  ADD CONSTRAINT sessions_appointment FOREIGN KEY (appointment_id) REFERENCES appointments (id),
  ADD CONSTRAINT sessions_authorization_of_account FOREIGN KEY (authorization_id, account_id) REFERENCES authorizations (id, account_id),
  ADD CONSTRAINT sessions_money CHECK (charge >= 0 AND paid_at_session >= 0 AND units > 0);
CREATE INDEX sessions_of_code ON client_sessions (account_id, billing_code);
CREATE INDEX sessions_of_authorization ON client_sessions (authorization_id);
ALTER TABLE session_notes
  ADD CONSTRAINT notes_client_of_account FOREIGN KEY (client_id, account_id) REFERENCES client_names (id, account_id),
  ADD CONSTRAINT notes_session_of_client FOREIGN KEY (session_id, client_id, account_id) REFERENCES client_sessions (id, client_id, account_id);
ALTER TABLE note_addenda
  ADD CONSTRAINT addenda_note_of_account FOREIGN KEY (note_id, account_id) REFERENCES session_notes (id, account_id);
ALTER TABLE psychotherapy_notes
  ADD CONSTRAINT psychotherapy_client_of_account FOREIGN KEY (client_id, account_id) REFERENCES client_names (id, account_id);
ALTER TABLE payments
  ADD CONSTRAINT payments_client_of_account FOREIGN KEY (client_id, account_id) REFERENCES client_names (id, account_id),
  ADD CONSTRAINT payments_method_of_account FOREIGN KEY (account_id, method) REFERENCES payment_types (account_id, natural_key) ON UPDATE CASCADE,
  ADD CONSTRAINT payments_money CHECK (amount > 0);
CREATE INDEX payments_of_method ON payments (account_id, method);
ALTER TABLE ledger_entries
  ADD CONSTRAINT ledger_client_of_account FOREIGN KEY (client_id, account_id) REFERENCES client_names (id, account_id),
  ADD CONSTRAINT ledger_session_of_client FOREIGN KEY (session_id, client_id, account_id) REFERENCES client_sessions (id, client_id, account_id),
  ADD CONSTRAINT ledger_payment_of_account FOREIGN KEY (payment_id, account_id) REFERENCES payments (id, account_id),
  ADD CONSTRAINT ledger_reverses FOREIGN KEY (reverses_id) REFERENCES ledger_entries (id),
  ADD CONSTRAINT ledger_money CHECK (amount <> 0);
ALTER TABLE invoices
  ADD CONSTRAINT invoices_client_of_account FOREIGN KEY (client_id, account_id) REFERENCES client_names (id, account_id);
ALTER TABLE invoice_lines
  ADD CONSTRAINT lines_invoice_of_account FOREIGN KEY (invoice_id, account_id) REFERENCES invoices (id, account_id),
  ADD CONSTRAINT lines_session FOREIGN KEY (session_id) REFERENCES client_sessions (id);

-- A signed note stays what was signed.
-- +goose StatementBegin
CREATE FUNCTION refuse_signed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'a signed note is never changed' USING ERRCODE = 'LY001';
END $$;
-- +goose StatementEnd
CREATE TRIGGER refuse_signed BEFORE UPDATE OR DELETE ON session_notes FOR EACH ROW WHEN (OLD.status = 'SIGNED') EXECUTE FUNCTION refuse_signed();

-- The ledger, the addenda and what was billed are only ever added to.
-- +goose StatementBegin
CREATE FUNCTION refuse_rewrite() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% of % is refused: it is only ever added to', TG_OP, TG_TABLE_NAME;
END $$;
-- +goose StatementEnd
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON ledger_entries FOR EACH ROW EXECUTE FUNCTION refuse_rewrite();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON note_addenda FOR EACH ROW EXECUTE FUNCTION refuse_rewrite();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON invoice_lines FOR EACH ROW EXECUTE FUNCTION refuse_rewrite();

-- A session's charge, and what was paid at it, are in the ledger whoever wrote the session: those who
-- write sessions need not see the ledger. What a change replaces is reversed. A session that more is
-- paid for than it costs is refused: its payments are to be taken back first.
-- +goose StatementBegin
CREATE FUNCTION keep_ledger() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  who text := coalesce((SELECT name FROM usernames WHERE id = NULLIF(current_setting('lanyard.username', true), '')::uuid), '');
  today date := (now() AT TIME ZONE (SELECT time_zone FROM accounts WHERE id = NEW.account_id))::date;
  part record;
BEGIN
  FOR part IN
    SELECT 'CHARGE' AS kind, CASE WHEN TG_OP = 'UPDATE' THEN OLD.charge ELSE 0 END AS before,
      CASE NEW.status WHEN 'VOID' THEN 0 ELSE NEW.charge END AS after, 1 AS sign
    UNION ALL
    SELECT 'PAYMENT', CASE WHEN TG_OP = 'UPDATE' THEN OLD.paid_at_session ELSE 0 END,
      CASE NEW.status WHEN 'VOID' THEN 0 ELSE NEW.paid_at_session END, -1
  LOOP
    CONTINUE WHEN part.before = part.after;
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
-- A void session stays void: its charge is no longer in the ledger.
CREATE FUNCTION refuse_unvoid() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'what is void stays void' USING ERRCODE = 'LY004';
END $$;
-- +goose StatementEnd
CREATE TRIGGER keep_ledger AFTER INSERT OR UPDATE OF charge, paid_at_session, status ON client_sessions
  FOR EACH ROW EXECUTE FUNCTION keep_ledger();
CREATE TRIGGER refuse_unvoid BEFORE UPDATE ON client_sessions FOR EACH ROW WHEN (OLD.status = 'VOID') EXECUTE FUNCTION refuse_unvoid();
CREATE TRIGGER refuse_unvoid BEFORE UPDATE ON invoices FOR EACH ROW WHEN (OLD.status = 'VOID') EXECUTE FUNCTION refuse_unvoid();

-- A session for the insurance uses an authorization that covers its day: the one that ends first and
-- has sessions left. Those who write sessions need not see Insurance; they learn whether one is left.
-- +goose StatementBegin
CREATE FUNCTION find_authorization() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF NEW.status = 'VOID' OR NEW.bill_to <> 'INSURANCE' THEN
    NEW.authorization_id := NULL;
    NEW.beyond_authorization := false;
    RETURN NEW;
  END IF;
  IF TG_OP = 'UPDATE' AND EXISTS (SELECT FROM authorizations WHERE id = OLD.authorization_id AND id = NEW.authorization_id
      AND NEW.service_date BETWEEN from_date AND until_date) THEN
    RETURN NEW;
  END IF;
  NEW.authorization_id := (SELECT id FROM authorizations
    WHERE account_id = NEW.account_id AND client_id = NEW.client_id AND active
      AND NEW.service_date BETWEEN from_date AND until_date AND sessions_used < sessions_allowed
    ORDER BY until_date, id LIMIT 1 FOR UPDATE);
  NEW.beyond_authorization := NEW.authorization_id IS NULL AND EXISTS (
    SELECT FROM authorizations WHERE account_id = NEW.account_id AND client_id = NEW.client_id AND active);
  RETURN NEW;
END $$;
CREATE FUNCTION count_authorized() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  UPDATE authorizations a SET sessions_used = (SELECT count(*) FROM client_sessions s WHERE s.authorization_id = a.id)
    WHERE a.id = NEW.authorization_id OR (TG_OP = 'UPDATE' AND a.id = OLD.authorization_id);
  RETURN NULL;
END $$;
-- +goose StatementEnd
CREATE TRIGGER find_authorization BEFORE INSERT OR UPDATE OF service_date, bill_to, status ON client_sessions
  FOR EACH ROW EXECUTE FUNCTION find_authorization();
CREATE TRIGGER count_authorized AFTER INSERT OR UPDATE OF service_date, bill_to, status ON client_sessions
  FOR EACH ROW EXECUTE FUNCTION count_authorized();

-- While an invoice that is not void holds a session, the session is INVOICED and stays as it is.
-- +goose StatementBegin
CREATE FUNCTION is_invoiced(session uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
  AS $$ SELECT EXISTS (SELECT FROM invoice_lines l JOIN invoices i ON i.id = l.invoice_id WHERE l.session_id = session AND i.status <> 'VOID') $$;
CREATE FUNCTION hold_invoiced() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF is_invoiced(NEW.id) <> (NEW.status = 'INVOICED')
      OR OLD.status = 'INVOICED' AND NEW.status = 'INVOICED' AND (to_jsonb(NEW) - 'version') <> (to_jsonb(OLD) - 'version') THEN
    RAISE EXCEPTION 'an invoice decides whether a session is invoiced, and holds it as it is' USING ERRCODE = 'LY003';
  END IF;
  RETURN NEW;
END $$;
CREATE FUNCTION mark_invoiced() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  UPDATE client_sessions SET status = 'INVOICED', version = version + 1 WHERE id = NEW.session_id AND account_id = NEW.account_id AND status <> 'VOID';
  IF NOT FOUND THEN
    RAISE EXCEPTION 'there is no such session to invoice' USING ERRCODE = 'foreign_key_violation', CONSTRAINT = 'lines_session';
  END IF;
  RETURN NULL;
END $$;
CREATE FUNCTION free_invoiced() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  UPDATE client_sessions s SET status = 'OPEN', version = version + 1
    FROM invoice_lines l WHERE l.invoice_id = NEW.id AND s.id = l.session_id AND s.status = 'INVOICED' AND NOT is_invoiced(s.id);
  RETURN NULL;
END $$;
-- +goose StatementEnd
CREATE TRIGGER hold_invoiced BEFORE UPDATE ON client_sessions FOR EACH ROW WHEN (NEW.status = 'INVOICED' OR OLD.status = 'INVOICED') EXECUTE FUNCTION hold_invoiced();
CREATE TRIGGER mark_invoiced AFTER INSERT ON invoice_lines FOR EACH ROW EXECUTE FUNCTION mark_invoiced();
CREATE TRIGGER free_invoiced AFTER UPDATE OF status ON invoices FOR EACH ROW WHEN (NEW.status = 'VOID' AND OLD.status <> 'VOID') EXECUTE FUNCTION free_invoiced();
