-- +goose Up
-- What a section that shows clients sees of them without the section Clients. It is kept in step
-- by the database, so that no way to write a client can forget it.
CREATE TABLE "client_names" (
  "id" uuid NOT NULL,
  "number" bigint NOT NULL,
  "display_name" character varying NOT NULL,
  "account_id" uuid NOT NULL,
  PRIMARY KEY ("id"),
  CONSTRAINT "client_names_accounts_account" FOREIGN KEY ("account_id") REFERENCES "accounts" ("id") ON DELETE NO ACTION
);
CREATE UNIQUE INDEX "clientname_id_account_id" ON "client_names" ("id", "account_id");
INSERT INTO client_names (id, account_id, number, display_name)
  SELECT id, account_id, number, first_name || ' ' || last_name FROM clients;
-- +goose StatementBegin
CREATE FUNCTION keep_client_name() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  INSERT INTO client_names (id, account_id, number, display_name)
    VALUES (NEW.id, NEW.account_id, NEW.number, NEW.first_name || ' ' || NEW.last_name)
    ON CONFLICT (id) DO UPDATE SET account_id = excluded.account_id, number = excluded.number, display_name = excluded.display_name;
  RETURN NULL;
END $$;
-- +goose StatementEnd
CREATE TRIGGER keep_client_name AFTER INSERT OR UPDATE OF account_id, number, first_name, last_name ON clients
  FOR EACH ROW EXECUTE FUNCTION keep_client_name();

CREATE TABLE "appointments" (
  "id" uuid NOT NULL,
  "start" timestamptz NOT NULL,
  "minutes" bigint NOT NULL,
  "service_code" character varying NULL,
  "location" character varying NULL,
  "status" character varying NOT NULL DEFAULT 'SCHEDULED',
  "version" bigint NOT NULL DEFAULT 1,
  "created_at" timestamptz NOT NULL,
  "account_id" uuid NOT NULL,
  "client_id" uuid NOT NULL,
  PRIMARY KEY ("id"),
  CONSTRAINT "appointments_accounts_account" FOREIGN KEY ("account_id") REFERENCES "accounts" ("id") ON DELETE NO ACTION,
  CONSTRAINT "appointments_client_names_client" FOREIGN KEY ("client_id") REFERENCES "client_names" ("id") ON DELETE NO ACTION
);
CREATE INDEX "appointment_account_id_start_id" ON "appointments" ("account_id", "start", "id");
CREATE INDEX "appointment_client_id" ON "appointments" ("client_id");
-- The client and the service code are of the same account. A code that is written otherwise stays
-- the appointment's.
ALTER TABLE appointments
  ADD CONSTRAINT appointments_client_of_account FOREIGN KEY (client_id, account_id) REFERENCES client_names (id, account_id),
  ADD CONSTRAINT appointments_code_of_account FOREIGN KEY (account_id, service_code) REFERENCES billing_codes (account_id, natural_key) ON UPDATE CASCADE;
CREATE INDEX appointments_of_code ON appointments (account_id, service_code);
