-- +goose Up
-- The payment type of a write-off, an adjustment or a refund, as it was called then: the ledger is only ever added to.
ALTER TABLE "ledger_entries" ADD COLUMN "type_code" character varying NULL, ADD COLUMN "type_label" character varying NULL;
ALTER TABLE ledger_entries ADD CONSTRAINT ledger_types CHECK (
  (type_code IS NULL) = (type_label IS NULL) AND (type_code IS NULL OR kind IN ('WRITE_OFF', 'ADJUSTMENT', 'REFUND')));
