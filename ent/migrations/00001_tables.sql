-- +goose Up
CREATE TABLE "accounts" (
  "id" uuid NOT NULL,
  "practice_name" character varying NOT NULL,
  "provider_name" character varying NOT NULL,
  "email" character varying NOT NULL,
  "time_zone" character varying NOT NULL,
  "version" bigint NOT NULL DEFAULT 1,
  "created_at" timestamptz NOT NULL,
  PRIMARY KEY ("id")
);
CREATE TABLE "account_finds" (
  "id" uuid NOT NULL,
  "username_id" uuid NOT NULL,
  "account_id" uuid NOT NULL,
  "consent_id" uuid NOT NULL,
  "consent_name" character varying NOT NULL,
  "created_at" timestamptz NOT NULL,
  "expires_at" timestamptz NOT NULL,
  "used_at" timestamptz NULL,
  PRIMARY KEY ("id")
);
CREATE TABLE "credentials" (
  "id" uuid NOT NULL,
  "password_hash" character varying NOT NULL,
  "changed_at" timestamptz NOT NULL,
  "change_required" character varying NULL,
  PRIMARY KEY ("id")
);
CREATE TABLE "sign_ins" (
  "id" uuid NOT NULL,
  "username_id" uuid NOT NULL,
  "token_hash" bytea NOT NULL,
  "ip" character varying NOT NULL,
  "user_agent" character varying NOT NULL,
  "created_at" timestamptz NOT NULL,
  "seen_at" timestamptz NOT NULL,
  "expires_at" timestamptz NOT NULL,
  "ended_at" timestamptz NULL,
  "end_reason" character varying NULL,
  PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "sign_ins_token_hash_key" ON "sign_ins" ("token_hash");
CREATE INDEX "signin_username_id" ON "sign_ins" ("username_id");
CREATE TABLE "billing_codes" (
  "id" uuid NOT NULL,
  "natural_key" character varying NOT NULL,
  "active" boolean NOT NULL DEFAULT true,
  "version" bigint NOT NULL DEFAULT 1,
  "created_at" timestamptz NOT NULL,
  "code" character varying NOT NULL,
  "description" character varying NOT NULL,
  "default_minutes" bigint NULL,
  "default_charge" bigint NOT NULL DEFAULT 0,
  "units" bigint NOT NULL DEFAULT 1,
  "place_of_service" character varying NOT NULL DEFAULT '11',
  "bill_to" character varying NOT NULL DEFAULT 'AUTOMATIC',
  "system" boolean NOT NULL DEFAULT false,
  "copied_from" uuid NULL,
  "copied_by" character varying NULL,
  "copied_at" timestamptz NULL,
  "copy_job" uuid NULL,
  "account_id" uuid NOT NULL,
  PRIMARY KEY ("id"),
  CONSTRAINT "billing_codes_accounts_account" FOREIGN KEY ("account_id") REFERENCES "accounts" ("id") ON DELETE NO ACTION
);
CREATE UNIQUE INDEX "billingcode_account_id_natural_key" ON "billing_codes" ("account_id", "natural_key");
CREATE TABLE "clients" (
  "id" uuid NOT NULL,
  "number" bigint NOT NULL,
  "first_name" character varying NOT NULL,
  "last_name" character varying NOT NULL,
  "preferred_name" character varying NULL,
  "birth_date" date NULL,
  "sex" character varying NOT NULL DEFAULT 'UNKNOWN',
  "street" character varying NULL,
  "city" character varying NULL,
  "state" character varying NULL,
  "zip" character varying NULL,
  "home_phone" character varying NULL,
  "mobile_phone" character varying NULL,
  "email" character varying NULL,
  "status" character varying NOT NULL DEFAULT 'ACTIVE',
  "id_number" character varying NULL,
  "responsible_party" character varying NULL,
  "invoice_option" character varying NOT NULL DEFAULT 'CLIENT',
  "signature_on_file" boolean NOT NULL DEFAULT false,
  "file_notes" character varying NULL,
  "version" bigint NOT NULL DEFAULT 1,
  "created_at" timestamptz NOT NULL,
  "account_id" uuid NOT NULL,
  PRIMARY KEY ("id"),
  CONSTRAINT "clients_accounts_account" FOREIGN KEY ("account_id") REFERENCES "accounts" ("id") ON DELETE NO ACTION
);
CREATE UNIQUE INDEX "patient_account_id_number" ON "clients" ("account_id", "number");
CREATE INDEX "patient_account_id_last_name_first_name_id" ON "clients" ("account_id", "last_name", "first_name", "id");
CREATE TABLE "copy_jobs" (
  "id" uuid NOT NULL,
  "from_account_id" uuid NOT NULL,
  "username_id" uuid NOT NULL,
  "created" bigint NOT NULL,
  "replaced" bigint NOT NULL,
  "skipped" bigint NOT NULL,
  "created_at" timestamptz NOT NULL,
  "account_id" uuid NOT NULL,
  PRIMARY KEY ("id"),
  CONSTRAINT "copy_jobs_accounts_account" FOREIGN KEY ("account_id") REFERENCES "accounts" ("id") ON DELETE NO ACTION
);
CREATE TABLE "diagnosis_codes" (
  "id" uuid NOT NULL,
  "natural_key" character varying NOT NULL,
  "active" boolean NOT NULL DEFAULT true,
  "version" bigint NOT NULL DEFAULT 1,
  "created_at" timestamptz NOT NULL,
  "code" character varying NOT NULL,
  "code_set" character varying NOT NULL DEFAULT 'ICD-10-CM',
  "description" character varying NOT NULL,
  "effective_from" date NULL,
  "effective_to" date NULL,
  "favourite" boolean NOT NULL DEFAULT false,
  "copied_from" uuid NULL,
  "copied_by" character varying NULL,
  "copied_at" timestamptz NULL,
  "copy_job" uuid NULL,
  "account_id" uuid NOT NULL,
  PRIMARY KEY ("id"),
  CONSTRAINT "diagnosis_codes_accounts_account" FOREIGN KEY ("account_id") REFERENCES "accounts" ("id") ON DELETE NO ACTION
);
CREATE UNIQUE INDEX "diagnosiscode_account_id_natural_key" ON "diagnosis_codes" ("account_id", "natural_key");
CREATE TABLE "usernames" (
  "id" uuid NOT NULL,
  "name" character varying NOT NULL,
  "name_key" character varying NOT NULL,
  "home_account_id" uuid NOT NULL,
  "deleted_at" timestamptz NULL,
  "deleted_by" character varying NULL,
  "created_at" timestamptz NOT NULL,
  PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "usernames_name_key_key" ON "usernames" ("name_key");
CREATE TABLE "links" (
  "id" uuid NOT NULL,
  "username_name" character varying NOT NULL,
  "owner" boolean NOT NULL DEFAULT false,
  "origin" character varying NOT NULL,
  "consent_id" uuid NOT NULL,
  "consent_name" character varying NOT NULL,
  "created_at" timestamptz NOT NULL,
  "valid_from" timestamptz NULL,
  "valid_until" timestamptz NULL,
  "ended_at" timestamptz NULL,
  "ended_by" character varying NULL,
  "version" bigint NOT NULL DEFAULT 1,
  "account_id" uuid NOT NULL,
  "username_id" uuid NOT NULL,
  PRIMARY KEY ("id"),
  CONSTRAINT "links_accounts_account" FOREIGN KEY ("account_id") REFERENCES "accounts" ("id") ON DELETE NO ACTION,
  CONSTRAINT "links_usernames_username" FOREIGN KEY ("username_id") REFERENCES "usernames" ("id") ON DELETE NO ACTION
);
CREATE UNIQUE INDEX "link_account_id_username_id" ON "links" ("account_id", "username_id") WHERE ended_at IS NULL;
CREATE INDEX "link_username_id" ON "links" ("username_id");
CREATE TABLE "payers" (
  "id" uuid NOT NULL,
  "natural_key" character varying NOT NULL,
  "active" boolean NOT NULL DEFAULT true,
  "version" bigint NOT NULL DEFAULT 1,
  "created_at" timestamptz NOT NULL,
  "name" character varying NOT NULL,
  "kind" character varying NOT NULL,
  "payer_id" character varying NULL,
  "street" character varying NULL,
  "city" character varying NULL,
  "state" character varying NULL,
  "zip" character varying NULL,
  "phone" character varying NULL,
  "fax" character varying NULL,
  "claim_form" character varying NOT NULL DEFAULT 'CMS1500_PLAIN',
  "claim_filing_code" character varying NULL,
  "insurance_note" character varying NULL,
  "provider_number" character varying NULL,
  "enrolment" character varying NULL,
  "contact" character varying NULL,
  "copied_from" uuid NULL,
  "copied_by" character varying NULL,
  "copied_at" timestamptz NULL,
  "copy_job" uuid NULL,
  "account_id" uuid NOT NULL,
  PRIMARY KEY ("id"),
  CONSTRAINT "payers_accounts_account" FOREIGN KEY ("account_id") REFERENCES "accounts" ("id") ON DELETE NO ACTION
);
CREATE UNIQUE INDEX "payer_account_id_natural_key" ON "payers" ("account_id", "natural_key");
CREATE TABLE "privileges" (
  "id" uuid NOT NULL,
  "username_id" uuid NOT NULL,
  "section" character varying NOT NULL,
  "level" smallint NOT NULL,
  "granted_by" uuid NOT NULL,
  "granted_by_name" character varying NOT NULL,
  "granted_at" timestamptz NOT NULL,
  "reason" character varying NULL,
  "valid_from" timestamptz NULL,
  "valid_until" timestamptz NULL,
  "account_id" uuid NOT NULL,
  "link_id" uuid NOT NULL,
  PRIMARY KEY ("id"),
  CONSTRAINT "privileges_accounts_account" FOREIGN KEY ("account_id") REFERENCES "accounts" ("id") ON DELETE NO ACTION,
  CONSTRAINT "level_range" CHECK (level BETWEEN 0 AND 2),
  CONSTRAINT "privileges_links_link" FOREIGN KEY ("link_id") REFERENCES "links" ("id") ON DELETE NO ACTION
);
CREATE UNIQUE INDEX "privilege_link_id_section" ON "privileges" ("link_id", "section");
CREATE INDEX "privilege_account_id_username_id_section" ON "privileges" ("account_id", "username_id", "section");

-- A privilege belongs to the account and the username of its link: the walls read it by the
-- link and refuse it by the username.
CREATE UNIQUE INDEX links_id_account_id ON links (id, account_id, username_id);
ALTER TABLE privileges ADD CONSTRAINT privileges_link_of_account FOREIGN KEY (link_id, account_id, username_id) REFERENCES links (id, account_id, username_id);

-- Failed proofs of a password in a row, by the name that was tried, whether or not there is
-- such a username: both must be throttled alike.
CREATE TABLE failed_proofs (
  name_key text PRIMARY KEY,
  failures int NOT NULL,
  locked_until timestamptz NOT NULL
);

-- The one row tells which walls (ent/walls_by_hand.sql and ent/gen/walls.sql) stand.
CREATE TABLE walls (checksum text NOT NULL);
