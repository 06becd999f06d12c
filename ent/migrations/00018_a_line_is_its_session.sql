-- +goose Up
-- A line of an invoice says what its session says at that moment, and the session is open: of two
-- who invoice a session at once the second is refused, and so is one whose session was changed
-- between their reading it and billing it.

-- +goose StatementBegin
CREATE OR REPLACE FUNCTION mark_invoiced() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  UPDATE client_sessions s SET status = 'INVOICED', version = s.version + 1
    FROM invoices i
    WHERE s.id = NEW.session_id AND s.account_id = NEW.account_id AND s.status = 'OPEN'
      AND i.id = NEW.invoice_id AND i.client_id = s.client_id AND i.status <> 'VOID'
      AND (s.service_date, s.billing_code, s.diagnosis_codes, s.modifiers, s.place_of_service, s.units, s.charge)
        = (NEW.service_date, NEW.billing_code, NEW.diagnosis_codes, NEW.modifiers, NEW.place_of_service, NEW.units, NEW.charge);
  IF NOT FOUND THEN
    RAISE EXCEPTION 'there is no such open session to invoice' USING ERRCODE = 'LY006';
  END IF;
  RETURN NULL;
END $$;
-- +goose StatementEnd
