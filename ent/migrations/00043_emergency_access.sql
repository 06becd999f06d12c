-- +goose Up
-- Emergency access (45 CFR 164.312(a)(2)(ii)): what an owner has settled before, and each time it was used.
CREATE TABLE "emergency_settings" (
  "id" uuid NOT NULL,
  "links" uuid[] NULL,
  "longest_minutes" bigint NOT NULL,
  "levels" jsonb NOT NULL,
  "contact_name" character varying NOT NULL,
  "contact_email" character varying NOT NULL,
  "changed_at" timestamptz NOT NULL,
  "changed_by" character varying NOT NULL,
  "version" bigint NOT NULL DEFAULT 1,
  "account_id" uuid NOT NULL,
  PRIMARY KEY ("id"),
  CONSTRAINT "emergency_settings_accounts_account" FOREIGN KEY ("account_id") REFERENCES "accounts" ("id") ON DELETE NO ACTION,
  CONSTRAINT "emergency_settings_longest" CHECK (longest_minutes BETWEEN 15 AND 1440)
);
CREATE UNIQUE INDEX "emergencysettings_account_id" ON "emergency_settings" ("account_id");
CREATE TABLE "emergencies" (
  "id" uuid NOT NULL,
  "link_id" uuid NOT NULL,
  "username_id" uuid NOT NULL,
  "username" character varying NOT NULL,
  "reason" character varying NOT NULL,
  "levels" jsonb NOT NULL,
  "started_at" timestamptz NOT NULL,
  "until" timestamptz NOT NULL,
  "ended_at" timestamptz NULL,
  "ended_by" character varying NULL,
  "reviewed_at" timestamptz NULL,
  "reviewer_id" uuid NULL,
  "reviewer" character varying NULL,
  "justified" boolean NULL,
  "finding" character varying NULL,
  "account_id" uuid NOT NULL,
  PRIMARY KEY ("id"),
  CONSTRAINT "emergencies_accounts_account" FOREIGN KEY ("account_id") REFERENCES "accounts" ("id") ON DELETE NO ACTION,
  CONSTRAINT "emergencies_times" CHECK (started_at < until AND until <= started_at + interval '24 hours'),
  CONSTRAINT emergencies_of_reviewer CHECK (reviewed_at IS NULL AND reviewer_id IS NULL AND reviewer IS NULL AND justified IS NULL AND finding IS NULL
    OR reviewed_at IS NOT NULL AND reviewer_id <> username_id AND reviewer IS NOT NULL AND justified IS NOT NULL AND finding IS NOT NULL)
);
CREATE INDEX "emergency_account_id_started_at" ON "emergencies" ("account_id", "started_at");
CREATE INDEX "emergency_until" ON "emergencies" ("until") WHERE ended_at IS NULL;
CREATE INDEX emergencies_of_link ON emergencies (link_id) WHERE ended_at IS NULL;
ALTER TABLE emergencies ADD CONSTRAINT emergencies_link_of_account FOREIGN KEY (link_id, account_id, username_id) REFERENCES links (id, account_id, username_id);

-- A link has for each section what was given, and what an emergency opens. Only what holds clients' records
-- is ever opened, never what runs the account.
ALTER TABLE privileges
  ADD COLUMN source character varying NOT NULL DEFAULT 'GIVEN',
  ADD COLUMN emergency_id uuid NULL CONSTRAINT privileges_of_emergency REFERENCES emergencies (id),
  ADD CONSTRAINT privileges_of_emergencies CHECK (source = 'GIVEN' AND emergency_id IS NULL AND route <> 'EMERGENCY'
    OR source = 'EMERGENCY' AND emergency_id IS NOT NULL AND route = 'EMERGENCY' AND valid_from IS NOT NULL AND valid_until IS NOT NULL
      AND section NOT IN ('PRACTICE_SETUP', 'CODES_SETUP', 'ACCOUNT_ACCESS', 'ACTIVITY_LOG'));
DROP INDEX "privilege_link_id_section";
CREATE UNIQUE INDEX "privilege_link_id_section_source" ON "privileges" ("link_id", "section", "source");

-- A notice that goes to the second contact is mailed to that address, and not shown in the account.
ALTER TABLE notices ADD COLUMN mail_to character varying NULL;
