-- +goose Up
-- Where a client session was, for CMS-1500 box 32: the location of the account, and what it was called when it was chosen.
CREATE UNIQUE INDEX "location_id_account_id" ON "locations" ("id", "account_id");
ALTER TABLE "client_sessions" ADD COLUMN "location_id" uuid NULL, ADD COLUMN "location_name" character varying NULL,
  ADD CONSTRAINT "client_sessions_locations_location" FOREIGN KEY ("location_id") REFERENCES "locations" ("id") ON DELETE SET NULL;
ALTER TABLE client_sessions
  ADD CONSTRAINT sessions_location_of_account FOREIGN KEY (location_id, account_id) REFERENCES locations (id, account_id),
  ADD CONSTRAINT sessions_location_named CHECK ((location_id IS NULL) = (location_name IS NULL));
CREATE INDEX sessions_of_location ON client_sessions (location_id);
