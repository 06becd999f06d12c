-- +goose Up
-- An appointment has one client session; one that was voided by mistake can be made anew.
DROP INDEX "clientsession_appointment_id";
CREATE UNIQUE INDEX "clientsession_appointment_id" ON "client_sessions" ("appointment_id") WHERE status <> 'VOID';
