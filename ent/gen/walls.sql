-- Code generated from the section annotations in ent/schema, DO NOT EDIT.

-- appointments: CALENDAR
ALTER TABLE appointments ENABLE ROW LEVEL SECURITY;
ALTER TABLE appointments FORCE ROW LEVEL SECURITY;
CREATE POLICY see ON appointments FOR SELECT USING (account_id = (SELECT l.account_id FROM links l JOIN privileges p ON p.link_id = l.id
    WHERE l.username_id = NULLIF(current_setting('lanyard.username', true), '')::uuid
      AND l.account_id = NULLIF(current_setting('lanyard.account', true), '')::uuid
      AND l.ended_at IS NULL
      AND (l.valid_from IS NULL OR l.valid_from <= now()) AND (l.valid_until IS NULL OR l.valid_until > now())
      AND p.section = 'CALENDAR' AND p.level >= 1
      AND (p.valid_from IS NULL OR p.valid_from <= now()) AND (p.valid_until IS NULL OR p.valid_until > now())));
GRANT SELECT, INSERT, UPDATE ON appointments TO lanyard_app;
CREATE POLICY add ON appointments FOR INSERT WITH CHECK (account_id = (SELECT l.account_id FROM links l JOIN privileges p ON p.link_id = l.id
    WHERE l.username_id = NULLIF(current_setting('lanyard.username', true), '')::uuid
      AND l.account_id = NULLIF(current_setting('lanyard.account', true), '')::uuid
      AND l.ended_at IS NULL
      AND (l.valid_from IS NULL OR l.valid_from <= now()) AND (l.valid_until IS NULL OR l.valid_until > now())
      AND p.section = 'CALENDAR' AND p.level >= 2
      AND (p.valid_from IS NULL OR p.valid_from <= now()) AND (p.valid_until IS NULL OR p.valid_until > now())));
CREATE POLICY change ON appointments FOR UPDATE USING (account_id = (SELECT l.account_id FROM links l JOIN privileges p ON p.link_id = l.id
    WHERE l.username_id = NULLIF(current_setting('lanyard.username', true), '')::uuid
      AND l.account_id = NULLIF(current_setting('lanyard.account', true), '')::uuid
      AND l.ended_at IS NULL
      AND (l.valid_from IS NULL OR l.valid_from <= now()) AND (l.valid_until IS NULL OR l.valid_until > now())
      AND p.section = 'CALENDAR' AND p.level >= 2
      AND (p.valid_from IS NULL OR p.valid_from <= now()) AND (p.valid_until IS NULL OR p.valid_until > now())));

-- billing_codes: CODES_SETUP
ALTER TABLE billing_codes ENABLE ROW LEVEL SECURITY;
ALTER TABLE billing_codes FORCE ROW LEVEL SECURITY;
CREATE POLICY see ON billing_codes FOR SELECT USING (account_id = (SELECT l.account_id FROM links l JOIN privileges p ON p.link_id = l.id
    WHERE l.username_id = NULLIF(current_setting('lanyard.username', true), '')::uuid
      AND l.account_id = NULLIF(current_setting('lanyard.account', true), '')::uuid
      AND l.ended_at IS NULL
      AND (l.valid_from IS NULL OR l.valid_from <= now()) AND (l.valid_until IS NULL OR l.valid_until > now())
      AND p.section = 'CODES_SETUP' AND p.level >= 1
      AND (p.valid_from IS NULL OR p.valid_from <= now()) AND (p.valid_until IS NULL OR p.valid_until > now())));
GRANT SELECT, INSERT, UPDATE ON billing_codes TO lanyard_app;
CREATE POLICY add ON billing_codes FOR INSERT WITH CHECK (account_id = (SELECT l.account_id FROM links l JOIN privileges p ON p.link_id = l.id
    WHERE l.username_id = NULLIF(current_setting('lanyard.username', true), '')::uuid
      AND l.account_id = NULLIF(current_setting('lanyard.account', true), '')::uuid
      AND l.ended_at IS NULL
      AND (l.valid_from IS NULL OR l.valid_from <= now()) AND (l.valid_until IS NULL OR l.valid_until > now())
      AND p.section = 'CODES_SETUP' AND p.level >= 2
      AND (p.valid_from IS NULL OR p.valid_from <= now()) AND (p.valid_until IS NULL OR p.valid_until > now())));
CREATE POLICY change ON billing_codes FOR UPDATE USING (account_id = (SELECT l.account_id FROM links l JOIN privileges p ON p.link_id = l.id
    WHERE l.username_id = NULLIF(current_setting('lanyard.username', true), '')::uuid
      AND l.account_id = NULLIF(current_setting('lanyard.account', true), '')::uuid
      AND l.ended_at IS NULL
      AND (l.valid_from IS NULL OR l.valid_from <= now()) AND (l.valid_until IS NULL OR l.valid_until > now())
      AND p.section = 'CODES_SETUP' AND p.level >= 2
      AND (p.valid_from IS NULL OR p.valid_from <= now()) AND (p.valid_until IS NULL OR p.valid_until > now())));

-- copied_entries: CODES_SETUP
ALTER TABLE copied_entries ENABLE ROW LEVEL SECURITY;
ALTER TABLE copied_entries FORCE ROW LEVEL SECURITY;
CREATE POLICY see ON copied_entries FOR SELECT USING (account_id = (SELECT l.account_id FROM links l JOIN privileges p ON p.link_id = l.id
    WHERE l.username_id = NULLIF(current_setting('lanyard.username', true), '')::uuid
      AND l.account_id = NULLIF(current_setting('lanyard.account', true), '')::uuid
      AND l.ended_at IS NULL
      AND (l.valid_from IS NULL OR l.valid_from <= now()) AND (l.valid_until IS NULL OR l.valid_until > now())
      AND p.section = 'CODES_SETUP' AND p.level >= 1
      AND (p.valid_from IS NULL OR p.valid_from <= now()) AND (p.valid_until IS NULL OR p.valid_until > now())));
GRANT SELECT, INSERT, UPDATE ON copied_entries TO lanyard_app;
CREATE POLICY add ON copied_entries FOR INSERT WITH CHECK (account_id = (SELECT l.account_id FROM links l JOIN privileges p ON p.link_id = l.id
    WHERE l.username_id = NULLIF(current_setting('lanyard.username', true), '')::uuid
      AND l.account_id = NULLIF(current_setting('lanyard.account', true), '')::uuid
      AND l.ended_at IS NULL
      AND (l.valid_from IS NULL OR l.valid_from <= now()) AND (l.valid_until IS NULL OR l.valid_until > now())
      AND p.section = 'CODES_SETUP' AND p.level >= 2
      AND (p.valid_from IS NULL OR p.valid_from <= now()) AND (p.valid_until IS NULL OR p.valid_until > now())));
CREATE POLICY change ON copied_entries FOR UPDATE USING (account_id = (SELECT l.account_id FROM links l JOIN privileges p ON p.link_id = l.id
    WHERE l.username_id = NULLIF(current_setting('lanyard.username', true), '')::uuid
      AND l.account_id = NULLIF(current_setting('lanyard.account', true), '')::uuid
      AND l.ended_at IS NULL
      AND (l.valid_from IS NULL OR l.valid_from <= now()) AND (l.valid_until IS NULL OR l.valid_until > now())
      AND p.section = 'CODES_SETUP' AND p.level >= 2
      AND (p.valid_from IS NULL OR p.valid_from <= now()) AND (p.valid_until IS NULL OR p.valid_until > now())));

-- copy_jobs: CODES_SETUP
ALTER TABLE copy_jobs ENABLE ROW LEVEL SECURITY;
ALTER TABLE copy_jobs FORCE ROW LEVEL SECURITY;
CREATE POLICY see ON copy_jobs FOR SELECT USING (account_id = (SELECT l.account_id FROM links l JOIN privileges p ON p.link_id = l.id
    WHERE l.username_id = NULLIF(current_setting('lanyard.username', true), '')::uuid
      AND l.account_id = NULLIF(current_setting('lanyard.account', true), '')::uuid
      AND l.ended_at IS NULL
      AND (l.valid_from IS NULL OR l.valid_from <= now()) AND (l.valid_until IS NULL OR l.valid_until > now())
      AND p.section = 'CODES_SETUP' AND p.level >= 1
      AND (p.valid_from IS NULL OR p.valid_from <= now()) AND (p.valid_until IS NULL OR p.valid_until > now())));
GRANT SELECT, INSERT, UPDATE ON copy_jobs TO lanyard_app;
CREATE POLICY add ON copy_jobs FOR INSERT WITH CHECK (account_id = (SELECT l.account_id FROM links l JOIN privileges p ON p.link_id = l.id
    WHERE l.username_id = NULLIF(current_setting('lanyard.username', true), '')::uuid
      AND l.account_id = NULLIF(current_setting('lanyard.account', true), '')::uuid
      AND l.ended_at IS NULL
      AND (l.valid_from IS NULL OR l.valid_from <= now()) AND (l.valid_until IS NULL OR l.valid_until > now())
      AND p.section = 'CODES_SETUP' AND p.level >= 2
      AND (p.valid_from IS NULL OR p.valid_from <= now()) AND (p.valid_until IS NULL OR p.valid_until > now())));
CREATE POLICY change ON copy_jobs FOR UPDATE USING (account_id = (SELECT l.account_id FROM links l JOIN privileges p ON p.link_id = l.id
    WHERE l.username_id = NULLIF(current_setting('lanyard.username', true), '')::uuid
      AND l.account_id = NULLIF(current_setting('lanyard.account', true), '')::uuid
      AND l.ended_at IS NULL
      AND (l.valid_from IS NULL OR l.valid_from <= now()) AND (l.valid_until IS NULL OR l.valid_until > now())
      AND p.section = 'CODES_SETUP' AND p.level >= 2
      AND (p.valid_from IS NULL OR p.valid_from <= now()) AND (p.valid_until IS NULL OR p.valid_until > now())));

-- diagnosis_codes: CODES_SETUP
ALTER TABLE diagnosis_codes ENABLE ROW LEVEL SECURITY;
ALTER TABLE diagnosis_codes FORCE ROW LEVEL SECURITY;
CREATE POLICY see ON diagnosis_codes FOR SELECT USING (account_id = (SELECT l.account_id FROM links l JOIN privileges p ON p.link_id = l.id
    WHERE l.username_id = NULLIF(current_setting('lanyard.username', true), '')::uuid
      AND l.account_id = NULLIF(current_setting('lanyard.account', true), '')::uuid
      AND l.ended_at IS NULL
      AND (l.valid_from IS NULL OR l.valid_from <= now()) AND (l.valid_until IS NULL OR l.valid_until > now())
      AND p.section = 'CODES_SETUP' AND p.level >= 1
      AND (p.valid_from IS NULL OR p.valid_from <= now()) AND (p.valid_until IS NULL OR p.valid_until > now())));
GRANT SELECT, INSERT, UPDATE ON diagnosis_codes TO lanyard_app;
CREATE POLICY add ON diagnosis_codes FOR INSERT WITH CHECK (account_id = (SELECT l.account_id FROM links l JOIN privileges p ON p.link_id = l.id
    WHERE l.username_id = NULLIF(current_setting('lanyard.username', true), '')::uuid
      AND l.account_id = NULLIF(current_setting('lanyard.account', true), '')::uuid
      AND l.ended_at IS NULL
      AND (l.valid_from IS NULL OR l.valid_from <= now()) AND (l.valid_until IS NULL OR l.valid_until > now())
      AND p.section = 'CODES_SETUP' AND p.level >= 2
      AND (p.valid_from IS NULL OR p.valid_from <= now()) AND (p.valid_until IS NULL OR p.valid_until > now())));
CREATE POLICY change ON diagnosis_codes FOR UPDATE USING (account_id = (SELECT l.account_id FROM links l JOIN privileges p ON p.link_id = l.id
    WHERE l.username_id = NULLIF(current_setting('lanyard.username', true), '')::uuid
      AND l.account_id = NULLIF(current_setting('lanyard.account', true), '')::uuid
      AND l.ended_at IS NULL
      AND (l.valid_from IS NULL OR l.valid_from <= now()) AND (l.valid_until IS NULL OR l.valid_until > now())
      AND p.section = 'CODES_SETUP' AND p.level >= 2
      AND (p.valid_from IS NULL OR p.valid_from <= now()) AND (p.valid_until IS NULL OR p.valid_until > now())));

-- events: ACTIVITY_LOG
ALTER TABLE events ENABLE ROW LEVEL SECURITY;
ALTER TABLE events FORCE ROW LEVEL SECURITY;
CREATE POLICY see ON events FOR SELECT USING (account_id = (SELECT l.account_id FROM links l JOIN privileges p ON p.link_id = l.id
    WHERE l.username_id = NULLIF(current_setting('lanyard.username', true), '')::uuid
      AND l.account_id = NULLIF(current_setting('lanyard.account', true), '')::uuid
      AND l.ended_at IS NULL
      AND (l.valid_from IS NULL OR l.valid_from <= now()) AND (l.valid_until IS NULL OR l.valid_until > now())
      AND p.section = 'ACTIVITY_LOG' AND p.level >= 1
      AND (p.valid_from IS NULL OR p.valid_from <= now()) AND (p.valid_until IS NULL OR p.valid_until > now())));

-- clients: CLIENTS
ALTER TABLE clients ENABLE ROW LEVEL SECURITY;
ALTER TABLE clients FORCE ROW LEVEL SECURITY;
CREATE POLICY see ON clients FOR SELECT USING (account_id = (SELECT l.account_id FROM links l JOIN privileges p ON p.link_id = l.id
    WHERE l.username_id = NULLIF(current_setting('lanyard.username', true), '')::uuid
      AND l.account_id = NULLIF(current_setting('lanyard.account', true), '')::uuid
      AND l.ended_at IS NULL
      AND (l.valid_from IS NULL OR l.valid_from <= now()) AND (l.valid_until IS NULL OR l.valid_until > now())
      AND p.section = 'CLIENTS' AND p.level >= 1
      AND (p.valid_from IS NULL OR p.valid_from <= now()) AND (p.valid_until IS NULL OR p.valid_until > now())));
GRANT SELECT, INSERT, UPDATE ON clients TO lanyard_app;
CREATE POLICY add ON clients FOR INSERT WITH CHECK (account_id = (SELECT l.account_id FROM links l JOIN privileges p ON p.link_id = l.id
    WHERE l.username_id = NULLIF(current_setting('lanyard.username', true), '')::uuid
      AND l.account_id = NULLIF(current_setting('lanyard.account', true), '')::uuid
      AND l.ended_at IS NULL
      AND (l.valid_from IS NULL OR l.valid_from <= now()) AND (l.valid_until IS NULL OR l.valid_until > now())
      AND p.section = 'CLIENTS' AND p.level >= 2
      AND (p.valid_from IS NULL OR p.valid_from <= now()) AND (p.valid_until IS NULL OR p.valid_until > now())));
CREATE POLICY change ON clients FOR UPDATE USING (account_id = (SELECT l.account_id FROM links l JOIN privileges p ON p.link_id = l.id
    WHERE l.username_id = NULLIF(current_setting('lanyard.username', true), '')::uuid
      AND l.account_id = NULLIF(current_setting('lanyard.account', true), '')::uuid
      AND l.ended_at IS NULL
      AND (l.valid_from IS NULL OR l.valid_from <= now()) AND (l.valid_until IS NULL OR l.valid_until > now())
      AND p.section = 'CLIENTS' AND p.level >= 2
      AND (p.valid_from IS NULL OR p.valid_from <= now()) AND (p.valid_until IS NULL OR p.valid_until > now())));

-- payers: CODES_SETUP
ALTER TABLE payers ENABLE ROW LEVEL SECURITY;
ALTER TABLE payers FORCE ROW LEVEL SECURITY;
CREATE POLICY see ON payers FOR SELECT USING (account_id = (SELECT l.account_id FROM links l JOIN privileges p ON p.link_id = l.id
    WHERE l.username_id = NULLIF(current_setting('lanyard.username', true), '')::uuid
      AND l.account_id = NULLIF(current_setting('lanyard.account', true), '')::uuid
      AND l.ended_at IS NULL
      AND (l.valid_from IS NULL OR l.valid_from <= now()) AND (l.valid_until IS NULL OR l.valid_until > now())
      AND p.section = 'CODES_SETUP' AND p.level >= 1
      AND (p.valid_from IS NULL OR p.valid_from <= now()) AND (p.valid_until IS NULL OR p.valid_until > now())));
GRANT SELECT, INSERT, UPDATE ON payers TO lanyard_app;
CREATE POLICY add ON payers FOR INSERT WITH CHECK (account_id = (SELECT l.account_id FROM links l JOIN privileges p ON p.link_id = l.id
    WHERE l.username_id = NULLIF(current_setting('lanyard.username', true), '')::uuid
      AND l.account_id = NULLIF(current_setting('lanyard.account', true), '')::uuid
      AND l.ended_at IS NULL
      AND (l.valid_from IS NULL OR l.valid_from <= now()) AND (l.valid_until IS NULL OR l.valid_until > now())
      AND p.section = 'CODES_SETUP' AND p.level >= 2
      AND (p.valid_from IS NULL OR p.valid_from <= now()) AND (p.valid_until IS NULL OR p.valid_until > now())));
CREATE POLICY change ON payers FOR UPDATE USING (account_id = (SELECT l.account_id FROM links l JOIN privileges p ON p.link_id = l.id
    WHERE l.username_id = NULLIF(current_setting('lanyard.username', true), '')::uuid
      AND l.account_id = NULLIF(current_setting('lanyard.account', true), '')::uuid
      AND l.ended_at IS NULL
      AND (l.valid_from IS NULL OR l.valid_from <= now()) AND (l.valid_until IS NULL OR l.valid_until > now())
      AND p.section = 'CODES_SETUP' AND p.level >= 2
      AND (p.valid_from IS NULL OR p.valid_from <= now()) AND (p.valid_until IS NULL OR p.valid_until > now())));

-- seals: ACTIVITY_LOG
ALTER TABLE seals ENABLE ROW LEVEL SECURITY;
ALTER TABLE seals FORCE ROW LEVEL SECURITY;
CREATE POLICY see ON seals FOR SELECT USING (account_id = (SELECT l.account_id FROM links l JOIN privileges p ON p.link_id = l.id
    WHERE l.username_id = NULLIF(current_setting('lanyard.username', true), '')::uuid
      AND l.account_id = NULLIF(current_setting('lanyard.account', true), '')::uuid
      AND l.ended_at IS NULL
      AND (l.valid_from IS NULL OR l.valid_from <= now()) AND (l.valid_until IS NULL OR l.valid_until > now())
      AND p.section = 'ACTIVITY_LOG' AND p.level >= 1
      AND (p.valid_from IS NULL OR p.valid_from <= now()) AND (p.valid_until IS NULL OR p.valid_until > now())));
