-- +goose Up
-- The other seven master files.
CREATE TABLE "locations" (
  "id" uuid NOT NULL,
  "natural_key" character varying NOT NULL,
  "active" boolean NOT NULL DEFAULT true,
  "version" bigint NOT NULL DEFAULT 1,
  "created_at" timestamptz NOT NULL,
  "place_of_service" character varying NOT NULL DEFAULT '11',
  "name" character varying NOT NULL,
  "street" character varying NULL,
  "city" character varying NULL,
  "state" character varying NULL,
  "zip" character varying NULL,
  "npi" character varying NULL,
  "copied_from" uuid NULL,
  "copied_by" character varying NULL,
  "copied_at" timestamptz NULL,
  "copy_job" uuid NULL,
  "account_id" uuid NOT NULL,
  PRIMARY KEY ("id"),
  CONSTRAINT "locations_accounts_account" FOREIGN KEY ("account_id") REFERENCES "accounts" ("id") ON DELETE NO ACTION
);
CREATE UNIQUE INDEX "location_account_id_natural_key" ON "locations" ("account_id", "natural_key");
CREATE TABLE "modifiers" (
  "id" uuid NOT NULL,
  "natural_key" character varying NOT NULL,
  "active" boolean NOT NULL DEFAULT true,
  "version" bigint NOT NULL DEFAULT 1,
  "created_at" timestamptz NOT NULL,
  "code" character varying NOT NULL,
  "description" character varying NOT NULL,
  "copied_from" uuid NULL,
  "copied_by" character varying NULL,
  "copied_at" timestamptz NULL,
  "copy_job" uuid NULL,
  "account_id" uuid NOT NULL,
  PRIMARY KEY ("id"),
  CONSTRAINT "modifiers_accounts_account" FOREIGN KEY ("account_id") REFERENCES "accounts" ("id") ON DELETE NO ACTION
);
CREATE UNIQUE INDEX "modifier_account_id_natural_key" ON "modifiers" ("account_id", "natural_key");
CREATE TABLE "referring_providers" (
  "id" uuid NOT NULL,
  "natural_key" character varying NOT NULL,
  "active" boolean NOT NULL DEFAULT true,
  "version" bigint NOT NULL DEFAULT 1,
  "created_at" timestamptz NOT NULL,
  "name" character varying NOT NULL,
  "credential" character varying NULL,
  "npi" character varying NULL,
  "phone" character varying NULL,
  "fax" character varying NULL,
  "copied_from" uuid NULL,
  "copied_by" character varying NULL,
  "copied_at" timestamptz NULL,
  "copy_job" uuid NULL,
  "account_id" uuid NOT NULL,
  PRIMARY KEY ("id"),
  CONSTRAINT "referring_providers_accounts_account" FOREIGN KEY ("account_id") REFERENCES "accounts" ("id") ON DELETE NO ACTION
);
CREATE UNIQUE INDEX "referringprovider_account_id_natural_key" ON "referring_providers" ("account_id", "natural_key");
CREATE TABLE "service_codes" (
  "id" uuid NOT NULL,
  "natural_key" character varying NOT NULL,
  "active" boolean NOT NULL DEFAULT true,
  "version" bigint NOT NULL DEFAULT 1,
  "created_at" timestamptz NOT NULL,
  "name" character varying NOT NULL,
  "colour" character varying NOT NULL DEFAULT 'BLUE',
  "billing_code" character varying NULL,
  "minutes" bigint NOT NULL DEFAULT 50,
  "billable" boolean NOT NULL DEFAULT true,
  "copied_from" uuid NULL,
  "copied_by" character varying NULL,
  "copied_at" timestamptz NULL,
  "copy_job" uuid NULL,
  "account_id" uuid NOT NULL,
  PRIMARY KEY ("id"),
  CONSTRAINT "service_codes_accounts_account" FOREIGN KEY ("account_id") REFERENCES "accounts" ("id") ON DELETE NO ACTION
);
CREATE UNIQUE INDEX "servicecode_account_id_natural_key" ON "service_codes" ("account_id", "natural_key");
CREATE TABLE "payment_types" (
  "id" uuid NOT NULL,
  "natural_key" character varying NOT NULL,
  "active" boolean NOT NULL DEFAULT true,
  "version" bigint NOT NULL DEFAULT 1,
  "created_at" timestamptz NOT NULL,
  "code" character varying NOT NULL,
  "label" character varying NOT NULL,
  "sign" character varying NOT NULL DEFAULT 'LOWERS',
  "copied_from" uuid NULL,
  "copied_by" character varying NULL,
  "copied_at" timestamptz NULL,
  "copy_job" uuid NULL,
  "account_id" uuid NOT NULL,
  PRIMARY KEY ("id"),
  CONSTRAINT "payment_types_accounts_account" FOREIGN KEY ("account_id") REFERENCES "accounts" ("id") ON DELETE NO ACTION
);
CREATE UNIQUE INDEX "paymenttype_account_id_natural_key" ON "payment_types" ("account_id", "natural_key");
CREATE TABLE "note_templates" (
  "id" uuid NOT NULL,
  "natural_key" character varying NOT NULL,
  "active" boolean NOT NULL DEFAULT true,
  "version" bigint NOT NULL DEFAULT 1,
  "created_at" timestamptz NOT NULL,
  "name" character varying NOT NULL,
  "note_type" character varying NOT NULL DEFAULT 'PROGRESS',
  "body" character varying NOT NULL,
  "copied_from" uuid NULL,
  "copied_by" character varying NULL,
  "copied_at" timestamptz NULL,
  "copy_job" uuid NULL,
  "account_id" uuid NOT NULL,
  PRIMARY KEY ("id"),
  CONSTRAINT "note_templates_accounts_account" FOREIGN KEY ("account_id") REFERENCES "accounts" ("id") ON DELETE NO ACTION
);
CREATE UNIQUE INDEX "notetemplate_account_id_natural_key" ON "note_templates" ("account_id", "natural_key");
CREATE TABLE "invoice_messages" (
  "id" uuid NOT NULL,
  "natural_key" character varying NOT NULL,
  "active" boolean NOT NULL DEFAULT true,
  "version" bigint NOT NULL DEFAULT 1,
  "created_at" timestamptz NOT NULL,
  "title" character varying NOT NULL,
  "text" character varying NOT NULL,
  "copied_from" uuid NULL,
  "copied_by" character varying NULL,
  "copied_at" timestamptz NULL,
  "copy_job" uuid NULL,
  "account_id" uuid NOT NULL,
  PRIMARY KEY ("id"),
  CONSTRAINT "invoice_messages_accounts_account" FOREIGN KEY ("account_id") REFERENCES "accounts" ("id") ON DELETE NO ACTION
);
CREATE UNIQUE INDEX "invoicemessage_account_id_natural_key" ON "invoice_messages" ("account_id", "natural_key");
-- A service code names a billing code of its own account by its natural key, and follows it when
-- that changes.
ALTER TABLE "service_codes" ADD CONSTRAINT "service_codes_billing_code" FOREIGN KEY ("account_id", "billing_code")
  REFERENCES "billing_codes" ("account_id", "natural_key") ON UPDATE CASCADE ON DELETE NO ACTION;
CREATE INDEX "service_codes_of_billing_code" ON "service_codes" ("account_id", "billing_code");
