-- +goose Up
-- Sections that show clients look for them by their names, and begin nothing new for those in the
-- archive. The text is what clients.search_text is of a client: small letters without accents.
ALTER TABLE client_names
  ADD COLUMN archived boolean NOT NULL DEFAULT false,
  ADD COLUMN search_text text NOT NULL GENERATED ALWAYS AS (lower(regexp_replace(normalize(display_name, NFD), '[\u0300-\u036f]', '', 'g'))) STORED;
UPDATE client_names n SET archived = true FROM clients c WHERE c.id = n.id AND c.status = 'ARCHIVED';
CREATE INDEX "clientname_account_id_display_name_id" ON "client_names" ("account_id", "display_name", "id");
-- +goose StatementBegin
CREATE OR REPLACE FUNCTION keep_client_name() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  INSERT INTO client_names (id, account_id, number, display_name, archived)
    VALUES (NEW.id, NEW.account_id, NEW.number, NEW.first_name || ' ' || NEW.last_name, NEW.status = 'ARCHIVED')
    ON CONFLICT (id) DO UPDATE SET account_id = excluded.account_id, number = excluded.number,
      display_name = excluded.display_name, archived = excluded.archived;
  RETURN NULL;
END $$;
-- +goose StatementEnd
DROP TRIGGER keep_client_name ON clients;
CREATE TRIGGER keep_client_name AFTER INSERT OR UPDATE OF account_id, number, first_name, last_name, status ON clients
  FOR EACH ROW EXECUTE FUNCTION keep_client_name();
