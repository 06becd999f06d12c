-- +goose Up
-- The network that a sign-in began from: an IPv4 address, or the /64 of an IPv6 one.
ALTER TABLE "sign_ins" ADD COLUMN "network" character varying NOT NULL DEFAULT '';
-- Failed proofs in a row: of a name from a network, of a name from all networks that it has not signed in
-- from ("*"), and of all names from a network that they have not signed in from ("*"). Unknown names are
-- counted like others.
DROP TABLE failed_proofs;
CREATE TABLE failed_proofs (
  name_key text NOT NULL,
  network text NOT NULL,
  failures int NOT NULL,
  locked_until timestamptz NOT NULL,
  PRIMARY KEY (name_key, network)
);
-- Who has typed a username's password into Access Other Accounts.
CREATE INDEX "finds_of_consent" ON "account_finds" ("consent_id", "created_at");
