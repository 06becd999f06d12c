-- +goose Up
-- Where a notice that waits is mailed to: the address of its account when it was told.
CREATE TABLE mail_addresses (
  notice_id uuid PRIMARY KEY REFERENCES notices (id),
  email text NOT NULL
);
INSERT INTO mail_addresses SELECT n.id, a.email FROM notices n JOIN accounts a ON a.id = n.account_id WHERE n.mailed_at IS NULL;
-- When something of an account was taken to be mailed: whose turn is longest ago is next.
CREATE TABLE mail_turns (
  account_id uuid PRIMARY KEY REFERENCES accounts (id),
  taken_at timestamptz NOT NULL
);
