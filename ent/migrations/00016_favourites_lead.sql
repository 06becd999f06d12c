-- +goose Up
CREATE INDEX diagnosiscode_favourites ON diagnosis_codes (account_id, (NOT favourite), natural_key);
