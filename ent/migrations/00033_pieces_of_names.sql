-- +goose Up
-- A name like what was typed is found without reading everybody, also by those who see of clients the
-- number and the name alone.
CREATE INDEX client_names_pieces ON client_names USING gin (account_id, search_text gin_trgm_ops);
