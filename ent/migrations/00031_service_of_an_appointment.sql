-- +goose Up
-- What an appointment is booked as, beside the billing code that comes of it. Both are of the same account.
CREATE UNIQUE INDEX "servicecode_id_account_id" ON "service_codes" ("id", "account_id");
ALTER TABLE "appointments" ADD COLUMN "service_id" uuid NULL,
  ADD CONSTRAINT "appointments_service_codes_service" FOREIGN KEY ("service_id") REFERENCES "service_codes" ("id") ON DELETE SET NULL;
ALTER TABLE appointments
  ADD CONSTRAINT appointments_service_of_account FOREIGN KEY (service_id, account_id) REFERENCES service_codes (id, account_id);
CREATE INDEX appointments_of_service ON appointments (service_id);
