-- +goose Up
-- What was given of a client to others, and what of that is struck out again.
CREATE TABLE "disclosures" (
  "id" uuid NOT NULL,
  "disclosed_on" date NOT NULL,
  "recipient" character varying NOT NULL,
  "address" character varying NULL,
  "what" character varying NOT NULL,
  "purpose" character varying NOT NULL,
  "recorded_by" character varying NOT NULL,
  "created_at" timestamptz NOT NULL,
  "account_id" uuid NOT NULL,
  "client_id" uuid NOT NULL,
  PRIMARY KEY ("id"),
  CONSTRAINT "disclosures_accounts_account" FOREIGN KEY ("account_id") REFERENCES "accounts" ("id") ON DELETE NO ACTION,
  CONSTRAINT "disclosures_client_names_client" FOREIGN KEY ("client_id") REFERENCES "client_names" ("id") ON DELETE NO ACTION
);
CREATE UNIQUE INDEX "disclosure_id_account_id" ON "disclosures" ("id", "account_id");
CREATE INDEX "disclosure_account_id_client_id_disclosed_on_id" ON "disclosures" ("account_id", "client_id", "disclosed_on", "id");

CREATE TABLE "disclosure_strikes" (
  "id" uuid NOT NULL,
  "reason" character varying NOT NULL,
  "struck_by" character varying NOT NULL,
  "created_at" timestamptz NOT NULL,
  "disclosure_id" uuid NOT NULL,
  "account_id" uuid NOT NULL,
  PRIMARY KEY ("id"),
  CONSTRAINT "disclosure_strikes_accounts_account" FOREIGN KEY ("account_id") REFERENCES "accounts" ("id") ON DELETE NO ACTION,
  CONSTRAINT "disclosure_strikes_disclosures_strike" FOREIGN KEY ("disclosure_id") REFERENCES "disclosures" ("id") ON DELETE NO ACTION
);
CREATE UNIQUE INDEX "disclosure_strikes_disclosure_id_key" ON "disclosure_strikes" ("disclosure_id");

ALTER TABLE disclosures
  ADD CONSTRAINT disclosures_client_of_account FOREIGN KEY (client_id, account_id) REFERENCES client_names (id, account_id);
ALTER TABLE disclosure_strikes
  ADD CONSTRAINT strikes_disclosure_of_account FOREIGN KEY (disclosure_id, account_id) REFERENCES disclosures (id, account_id);
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON disclosures FOR EACH ROW EXECUTE FUNCTION refuse_rewrite();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON disclosure_strikes FOR EACH ROW EXECUTE FUNCTION refuse_rewrite();
