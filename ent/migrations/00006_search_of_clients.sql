-- +goose Up
-- A misspelt name is found by how few letters it is away.
CREATE EXTENSION IF NOT EXISTS fuzzystrmatch;
-- What a search looks through: the ways to write the name and the e-mail address, each on a line,
-- in small letters without accents, as clients.plain writes what is typed; and the digits of the
-- phone numbers.
ALTER TABLE clients
  ADD COLUMN search_text text NOT NULL GENERATED ALWAYS AS (lower(regexp_replace(normalize(
    first_name || ' ' || last_name || E'\n' || coalesce(preferred_name, '') || ' ' || last_name || E'\n'
    || last_name || ', ' || first_name || E'\n' || coalesce(email, ''), NFD), '[\u0300-\u036f]', '', 'g'))) STORED,
  ADD COLUMN search_phones text NOT NULL GENERATED ALWAYS AS (
    regexp_replace(coalesce(home_phone, ''), '\D', '', 'g') || ' ' || regexp_replace(coalesce(mobile_phone, ''), '\D', '', 'g')) STORED;
