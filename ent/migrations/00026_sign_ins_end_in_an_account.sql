-- +goose Up
-- The accounts in which a sign-in was ended by somebody who runs them, while it goes on in others.
ALTER TABLE "sign_ins" ADD COLUMN "shut_accounts" uuid[] NOT NULL DEFAULT '{}';
