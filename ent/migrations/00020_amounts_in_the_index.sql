-- +goose Up
-- Balances add up the whole ledger of an account: the index has the amounts, and no row is read.
DROP INDEX "ledgerentry_account_id_client_id_session_id";
CREATE INDEX "ledgerentry_account_id_client_id_session_id" ON "ledger_entries" ("account_id", "client_id", "session_id") INCLUDE ("amount");
