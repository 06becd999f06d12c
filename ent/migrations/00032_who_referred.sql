-- +goose Up
-- Where the subscriber of a policy lives, and who referred the client: CMS-1500 boxes 7 and 17.
ALTER TABLE "insurance_policies" ADD COLUMN "subscriber_street" character varying NULL, ADD COLUMN "subscriber_city" character varying NULL,
  ADD COLUMN "subscriber_state" character varying NULL, ADD COLUMN "subscriber_zip" character varying NULL,
  ADD COLUMN "referring_provider" character varying NULL, ADD COLUMN "referring_name" character varying NULL;
ALTER TABLE insurance_policies
  ADD CONSTRAINT policies_referring_of_account FOREIGN KEY (account_id, referring_provider) REFERENCES referring_providers (account_id, natural_key) ON UPDATE CASCADE,
  ADD CONSTRAINT policies_referring_named CHECK ((referring_provider IS NULL) = (referring_name IS NULL));
CREATE INDEX policies_of_referring ON insurance_policies (account_id, referring_provider) WHERE referring_provider IS NOT NULL;
