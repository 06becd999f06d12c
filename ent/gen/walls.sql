-- Code generated from the section annotations in ent/schema, DO NOT EDIT.

-- access_decisions: ACCOUNT_ACCESS
ALTER TABLE access_decisions ENABLE ROW LEVEL SECURITY;
ALTER TABLE access_decisions FORCE ROW LEVEL SECURITY;
CREATE POLICY see ON access_decisions FOR SELECT USING (account_id = (SELECT l.account_id FROM links l JOIN privileges p ON p.link_id = l.id
    WHERE l.username_id = NULLIF(current_setting('lanyard.username', true), '')::uuid
      AND l.account_id = NULLIF(current_setting('lanyard.account', true), '')::uuid
      AND l.ended_at IS NULL
      AND (l.valid_from IS NULL OR l.valid_from <= now()) AND (l.valid_until IS NULL OR l.valid_until > now())
      AND NOT factor_due(l.account_id)
      AND p.section = 'ACCOUNT_ACCESS' AND p.level >= 1
      AND through_token(p, 1) AND in_view(p, 1)
      AND (p.valid_from IS NULL OR p.valid_from <= now()) AND (p.valid_until IS NULL OR p.valid_until > now()) LIMIT 1));
GRANT SELECT, INSERT ON access_decisions TO lanyard_app;
CREATE POLICY add ON access_decisions FOR INSERT WITH CHECK (account_id = (SELECT l.account_id FROM links l JOIN privileges p ON p.link_id = l.id
    WHERE l.username_id = NULLIF(current_setting('lanyard.username', true), '')::uuid
      AND l.account_id = NULLIF(current_setting('lanyard.account', true), '')::uuid
      AND l.ended_at IS NULL
      AND (l.valid_from IS NULL OR l.valid_from <= now()) AND (l.valid_until IS NULL OR l.valid_until > now())
      AND NOT factor_due(l.account_id)
      AND p.section = 'ACCOUNT_ACCESS' AND p.level >= 2
      AND through_token(p, 2) AND in_view(p, 2)
      AND (p.valid_from IS NULL OR p.valid_from <= now()) AND (p.valid_until IS NULL OR p.valid_until > now()) LIMIT 1));

-- access_reviews: ACCOUNT_ACCESS
ALTER TABLE access_reviews ENABLE ROW LEVEL SECURITY;
ALTER TABLE access_reviews FORCE ROW LEVEL SECURITY;
CREATE POLICY see ON access_reviews FOR SELECT USING (account_id = (SELECT l.account_id FROM links l JOIN privileges p ON p.link_id = l.id
    WHERE l.username_id = NULLIF(current_setting('lanyard.username', true), '')::uuid
      AND l.account_id = NULLIF(current_setting('lanyard.account', true), '')::uuid
      AND l.ended_at IS NULL
      AND (l.valid_from IS NULL OR l.valid_from <= now()) AND (l.valid_until IS NULL OR l.valid_until > now())
      AND NOT factor_due(l.account_id)
      AND p.section = 'ACCOUNT_ACCESS' AND p.level >= 1
      AND through_token(p, 1) AND in_view(p, 1)
      AND (p.valid_from IS NULL OR p.valid_from <= now()) AND (p.valid_until IS NULL OR p.valid_until > now()) LIMIT 1));
GRANT SELECT, INSERT, UPDATE ON access_reviews TO lanyard_app;
CREATE POLICY add ON access_reviews FOR INSERT WITH CHECK (account_id = (SELECT l.account_id FROM links l JOIN privileges p ON p.link_id = l.id
    WHERE l.username_id = NULLIF(current_setting('lanyard.username', true), '')::uuid
      AND l.account_id = NULLIF(current_setting('lanyard.account', true), '')::uuid
      AND l.ended_at IS NULL
      AND (l.valid_from IS NULL OR l.valid_from <= now()) AND (l.valid_until IS NULL OR l.valid_until > now())
      AND NOT factor_due(l.account_id)
      AND p.section = 'ACCOUNT_ACCESS' AND p.level >= 2
      AND through_token(p, 2) AND in_view(p, 2)
      AND (p.valid_from IS NULL OR p.valid_from <= now()) AND (p.valid_until IS NULL OR p.valid_until > now()) LIMIT 1));
CREATE POLICY change ON access_reviews FOR UPDATE USING (account_id = (SELECT l.account_id FROM links l JOIN privileges p ON p.link_id = l.id
    WHERE l.username_id = NULLIF(current_setting('lanyard.username', true), '')::uuid
      AND l.account_id = NULLIF(current_setting('lanyard.account', true), '')::uuid
      AND l.ended_at IS NULL
      AND (l.valid_from IS NULL OR l.valid_from <= now()) AND (l.valid_until IS NULL OR l.valid_until > now())
      AND NOT factor_due(l.account_id)
      AND p.section = 'ACCOUNT_ACCESS' AND p.level >= 2
      AND through_token(p, 2) AND in_view(p, 2)
      AND (p.valid_from IS NULL OR p.valid_from <= now()) AND (p.valid_until IS NULL OR p.valid_until > now()) LIMIT 1));

-- appointments: CALENDAR
ALTER TABLE appointments ENABLE ROW LEVEL SECURITY;
ALTER TABLE appointments FORCE ROW LEVEL SECURITY;
CREATE POLICY see ON appointments FOR SELECT USING (account_id = (SELECT l.account_id FROM links l JOIN privileges p ON p.link_id = l.id
    WHERE l.username_id = NULLIF(current_setting('lanyard.username', true), '')::uuid
      AND l.account_id = NULLIF(current_setting('lanyard.account', true), '')::uuid
      AND l.ended_at IS NULL
      AND (l.valid_from IS NULL OR l.valid_from <= now()) AND (l.valid_until IS NULL OR l.valid_until > now())
      AND NOT factor_due(l.account_id)
      AND p.section = 'CALENDAR' AND p.level >= 1
      AND through_token(p, 1) AND in_view(p, 1)
      AND (p.valid_from IS NULL OR p.valid_from <= now()) AND (p.valid_until IS NULL OR p.valid_until > now()) LIMIT 1));
GRANT SELECT, INSERT, UPDATE ON appointments TO lanyard_app;
CREATE POLICY add ON appointments FOR INSERT WITH CHECK (account_id = (SELECT l.account_id FROM links l JOIN privileges p ON p.link_id = l.id
    WHERE l.username_id = NULLIF(current_setting('lanyard.username', true), '')::uuid
      AND l.account_id = NULLIF(current_setting('lanyard.account', true), '')::uuid
      AND l.ended_at IS NULL
      AND (l.valid_from IS NULL OR l.valid_from <= now()) AND (l.valid_until IS NULL OR l.valid_until > now())
      AND NOT factor_due(l.account_id)
      AND p.section = 'CALENDAR' AND p.level >= 2
      AND through_token(p, 2) AND in_view(p, 2)
      AND (p.valid_from IS NULL OR p.valid_from <= now()) AND (p.valid_until IS NULL OR p.valid_until > now()) LIMIT 1));
CREATE POLICY change ON appointments FOR UPDATE USING (account_id = (SELECT l.account_id FROM links l JOIN privileges p ON p.link_id = l.id
    WHERE l.username_id = NULLIF(current_setting('lanyard.username', true), '')::uuid
      AND l.account_id = NULLIF(current_setting('lanyard.account', true), '')::uuid
      AND l.ended_at IS NULL
      AND (l.valid_from IS NULL OR l.valid_from <= now()) AND (l.valid_until IS NULL OR l.valid_until > now())
      AND NOT factor_due(l.account_id)
      AND p.section = 'CALENDAR' AND p.level >= 2
      AND through_token(p, 2) AND in_view(p, 2)
      AND (p.valid_from IS NULL OR p.valid_from <= now()) AND (p.valid_until IS NULL OR p.valid_until > now()) LIMIT 1));

-- authorizations: INSURANCE
ALTER TABLE authorizations ENABLE ROW LEVEL SECURITY;
ALTER TABLE authorizations FORCE ROW LEVEL SECURITY;
CREATE POLICY see ON authorizations FOR SELECT USING (account_id = (SELECT l.account_id FROM links l JOIN privileges p ON p.link_id = l.id
    WHERE l.username_id = NULLIF(current_setting('lanyard.username', true), '')::uuid
      AND l.account_id = NULLIF(current_setting('lanyard.account', true), '')::uuid
      AND l.ended_at IS NULL
      AND (l.valid_from IS NULL OR l.valid_from <= now()) AND (l.valid_until IS NULL OR l.valid_until > now())
      AND NOT factor_due(l.account_id)
      AND p.section = 'INSURANCE' AND p.level >= 1
      AND through_token(p, 1) AND in_view(p, 1)
      AND (p.valid_from IS NULL OR p.valid_from <= now()) AND (p.valid_until IS NULL OR p.valid_until > now()) LIMIT 1));
GRANT SELECT, INSERT, UPDATE ON authorizations TO lanyard_app;
CREATE POLICY add ON authorizations FOR INSERT WITH CHECK (account_id = (SELECT l.account_id FROM links l JOIN privileges p ON p.link_id = l.id
    WHERE l.username_id = NULLIF(current_setting('lanyard.username', true), '')::uuid
      AND l.account_id = NULLIF(current_setting('lanyard.account', true), '')::uuid
      AND l.ended_at IS NULL
      AND (l.valid_from IS NULL OR l.valid_from <= now()) AND (l.valid_until IS NULL OR l.valid_until > now())
      AND NOT factor_due(l.account_id)
      AND p.section = 'INSURANCE' AND p.level >= 2
      AND through_token(p, 2) AND in_view(p, 2)
      AND (p.valid_from IS NULL OR p.valid_from <= now()) AND (p.valid_until IS NULL OR p.valid_until > now()) LIMIT 1));
CREATE POLICY change ON authorizations FOR UPDATE USING (account_id = (SELECT l.account_id FROM links l JOIN privileges p ON p.link_id = l.id
    WHERE l.username_id = NULLIF(current_setting('lanyard.username', true), '')::uuid
      AND l.account_id = NULLIF(current_setting('lanyard.account', true), '')::uuid
      AND l.ended_at IS NULL
      AND (l.valid_from IS NULL OR l.valid_from <= now()) AND (l.valid_until IS NULL OR l.valid_until > now())
      AND NOT factor_due(l.account_id)
      AND p.section = 'INSURANCE' AND p.level >= 2
      AND through_token(p, 2) AND in_view(p, 2)
      AND (p.valid_from IS NULL OR p.valid_from <= now()) AND (p.valid_until IS NULL OR p.valid_until > now()) LIMIT 1));

-- billing_codes: CODES_SETUP, read by CALENDAR, read by CLIENT_SESSIONS, read by INVOICES
ALTER TABLE billing_codes ENABLE ROW LEVEL SECURITY;
ALTER TABLE billing_codes FORCE ROW LEVEL SECURITY;
CREATE POLICY see ON billing_codes FOR SELECT USING (account_id = (SELECT l.account_id FROM links l JOIN privileges p ON p.link_id = l.id
    WHERE l.username_id = NULLIF(current_setting('lanyard.username', true), '')::uuid
      AND l.account_id = NULLIF(current_setting('lanyard.account', true), '')::uuid
      AND l.ended_at IS NULL
      AND (l.valid_from IS NULL OR l.valid_from <= now()) AND (l.valid_until IS NULL OR l.valid_until > now())
      AND NOT factor_due(l.account_id)
      AND p.section IN ('CODES_SETUP', 'CALENDAR', 'CLIENT_SESSIONS', 'INVOICES') AND p.level >= 1
      AND through_token(p, 1) AND in_view(p, 1)
      AND (p.valid_from IS NULL OR p.valid_from <= now()) AND (p.valid_until IS NULL OR p.valid_until > now()) LIMIT 1));
GRANT SELECT, INSERT, UPDATE ON billing_codes TO lanyard_app;
CREATE POLICY add ON billing_codes FOR INSERT WITH CHECK (account_id = (SELECT l.account_id FROM links l JOIN privileges p ON p.link_id = l.id
    WHERE l.username_id = NULLIF(current_setting('lanyard.username', true), '')::uuid
      AND l.account_id = NULLIF(current_setting('lanyard.account', true), '')::uuid
      AND l.ended_at IS NULL
      AND (l.valid_from IS NULL OR l.valid_from <= now()) AND (l.valid_until IS NULL OR l.valid_until > now())
      AND NOT factor_due(l.account_id)
      AND p.section = 'CODES_SETUP' AND p.level >= 2
      AND through_token(p, 2) AND in_view(p, 2)
      AND (p.valid_from IS NULL OR p.valid_from <= now()) AND (p.valid_until IS NULL OR p.valid_until > now()) LIMIT 1));
CREATE POLICY change ON billing_codes FOR UPDATE USING (account_id = (SELECT l.account_id FROM links l JOIN privileges p ON p.link_id = l.id
    WHERE l.username_id = NULLIF(current_setting('lanyard.username', true), '')::uuid
      AND l.account_id = NULLIF(current_setting('lanyard.account', true), '')::uuid
      AND l.ended_at IS NULL
      AND (l.valid_from IS NULL OR l.valid_from <= now()) AND (l.valid_until IS NULL OR l.valid_until > now())
      AND NOT factor_due(l.account_id)
      AND p.section = 'CODES_SETUP' AND p.level >= 2
      AND through_token(p, 2) AND in_view(p, 2)
      AND (p.valid_from IS NULL OR p.valid_from <= now()) AND (p.valid_until IS NULL OR p.valid_until > now()) LIMIT 1));

-- client_sessions: CLIENT_SESSIONS
ALTER TABLE client_sessions ENABLE ROW LEVEL SECURITY;
ALTER TABLE client_sessions FORCE ROW LEVEL SECURITY;
CREATE POLICY see ON client_sessions FOR SELECT USING (account_id = (SELECT l.account_id FROM links l JOIN privileges p ON p.link_id = l.id
    WHERE l.username_id = NULLIF(current_setting('lanyard.username', true), '')::uuid
      AND l.account_id = NULLIF(current_setting('lanyard.account', true), '')::uuid
      AND l.ended_at IS NULL
      AND (l.valid_from IS NULL OR l.valid_from <= now()) AND (l.valid_until IS NULL OR l.valid_until > now())
      AND NOT factor_due(l.account_id)
      AND p.section = 'CLIENT_SESSIONS' AND p.level >= 1
      AND through_token(p, 1) AND in_view(p, 1)
      AND (p.valid_from IS NULL OR p.valid_from <= now()) AND (p.valid_until IS NULL OR p.valid_until > now()) LIMIT 1));
GRANT SELECT, INSERT, UPDATE ON client_sessions TO lanyard_app;
CREATE POLICY add ON client_sessions FOR INSERT WITH CHECK (account_id = (SELECT l.account_id FROM links l JOIN privileges p ON p.link_id = l.id
    WHERE l.username_id = NULLIF(current_setting('lanyard.username', true), '')::uuid
      AND l.account_id = NULLIF(current_setting('lanyard.account', true), '')::uuid
      AND l.ended_at IS NULL
      AND (l.valid_from IS NULL OR l.valid_from <= now()) AND (l.valid_until IS NULL OR l.valid_until > now())
      AND NOT factor_due(l.account_id)
      AND p.section = 'CLIENT_SESSIONS' AND p.level >= 2
      AND through_token(p, 2) AND in_view(p, 2)
      AND (p.valid_from IS NULL OR p.valid_from <= now()) AND (p.valid_until IS NULL OR p.valid_until > now()) LIMIT 1));
CREATE POLICY change ON client_sessions FOR UPDATE USING (account_id = (SELECT l.account_id FROM links l JOIN privileges p ON p.link_id = l.id
    WHERE l.username_id = NULLIF(current_setting('lanyard.username', true), '')::uuid
      AND l.account_id = NULLIF(current_setting('lanyard.account', true), '')::uuid
      AND l.ended_at IS NULL
      AND (l.valid_from IS NULL OR l.valid_from <= now()) AND (l.valid_until IS NULL OR l.valid_until > now())
      AND NOT factor_due(l.account_id)
      AND p.section = 'CLIENT_SESSIONS' AND p.level >= 2
      AND through_token(p, 2) AND in_view(p, 2)
      AND (p.valid_from IS NULL OR p.valid_from <= now()) AND (p.valid_until IS NULL OR p.valid_until > now()) LIMIT 1));

-- copied_entries: CODES_SETUP
ALTER TABLE copied_entries ENABLE ROW LEVEL SECURITY;
ALTER TABLE copied_entries FORCE ROW LEVEL SECURITY;
CREATE POLICY see ON copied_entries FOR SELECT USING (account_id = (SELECT l.account_id FROM links l JOIN privileges p ON p.link_id = l.id
    WHERE l.username_id = NULLIF(current_setting('lanyard.username', true), '')::uuid
      AND l.account_id = NULLIF(current_setting('lanyard.account', true), '')::uuid
      AND l.ended_at IS NULL
      AND (l.valid_from IS NULL OR l.valid_from <= now()) AND (l.valid_until IS NULL OR l.valid_until > now())
      AND NOT factor_due(l.account_id)
      AND p.section = 'CODES_SETUP' AND p.level >= 1
      AND through_token(p, 1) AND in_view(p, 1)
      AND (p.valid_from IS NULL OR p.valid_from <= now()) AND (p.valid_until IS NULL OR p.valid_until > now()) LIMIT 1));
GRANT SELECT, INSERT, UPDATE ON copied_entries TO lanyard_app;
CREATE POLICY add ON copied_entries FOR INSERT WITH CHECK (account_id = (SELECT l.account_id FROM links l JOIN privileges p ON p.link_id = l.id
    WHERE l.username_id = NULLIF(current_setting('lanyard.username', true), '')::uuid
      AND l.account_id = NULLIF(current_setting('lanyard.account', true), '')::uuid
      AND l.ended_at IS NULL
      AND (l.valid_from IS NULL OR l.valid_from <= now()) AND (l.valid_until IS NULL OR l.valid_until > now())
      AND NOT factor_due(l.account_id)
      AND p.section = 'CODES_SETUP' AND p.level >= 2
      AND through_token(p, 2) AND in_view(p, 2)
      AND (p.valid_from IS NULL OR p.valid_from <= now()) AND (p.valid_until IS NULL OR p.valid_until > now()) LIMIT 1));
CREATE POLICY change ON copied_entries FOR UPDATE USING (account_id = (SELECT l.account_id FROM links l JOIN privileges p ON p.link_id = l.id
    WHERE l.username_id = NULLIF(current_setting('lanyard.username', true), '')::uuid
      AND l.account_id = NULLIF(current_setting('lanyard.account', true), '')::uuid
      AND l.ended_at IS NULL
      AND (l.valid_from IS NULL OR l.valid_from <= now()) AND (l.valid_until IS NULL OR l.valid_until > now())
      AND NOT factor_due(l.account_id)
      AND p.section = 'CODES_SETUP' AND p.level >= 2
      AND through_token(p, 2) AND in_view(p, 2)
      AND (p.valid_from IS NULL OR p.valid_from <= now()) AND (p.valid_until IS NULL OR p.valid_until > now()) LIMIT 1));

-- copy_jobs: CODES_SETUP
ALTER TABLE copy_jobs ENABLE ROW LEVEL SECURITY;
ALTER TABLE copy_jobs FORCE ROW LEVEL SECURITY;
CREATE POLICY see ON copy_jobs FOR SELECT USING (account_id = (SELECT l.account_id FROM links l JOIN privileges p ON p.link_id = l.id
    WHERE l.username_id = NULLIF(current_setting('lanyard.username', true), '')::uuid
      AND l.account_id = NULLIF(current_setting('lanyard.account', true), '')::uuid
      AND l.ended_at IS NULL
      AND (l.valid_from IS NULL OR l.valid_from <= now()) AND (l.valid_until IS NULL OR l.valid_until > now())
      AND NOT factor_due(l.account_id)
      AND p.section = 'CODES_SETUP' AND p.level >= 1
      AND through_token(p, 1) AND in_view(p, 1)
      AND (p.valid_from IS NULL OR p.valid_from <= now()) AND (p.valid_until IS NULL OR p.valid_until > now()) LIMIT 1));
GRANT SELECT, INSERT, UPDATE ON copy_jobs TO lanyard_app;
CREATE POLICY add ON copy_jobs FOR INSERT WITH CHECK (account_id = (SELECT l.account_id FROM links l JOIN privileges p ON p.link_id = l.id
    WHERE l.username_id = NULLIF(current_setting('lanyard.username', true), '')::uuid
      AND l.account_id = NULLIF(current_setting('lanyard.account', true), '')::uuid
      AND l.ended_at IS NULL
      AND (l.valid_from IS NULL OR l.valid_from <= now()) AND (l.valid_until IS NULL OR l.valid_until > now())
      AND NOT factor_due(l.account_id)
      AND p.section = 'CODES_SETUP' AND p.level >= 2
      AND through_token(p, 2) AND in_view(p, 2)
      AND (p.valid_from IS NULL OR p.valid_from <= now()) AND (p.valid_until IS NULL OR p.valid_until > now()) LIMIT 1));
CREATE POLICY change ON copy_jobs FOR UPDATE USING (account_id = (SELECT l.account_id FROM links l JOIN privileges p ON p.link_id = l.id
    WHERE l.username_id = NULLIF(current_setting('lanyard.username', true), '')::uuid
      AND l.account_id = NULLIF(current_setting('lanyard.account', true), '')::uuid
      AND l.ended_at IS NULL
      AND (l.valid_from IS NULL OR l.valid_from <= now()) AND (l.valid_until IS NULL OR l.valid_until > now())
      AND NOT factor_due(l.account_id)
      AND p.section = 'CODES_SETUP' AND p.level >= 2
      AND through_token(p, 2) AND in_view(p, 2)
      AND (p.valid_from IS NULL OR p.valid_from <= now()) AND (p.valid_until IS NULL OR p.valid_until > now()) LIMIT 1));

-- diagnosis_codes: CODES_SETUP, read by CLIENT_SESSIONS, read by INVOICES
ALTER TABLE diagnosis_codes ENABLE ROW LEVEL SECURITY;
ALTER TABLE diagnosis_codes FORCE ROW LEVEL SECURITY;
CREATE POLICY see ON diagnosis_codes FOR SELECT USING (account_id = (SELECT l.account_id FROM links l JOIN privileges p ON p.link_id = l.id
    WHERE l.username_id = NULLIF(current_setting('lanyard.username', true), '')::uuid
      AND l.account_id = NULLIF(current_setting('lanyard.account', true), '')::uuid
      AND l.ended_at IS NULL
      AND (l.valid_from IS NULL OR l.valid_from <= now()) AND (l.valid_until IS NULL OR l.valid_until > now())
      AND NOT factor_due(l.account_id)
      AND p.section IN ('CODES_SETUP', 'CLIENT_SESSIONS', 'INVOICES') AND p.level >= 1
      AND through_token(p, 1) AND in_view(p, 1)
      AND (p.valid_from IS NULL OR p.valid_from <= now()) AND (p.valid_until IS NULL OR p.valid_until > now()) LIMIT 1));
GRANT SELECT, INSERT, UPDATE ON diagnosis_codes TO lanyard_app;
CREATE POLICY add ON diagnosis_codes FOR INSERT WITH CHECK (account_id = (SELECT l.account_id FROM links l JOIN privileges p ON p.link_id = l.id
    WHERE l.username_id = NULLIF(current_setting('lanyard.username', true), '')::uuid
      AND l.account_id = NULLIF(current_setting('lanyard.account', true), '')::uuid
      AND l.ended_at IS NULL
      AND (l.valid_from IS NULL OR l.valid_from <= now()) AND (l.valid_until IS NULL OR l.valid_until > now())
      AND NOT factor_due(l.account_id)
      AND p.section = 'CODES_SETUP' AND p.level >= 2
      AND through_token(p, 2) AND in_view(p, 2)
      AND (p.valid_from IS NULL OR p.valid_from <= now()) AND (p.valid_until IS NULL OR p.valid_until > now()) LIMIT 1));
CREATE POLICY change ON diagnosis_codes FOR UPDATE USING (account_id = (SELECT l.account_id FROM links l JOIN privileges p ON p.link_id = l.id
    WHERE l.username_id = NULLIF(current_setting('lanyard.username', true), '')::uuid
      AND l.account_id = NULLIF(current_setting('lanyard.account', true), '')::uuid
      AND l.ended_at IS NULL
      AND (l.valid_from IS NULL OR l.valid_from <= now()) AND (l.valid_until IS NULL OR l.valid_until > now())
      AND NOT factor_due(l.account_id)
      AND p.section = 'CODES_SETUP' AND p.level >= 2
      AND through_token(p, 2) AND in_view(p, 2)
      AND (p.valid_from IS NULL OR p.valid_from <= now()) AND (p.valid_until IS NULL OR p.valid_until > now()) LIMIT 1));

-- disclosures: CLIENTS
ALTER TABLE disclosures ENABLE ROW LEVEL SECURITY;
ALTER TABLE disclosures FORCE ROW LEVEL SECURITY;
CREATE POLICY see ON disclosures FOR SELECT USING (account_id = (SELECT l.account_id FROM links l JOIN privileges p ON p.link_id = l.id
    WHERE l.username_id = NULLIF(current_setting('lanyard.username', true), '')::uuid
      AND l.account_id = NULLIF(current_setting('lanyard.account', true), '')::uuid
      AND l.ended_at IS NULL
      AND (l.valid_from IS NULL OR l.valid_from <= now()) AND (l.valid_until IS NULL OR l.valid_until > now())
      AND NOT factor_due(l.account_id)
      AND p.section = 'CLIENTS' AND p.level >= 1
      AND through_token(p, 1) AND in_view(p, 1)
      AND (p.valid_from IS NULL OR p.valid_from <= now()) AND (p.valid_until IS NULL OR p.valid_until > now()) LIMIT 1));
GRANT SELECT, INSERT ON disclosures TO lanyard_app;
CREATE POLICY add ON disclosures FOR INSERT WITH CHECK (account_id = (SELECT l.account_id FROM links l JOIN privileges p ON p.link_id = l.id
    WHERE l.username_id = NULLIF(current_setting('lanyard.username', true), '')::uuid
      AND l.account_id = NULLIF(current_setting('lanyard.account', true), '')::uuid
      AND l.ended_at IS NULL
      AND (l.valid_from IS NULL OR l.valid_from <= now()) AND (l.valid_until IS NULL OR l.valid_until > now())
      AND NOT factor_due(l.account_id)
      AND p.section = 'CLIENTS' AND p.level >= 2
      AND through_token(p, 2) AND in_view(p, 2)
      AND (p.valid_from IS NULL OR p.valid_from <= now()) AND (p.valid_until IS NULL OR p.valid_until > now()) LIMIT 1));

-- disclosure_strikes: CLIENTS
ALTER TABLE disclosure_strikes ENABLE ROW LEVEL SECURITY;
ALTER TABLE disclosure_strikes FORCE ROW LEVEL SECURITY;
CREATE POLICY see ON disclosure_strikes FOR SELECT USING (account_id = (SELECT l.account_id FROM links l JOIN privileges p ON p.link_id = l.id
    WHERE l.username_id = NULLIF(current_setting('lanyard.username', true), '')::uuid
      AND l.account_id = NULLIF(current_setting('lanyard.account', true), '')::uuid
      AND l.ended_at IS NULL
      AND (l.valid_from IS NULL OR l.valid_from <= now()) AND (l.valid_until IS NULL OR l.valid_until > now())
      AND NOT factor_due(l.account_id)
      AND p.section = 'CLIENTS' AND p.level >= 1
      AND through_token(p, 1) AND in_view(p, 1)
      AND (p.valid_from IS NULL OR p.valid_from <= now()) AND (p.valid_until IS NULL OR p.valid_until > now()) LIMIT 1));
GRANT SELECT, INSERT ON disclosure_strikes TO lanyard_app;
CREATE POLICY add ON disclosure_strikes FOR INSERT WITH CHECK (account_id = (SELECT l.account_id FROM links l JOIN privileges p ON p.link_id = l.id
    WHERE l.username_id = NULLIF(current_setting('lanyard.username', true), '')::uuid
      AND l.account_id = NULLIF(current_setting('lanyard.account', true), '')::uuid
      AND l.ended_at IS NULL
      AND (l.valid_from IS NULL OR l.valid_from <= now()) AND (l.valid_until IS NULL OR l.valid_until > now())
      AND NOT factor_due(l.account_id)
      AND p.section = 'CLIENTS' AND p.level >= 2
      AND through_token(p, 2) AND in_view(p, 2)
      AND (p.valid_from IS NULL OR p.valid_from <= now()) AND (p.valid_until IS NULL OR p.valid_until > now()) LIMIT 1));

-- events: ACTIVITY_LOG
ALTER TABLE events ENABLE ROW LEVEL SECURITY;
ALTER TABLE events FORCE ROW LEVEL SECURITY;
CREATE POLICY see ON events FOR SELECT USING (account_id = (SELECT l.account_id FROM links l JOIN privileges p ON p.link_id = l.id
    WHERE l.username_id = NULLIF(current_setting('lanyard.username', true), '')::uuid
      AND l.account_id = NULLIF(current_setting('lanyard.account', true), '')::uuid
      AND l.ended_at IS NULL
      AND (l.valid_from IS NULL OR l.valid_from <= now()) AND (l.valid_until IS NULL OR l.valid_until > now())
      AND NOT factor_due(l.account_id)
      AND p.section = 'ACTIVITY_LOG' AND p.level >= 1
      AND through_token(p, 1) AND in_view(p, 1)
      AND (p.valid_from IS NULL OR p.valid_from <= now()) AND (p.valid_until IS NULL OR p.valid_until > now()) LIMIT 1));

-- insurance_policies: INSURANCE
ALTER TABLE insurance_policies ENABLE ROW LEVEL SECURITY;
ALTER TABLE insurance_policies FORCE ROW LEVEL SECURITY;
CREATE POLICY see ON insurance_policies FOR SELECT USING (account_id = (SELECT l.account_id FROM links l JOIN privileges p ON p.link_id = l.id
    WHERE l.username_id = NULLIF(current_setting('lanyard.username', true), '')::uuid
      AND l.account_id = NULLIF(current_setting('lanyard.account', true), '')::uuid
      AND l.ended_at IS NULL
      AND (l.valid_from IS NULL OR l.valid_from <= now()) AND (l.valid_until IS NULL OR l.valid_until > now())
      AND NOT factor_due(l.account_id)
      AND p.section = 'INSURANCE' AND p.level >= 1
      AND through_token(p, 1) AND in_view(p, 1)
      AND (p.valid_from IS NULL OR p.valid_from <= now()) AND (p.valid_until IS NULL OR p.valid_until > now()) LIMIT 1));
GRANT SELECT, INSERT, UPDATE ON insurance_policies TO lanyard_app;
CREATE POLICY add ON insurance_policies FOR INSERT WITH CHECK (account_id = (SELECT l.account_id FROM links l JOIN privileges p ON p.link_id = l.id
    WHERE l.username_id = NULLIF(current_setting('lanyard.username', true), '')::uuid
      AND l.account_id = NULLIF(current_setting('lanyard.account', true), '')::uuid
      AND l.ended_at IS NULL
      AND (l.valid_from IS NULL OR l.valid_from <= now()) AND (l.valid_until IS NULL OR l.valid_until > now())
      AND NOT factor_due(l.account_id)
      AND p.section = 'INSURANCE' AND p.level >= 2
      AND through_token(p, 2) AND in_view(p, 2)
      AND (p.valid_from IS NULL OR p.valid_from <= now()) AND (p.valid_until IS NULL OR p.valid_until > now()) LIMIT 1));
CREATE POLICY change ON insurance_policies FOR UPDATE USING (account_id = (SELECT l.account_id FROM links l JOIN privileges p ON p.link_id = l.id
    WHERE l.username_id = NULLIF(current_setting('lanyard.username', true), '')::uuid
      AND l.account_id = NULLIF(current_setting('lanyard.account', true), '')::uuid
      AND l.ended_at IS NULL
      AND (l.valid_from IS NULL OR l.valid_from <= now()) AND (l.valid_until IS NULL OR l.valid_until > now())
      AND NOT factor_due(l.account_id)
      AND p.section = 'INSURANCE' AND p.level >= 2
      AND through_token(p, 2) AND in_view(p, 2)
      AND (p.valid_from IS NULL OR p.valid_from <= now()) AND (p.valid_until IS NULL OR p.valid_until > now()) LIMIT 1));

-- invoices: INVOICES
ALTER TABLE invoices ENABLE ROW LEVEL SECURITY;
ALTER TABLE invoices FORCE ROW LEVEL SECURITY;
CREATE POLICY see ON invoices FOR SELECT USING (account_id = (SELECT l.account_id FROM links l JOIN privileges p ON p.link_id = l.id
    WHERE l.username_id = NULLIF(current_setting('lanyard.username', true), '')::uuid
      AND l.account_id = NULLIF(current_setting('lanyard.account', true), '')::uuid
      AND l.ended_at IS NULL
      AND (l.valid_from IS NULL OR l.valid_from <= now()) AND (l.valid_until IS NULL OR l.valid_until > now())
      AND NOT factor_due(l.account_id)
      AND p.section = 'INVOICES' AND p.level >= 1
      AND through_token(p, 1) AND in_view(p, 1)
      AND (p.valid_from IS NULL OR p.valid_from <= now()) AND (p.valid_until IS NULL OR p.valid_until > now()) LIMIT 1));
GRANT SELECT, INSERT, UPDATE ON invoices TO lanyard_app;
CREATE POLICY add ON invoices FOR INSERT WITH CHECK (account_id = (SELECT l.account_id FROM links l JOIN privileges p ON p.link_id = l.id
    WHERE l.username_id = NULLIF(current_setting('lanyard.username', true), '')::uuid
      AND l.account_id = NULLIF(current_setting('lanyard.account', true), '')::uuid
      AND l.ended_at IS NULL
      AND (l.valid_from IS NULL OR l.valid_from <= now()) AND (l.valid_until IS NULL OR l.valid_until > now())
      AND NOT factor_due(l.account_id)
      AND p.section = 'INVOICES' AND p.level >= 2
      AND through_token(p, 2) AND in_view(p, 2)
      AND (p.valid_from IS NULL OR p.valid_from <= now()) AND (p.valid_until IS NULL OR p.valid_until > now()) LIMIT 1));
CREATE POLICY change ON invoices FOR UPDATE USING (account_id = (SELECT l.account_id FROM links l JOIN privileges p ON p.link_id = l.id
    WHERE l.username_id = NULLIF(current_setting('lanyard.username', true), '')::uuid
      AND l.account_id = NULLIF(current_setting('lanyard.account', true), '')::uuid
      AND l.ended_at IS NULL
      AND (l.valid_from IS NULL OR l.valid_from <= now()) AND (l.valid_until IS NULL OR l.valid_until > now())
      AND NOT factor_due(l.account_id)
      AND p.section = 'INVOICES' AND p.level >= 2
      AND through_token(p, 2) AND in_view(p, 2)
      AND (p.valid_from IS NULL OR p.valid_from <= now()) AND (p.valid_until IS NULL OR p.valid_until > now()) LIMIT 1));

-- invoice_lines: INVOICES
ALTER TABLE invoice_lines ENABLE ROW LEVEL SECURITY;
ALTER TABLE invoice_lines FORCE ROW LEVEL SECURITY;
CREATE POLICY see ON invoice_lines FOR SELECT USING (account_id = (SELECT l.account_id FROM links l JOIN privileges p ON p.link_id = l.id
    WHERE l.username_id = NULLIF(current_setting('lanyard.username', true), '')::uuid
      AND l.account_id = NULLIF(current_setting('lanyard.account', true), '')::uuid
      AND l.ended_at IS NULL
      AND (l.valid_from IS NULL OR l.valid_from <= now()) AND (l.valid_until IS NULL OR l.valid_until > now())
      AND NOT factor_due(l.account_id)
      AND p.section = 'INVOICES' AND p.level >= 1
      AND through_token(p, 1) AND in_view(p, 1)
      AND (p.valid_from IS NULL OR p.valid_from <= now()) AND (p.valid_until IS NULL OR p.valid_until > now()) LIMIT 1));
GRANT SELECT, INSERT ON invoice_lines TO lanyard_app;
CREATE POLICY add ON invoice_lines FOR INSERT WITH CHECK (account_id = (SELECT l.account_id FROM links l JOIN privileges p ON p.link_id = l.id
    WHERE l.username_id = NULLIF(current_setting('lanyard.username', true), '')::uuid
      AND l.account_id = NULLIF(current_setting('lanyard.account', true), '')::uuid
      AND l.ended_at IS NULL
      AND (l.valid_from IS NULL OR l.valid_from <= now()) AND (l.valid_until IS NULL OR l.valid_until > now())
      AND NOT factor_due(l.account_id)
      AND p.section = 'INVOICES' AND p.level >= 2
      AND through_token(p, 2) AND in_view(p, 2)
      AND (p.valid_from IS NULL OR p.valid_from <= now()) AND (p.valid_until IS NULL OR p.valid_until > now()) LIMIT 1));

-- invoice_messages: CODES_SETUP, read by INVOICES
ALTER TABLE invoice_messages ENABLE ROW LEVEL SECURITY;
ALTER TABLE invoice_messages FORCE ROW LEVEL SECURITY;
CREATE POLICY see ON invoice_messages FOR SELECT USING (account_id = (SELECT l.account_id FROM links l JOIN privileges p ON p.link_id = l.id
    WHERE l.username_id = NULLIF(current_setting('lanyard.username', true), '')::uuid
      AND l.account_id = NULLIF(current_setting('lanyard.account', true), '')::uuid
      AND l.ended_at IS NULL
      AND (l.valid_from IS NULL OR l.valid_from <= now()) AND (l.valid_until IS NULL OR l.valid_until > now())
      AND NOT factor_due(l.account_id)
      AND p.section IN ('CODES_SETUP', 'INVOICES') AND p.level >= 1
      AND through_token(p, 1) AND in_view(p, 1)
      AND (p.valid_from IS NULL OR p.valid_from <= now()) AND (p.valid_until IS NULL OR p.valid_until > now()) LIMIT 1));
GRANT SELECT, INSERT, UPDATE ON invoice_messages TO lanyard_app;
CREATE POLICY add ON invoice_messages FOR INSERT WITH CHECK (account_id = (SELECT l.account_id FROM links l JOIN privileges p ON p.link_id = l.id
    WHERE l.username_id = NULLIF(current_setting('lanyard.username', true), '')::uuid
      AND l.account_id = NULLIF(current_setting('lanyard.account', true), '')::uuid
      AND l.ended_at IS NULL
      AND (l.valid_from IS NULL OR l.valid_from <= now()) AND (l.valid_until IS NULL OR l.valid_until > now())
      AND NOT factor_due(l.account_id)
      AND p.section = 'CODES_SETUP' AND p.level >= 2
      AND through_token(p, 2) AND in_view(p, 2)
      AND (p.valid_from IS NULL OR p.valid_from <= now()) AND (p.valid_until IS NULL OR p.valid_until > now()) LIMIT 1));
CREATE POLICY change ON invoice_messages FOR UPDATE USING (account_id = (SELECT l.account_id FROM links l JOIN privileges p ON p.link_id = l.id
    WHERE l.username_id = NULLIF(current_setting('lanyard.username', true), '')::uuid
      AND l.account_id = NULLIF(current_setting('lanyard.account', true), '')::uuid
      AND l.ended_at IS NULL
      AND (l.valid_from IS NULL OR l.valid_from <= now()) AND (l.valid_until IS NULL OR l.valid_until > now())
      AND NOT factor_due(l.account_id)
      AND p.section = 'CODES_SETUP' AND p.level >= 2
      AND through_token(p, 2) AND in_view(p, 2)
      AND (p.valid_from IS NULL OR p.valid_from <= now()) AND (p.valid_until IS NULL OR p.valid_until > now()) LIMIT 1));

-- ledger_entries: PAYMENTS
ALTER TABLE ledger_entries ENABLE ROW LEVEL SECURITY;
ALTER TABLE ledger_entries FORCE ROW LEVEL SECURITY;
CREATE POLICY see ON ledger_entries FOR SELECT USING (account_id = (SELECT l.account_id FROM links l JOIN privileges p ON p.link_id = l.id
    WHERE l.username_id = NULLIF(current_setting('lanyard.username', true), '')::uuid
      AND l.account_id = NULLIF(current_setting('lanyard.account', true), '')::uuid
      AND l.ended_at IS NULL
      AND (l.valid_from IS NULL OR l.valid_from <= now()) AND (l.valid_until IS NULL OR l.valid_until > now())
      AND NOT factor_due(l.account_id)
      AND p.section = 'PAYMENTS' AND p.level >= 1
      AND through_token(p, 1) AND in_view(p, 1)
      AND (p.valid_from IS NULL OR p.valid_from <= now()) AND (p.valid_until IS NULL OR p.valid_until > now()) LIMIT 1));
GRANT SELECT, INSERT ON ledger_entries TO lanyard_app;
CREATE POLICY add ON ledger_entries FOR INSERT WITH CHECK (account_id = (SELECT l.account_id FROM links l JOIN privileges p ON p.link_id = l.id
    WHERE l.username_id = NULLIF(current_setting('lanyard.username', true), '')::uuid
      AND l.account_id = NULLIF(current_setting('lanyard.account', true), '')::uuid
      AND l.ended_at IS NULL
      AND (l.valid_from IS NULL OR l.valid_from <= now()) AND (l.valid_until IS NULL OR l.valid_until > now())
      AND NOT factor_due(l.account_id)
      AND p.section = 'PAYMENTS' AND p.level >= 2
      AND through_token(p, 2) AND in_view(p, 2)
      AND (p.valid_from IS NULL OR p.valid_from <= now()) AND (p.valid_until IS NULL OR p.valid_until > now()) LIMIT 1));

-- locations: CODES_SETUP, read by CALENDAR, read by CLIENT_SESSIONS, read by INVOICES
ALTER TABLE locations ENABLE ROW LEVEL SECURITY;
ALTER TABLE locations FORCE ROW LEVEL SECURITY;
CREATE POLICY see ON locations FOR SELECT USING (account_id = (SELECT l.account_id FROM links l JOIN privileges p ON p.link_id = l.id
    WHERE l.username_id = NULLIF(current_setting('lanyard.username', true), '')::uuid
      AND l.account_id = NULLIF(current_setting('lanyard.account', true), '')::uuid
      AND l.ended_at IS NULL
      AND (l.valid_from IS NULL OR l.valid_from <= now()) AND (l.valid_until IS NULL OR l.valid_until > now())
      AND NOT factor_due(l.account_id)
      AND p.section IN ('CODES_SETUP', 'CALENDAR', 'CLIENT_SESSIONS', 'INVOICES') AND p.level >= 1
      AND through_token(p, 1) AND in_view(p, 1)
      AND (p.valid_from IS NULL OR p.valid_from <= now()) AND (p.valid_until IS NULL OR p.valid_until > now()) LIMIT 1));
GRANT SELECT, INSERT, UPDATE ON locations TO lanyard_app;
CREATE POLICY add ON locations FOR INSERT WITH CHECK (account_id = (SELECT l.account_id FROM links l JOIN privileges p ON p.link_id = l.id
    WHERE l.username_id = NULLIF(current_setting('lanyard.username', true), '')::uuid
      AND l.account_id = NULLIF(current_setting('lanyard.account', true), '')::uuid
      AND l.ended_at IS NULL
      AND (l.valid_from IS NULL OR l.valid_from <= now()) AND (l.valid_until IS NULL OR l.valid_until > now())
      AND NOT factor_due(l.account_id)
      AND p.section = 'CODES_SETUP' AND p.level >= 2
      AND through_token(p, 2) AND in_view(p, 2)
      AND (p.valid_from IS NULL OR p.valid_from <= now()) AND (p.valid_until IS NULL OR p.valid_until > now()) LIMIT 1));
CREATE POLICY change ON locations FOR UPDATE USING (account_id = (SELECT l.account_id FROM links l JOIN privileges p ON p.link_id = l.id
    WHERE l.username_id = NULLIF(current_setting('lanyard.username', true), '')::uuid
      AND l.account_id = NULLIF(current_setting('lanyard.account', true), '')::uuid
      AND l.ended_at IS NULL
      AND (l.valid_from IS NULL OR l.valid_from <= now()) AND (l.valid_until IS NULL OR l.valid_until > now())
      AND NOT factor_due(l.account_id)
      AND p.section = 'CODES_SETUP' AND p.level >= 2
      AND through_token(p, 2) AND in_view(p, 2)
      AND (p.valid_from IS NULL OR p.valid_from <= now()) AND (p.valid_until IS NULL OR p.valid_until > now()) LIMIT 1));

-- modifiers: CODES_SETUP, read by CLIENT_SESSIONS
ALTER TABLE modifiers ENABLE ROW LEVEL SECURITY;
ALTER TABLE modifiers FORCE ROW LEVEL SECURITY;
CREATE POLICY see ON modifiers FOR SELECT USING (account_id = (SELECT l.account_id FROM links l JOIN privileges p ON p.link_id = l.id
    WHERE l.username_id = NULLIF(current_setting('lanyard.username', true), '')::uuid
      AND l.account_id = NULLIF(current_setting('lanyard.account', true), '')::uuid
      AND l.ended_at IS NULL
      AND (l.valid_from IS NULL OR l.valid_from <= now()) AND (l.valid_until IS NULL OR l.valid_until > now())
      AND NOT factor_due(l.account_id)
      AND p.section IN ('CODES_SETUP', 'CLIENT_SESSIONS') AND p.level >= 1
      AND through_token(p, 1) AND in_view(p, 1)
      AND (p.valid_from IS NULL OR p.valid_from <= now()) AND (p.valid_until IS NULL OR p.valid_until > now()) LIMIT 1));
GRANT SELECT, INSERT, UPDATE ON modifiers TO lanyard_app;
CREATE POLICY add ON modifiers FOR INSERT WITH CHECK (account_id = (SELECT l.account_id FROM links l JOIN privileges p ON p.link_id = l.id
    WHERE l.username_id = NULLIF(current_setting('lanyard.username', true), '')::uuid
      AND l.account_id = NULLIF(current_setting('lanyard.account', true), '')::uuid
      AND l.ended_at IS NULL
      AND (l.valid_from IS NULL OR l.valid_from <= now()) AND (l.valid_until IS NULL OR l.valid_until > now())
      AND NOT factor_due(l.account_id)
      AND p.section = 'CODES_SETUP' AND p.level >= 2
      AND through_token(p, 2) AND in_view(p, 2)
      AND (p.valid_from IS NULL OR p.valid_from <= now()) AND (p.valid_until IS NULL OR p.valid_until > now()) LIMIT 1));
CREATE POLICY change ON modifiers FOR UPDATE USING (account_id = (SELECT l.account_id FROM links l JOIN privileges p ON p.link_id = l.id
    WHERE l.username_id = NULLIF(current_setting('lanyard.username', true), '')::uuid
      AND l.account_id = NULLIF(current_setting('lanyard.account', true), '')::uuid
      AND l.ended_at IS NULL
      AND (l.valid_from IS NULL OR l.valid_from <= now()) AND (l.valid_until IS NULL OR l.valid_until > now())
      AND NOT factor_due(l.account_id)
      AND p.section = 'CODES_SETUP' AND p.level >= 2
      AND through_token(p, 2) AND in_view(p, 2)
      AND (p.valid_from IS NULL OR p.valid_from <= now()) AND (p.valid_until IS NULL OR p.valid_until > now()) LIMIT 1));

-- note_addenda: NOTES
ALTER TABLE note_addenda ENABLE ROW LEVEL SECURITY;
ALTER TABLE note_addenda FORCE ROW LEVEL SECURITY;
CREATE POLICY see ON note_addenda FOR SELECT USING (account_id = (SELECT l.account_id FROM links l JOIN privileges p ON p.link_id = l.id
    WHERE l.username_id = NULLIF(current_setting('lanyard.username', true), '')::uuid
      AND l.account_id = NULLIF(current_setting('lanyard.account', true), '')::uuid
      AND l.ended_at IS NULL
      AND (l.valid_from IS NULL OR l.valid_from <= now()) AND (l.valid_until IS NULL OR l.valid_until > now())
      AND NOT factor_due(l.account_id)
      AND p.section = 'NOTES' AND p.level >= 1
      AND through_token(p, 1) AND in_view(p, 1)
      AND (p.valid_from IS NULL OR p.valid_from <= now()) AND (p.valid_until IS NULL OR p.valid_until > now()) LIMIT 1));
GRANT SELECT, INSERT ON note_addenda TO lanyard_app;
CREATE POLICY add ON note_addenda FOR INSERT WITH CHECK (account_id = (SELECT l.account_id FROM links l JOIN privileges p ON p.link_id = l.id
    WHERE l.username_id = NULLIF(current_setting('lanyard.username', true), '')::uuid
      AND l.account_id = NULLIF(current_setting('lanyard.account', true), '')::uuid
      AND l.ended_at IS NULL
      AND (l.valid_from IS NULL OR l.valid_from <= now()) AND (l.valid_until IS NULL OR l.valid_until > now())
      AND NOT factor_due(l.account_id)
      AND p.section = 'NOTES' AND p.level >= 2
      AND through_token(p, 2) AND in_view(p, 2)
      AND (p.valid_from IS NULL OR p.valid_from <= now()) AND (p.valid_until IS NULL OR p.valid_until > now()) LIMIT 1));

-- note_templates: CODES_SETUP, read by NOTES
ALTER TABLE note_templates ENABLE ROW LEVEL SECURITY;
ALTER TABLE note_templates FORCE ROW LEVEL SECURITY;
CREATE POLICY see ON note_templates FOR SELECT USING (account_id = (SELECT l.account_id FROM links l JOIN privileges p ON p.link_id = l.id
    WHERE l.username_id = NULLIF(current_setting('lanyard.username', true), '')::uuid
      AND l.account_id = NULLIF(current_setting('lanyard.account', true), '')::uuid
      AND l.ended_at IS NULL
      AND (l.valid_from IS NULL OR l.valid_from <= now()) AND (l.valid_until IS NULL OR l.valid_until > now())
      AND NOT factor_due(l.account_id)
      AND p.section IN ('CODES_SETUP', 'NOTES') AND p.level >= 1
      AND through_token(p, 1) AND in_view(p, 1)
      AND (p.valid_from IS NULL OR p.valid_from <= now()) AND (p.valid_until IS NULL OR p.valid_until > now()) LIMIT 1));
GRANT SELECT, INSERT, UPDATE ON note_templates TO lanyard_app;
CREATE POLICY add ON note_templates FOR INSERT WITH CHECK (account_id = (SELECT l.account_id FROM links l JOIN privileges p ON p.link_id = l.id
    WHERE l.username_id = NULLIF(current_setting('lanyard.username', true), '')::uuid
      AND l.account_id = NULLIF(current_setting('lanyard.account', true), '')::uuid
      AND l.ended_at IS NULL
      AND (l.valid_from IS NULL OR l.valid_from <= now()) AND (l.valid_until IS NULL OR l.valid_until > now())
      AND NOT factor_due(l.account_id)
      AND p.section = 'CODES_SETUP' AND p.level >= 2
      AND through_token(p, 2) AND in_view(p, 2)
      AND (p.valid_from IS NULL OR p.valid_from <= now()) AND (p.valid_until IS NULL OR p.valid_until > now()) LIMIT 1));
CREATE POLICY change ON note_templates FOR UPDATE USING (account_id = (SELECT l.account_id FROM links l JOIN privileges p ON p.link_id = l.id
    WHERE l.username_id = NULLIF(current_setting('lanyard.username', true), '')::uuid
      AND l.account_id = NULLIF(current_setting('lanyard.account', true), '')::uuid
      AND l.ended_at IS NULL
      AND (l.valid_from IS NULL OR l.valid_from <= now()) AND (l.valid_until IS NULL OR l.valid_until > now())
      AND NOT factor_due(l.account_id)
      AND p.section = 'CODES_SETUP' AND p.level >= 2
      AND through_token(p, 2) AND in_view(p, 2)
      AND (p.valid_from IS NULL OR p.valid_from <= now()) AND (p.valid_until IS NULL OR p.valid_until > now()) LIMIT 1));

-- clients: CLIENTS
ALTER TABLE clients ENABLE ROW LEVEL SECURITY;
ALTER TABLE clients FORCE ROW LEVEL SECURITY;
CREATE POLICY see ON clients FOR SELECT USING (account_id = (SELECT l.account_id FROM links l JOIN privileges p ON p.link_id = l.id
    WHERE l.username_id = NULLIF(current_setting('lanyard.username', true), '')::uuid
      AND l.account_id = NULLIF(current_setting('lanyard.account', true), '')::uuid
      AND l.ended_at IS NULL
      AND (l.valid_from IS NULL OR l.valid_from <= now()) AND (l.valid_until IS NULL OR l.valid_until > now())
      AND NOT factor_due(l.account_id)
      AND p.section = 'CLIENTS' AND p.level >= 1
      AND through_token(p, 1) AND in_view(p, 1)
      AND (p.valid_from IS NULL OR p.valid_from <= now()) AND (p.valid_until IS NULL OR p.valid_until > now()) LIMIT 1));
GRANT SELECT, INSERT, UPDATE ON clients TO lanyard_app;
CREATE POLICY add ON clients FOR INSERT WITH CHECK (account_id = (SELECT l.account_id FROM links l JOIN privileges p ON p.link_id = l.id
    WHERE l.username_id = NULLIF(current_setting('lanyard.username', true), '')::uuid
      AND l.account_id = NULLIF(current_setting('lanyard.account', true), '')::uuid
      AND l.ended_at IS NULL
      AND (l.valid_from IS NULL OR l.valid_from <= now()) AND (l.valid_until IS NULL OR l.valid_until > now())
      AND NOT factor_due(l.account_id)
      AND p.section = 'CLIENTS' AND p.level >= 2
      AND through_token(p, 2) AND in_view(p, 2)
      AND (p.valid_from IS NULL OR p.valid_from <= now()) AND (p.valid_until IS NULL OR p.valid_until > now()) LIMIT 1));
CREATE POLICY change ON clients FOR UPDATE USING (account_id = (SELECT l.account_id FROM links l JOIN privileges p ON p.link_id = l.id
    WHERE l.username_id = NULLIF(current_setting('lanyard.username', true), '')::uuid
      AND l.account_id = NULLIF(current_setting('lanyard.account', true), '')::uuid
      AND l.ended_at IS NULL
      AND (l.valid_from IS NULL OR l.valid_from <= now()) AND (l.valid_until IS NULL OR l.valid_until > now())
      AND NOT factor_due(l.account_id)
      AND p.section = 'CLIENTS' AND p.level >= 2
      AND through_token(p, 2) AND in_view(p, 2)
      AND (p.valid_from IS NULL OR p.valid_from <= now()) AND (p.valid_until IS NULL OR p.valid_until > now()) LIMIT 1));

-- payers: CODES_SETUP, read by INSURANCE, read by INVOICES, read by PAYMENTS
ALTER TABLE payers ENABLE ROW LEVEL SECURITY;
ALTER TABLE payers FORCE ROW LEVEL SECURITY;
CREATE POLICY see ON payers FOR SELECT USING (account_id = (SELECT l.account_id FROM links l JOIN privileges p ON p.link_id = l.id
    WHERE l.username_id = NULLIF(current_setting('lanyard.username', true), '')::uuid
      AND l.account_id = NULLIF(current_setting('lanyard.account', true), '')::uuid
      AND l.ended_at IS NULL
      AND (l.valid_from IS NULL OR l.valid_from <= now()) AND (l.valid_until IS NULL OR l.valid_until > now())
      AND NOT factor_due(l.account_id)
      AND p.section IN ('CODES_SETUP', 'INSURANCE', 'INVOICES', 'PAYMENTS') AND p.level >= 1
      AND through_token(p, 1) AND in_view(p, 1)
      AND (p.valid_from IS NULL OR p.valid_from <= now()) AND (p.valid_until IS NULL OR p.valid_until > now()) LIMIT 1));
GRANT SELECT, INSERT, UPDATE ON payers TO lanyard_app;
CREATE POLICY add ON payers FOR INSERT WITH CHECK (account_id = (SELECT l.account_id FROM links l JOIN privileges p ON p.link_id = l.id
    WHERE l.username_id = NULLIF(current_setting('lanyard.username', true), '')::uuid
      AND l.account_id = NULLIF(current_setting('lanyard.account', true), '')::uuid
      AND l.ended_at IS NULL
      AND (l.valid_from IS NULL OR l.valid_from <= now()) AND (l.valid_until IS NULL OR l.valid_until > now())
      AND NOT factor_due(l.account_id)
      AND p.section = 'CODES_SETUP' AND p.level >= 2
      AND through_token(p, 2) AND in_view(p, 2)
      AND (p.valid_from IS NULL OR p.valid_from <= now()) AND (p.valid_until IS NULL OR p.valid_until > now()) LIMIT 1));
CREATE POLICY change ON payers FOR UPDATE USING (account_id = (SELECT l.account_id FROM links l JOIN privileges p ON p.link_id = l.id
    WHERE l.username_id = NULLIF(current_setting('lanyard.username', true), '')::uuid
      AND l.account_id = NULLIF(current_setting('lanyard.account', true), '')::uuid
      AND l.ended_at IS NULL
      AND (l.valid_from IS NULL OR l.valid_from <= now()) AND (l.valid_until IS NULL OR l.valid_until > now())
      AND NOT factor_due(l.account_id)
      AND p.section = 'CODES_SETUP' AND p.level >= 2
      AND through_token(p, 2) AND in_view(p, 2)
      AND (p.valid_from IS NULL OR p.valid_from <= now()) AND (p.valid_until IS NULL OR p.valid_until > now()) LIMIT 1));

-- payments: PAYMENTS
ALTER TABLE payments ENABLE ROW LEVEL SECURITY;
ALTER TABLE payments FORCE ROW LEVEL SECURITY;
CREATE POLICY see ON payments FOR SELECT USING (account_id = (SELECT l.account_id FROM links l JOIN privileges p ON p.link_id = l.id
    WHERE l.username_id = NULLIF(current_setting('lanyard.username', true), '')::uuid
      AND l.account_id = NULLIF(current_setting('lanyard.account', true), '')::uuid
      AND l.ended_at IS NULL
      AND (l.valid_from IS NULL OR l.valid_from <= now()) AND (l.valid_until IS NULL OR l.valid_until > now())
      AND NOT factor_due(l.account_id)
      AND p.section = 'PAYMENTS' AND p.level >= 1
      AND through_token(p, 1) AND in_view(p, 1)
      AND (p.valid_from IS NULL OR p.valid_from <= now()) AND (p.valid_until IS NULL OR p.valid_until > now()) LIMIT 1));
GRANT SELECT, INSERT ON payments TO lanyard_app;
CREATE POLICY add ON payments FOR INSERT WITH CHECK (account_id = (SELECT l.account_id FROM links l JOIN privileges p ON p.link_id = l.id
    WHERE l.username_id = NULLIF(current_setting('lanyard.username', true), '')::uuid
      AND l.account_id = NULLIF(current_setting('lanyard.account', true), '')::uuid
      AND l.ended_at IS NULL
      AND (l.valid_from IS NULL OR l.valid_from <= now()) AND (l.valid_until IS NULL OR l.valid_until > now())
      AND NOT factor_due(l.account_id)
      AND p.section = 'PAYMENTS' AND p.level >= 2
      AND through_token(p, 2) AND in_view(p, 2)
      AND (p.valid_from IS NULL OR p.valid_from <= now()) AND (p.valid_until IS NULL OR p.valid_until > now()) LIMIT 1));

-- payment_types: CODES_SETUP, read by PAYMENTS
ALTER TABLE payment_types ENABLE ROW LEVEL SECURITY;
ALTER TABLE payment_types FORCE ROW LEVEL SECURITY;
CREATE POLICY see ON payment_types FOR SELECT USING (account_id = (SELECT l.account_id FROM links l JOIN privileges p ON p.link_id = l.id
    WHERE l.username_id = NULLIF(current_setting('lanyard.username', true), '')::uuid
      AND l.account_id = NULLIF(current_setting('lanyard.account', true), '')::uuid
      AND l.ended_at IS NULL
      AND (l.valid_from IS NULL OR l.valid_from <= now()) AND (l.valid_until IS NULL OR l.valid_until > now())
      AND NOT factor_due(l.account_id)
      AND p.section IN ('CODES_SETUP', 'PAYMENTS') AND p.level >= 1
      AND through_token(p, 1) AND in_view(p, 1)
      AND (p.valid_from IS NULL OR p.valid_from <= now()) AND (p.valid_until IS NULL OR p.valid_until > now()) LIMIT 1));
GRANT SELECT, INSERT, UPDATE ON payment_types TO lanyard_app;
CREATE POLICY add ON payment_types FOR INSERT WITH CHECK (account_id = (SELECT l.account_id FROM links l JOIN privileges p ON p.link_id = l.id
    WHERE l.username_id = NULLIF(current_setting('lanyard.username', true), '')::uuid
      AND l.account_id = NULLIF(current_setting('lanyard.account', true), '')::uuid
      AND l.ended_at IS NULL
      AND (l.valid_from IS NULL OR l.valid_from <= now()) AND (l.valid_until IS NULL OR l.valid_until > now())
      AND NOT factor_due(l.account_id)
      AND p.section = 'CODES_SETUP' AND p.level >= 2
      AND through_token(p, 2) AND in_view(p, 2)
      AND (p.valid_from IS NULL OR p.valid_from <= now()) AND (p.valid_until IS NULL OR p.valid_until > now()) LIMIT 1));
CREATE POLICY change ON payment_types FOR UPDATE USING (account_id = (SELECT l.account_id FROM links l JOIN privileges p ON p.link_id = l.id
    WHERE l.username_id = NULLIF(current_setting('lanyard.username', true), '')::uuid
      AND l.account_id = NULLIF(current_setting('lanyard.account', true), '')::uuid
      AND l.ended_at IS NULL
      AND (l.valid_from IS NULL OR l.valid_from <= now()) AND (l.valid_until IS NULL OR l.valid_until > now())
      AND NOT factor_due(l.account_id)
      AND p.section = 'CODES_SETUP' AND p.level >= 2
      AND through_token(p, 2) AND in_view(p, 2)
      AND (p.valid_from IS NULL OR p.valid_from <= now()) AND (p.valid_until IS NULL OR p.valid_until > now()) LIMIT 1));

-- practices: PRACTICE_SETUP, read by INVOICES
ALTER TABLE practices ENABLE ROW LEVEL SECURITY;
ALTER TABLE practices FORCE ROW LEVEL SECURITY;
CREATE POLICY see ON practices FOR SELECT USING (account_id = (SELECT l.account_id FROM links l JOIN privileges p ON p.link_id = l.id
    WHERE l.username_id = NULLIF(current_setting('lanyard.username', true), '')::uuid
      AND l.account_id = NULLIF(current_setting('lanyard.account', true), '')::uuid
      AND l.ended_at IS NULL
      AND (l.valid_from IS NULL OR l.valid_from <= now()) AND (l.valid_until IS NULL OR l.valid_until > now())
      AND NOT factor_due(l.account_id)
      AND p.section IN ('PRACTICE_SETUP', 'INVOICES') AND p.level >= 1
      AND through_token(p, 1) AND in_view(p, 1)
      AND (p.valid_from IS NULL OR p.valid_from <= now()) AND (p.valid_until IS NULL OR p.valid_until > now()) LIMIT 1));
GRANT SELECT, INSERT, UPDATE ON practices TO lanyard_app;
CREATE POLICY add ON practices FOR INSERT WITH CHECK (account_id = (SELECT l.account_id FROM links l JOIN privileges p ON p.link_id = l.id
    WHERE l.username_id = NULLIF(current_setting('lanyard.username', true), '')::uuid
      AND l.account_id = NULLIF(current_setting('lanyard.account', true), '')::uuid
      AND l.ended_at IS NULL
      AND (l.valid_from IS NULL OR l.valid_from <= now()) AND (l.valid_until IS NULL OR l.valid_until > now())
      AND NOT factor_due(l.account_id)
      AND p.section = 'PRACTICE_SETUP' AND p.level >= 2
      AND through_token(p, 2) AND in_view(p, 2)
      AND (p.valid_from IS NULL OR p.valid_from <= now()) AND (p.valid_until IS NULL OR p.valid_until > now()) LIMIT 1));
CREATE POLICY change ON practices FOR UPDATE USING (account_id = (SELECT l.account_id FROM links l JOIN privileges p ON p.link_id = l.id
    WHERE l.username_id = NULLIF(current_setting('lanyard.username', true), '')::uuid
      AND l.account_id = NULLIF(current_setting('lanyard.account', true), '')::uuid
      AND l.ended_at IS NULL
      AND (l.valid_from IS NULL OR l.valid_from <= now()) AND (l.valid_until IS NULL OR l.valid_until > now())
      AND NOT factor_due(l.account_id)
      AND p.section = 'PRACTICE_SETUP' AND p.level >= 2
      AND through_token(p, 2) AND in_view(p, 2)
      AND (p.valid_from IS NULL OR p.valid_from <= now()) AND (p.valid_until IS NULL OR p.valid_until > now()) LIMIT 1));

-- referring_providers: CODES_SETUP, read by INSURANCE, read by INVOICES
ALTER TABLE referring_providers ENABLE ROW LEVEL SECURITY;
ALTER TABLE referring_providers FORCE ROW LEVEL SECURITY;
CREATE POLICY see ON referring_providers FOR SELECT USING (account_id = (SELECT l.account_id FROM links l JOIN privileges p ON p.link_id = l.id
    WHERE l.username_id = NULLIF(current_setting('lanyard.username', true), '')::uuid
      AND l.account_id = NULLIF(current_setting('lanyard.account', true), '')::uuid
      AND l.ended_at IS NULL
      AND (l.valid_from IS NULL OR l.valid_from <= now()) AND (l.valid_until IS NULL OR l.valid_until > now())
      AND NOT factor_due(l.account_id)
      AND p.section IN ('CODES_SETUP', 'INSURANCE', 'INVOICES') AND p.level >= 1
      AND through_token(p, 1) AND in_view(p, 1)
      AND (p.valid_from IS NULL OR p.valid_from <= now()) AND (p.valid_until IS NULL OR p.valid_until > now()) LIMIT 1));
GRANT SELECT, INSERT, UPDATE ON referring_providers TO lanyard_app;
CREATE POLICY add ON referring_providers FOR INSERT WITH CHECK (account_id = (SELECT l.account_id FROM links l JOIN privileges p ON p.link_id = l.id
    WHERE l.username_id = NULLIF(current_setting('lanyard.username', true), '')::uuid
      AND l.account_id = NULLIF(current_setting('lanyard.account', true), '')::uuid
      AND l.ended_at IS NULL
      AND (l.valid_from IS NULL OR l.valid_from <= now()) AND (l.valid_until IS NULL OR l.valid_until > now())
      AND NOT factor_due(l.account_id)
      AND p.section = 'CODES_SETUP' AND p.level >= 2
      AND through_token(p, 2) AND in_view(p, 2)
      AND (p.valid_from IS NULL OR p.valid_from <= now()) AND (p.valid_until IS NULL OR p.valid_until > now()) LIMIT 1));
CREATE POLICY change ON referring_providers FOR UPDATE USING (account_id = (SELECT l.account_id FROM links l JOIN privileges p ON p.link_id = l.id
    WHERE l.username_id = NULLIF(current_setting('lanyard.username', true), '')::uuid
      AND l.account_id = NULLIF(current_setting('lanyard.account', true), '')::uuid
      AND l.ended_at IS NULL
      AND (l.valid_from IS NULL OR l.valid_from <= now()) AND (l.valid_until IS NULL OR l.valid_until > now())
      AND NOT factor_due(l.account_id)
      AND p.section = 'CODES_SETUP' AND p.level >= 2
      AND through_token(p, 2) AND in_view(p, 2)
      AND (p.valid_from IS NULL OR p.valid_from <= now()) AND (p.valid_until IS NULL OR p.valid_until > now()) LIMIT 1));

-- seals: ACTIVITY_LOG
ALTER TABLE seals ENABLE ROW LEVEL SECURITY;
ALTER TABLE seals FORCE ROW LEVEL SECURITY;
CREATE POLICY see ON seals FOR SELECT USING (account_id = (SELECT l.account_id FROM links l JOIN privileges p ON p.link_id = l.id
    WHERE l.username_id = NULLIF(current_setting('lanyard.username', true), '')::uuid
      AND l.account_id = NULLIF(current_setting('lanyard.account', true), '')::uuid
      AND l.ended_at IS NULL
      AND (l.valid_from IS NULL OR l.valid_from <= now()) AND (l.valid_until IS NULL OR l.valid_until > now())
      AND NOT factor_due(l.account_id)
      AND p.section = 'ACTIVITY_LOG' AND p.level >= 1
      AND through_token(p, 1) AND in_view(p, 1)
      AND (p.valid_from IS NULL OR p.valid_from <= now()) AND (p.valid_until IS NULL OR p.valid_until > now()) LIMIT 1));

-- service_codes: CODES_SETUP, read by CALENDAR
ALTER TABLE service_codes ENABLE ROW LEVEL SECURITY;
ALTER TABLE service_codes FORCE ROW LEVEL SECURITY;
CREATE POLICY see ON service_codes FOR SELECT USING (account_id = (SELECT l.account_id FROM links l JOIN privileges p ON p.link_id = l.id
    WHERE l.username_id = NULLIF(current_setting('lanyard.username', true), '')::uuid
      AND l.account_id = NULLIF(current_setting('lanyard.account', true), '')::uuid
      AND l.ended_at IS NULL
      AND (l.valid_from IS NULL OR l.valid_from <= now()) AND (l.valid_until IS NULL OR l.valid_until > now())
      AND NOT factor_due(l.account_id)
      AND p.section IN ('CODES_SETUP', 'CALENDAR') AND p.level >= 1
      AND through_token(p, 1) AND in_view(p, 1)
      AND (p.valid_from IS NULL OR p.valid_from <= now()) AND (p.valid_until IS NULL OR p.valid_until > now()) LIMIT 1));
GRANT SELECT, INSERT, UPDATE ON service_codes TO lanyard_app;
CREATE POLICY add ON service_codes FOR INSERT WITH CHECK (account_id = (SELECT l.account_id FROM links l JOIN privileges p ON p.link_id = l.id
    WHERE l.username_id = NULLIF(current_setting('lanyard.username', true), '')::uuid
      AND l.account_id = NULLIF(current_setting('lanyard.account', true), '')::uuid
      AND l.ended_at IS NULL
      AND (l.valid_from IS NULL OR l.valid_from <= now()) AND (l.valid_until IS NULL OR l.valid_until > now())
      AND NOT factor_due(l.account_id)
      AND p.section = 'CODES_SETUP' AND p.level >= 2
      AND through_token(p, 2) AND in_view(p, 2)
      AND (p.valid_from IS NULL OR p.valid_from <= now()) AND (p.valid_until IS NULL OR p.valid_until > now()) LIMIT 1));
CREATE POLICY change ON service_codes FOR UPDATE USING (account_id = (SELECT l.account_id FROM links l JOIN privileges p ON p.link_id = l.id
    WHERE l.username_id = NULLIF(current_setting('lanyard.username', true), '')::uuid
      AND l.account_id = NULLIF(current_setting('lanyard.account', true), '')::uuid
      AND l.ended_at IS NULL
      AND (l.valid_from IS NULL OR l.valid_from <= now()) AND (l.valid_until IS NULL OR l.valid_until > now())
      AND NOT factor_due(l.account_id)
      AND p.section = 'CODES_SETUP' AND p.level >= 2
      AND through_token(p, 2) AND in_view(p, 2)
      AND (p.valid_from IS NULL OR p.valid_from <= now()) AND (p.valid_until IS NULL OR p.valid_until > now()) LIMIT 1));

-- session_notes: NOTES
ALTER TABLE session_notes ENABLE ROW LEVEL SECURITY;
ALTER TABLE session_notes FORCE ROW LEVEL SECURITY;
CREATE POLICY see ON session_notes FOR SELECT USING (account_id = (SELECT l.account_id FROM links l JOIN privileges p ON p.link_id = l.id
    WHERE l.username_id = NULLIF(current_setting('lanyard.username', true), '')::uuid
      AND l.account_id = NULLIF(current_setting('lanyard.account', true), '')::uuid
      AND l.ended_at IS NULL
      AND (l.valid_from IS NULL OR l.valid_from <= now()) AND (l.valid_until IS NULL OR l.valid_until > now())
      AND NOT factor_due(l.account_id)
      AND p.section = 'NOTES' AND p.level >= 1
      AND through_token(p, 1) AND in_view(p, 1)
      AND (p.valid_from IS NULL OR p.valid_from <= now()) AND (p.valid_until IS NULL OR p.valid_until > now()) LIMIT 1));
GRANT SELECT, INSERT, UPDATE ON session_notes TO lanyard_app;
CREATE POLICY add ON session_notes FOR INSERT WITH CHECK (account_id = (SELECT l.account_id FROM links l JOIN privileges p ON p.link_id = l.id
    WHERE l.username_id = NULLIF(current_setting('lanyard.username', true), '')::uuid
      AND l.account_id = NULLIF(current_setting('lanyard.account', true), '')::uuid
      AND l.ended_at IS NULL
      AND (l.valid_from IS NULL OR l.valid_from <= now()) AND (l.valid_until IS NULL OR l.valid_until > now())
      AND NOT factor_due(l.account_id)
      AND p.section = 'NOTES' AND p.level >= 2
      AND through_token(p, 2) AND in_view(p, 2)
      AND (p.valid_from IS NULL OR p.valid_from <= now()) AND (p.valid_until IS NULL OR p.valid_until > now()) LIMIT 1));
CREATE POLICY change ON session_notes FOR UPDATE USING (account_id = (SELECT l.account_id FROM links l JOIN privileges p ON p.link_id = l.id
    WHERE l.username_id = NULLIF(current_setting('lanyard.username', true), '')::uuid
      AND l.account_id = NULLIF(current_setting('lanyard.account', true), '')::uuid
      AND l.ended_at IS NULL
      AND (l.valid_from IS NULL OR l.valid_from <= now()) AND (l.valid_until IS NULL OR l.valid_until > now())
      AND NOT factor_due(l.account_id)
      AND p.section = 'NOTES' AND p.level >= 2
      AND through_token(p, 2) AND in_view(p, 2)
      AND (p.valid_from IS NULL OR p.valid_from <= now()) AND (p.valid_until IS NULL OR p.valid_until > now()) LIMIT 1));
