-- +goose Up
-- When whoever uses a sign-in has last proven that it is them: what is most dangerous asks for a fresh proof.
ALTER TABLE "sign_ins" ADD COLUMN "proven_at" timestamptz NOT NULL DEFAULT now();
