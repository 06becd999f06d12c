-- +goose Up
-- A client is found by a piece of a name, and by a name like it, without reading everybody: the
-- pieces of three letters are in one index with the account.
CREATE EXTENSION IF NOT EXISTS pg_trgm;
CREATE EXTENSION IF NOT EXISTS btree_gin;
CREATE INDEX clients_pieces ON clients USING gin (account_id, search_text gin_trgm_ops, search_phones gin_trgm_ops);
