-- +goose Up
-- Whether whoever enters the account has to have signed in by a passkey; never without a second factor.
ALTER TABLE "accounts" ADD COLUMN "passkey_required" boolean NOT NULL DEFAULT false;
-- What a sign-in was proven with: the password alone, or what beside it or in its place.
ALTER TABLE "sign_ins" ADD COLUMN "factor" character varying NOT NULL DEFAULT 'PASSWORD';
