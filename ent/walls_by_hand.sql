-- The second wall, the part that no section annotation gives. It is applied after every
-- migration, together with ent/gen/walls.sql, in one transaction: first all of it is taken
-- down, then built anew.

DO $$
DECLARE p record;
BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'lanyard_app') THEN
    CREATE ROLE lanyard_app NOLOGIN NOSUPERUSER NOBYPASSRLS;
  END IF;
  FOR p IN SELECT tablename, policyname FROM pg_policies WHERE schemaname = 'public' LOOP
    EXECUTE format('DROP POLICY %I ON %I', p.policyname, p.tablename);
  END LOOP;
END $$;
REVOKE ALL ON ALL TABLES IN SCHEMA public FROM PUBLIC, lanyard_app;
REVOKE ALL ON ALL FUNCTIONS IN SCHEMA public FROM PUBLIC, lanyard_app;
REVOKE CREATE ON SCHEMA public FROM PUBLIC, lanyard_app;
GRANT USAGE ON SCHEMA public TO lanyard_app;

-- Whose name a statement runs in, and in which account. No identity: null, and no rows. me() is a person who
-- has signed in, and nobody where an API token asks or in a view: what is a person's own is no token's, and no
-- part of a look as somebody else. acting() is the username in either case.
CREATE OR REPLACE FUNCTION acting() RETURNS uuid LANGUAGE sql STABLE
  AS $$ SELECT NULLIF(current_setting('lanyard.username', true), '')::uuid $$;
CREATE OR REPLACE FUNCTION acting_token() RETURNS uuid LANGUAGE sql STABLE
  AS $$ SELECT NULLIF(current_setting('lanyard.token', true), '')::uuid $$;
CREATE OR REPLACE FUNCTION view_through() RETURNS uuid LANGUAGE sql STABLE
  AS $$ SELECT NULLIF(current_setting('lanyard.view', true), '')::uuid $$;
CREATE OR REPLACE FUNCTION me() RETURNS uuid LANGUAGE sql STABLE
  AS $$ SELECT CASE WHEN acting_token() IS NULL AND view_through() IS NULL THEN acting() END $$;
CREATE OR REPLACE FUNCTION here() RETURNS uuid LANGUAGE sql STABLE
  AS $$ SELECT NULLIF(current_setting('lanyard.account', true), '')::uuid $$;

-- What only the server itself does, for all accounts: nobody who is signed in, no token, and no statement in their name.
CREATE OR REPLACE FUNCTION server_alone() RETURNS void LANGUAGE plpgsql STABLE AS $$
BEGIN
  IF acting() IS NOT NULL THEN
    RAISE EXCEPTION 'the server alone does this' USING ERRCODE = 'insufficient_privilege';
  END IF;
END $$;

-- Whether a link lets its username in at this moment, whether a privilege holds at it, and whether a
-- link is to the account that its username came to be in: whoever runs that one answers for its password.
-- PostgreSQL puts them into the statements that ask.
CREATE OR REPLACE FUNCTION in_force(l links) RETURNS boolean LANGUAGE sql STABLE
  AS $$ SELECT l.ended_at IS NULL AND (l.valid_from IS NULL OR l.valid_from <= now()) AND (l.valid_until IS NULL OR l.valid_until > now()) $$;
CREATE OR REPLACE FUNCTION in_force(p privileges) RETURNS boolean LANGUAGE sql STABLE
  AS $$ SELECT (p.valid_from IS NULL OR p.valid_from <= now()) AND (p.valid_until IS NULL OR p.valid_until > now()) $$;
CREATE OR REPLACE FUNCTION at_home(l links) RETURNS boolean LANGUAGE sql IMMUTABLE
  AS $$ SELECT l.ended_at IS NULL AND l.origin IN ('SIGN_UP', 'ADDED') $$;
GRANT EXECUTE ON FUNCTION in_force(links), in_force(privileges) TO lanyard_app;
-- The account that answers for a username, and has in its log what it does with what is its own: its home account while its
-- link there stands, else the first that it may enter (access.Viewer.OwnLog).
CREATE OR REPLACE FUNCTION account_of(of_username uuid) RETURNS uuid
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT coalesce((SELECT l.account_id FROM links l WHERE l.username_id = u.id AND l.ended_at IS NULL
    ORDER BY l.account_id <> u.home_account_id, l.id LIMIT 1), u.home_account_id) FROM usernames u WHERE u.id = of_username
$$;
CREATE OR REPLACE FUNCTION my_account() RETURNS uuid
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$ SELECT account_of(me()) $$;
GRANT EXECUTE ON FUNCTION my_account TO lanyard_app;
-- Whether a username has a second factor, and whether a passkey. The doors that ask run as the owner, and PostgreSQL puts
-- it into them.
CREATE OR REPLACE FUNCTION holds_second_factor(of_username uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY INVOKER
  AS $$ SELECT EXISTS (SELECT FROM authenticators WHERE username_id = of_username AND sealed_key IS NOT NULL)
    OR EXISTS (SELECT FROM passkeys WHERE username_id = of_username AND removed_at IS NULL) $$;
CREATE OR REPLACE FUNCTION holds_passkey(of_username uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY INVOKER
  AS $$ SELECT EXISTS (SELECT FROM passkeys WHERE username_id = of_username AND removed_at IS NULL) $$;
-- Whether whoever asks has signed in by a passkey. Of those who are not there, as where a token asks, it is enough that they hold one.
CREATE OR REPLACE FUNCTION shows_passkey() RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT CASE coalesce(current_setting('lanyard.factor', true), '') WHEN 'PASSKEY' THEN true WHEN '' THEN holds_passkey(acting()) ELSE false END
$$;
-- Whether an account asks for more than was shown. PostgreSQL puts it into the statements that ask.
CREATE OR REPLACE FUNCTION asks_more(a accounts, held boolean, passkey boolean) RETURNS boolean LANGUAGE sql IMMUTABLE
  AS $$ SELECT a.second_factor_required AND NOT held OR a.passkey_required AND NOT passkey $$;

-- Whether the account asks for a second factor, or a passkey, and whoever asks has none: it lets them in no further.
CREATE OR REPLACE FUNCTION factor_due(wanted uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
  AS $$ SELECT asks_more(a, holds_second_factor(acting()), shows_passkey()) FROM accounts a WHERE a.id = wanted $$;
GRANT EXECUTE ON FUNCTION factor_due TO lanyard_app;

-- The most that a level of a token can be: what the account lets its app do, and of what was made by hand any.
CREATE OR REPLACE FUNCTION most_by_app(t api_tokens, v api_token_levels) RETURNS smallint LANGUAGE sql STABLE AS $$
  SELECT CASE WHEN t.app_id IS NULL THEN 2 ELSE coalesce((SELECT (m.levels ->> v.section)::smallint FROM app_admissions m
    WHERE m.app_id = t.app_id AND m.account_id = v.account_id), 0) END
$$;
-- What the token that asks was given, as long as it holds: nothing once it was revoked or has ended, in
-- accounts that shut it out or want none, and while its username has to change the password. What its
-- username may do is another matter: of both the lower level counts.
CREATE OR REPLACE FUNCTION token_levels() RETURNS TABLE (account_id uuid, section text, level smallint)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT v.account_id, v.section, least(v.level, most_by_app(t, v)) FROM api_tokens t JOIN api_token_levels v ON v.token_id = t.id
    JOIN accounts a ON a.id = v.account_id JOIN credentials c ON c.id = t.username_id
  WHERE t.id = acting_token() AND t.username_id = acting() AND t.revoked_at IS NULL AND t.expires_at > now() AND most_by_app(t, v) > 0
    AND v.account_id <> ALL (t.shut_accounts) AND NOT a.tokens_forbidden AND c.change_required IS NULL
$$;
CREATE OR REPLACE FUNCTION token_gives(wanted uuid, wanted_section text, wanted_level int) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT EXISTS (SELECT FROM token_levels() t WHERE t.account_id = wanted AND (wanted_section IS NULL OR t.section = wanted_section) AND t.level >= wanted_level)
$$;
-- Whether a person asks, or a token that was given this level too where its username has what was given: what
-- an emergency opens is no app's. And the same for the account alone. PostgreSQL puts them into the statements
-- that ask: of people nothing is looked up.
CREATE OR REPLACE FUNCTION through_token(p privileges, wanted_level int) RETURNS boolean LANGUAGE sql STABLE
  AS $$ SELECT acting_token() IS NULL OR p.source = 'GIVEN' AND token_gives(p.account_id, p.section, wanted_level) $$;
CREATE OR REPLACE FUNCTION through_token(wanted uuid) RETURNS boolean LANGUAGE sql STABLE
  AS $$ SELECT acting_token() IS NULL OR token_gives(wanted, NULL, 1) $$;
GRANT EXECUTE ON FUNCTION acting, acting_token, token_levels, token_gives, through_token(privileges, int), through_token(uuid) TO lanyard_app;

-- The link of another username that is looked through: as long as it lets that one in, and whoever looks has
-- Full Access to Account Access where it leads.
CREATE OR REPLACE FUNCTION seen_link() RETURNS SETOF links
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT l.* FROM links l WHERE l.id = view_through() AND l.username_id <> acting() AND in_force(l) AND NOT factor_due(l.account_id)
    AND EXISTS (SELECT FROM links own JOIN privileges p ON p.link_id = own.id
      WHERE own.username_id = acting() AND own.account_id = l.account_id AND in_force(own)
        AND p.section = 'ACCOUNT_ACCESS' AND p.level = 2 AND p.source = 'GIVEN' AND in_force(p))
$$;
-- What it was given now. The password and the second factor are the seen person's matter, and no right.
CREATE OR REPLACE FUNCTION seen_privileges() RETURNS SETOF privileges
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
  AS $$ SELECT p.* FROM seen_link() l JOIN privileges p ON p.link_id = l.id WHERE p.source = 'GIVEN' $$;
-- Whether nobody looks as somebody else, or the seen username was given a level too where whoever looks was:
-- for reading alone, and no psychotherapy notes (access.MostInView). And the same for the account alone.
-- PostgreSQL puts them into the statements that ask: without a view nothing is looked up.
CREATE OR REPLACE FUNCTION view_shows(wanted uuid, wanted_section text) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT wanted_section <> 'PSYCHOTHERAPY_NOTES' AND EXISTS (SELECT FROM seen_privileges() p
    WHERE p.account_id = wanted AND p.section = wanted_section AND p.level > 0 AND in_force(p))
$$;
CREATE OR REPLACE FUNCTION in_view(p privileges, wanted_level int) RETURNS boolean LANGUAGE sql STABLE
  AS $$ SELECT view_through() IS NULL OR wanted_level = 1 AND p.source = 'GIVEN' AND view_shows(p.account_id, p.section) $$;
CREATE OR REPLACE FUNCTION in_view(wanted uuid) RETURNS boolean LANGUAGE sql STABLE
  AS $$ SELECT view_through() IS NULL OR wanted = (SELECT account_id FROM seen_link()) $$;
GRANT EXECUTE ON FUNCTION view_through, seen_link, seen_privileges, view_shows, in_view(privileges, int), in_view(uuid) TO lanyard_app;

-- The account, if the username has at least this level for the section there. The policies of
-- links and privileges ask it: they cannot read links and privileges themselves without end.
CREATE OR REPLACE FUNCTION granted(wanted_section text, wanted_level int) RETURNS uuid
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT l.account_id FROM links l JOIN privileges p ON p.link_id = l.id
  WHERE l.username_id = acting() AND l.account_id = here() AND in_force(l)
    AND NOT factor_due(l.account_id) AND through_token(p, wanted_level) AND in_view(p, wanted_level)
    AND p.section = wanted_section AND p.level >= wanted_level AND in_force(p)
$$;

-- The day that it is in an account's zone, for whoever may see the account.
CREATE OR REPLACE FUNCTION day_of_account(wanted uuid) RETURNS date LANGUAGE sql STABLE
  AS $$ SELECT (now() AT TIME ZONE time_zone)::date FROM accounts WHERE id = wanted $$;
GRANT EXECUTE ON FUNCTION day_of_account TO lanyard_app;

-- Accounts: whoever may enter one sees its name; Practice Setup changes it.
ALTER TABLE accounts ENABLE ROW LEVEL SECURITY;
ALTER TABLE accounts FORCE ROW LEVEL SECURITY;
GRANT SELECT, UPDATE (practice_name, provider_name, email, time_zone, version) ON accounts TO lanyard_app;
CREATE POLICY see ON accounts FOR SELECT USING (id IN (
  SELECT l.account_id FROM links l WHERE l.username_id = acting() AND in_force(l) AND NOT factor_due(l.account_id)));
CREATE POLICY change ON accounts FOR UPDATE USING (id = (SELECT granted('PRACTICE_SETUP', 2)));

-- Links: one's own, of a token those to its accounts, and those of the account for Account Access. Nobody but found_account
-- makes an owner; nobody ends the owner's link; one's own link can be ended and nothing else. Whoever consents
-- does it in their own name, and a username is added by the account that it was made in, once: whoever adds it
-- answers for its password. What has ended stays so.
ALTER TABLE links ENABLE ROW LEVEL SECURITY;
ALTER TABLE links FORCE ROW LEVEL SECURITY;
GRANT SELECT, INSERT, UPDATE (valid_from, valid_until, ended_at, ended_by, version) ON links TO lanyard_app;
CREATE POLICY see ON links FOR SELECT USING (username_id = acting() AND through_token(account_id) AND in_view(account_id)
  OR account_id = (SELECT granted('ACCOUNT_ACCESS', 1)));
CREATE OR REPLACE FUNCTION is_new_here(target uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT EXISTS (SELECT FROM usernames WHERE id = target AND home_account_id = here()) AND NOT EXISTS (SELECT FROM links WHERE username_id = target)
$$;
GRANT EXECUTE ON FUNCTION is_new_here TO lanyard_app;
CREATE POLICY add ON links FOR INSERT WITH CHECK (account_id = (SELECT granted('ACCOUNT_ACCESS', 2)) AND username_id <> me() AND NOT owner
  AND consent_id = me() AND (origin IN ('JOINED', 'OFFERED') OR origin = 'ADDED' AND is_new_here(username_id)));
CREATE POLICY change ON links FOR UPDATE USING (account_id = (SELECT granted('ACCOUNT_ACCESS', 2)) AND username_id <> me() AND NOT owner AND ended_at IS NULL)
  WITH CHECK (account_id = (SELECT granted('ACCOUNT_ACCESS', 2)));
CREATE POLICY leave ON links FOR UPDATE USING (username_id = me() AND NOT owner) WITH CHECK (username_id = me() AND ended_at IS NOT NULL);

-- Whether a link is the owner's, and whether it is the owner of this account who asks.
CREATE OR REPLACE FUNCTION owner_link(wanted uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
  AS $$ SELECT EXISTS (SELECT FROM links WHERE id = wanted AND owner) $$;
CREATE OR REPLACE FUNCTION owned_by_me() RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
  AS $$ SELECT EXISTS (SELECT FROM links WHERE username_id = me() AND account_id = here() AND owner AND ended_at IS NULL) $$;
GRANT EXECUTE ON FUNCTION owner_link, owned_by_me TO lanyard_app;

-- Account Access sets what the account asks of sign-ins.
-- Only its owner decides whether everybody needs a second factor, and whether it has to be a passkey.
DROP FUNCTION IF EXISTS set_sign_in_rules(int, int, boolean);
CREATE OR REPLACE FUNCTION set_sign_in_rules(idle int, reminder int, second_factor boolean, passkey boolean) RETURNS boolean
LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  UPDATE accounts SET idle_minutes = idle, password_reminder_months = reminder, second_factor_required = second_factor, passkey_required = passkey
    WHERE id = granted('ACCOUNT_ACCESS', 2) AND (second_factor OR NOT passkey)
      AND ((second_factor_required, passkey_required) = (second_factor, passkey) OR owned_by_me()) RETURNING true
$$;
GRANT EXECUTE ON FUNCTION set_sign_in_rules TO lanyard_app;

-- Privileges: one's own to see, never to change; the owner's nobody's to change; psychotherapy
-- notes the owner's to give.
ALTER TABLE privileges ENABLE ROW LEVEL SECURITY;
ALTER TABLE privileges FORCE ROW LEVEL SECURITY;
GRANT SELECT, INSERT, UPDATE ON privileges TO lanyard_app;
-- What an emergency opens is not given by anybody: start_emergency makes it, and its username alone sees it.
CREATE POLICY see ON privileges FOR SELECT USING (username_id = acting() AND through_token(account_id) AND in_view(account_id)
  OR link_id = (SELECT id FROM seen_link()) AND source = 'GIVEN' OR account_id = (SELECT granted('ACCOUNT_ACCESS', 1)) AND source = 'GIVEN');
CREATE POLICY add ON privileges FOR INSERT WITH CHECK (account_id = (SELECT granted('ACCOUNT_ACCESS', 2)) AND username_id <> me()
  AND NOT owner_link(link_id) AND source = 'GIVEN');
CREATE POLICY change ON privileges FOR UPDATE USING (account_id = (SELECT granted('ACCOUNT_ACCESS', 2)) AND username_id <> me()
  AND NOT owner_link(link_id) AND source = 'GIVEN');
CREATE OR REPLACE FUNCTION psychotherapy_notes_by_owner() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF row_security_active('privileges') AND NEW.section = 'PSYCHOTHERAPY_NOTES' AND NEW.level > (CASE TG_OP WHEN 'UPDATE' THEN OLD.level ELSE 0 END) AND NOT owned_by_me() THEN
    RAISE EXCEPTION 'only the owner gives psychotherapy notes' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END $$;
CREATE OR REPLACE TRIGGER psychotherapy_notes_by_owner BEFORE INSERT OR UPDATE ON privileges
  FOR EACH ROW EXECUTE FUNCTION psychotherapy_notes_by_owner();

-- The viewer's emergency that runs in this account.
CREATE OR REPLACE FUNCTION my_emergency() RETURNS uuid
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT e.id FROM emergencies e JOIN links l ON l.id = e.link_id
  WHERE l.username_id = me() AND l.account_id = here() AND in_force(l) AND NOT factor_due(l.account_id) AND e.ended_at IS NULL AND e.until > now()
$$;
-- What the viewer may open in an emergency in this account, as its owner has settled it; no row: nothing.
CREATE OR REPLACE FUNCTION my_emergency_settings() RETURNS TABLE (link_id uuid, longest_minutes int, levels jsonb)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT l.id, s.longest_minutes::int, s.levels FROM emergency_settings s JOIN links l ON l.account_id = s.account_id AND l.id = ANY (s.links)
  WHERE l.username_id = me() AND l.account_id = here() AND NOT l.owner AND in_force(l) AND NOT factor_due(l.account_id)
$$;
-- Tells an account of an emergency, and the second contact by mail alone.
CREATE OR REPLACE FUNCTION tell_of_emergency(told uuid, of_kind text, of_username text, by_whom text) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM tell(told, of_kind, of_username, by_whom);
  PERFORM tell(told, of_kind, of_username, by_whom, s.contact_email) FROM emergency_settings s WHERE s.account_id = told;
END $$;
-- Opens what is wanted of that (section -> 1 or 2), at once and for so many minutes: never beyond what is
-- settled, never while another runs, and only what holds the records of clients. Owner and second contact are told. of_event is the one in the log.
CREATE OR REPLACE FUNCTION start_emergency(new_emergency uuid, why text, wanted jsonb, minutes int, of_event uuid) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  settled record;
  own links;
  ends timestamptz;
  my_name text := (SELECT name FROM usernames WHERE id = me());
BEGIN
  SELECT * INTO settled FROM my_emergency_settings();
  SELECT * INTO own FROM links l WHERE l.id = settled.link_id FOR UPDATE;
  IF own.id IS NULL OR NOT in_force(own) OR my_emergency() IS NOT NULL OR minutes NOT BETWEEN 1 AND settled.longest_minutes
      OR length(btrim(why)) < 15 OR wanted = '{}' OR EXISTS (SELECT FROM jsonb_each_text(wanted) w
        WHERE w.value NOT IN ('1', '2') OR w.value::int > CASE settled.levels ->> w.key WHEN 'FULL' THEN 2 WHEN 'VIEW' THEN 1 ELSE 0 END) THEN
    RAISE EXCEPTION 'this is not settled for emergencies' USING ERRCODE = 'insufficient_privilege';
  END IF;
  ends := least(now() + minutes * interval '1 minute', own.valid_until);
  INSERT INTO emergencies (id, account_id, link_id, username_id, username, reason, levels, started_at, until)
    VALUES (new_emergency, own.account_id, own.id, own.username_id, my_name, btrim(why),
      (SELECT jsonb_object_agg(w.key, CASE w.value WHEN '2' THEN 'FULL' ELSE 'VIEW' END) FROM jsonb_each_text(wanted) w), now(), ends);
  INSERT INTO privileges (id, account_id, link_id, username_id, section, level, granted_by, granted_by_name, granted_at, reason,
      event_id, route, source, emergency_id, valid_from, valid_until)
    SELECT uuidv7(), own.account_id, own.id, own.username_id, w.key, w.value::int, me(), my_name, now(), btrim(why),
      of_event, 'EMERGENCY', 'EMERGENCY', new_emergency, now(), ends FROM jsonb_each_text(wanted) w
    ON CONFLICT (link_id, section, source) DO UPDATE SET level = excluded.level, granted_by_name = excluded.granted_by_name,
      granted_at = excluded.granted_at, reason = excluded.reason, event_id = excluded.event_id, emergency_id = excluded.emergency_id,
      valid_from = excluded.valid_from, valid_until = excluded.valid_until;
  PERFORM tell_of_emergency(own.account_id, 'EMERGENCY_STARTED', my_name, my_name);
END $$;
-- Ends an emergency at a moment, and what it opens with it; who was told of it is told so.
CREATE OR REPLACE FUNCTION close_emergency(wanted uuid, at timestamptz, by_name text) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  UPDATE privileges p SET valid_until = least(p.valid_until, at) WHERE p.emergency_id = wanted;
  WITH ended AS (UPDATE emergencies SET ended_at = at, ended_by = by_name WHERE id = wanted AND ended_at IS NULL RETURNING account_id, username)
  SELECT tell_of_emergency(account_id, 'EMERGENCY_ENDED', username, coalesce(by_name, '')) FROM ended;
$$;
-- Ends a running emergency of this account now: one's own, or for Account Access anybody's.
CREATE OR REPLACE FUNCTION end_emergency(wanted uuid) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM FROM emergencies WHERE id = wanted AND account_id = here() AND ended_at IS NULL AND until > now()
    AND (username_id = me() OR account_id = granted('ACCOUNT_ACCESS', 2)) FOR UPDATE;
  IF NOT FOUND THEN
    RETURN false;
  END IF;
  PERFORM close_emergency(wanted, now(), (SELECT name FROM usernames WHERE id = me()));
  RETURN true;
END $$;
-- Those that have run out, and whose end is not recorded; and recording it.
CREATE OR REPLACE FUNCTION run_out_emergencies(at_most int) RETURNS TABLE (id uuid, account_id uuid, username text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT server_alone();
  SELECT e.id, e.account_id, e.username FROM emergencies e WHERE e.ended_at IS NULL AND e.until <= now() ORDER BY e.until LIMIT at_most
$$;
CREATE OR REPLACE FUNCTION run_emergency_out(wanted uuid) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  ends timestamptz;
BEGIN
  PERFORM server_alone();
  SELECT until INTO ends FROM emergencies WHERE id = wanted AND ended_at IS NULL AND until <= now() FOR UPDATE SKIP LOCKED;
  IF NOT FOUND THEN
    RETURN false;
  END IF;
  PERFORM close_emergency(wanted, ends, NULL);
  RETURN true;
END $$;
-- An emergency does not outlive its link: it ends with it, and no later than it.
CREATE OR REPLACE FUNCTION emergency_of_link() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF NEW.ended_at IS NOT NULL THEN
    PERFORM close_emergency(e.id, greatest(now(), e.started_at), NEW.ended_by) FROM emergencies e WHERE e.link_id = NEW.id AND e.ended_at IS NULL;
  ELSE
    UPDATE emergencies SET until = greatest(NEW.valid_until, started_at + interval '1 microsecond')
      WHERE link_id = NEW.id AND ended_at IS NULL AND until > NEW.valid_until;
    UPDATE privileges SET valid_until = NEW.valid_until WHERE link_id = NEW.id AND source = 'EMERGENCY' AND valid_until > NEW.valid_until;
  END IF;
  RETURN NULL;
END $$;
CREATE OR REPLACE TRIGGER emergency_of_link AFTER UPDATE OF ended_at, valid_until ON links
  FOR EACH ROW EXECUTE FUNCTION emergency_of_link();
GRANT EXECUTE ON FUNCTION my_emergency, my_emergency_settings, start_emergency, end_emergency, run_out_emergencies, run_emergency_out TO lanyard_app;

-- Usernames: oneself, and whoever is linked to the account where links may be seen.
ALTER TABLE usernames ENABLE ROW LEVEL SECURITY;
ALTER TABLE usernames FORCE ROW LEVEL SECURITY;
GRANT SELECT, INSERT ON usernames TO lanyard_app;
CREATE POLICY see ON usernames FOR SELECT USING (id = acting() OR id IN (SELECT l.username_id FROM links l WHERE l.account_id = here())
  OR home_account_id = (SELECT granted('ACCOUNT_ACCESS', 2)));
CREATE POLICY add ON usernames FOR INSERT WITH CHECK (home_account_id = (SELECT granted('ACCOUNT_ACCESS', 2)));

-- Credentials, sign-ins and finds belong to a person: only a statement in that person's name
-- sees them, and a sign-in also the one who holds its token.
ALTER TABLE credentials ENABLE ROW LEVEL SECURITY;
ALTER TABLE credentials FORCE ROW LEVEL SECURITY;
GRANT SELECT, UPDATE ON credentials TO lanyard_app;
CREATE POLICY see ON credentials FOR SELECT USING (id = me());
CREATE POLICY change ON credentials FOR UPDATE USING (id = me());

ALTER TABLE sign_ins ENABLE ROW LEVEL SECURITY;
ALTER TABLE sign_ins FORCE ROW LEVEL SECURITY;
GRANT SELECT, INSERT, UPDATE (seen_at, proven_at, factor, ended_at, end_reason) ON sign_ins TO lanyard_app;
CREATE POLICY see ON sign_ins FOR SELECT USING (username_id = me()
  OR token_hash = decode(NULLIF(current_setting('lanyard.sign_in', true), ''), 'hex'));
CREATE POLICY add ON sign_ins FOR INSERT WITH CHECK (username_id = me());
CREATE POLICY change ON sign_ins FOR UPDATE USING (username_id = me()
  OR token_hash = decode(NULLIF(current_setting('lanyard.sign_in', true), ''), 'hex'));

-- Second factors are a person's own, like the password; half a sign-in is also whose token it is.
ALTER TABLE authenticators ENABLE ROW LEVEL SECURITY;
ALTER TABLE authenticators FORCE ROW LEVEL SECURITY;
GRANT SELECT, INSERT, UPDATE (sealed_key, since, last_step, offered_key, offered_at) ON authenticators TO lanyard_app;
CREATE POLICY own ON authenticators USING (username_id = me());
ALTER TABLE recovery_codes ENABLE ROW LEVEL SECURITY;
ALTER TABLE recovery_codes FORCE ROW LEVEL SECURITY;
GRANT SELECT, INSERT, UPDATE (spent_at) ON recovery_codes TO lanyard_app;
CREATE POLICY own ON recovery_codes USING (username_id = me());
ALTER TABLE passkeys ENABLE ROW LEVEL SECURITY;
ALTER TABLE passkeys FORCE ROW LEVEL SECURITY;
GRANT SELECT, INSERT, UPDATE (name, credential, sign_count, used_at, removed_at) ON passkeys TO lanyard_app;
CREATE POLICY own ON passkeys USING (username_id = me());
ALTER TABLE half_sign_ins ENABLE ROW LEVEL SECURITY;
ALTER TABLE half_sign_ins FORCE ROW LEVEL SECURITY;
GRANT SELECT, INSERT, UPDATE (ended_at) ON half_sign_ins TO lanyard_app;
CREATE POLICY see ON half_sign_ins FOR SELECT USING (username_id = me()
  OR token_hash = decode(NULLIF(current_setting('lanyard.sign_in', true), ''), 'hex'));
CREATE POLICY add ON half_sign_ins FOR INSERT WITH CHECK (username_id = me());
CREATE POLICY change ON half_sign_ins FOR UPDATE USING (username_id = me());

-- Whether the viewer has a second factor and a passkey, and the accounts that want one that was not shown, and of these
-- those that want a passkey.
DROP FUNCTION IF EXISTS my_second_factor();
CREATE FUNCTION my_second_factor() RETURNS TABLE (held boolean, passkey boolean, due uuid[], passkey_due uuid[])
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT h.held, h.passkey, coalesce(d.due, '{}'), coalesce(d.passkey_due, '{}')
  FROM (SELECT holds_second_factor(acting()) AS held, holds_passkey(acting()) AS passkey, shows_passkey() AS shown) h
  LEFT JOIN LATERAL (SELECT array_agg(a.id) AS due, array_agg(a.id) FILTER (WHERE a.passkey_required) AS passkey_due
    FROM links l JOIN accounts a ON a.id = l.account_id
    WHERE l.username_id = acting() AND l.ended_at IS NULL AND asks_more(a, h.held, h.shown)) d ON NOT (h.held AND h.shown)
$$;
-- The names of those accounts: whoever stands before the door is told whose it is, and whether it has to be a passkey.
DROP FUNCTION IF EXISTS askers_of_factor();
CREATE FUNCTION askers_of_factor() RETURNS TABLE (provider text, practice text, passkey boolean)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT a.provider_name, a.practice_name, a.passkey_required FROM links l JOIN accounts a ON a.id = l.account_id
  WHERE l.username_id = me() AND in_force(l) AND factor_due(l.account_id) ORDER BY a.provider_name, a.id
$$;
GRANT EXECUTE ON FUNCTION askers_of_factor TO lanyard_app;
-- Keeps what a passkey has to sign, and gives it back once.
CREATE OR REPLACE FUNCTION leave_challenge(token bytea, wanted_for text, by_sign_in uuid, what jsonb) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp
  AS $$ INSERT INTO passkey_challenges VALUES (token, wanted_for, by_sign_in, what, now() + interval '5 minutes') $$;
CREATE OR REPLACE FUNCTION take_challenge(token bytea, wanted_for text, by_sign_in uuid) RETURNS jsonb
LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  DELETE FROM passkey_challenges WHERE token_hash = token AND purpose = wanted_for AND sign_in_id = by_sign_in AND expires_at > now() RETURNING data
$$;
GRANT EXECUTE ON FUNCTION leave_challenge, take_challenge TO lanyard_app;
-- Of the usernames that may enter this account, who has a second factor, and who a passkey.
DROP FUNCTION IF EXISTS second_factors_here();
CREATE FUNCTION second_factors_here() RETURNS TABLE (link_id uuid, held boolean, passkey boolean)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT id, holds_second_factor(username_id), holds_passkey(username_id) FROM links WHERE account_id = granted('ACCOUNT_ACCESS', 1) AND ended_at IS NULL
$$;
GRANT EXECUTE ON FUNCTION my_second_factor, second_factors_here TO lanyard_app;

-- How long a sign-in of the username may go unused: what the strictest of the accounts allows that
-- it may enter now.
CREATE OR REPLACE FUNCTION idle_limit(of_username uuid) RETURNS interval
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT coalesce(min(a.idle_minutes), 15) * interval '1 minute' FROM links l JOIN accounts a ON a.id = l.account_id
  WHERE l.username_id = of_username AND in_force(l)
$$;
-- The sign-ins whose time has run out and whose end is not recorded.
CREATE OR REPLACE FUNCTION run_out_sign_ins(at_most int) RETURNS TABLE (id uuid, username_id uuid)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT server_alone();
  SELECT s.id, s.username_id FROM sign_ins s JOIN usernames u ON u.id = s.username_id AND u.deleted_at IS NULL
  WHERE s.ended_at IS NULL AND (s.expires_at <= now()
    OR s.seen_at <= now() - interval '5 minutes' AND s.seen_at <= now() - idle_limit(s.username_id))
  ORDER BY s.seen_at LIMIT at_most
$$;
GRANT EXECUTE ON FUNCTION idle_limit, run_out_sign_ins TO lanyard_app;

-- The sign-ins with which something was done in this account, by whoever may enter it, and when it
-- was: no more than the account's log tells, and nothing of other accounts.
CREATE OR REPLACE FUNCTION sign_ins_here() RETURNS TABLE (id uuid, link_id uuid, username_id uuid, username text, owner boolean,
  created_at timestamptz, used_at timestamptz, ip text, user_agent text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  -- First whose they are, once for each: the idle limit reads other tables.
  WITH theirs AS MATERIALIZED (
    SELECT s.id, l.id AS link_id, l.account_id, l.username_id, l.username_name, l.owner, s.created_at, s.seen_at, s.ip, s.user_agent
    FROM links l JOIN sign_ins s ON s.username_id = l.username_id
    WHERE l.account_id = granted('ACCOUNT_ACCESS', 1) AND l.ended_at IS NULL AND l.account_id <> ALL (s.shut_accounts)
      AND s.ended_at IS NULL AND s.expires_at > now())
  SELECT t.id, t.link_id, t.username_id, t.username_name, t.owner, t.created_at, used.at, t.ip, t.user_agent
  FROM theirs t
  CROSS JOIN LATERAL (SELECT max(e.occurred_at) AS at FROM events e WHERE e.account_id = t.account_id AND e.actor_id = t.username_id
    AND e.sign_in_id = t.id AND e.occurred_at > t.created_at - interval '1 minute') used
  WHERE t.seen_at > now() - idle_limit(t.username_id) AND used.at IS NOT NULL
  ORDER BY t.owner DESC, t.username_name, used.at DESC
$$;
-- Ends sign-ins of a username in this account, one or all: they do not enter it any more. Those that
-- can enter no other account are over. It gives how many of them were used here: what else there is of the
-- username is not this account's to know.
CREATE OR REPLACE FUNCTION end_sign_ins_here(target uuid, one uuid) RETURNS int
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  ended int := (SELECT count(*) FROM sign_ins_here() h WHERE h.username_id = target AND (one IS NULL OR h.id = one));
BEGIN
  IF NOT EXISTS (SELECT FROM links WHERE username_id = target AND account_id = granted('ACCOUNT_ACCESS', 2)
      AND ended_at IS NULL AND username_id <> me() AND (NOT owner OR owned_by_me())) THEN
    RETURN 0;
  END IF;
  UPDATE sign_ins s SET shut_accounts = s.shut_accounts || here() WHERE s.username_id = target AND (one IS NULL OR s.id = one)
    AND s.ended_at IS NULL AND s.expires_at > now() AND here() <> ALL (s.shut_accounts);
  UPDATE sign_ins s SET ended_at = now(), end_reason = 'ENDED_IN_ACCOUNT' WHERE s.username_id = target AND s.ended_at IS NULL
    AND here() = ANY (s.shut_accounts)
    AND NOT EXISTS (SELECT FROM links l WHERE l.username_id = target AND l.ended_at IS NULL AND l.account_id <> ALL (s.shut_accounts));
  RETURN ended;
END $$;
GRANT EXECUTE ON FUNCTION sign_ins_here, end_sign_ins_here TO lanyard_app;

-- API tokens are a person's own, to make and to revoke; who made one says what it may do, once.
ALTER TABLE api_tokens ENABLE ROW LEVEL SECURITY;
ALTER TABLE api_tokens FORCE ROW LEVEL SECURITY;
GRANT SELECT, INSERT, UPDATE (revoked_at, revoked_by) ON api_tokens TO lanyard_app;
CREATE POLICY own ON api_tokens USING (username_id = me());
ALTER TABLE api_token_levels ENABLE ROW LEVEL SECURITY;
ALTER TABLE api_token_levels FORCE ROW LEVEL SECURITY;
GRANT SELECT, INSERT ON api_token_levels TO lanyard_app;
CREATE POLICY own ON api_token_levels USING (token_id IN (SELECT t.id FROM api_tokens t WHERE t.username_id = me()));

-- The token that hashes to this, as long as it holds, and whose it is: it has to be found before it is known. An
-- app's is no calendar's, and the other way round. What was let in by OAuth is found by the text that it has now,
-- and holds no longer than that.
DROP FUNCTION IF EXISTS token_of(bytea), token_of(bytea, boolean), tokens_here();
CREATE OR REPLACE FUNCTION token_of(hash bytea, of_calendar boolean) RETURNS TABLE (id uuid, name text, expires_at timestamptz, username_id uuid, username text,
  home_account_id uuid, must_change boolean, kind text, app_id uuid, by_documents boolean)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT server_alone();
  SELECT t.id, t.name, least(t.expires_at, f.until), u.id, u.name, u.home_account_id, c.change_required IS NOT NULL, t.kind, t.app_id,
    EXISTS (SELECT FROM app_documents d WHERE d.app_id = t.app_id)
  FROM (SELECT o.id, o.expires_at FROM api_tokens o WHERE o.token_hash = hash
    UNION ALL SELECT s.token_id, s.expires_at FROM app_secrets s WHERE s.hash = token_of.hash AND s.kind = 'ACCESS') f(id, until)
  JOIN api_tokens t ON t.id = f.id JOIN usernames u ON u.id = t.username_id AND u.deleted_at IS NULL JOIN credentials c ON c.id = u.id
  WHERE f.until > now() AND t.revoked_at IS NULL AND t.expires_at > now() AND (t.kind LIKE 'CALENDAR%') = of_calendar
$$;
-- Adds up what was asked by tokens: many uses at once, each token once.
CREATE OR REPLACE FUNCTION add_token_uses(tokens uuid[], more bigint[], last timestamptz[], addresses text[]) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT server_alone();
  UPDATE api_tokens t SET uses = t.uses + n.more, used_at = greatest(t.used_at, n.last), used_from = CASE WHEN t.used_at > n.last THEN t.used_from ELSE n.address END
  FROM (SELECT * FROM unnest(tokens, more, last, addresses) AS u(id, more, last, address) ORDER BY u.id) n WHERE t.id = n.id
$$;
-- The tokens that reach this account, for whoever sees who enters it: no more than its own log tells of their
-- use, and nothing of other accounts.
CREATE OR REPLACE FUNCTION tokens_here() RETURNS TABLE (id uuid, link_id uuid, username_id uuid, username text, owner boolean, name text, purpose text,
  created_at timestamptz, expires_at timestamptz, levels jsonb, used_at timestamptz, used_from text, kind text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT t.id, l.id, l.username_id, l.username_name, l.owner, t.name, t.purpose, t.created_at, t.expires_at,
    (SELECT jsonb_object_agg(v.section, v.level) FROM api_token_levels v WHERE v.token_id = t.id AND v.account_id = l.account_id), used.occurred_at, used.ip, t.kind
  FROM links l JOIN api_tokens t ON t.username_id = l.username_id
  LEFT JOIN LATERAL (SELECT e.occurred_at, e.ip FROM events e WHERE e.account_id = l.account_id AND e.token_id = t.id
    AND e.token_id <> '00000000-0000-0000-0000-000000000000' ORDER BY e.occurred_at DESC LIMIT 1) used ON true
  WHERE l.account_id = granted('ACCOUNT_ACCESS', 1) AND l.ended_at IS NULL AND t.revoked_at IS NULL AND t.expires_at > now() AND t.begun
    AND l.account_id <> ALL (t.shut_accounts) AND EXISTS (SELECT FROM api_token_levels v WHERE v.token_id = t.id AND v.account_id = l.account_id)
  ORDER BY l.owner DESC, l.username_name, t.created_at DESC, t.id
$$;
-- Shuts tokens out of this account, one or all, and gives their names. One that reaches no other account is revoked.
CREATE OR REPLACE FUNCTION shut_tokens_out(one uuid, by_name text) RETURNS TABLE (id uuid, name text)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF granted('ACCOUNT_ACCESS', 2) IS NULL THEN
    RETURN;
  END IF;
  RETURN QUERY UPDATE api_tokens t SET shut_accounts = t.shut_accounts || here() FROM tokens_here() h
    WHERE t.id = h.id AND (one IS NULL OR t.id = one) RETURNING t.id, t.name;
  PERFORM revoke_where_shut_out(by_name);
END $$;
-- Revokes what this account has shut out and no other one lets in.
CREATE OR REPLACE FUNCTION revoke_where_shut_out(by_name text) RETURNS void LANGUAGE sql SET search_path = public, pg_temp AS $$
  UPDATE api_tokens t SET revoked_at = now(), revoked_by = by_name WHERE t.revoked_at IS NULL AND here() = ANY (t.shut_accounts)
    AND NOT EXISTS (SELECT FROM api_token_levels v WHERE v.token_id = t.id AND v.account_id <> ALL (t.shut_accounts))
$$;
-- Keeps tokens out of this account, or lets them in; null: that was so already.
CREATE OR REPLACE FUNCTION forbid_tokens(forbidden boolean) RETURNS boolean
LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  UPDATE accounts SET tokens_forbidden = forbidden WHERE id = granted('ACCOUNT_ACCESS', 2) AND me() IS NOT NULL AND tokens_forbidden <> forbidden RETURNING true
$$;
GRANT EXECUTE ON FUNCTION token_of, add_token_uses, tokens_here, shut_tokens_out, forbid_tokens TO lanyard_app;

-- Apps are of the account that has registered them; what each account lets them do is its own. Nobody but a
-- door reads what is kept of a secret.
ALTER TABLE apps ENABLE ROW LEVEL SECURITY;
ALTER TABLE apps FORCE ROW LEVEL SECURITY;
GRANT SELECT (id, account_id, name, purpose, website, redirect_uris, confidential, deleted_at, version), INSERT,
  UPDATE (name, purpose, website, redirect_uris, secret_hash, version) ON apps TO lanyard_app;
CREATE POLICY see ON apps FOR SELECT USING (account_id = (SELECT granted('ACCOUNT_ACCESS', 1)) AND deleted_at IS NULL);
CREATE POLICY add ON apps FOR INSERT WITH CHECK (account_id = (SELECT granted('ACCOUNT_ACCESS', 2)));
CREATE POLICY change ON apps FOR UPDATE USING (account_id = (SELECT granted('ACCOUNT_ACCESS', 2)) AND deleted_at IS NULL);
ALTER TABLE app_admissions ENABLE ROW LEVEL SECURITY;
ALTER TABLE app_admissions FORCE ROW LEVEL SECURITY;
ALTER TABLE app_secrets ENABLE ROW LEVEL SECURITY;
ALTER TABLE app_secrets FORCE ROW LEVEL SECURITY;

-- What an app has registered is its account's; the app itself reads one at a time.
ALTER TABLE app_documents ENABLE ROW LEVEL SECURITY;
ALTER TABLE app_documents FORCE ROW LEVEL SECURITY;
CREATE OR REPLACE FUNCTION set_app_documents(wanted uuid, ids text[], texts text[]) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  UPDATE apps a SET version = a.version + 1 WHERE a.id = wanted AND a.account_id = granted('ACCOUNT_ACCESS', 2) AND me() IS NOT NULL AND a.deleted_at IS NULL;
  IF NOT FOUND THEN
    RETURN false;
  END IF;
  DELETE FROM app_documents d WHERE d.app_id = wanted;
  INSERT INTO app_documents (app_id, id, text) SELECT wanted, d.id, d.text FROM unnest(ids, texts) AS d(id, text) ON CONFLICT DO NOTHING;
  RETURN true;
END $$;
CREATE OR REPLACE FUNCTION app_document(wanted text) RETURNS SETOF text
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT d.text FROM api_tokens t JOIN app_documents d ON d.app_id = t.app_id WHERE t.id = acting_token() AND t.username_id = acting() AND d.id = wanted
$$;
GRANT EXECUTE ON FUNCTION set_app_documents, app_document TO lanyard_app;

-- The apps that this account has registered or lets in, with the provider that answers for each, and how many
-- people have let it in here.
DROP FUNCTION IF EXISTS apps_here(), others_of_app(uuid), found_app(uuid), let_app_in(uuid, jsonb);
CREATE OR REPLACE FUNCTION apps_here() RETURNS TABLE (id uuid, registered_in uuid, registered_by text, name text, purpose text, website text,
  redirect_uris text[], confidential boolean, created_at timestamptz, levels jsonb, admitted_at timestamptz, admitted_by text, people int, documents int, version int)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT a.id, a.account_id, c.provider_name, a.name, a.purpose, a.website, a.redirect_uris, a.confidential, a.created_at, m.levels, m.admitted_at, m.admitted_by,
    (SELECT count(DISTINCT t.username_id)::int FROM links l JOIN api_tokens t ON t.username_id = l.username_id AND t.app_id = a.id
      WHERE l.account_id = here() AND l.ended_at IS NULL AND t.revoked_at IS NULL AND t.expires_at > now() AND t.begun AND here() <> ALL (t.shut_accounts)
        AND EXISTS (SELECT FROM api_token_levels v WHERE v.token_id = t.id AND v.account_id = here())),
    (SELECT count(*)::int FROM app_documents d WHERE d.app_id = a.id), a.version
  FROM apps a JOIN accounts c ON c.id = a.account_id LEFT JOIN app_admissions m ON m.app_id = a.id AND m.account_id = here()
  WHERE granted('ACCOUNT_ACCESS', 1) IS NOT NULL AND a.deleted_at IS NULL AND (a.account_id = here() OR m.app_id IS NOT NULL)
  ORDER BY lower(a.name), a.id
$$;
-- An app by its client id, for whoever could let it in here.
CREATE OR REPLACE FUNCTION found_app(wanted uuid) RETURNS TABLE (name text, purpose text, website text, registered_by text, redirect_uris text[], version int)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT a.name, a.purpose, a.website, c.provider_name, a.redirect_uris, a.version FROM apps a JOIN accounts c ON c.id = a.account_id
  WHERE a.id = wanted AND a.deleted_at IS NULL AND granted('ACCOUNT_ACCESS', 2) IS NOT NULL AND me() IS NOT NULL
$$;
-- Lets an app into this account as it was looked at, or changes the most that it may do here, and gives its name, what
-- was before, and whether this did: of another version it does nothing.
CREATE OR REPLACE FUNCTION let_app_in(wanted uuid, seen int, most jsonb) RETURNS TABLE (name text, before jsonb, done boolean)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  app apps;
  old jsonb;
BEGIN
  SELECT a.* INTO app FROM apps a WHERE a.id = wanted AND a.deleted_at IS NULL FOR SHARE;
  IF app.id IS NULL OR me() IS NULL OR granted('ACCOUNT_ACCESS', 2) IS NULL THEN
    RETURN;
  END IF;
  SELECT m.levels INTO old FROM app_admissions m WHERE m.app_id = wanted AND m.account_id = here() FOR UPDATE;
  IF app.version = seen THEN
    INSERT INTO app_admissions AS m (app_id, account_id, levels, admitted_by, known_as) SELECT wanted, here(), most, u.name, app.name FROM usernames u WHERE u.id = me()
      ON CONFLICT (app_id, account_id) DO UPDATE SET levels = EXCLUDED.levels, known_as = EXCLUDED.known_as;
  END IF;
  RETURN QUERY SELECT app.name, old, app.version = seen;
END $$;
-- Shuts an app out of this account, and gives its name and how many people had let it in here; no row: it was not in.
CREATE OR REPLACE FUNCTION shut_app_out(wanted uuid, by_name text) RETURNS TABLE (name text, people int)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  shut int;
BEGIN
  DELETE FROM app_admissions m WHERE m.app_id = wanted AND m.account_id = granted('ACCOUNT_ACCESS', 2) AND me() IS NOT NULL;
  IF NOT FOUND THEN
    RETURN;
  END IF;
  WITH gone AS (UPDATE api_tokens t SET shut_accounts = t.shut_accounts || here() FROM api_token_levels v
    WHERE t.app_id = wanted AND t.revoked_at IS NULL AND v.token_id = t.id AND v.account_id = here() AND here() <> ALL (t.shut_accounts)
    RETURNING t.username_id, t.begun AND t.expires_at > now() AS counts)
    SELECT count(DISTINCT username_id) FILTER (WHERE counts) INTO shut FROM gone;
  PERFORM revoke_where_shut_out(by_name);
  RETURN QUERY SELECT a.name, shut FROM apps a WHERE a.id = wanted;
END $$;
-- Deletes an app of this account, and gives its name, the accounts that let it in, and how many people had: all
-- that it could do ends.
CREATE OR REPLACE FUNCTION delete_app(wanted uuid, by_name text) RETURNS TABLE (name text, accounts uuid[], people int)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  app_name text;
  everywhere uuid[];
  ended int;
BEGIN
  UPDATE apps a SET deleted_at = now()
    WHERE a.id = wanted AND a.account_id = granted('ACCOUNT_ACCESS', 2) AND me() IS NOT NULL AND a.deleted_at IS NULL RETURNING a.name INTO app_name;
  IF NOT FOUND THEN
    RETURN;
  END IF;
  PERFORM tell_of_app(m.account_id, 'APP_DELETED', m.known_as, c.provider_name) FROM app_admissions m, accounts c
    WHERE m.app_id = wanted AND m.account_id <> here() AND c.id = here();
  WITH gone AS (DELETE FROM app_admissions m WHERE m.app_id = wanted RETURNING m.account_id)
    SELECT coalesce(array_agg(account_id ORDER BY account_id), '{}') INTO everywhere FROM gone;
  WITH gone AS (UPDATE api_tokens t SET revoked_at = now(), revoked_by = by_name WHERE t.app_id = wanted AND t.revoked_at IS NULL
    RETURNING t.username_id, t.begun AND t.expires_at > now() AS counts)
    SELECT count(DISTINCT username_id) FILTER (WHERE counts) INTO ended FROM gone;
  RETURN QUERY SELECT app_name, everywhere, ended;
END $$;
GRANT EXECUTE ON FUNCTION apps_here, found_app, let_app_in, shut_app_out, delete_app TO lanyard_app;

-- The app that asks a person to be let in, and where it can be: their accounts that let it in, with the most
-- that each lets it do.
CREATE OR REPLACE FUNCTION app_asking(wanted uuid) RETURNS TABLE (id uuid, name text, purpose text, website text, redirect_uris text[], confidential boolean, registered_by text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT a.id, a.name, a.purpose, a.website, a.redirect_uris, a.confidential, c.provider_name FROM apps a JOIN accounts c ON c.id = a.account_id
  WHERE a.id = wanted AND a.deleted_at IS NULL AND me() IS NOT NULL
$$;
CREATE OR REPLACE FUNCTION accounts_for_app(wanted uuid) RETURNS TABLE (account_id uuid, provider_name text, levels jsonb)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT m.account_id, c.provider_name, m.levels FROM app_admissions m JOIN accounts c ON c.id = m.account_id AND NOT c.tokens_forbidden
  JOIN links l ON l.account_id = m.account_id AND l.username_id = me() AND in_force(l)
  WHERE m.app_id = wanted ORDER BY lower(c.provider_name), m.account_id
$$;
-- Leaves the code that the app comes for its first token with, where each account that it is for lets it in still.
-- Whoever shuts it out at this moment waits until the token is there, and ends it with the others.
CREATE OR REPLACE FUNCTION leave_app_code(token uuid, code bytea, to_uri text, to_challenge text, lasts interval) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM FROM api_tokens t JOIN app_admissions m ON m.app_id = t.app_id WHERE t.id = token AND t.username_id = me() FOR KEY SHARE OF m;
  INSERT INTO app_secrets (hash, token_id, kind, expires_at, redirect_uri, challenge)
    SELECT code, t.id, 'CODE', now() + lasts, to_uri, to_challenge FROM api_tokens t WHERE t.id = token AND t.username_id = me() AND t.kind = 'APP' AND NOT t.begun
      AND NOT EXISTS (SELECT FROM api_token_levels v WHERE v.token_id = t.id AND NOT EXISTS (SELECT FROM app_admissions m WHERE m.app_id = t.app_id AND m.account_id = v.account_id));
  RETURN FOUND;
END $$;
-- What is kept of an app's secret; no row: there is no such app.
CREATE OR REPLACE FUNCTION app_client(wanted uuid) RETURNS TABLE (id uuid, secret_hash bytea)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT server_alone();
  SELECT a.id, a.secret_hash FROM apps a WHERE a.id = wanted AND a.deleted_at IS NULL
$$;
-- Whose a code, an access token or a refresh token is, until it ends, also where it was used before.
CREATE OR REPLACE FUNCTION app_secret(wanted bytea) RETURNS TABLE (used boolean, expires_at timestamptz, redirect_uri text, challenge text,
  app_id uuid, token_id uuid, token_name text, token_ends timestamptz, username_id uuid, username text, home_account_id uuid)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT server_alone();
  SELECT s.used_at IS NOT NULL, least(s.expires_at, t.expires_at), s.redirect_uri, s.challenge, t.app_id, t.id, t.name, t.expires_at, u.id, u.name, u.home_account_id
  FROM app_secrets s JOIN api_tokens t ON t.id = s.token_id JOIN usernames u ON u.id = t.username_id AND u.deleted_at IS NULL
  WHERE s.hash = wanted AND s.expires_at > now() AND t.revoked_at IS NULL AND t.expires_at > now()
$$;
-- For the token itself. Gives it new texts for the one that its app has come with; null: that one was used before.
-- What would have ended by now is forgotten, and of an app that renews its token all the time what it used long ago: one
-- that does so each quarter of an hour has three thousand in a month.
CREATE OR REPLACE FUNCTION renew_app_token(came_with bytea, access bytea, access_lasts interval, refresh bytea, refresh_lasts interval) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM FROM api_tokens t WHERE t.id = acting_token() AND t.username_id = acting() AND t.kind = 'APP' AND t.revoked_at IS NULL AND t.expires_at > now() FOR UPDATE;
  IF NOT FOUND THEN
    RETURN NULL;
  END IF;
  UPDATE app_secrets s SET used_at = now() WHERE s.hash = came_with AND s.token_id = acting_token() AND s.kind <> 'ACCESS' AND s.used_at IS NULL AND s.expires_at > now();
  IF NOT FOUND THEN
    RETURN NULL;
  END IF;
  UPDATE api_tokens t SET begun = true WHERE t.id = acting_token() AND NOT t.begun;
  DELETE FROM app_secrets s WHERE s.token_id = acting_token() AND (s.expires_at <= now() OR s.hash IN (
    SELECT o.hash FROM app_secrets o WHERE o.token_id = acting_token() AND o.kind = 'REFRESH' AND o.used_at IS NOT NULL ORDER BY o.expires_at DESC OFFSET 3000));
  INSERT INTO app_secrets (hash, token_id, kind, expires_at) VALUES (access, acting_token(), 'ACCESS', now() + access_lasts), (refresh, acting_token(), 'REFRESH', now() + refresh_lasts);
  RETURN true;
END $$;
-- For the token itself: it is handed back, or ends because somebody may have stolen it; null: it has ended already.
CREATE OR REPLACE FUNCTION end_app_token(by_name text) RETURNS boolean
LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  UPDATE api_tokens SET revoked_at = now(), revoked_by = by_name WHERE id = acting_token() AND username_id = acting() AND kind = 'APP' AND revoked_at IS NULL RETURNING true
$$;
GRANT EXECUTE ON FUNCTION app_asking, accounts_for_app, leave_app_code, app_client, app_secret, renew_app_token, end_app_token TO lanyard_app;

ALTER TABLE account_finds ENABLE ROW LEVEL SECURITY;
ALTER TABLE account_finds FORCE ROW LEVEL SECURITY;
GRANT SELECT, INSERT, UPDATE (used_at) ON account_finds TO lanyard_app;
CREATE POLICY own ON account_finds USING (username_id = me());

-- Invitations: Account Access sees those that were made in the account, makes them in one's own name, and
-- withdraws them.
ALTER TABLE invitations ENABLE ROW LEVEL SECURITY;
ALTER TABLE invitations FORCE ROW LEVEL SECURITY;
GRANT SELECT, INSERT, UPDATE (state, answered_at, answered_by) ON invitations TO lanyard_app;
CREATE POLICY see ON invitations FOR SELECT USING (account_id = (SELECT granted('ACCOUNT_ACCESS', 1)));
CREATE POLICY add ON invitations FOR INSERT WITH CHECK (account_id = (SELECT granted('ACCOUNT_ACCESS', 2)) AND maker_id = me() AND state = 'OPEN');
CREATE POLICY change ON invitations FOR UPDATE USING (account_id = (SELECT granted('ACCOUNT_ACCESS', 2)) AND state = 'OPEN')
  WITH CHECK (state = 'WITHDRAWN');

-- Notices: Account Access reads them, and notes that it did.
ALTER TABLE notices ENABLE ROW LEVEL SECURITY;
ALTER TABLE notices FORCE ROW LEVEL SECURITY;
GRANT SELECT, UPDATE (read_at, read_by) ON notices TO lanyard_app;
CREATE POLICY see ON notices FOR SELECT USING (account_id = (SELECT granted('ACCOUNT_ACCESS', 1)) AND mail_to IS NULL);
CREATE POLICY change ON notices FOR UPDATE USING (account_id = (SELECT granted('ACCOUNT_ACCESS', 2)) AND mail_to IS NULL);

-- Emergencies: Account Access reads them, and one's own is seen while it runs. Of one that is over somebody
-- else says, once and in their own name, whether it was justified: nobody whom its user let in, or who came in once
-- it had begun (access.CheckEmergencyReview).
ALTER TABLE emergencies ENABLE ROW LEVEL SECURITY;
ALTER TABLE emergencies FORCE ROW LEVEL SECURITY;
GRANT SELECT, UPDATE (reviewed_at, reviewer_id, reviewer, justified, finding) ON emergencies TO lanyard_app;
CREATE POLICY see ON emergencies FOR SELECT USING (account_id = (SELECT granted('ACCOUNT_ACCESS', 1)) OR id = (SELECT my_emergency()));
CREATE POLICY review ON emergencies FOR UPDATE USING (account_id = (SELECT granted('ACCOUNT_ACCESS', 2)) AND account_id = (SELECT granted('ACTIVITY_LOG', 1)) AND username_id <> me()
    AND reviewed_at IS NULL AND (ended_at IS NOT NULL OR until <= now())
    AND EXISTS (SELECT FROM links l WHERE l.username_id = me() AND l.account_id = emergencies.account_id AND l.ended_at IS NULL
      AND l.consent_id <> emergencies.username_id AND l.created_at <= emergencies.started_at))
  WITH CHECK (reviewer_id = me() AND reviewer = (SELECT name FROM usernames WHERE id = me()));
ALTER TABLE emergency_settings ENABLE ROW LEVEL SECURITY;
ALTER TABLE emergency_settings FORCE ROW LEVEL SECURITY;
GRANT SELECT, INSERT, UPDATE (links, longest_minutes, levels, contact_name, contact_email, changed_at, changed_by, version) ON emergency_settings TO lanyard_app;
CREATE POLICY see ON emergency_settings FOR SELECT USING (account_id = (SELECT granted('ACCOUNT_ACCESS', 1)));
CREATE POLICY add ON emergency_settings FOR INSERT WITH CHECK (account_id = (SELECT granted('ACCOUNT_ACCESS', 2)) AND owned_by_me());
CREATE POLICY change ON emergency_settings FOR UPDATE USING (account_id = (SELECT granted('ACCOUNT_ACCESS', 2)) AND owned_by_me());

-- Of a client, each section that shows clients sees the number and the name.
ALTER TABLE client_names ENABLE ROW LEVEL SECURITY;
ALTER TABLE client_names FORCE ROW LEVEL SECURITY;
GRANT SELECT ON client_names TO lanyard_app;
CREATE OR REPLACE FUNCTION names_granted() RETURNS uuid LANGUAGE sql STABLE SET search_path = public, pg_temp AS $$
  SELECT coalesce(granted('CLIENTS', 1), granted('CALENDAR', 1), granted('INSURANCE', 1), granted('CLIENT_SESSIONS', 1),
    granted('NOTES', 1), granted('PSYCHOTHERAPY_NOTES', 1), granted('INVOICES', 1), granted('PAYMENTS', 1))
$$;
GRANT EXECUTE ON FUNCTION names_granted TO lanyard_app;
CREATE POLICY see ON client_names FOR SELECT USING (account_id = (SELECT names_granted()));

-- Psychotherapy notes: of those who hold the section the author alone, unless the author shares them.
-- Nobody writes in another's name, or changes what another has written.
ALTER TABLE psychotherapy_notes ENABLE ROW LEVEL SECURITY;
ALTER TABLE psychotherapy_notes FORCE ROW LEVEL SECURITY;
GRANT SELECT, INSERT, UPDATE (note_date, body, shared, version) ON psychotherapy_notes TO lanyard_app;
CREATE POLICY see ON psychotherapy_notes FOR SELECT USING (account_id = (SELECT granted('PSYCHOTHERAPY_NOTES', 1)) AND (author_id = me() OR shared));
CREATE POLICY add ON psychotherapy_notes FOR INSERT WITH CHECK (account_id = (SELECT granted('PSYCHOTHERAPY_NOTES', 2)) AND author_id = me());
CREATE POLICY change ON psychotherapy_notes FOR UPDATE USING (account_id = (SELECT granted('PSYCHOTHERAPY_NOTES', 2)) AND author_id = me());

-- What says who wrote it says so truly, and the charge of a session and what was paid at it are
-- written by the session alone (decision 16).
DO $$
DECLARE own record;
BEGIN
  FOR own IN SELECT * FROM (VALUES ('payments', 'posted_by'), ('ledger_entries', 'posted_by'), ('invoices', 'generated_by'),
      ('disclosures', 'recorded_by'), ('disclosure_strikes', 'struck_by'), ('reviews', 'reviewer')) AS t(name, writer) LOOP
    EXECUTE format('CREATE POLICY in_own_name ON %I AS RESTRICTIVE FOR INSERT WITH CHECK (%I = (SELECT name FROM usernames WHERE id = acting()))', own.name, own.writer);
  END LOOP;
END $$;
CREATE POLICY not_of_sessions ON ledger_entries AS RESTRICTIVE FOR INSERT
  WITH CHECK (kind <> 'CHARGE' AND (kind <> 'PAYMENT' OR payment_id IS NOT NULL));

-- Reviews of the log: Activity Log reads them, and nobody signs off in another's name.
ALTER TABLE reviews ENABLE ROW LEVEL SECURITY;
ALTER TABLE reviews FORCE ROW LEVEL SECURITY;
GRANT SELECT, INSERT ON reviews TO lanyard_app;
CREATE POLICY see ON reviews FOR SELECT USING (account_id = (SELECT granted('ACTIVITY_LOG', 1)));
CREATE POLICY add ON reviews FOR INSERT WITH CHECK (account_id = (SELECT granted('ACTIVITY_LOG', 2)) AND reviewer_id = me());

-- Reviews of access, beyond their section's walls: each is started and finished in one's own name, and
-- decided on while it is open.
CREATE POLICY in_own_name ON access_reviews AS RESTRICTIVE FOR INSERT
  WITH CHECK (finished_at IS NULL AND started_by = (SELECT name FROM usernames WHERE id = me()));
CREATE POLICY finish_in_own_name ON access_reviews AS RESTRICTIVE FOR UPDATE
  WITH CHECK (finisher_id = me() AND finished_by = (SELECT name FROM usernames WHERE id = me()));
CREATE POLICY in_own_name ON access_decisions AS RESTRICTIVE FOR INSERT
  WITH CHECK (decider_id = me() AND decided_by = (SELECT name FROM usernames WHERE id = me())
    AND EXISTS (SELECT FROM access_reviews r WHERE r.id = review_id AND r.finished_at IS NULL)
    AND EXISTS (SELECT FROM links l WHERE l.id = link_id AND l.version = access_decisions.version AND l.ended_at IS NULL));

-- The log takes an event of any account: refusals are written by those who were refused.
GRANT SELECT, INSERT ON events TO lanyard_app;
CREATE POLICY add ON events FOR INSERT WITH CHECK (true);
GRANT SELECT ON seals TO lanyard_app;
GRANT SELECT ON walls, goose_db_version TO lanyard_app;

-- The narrow doors: what must reach past the policies does exactly one thing each.

-- Opens an account with its owner username, who has Full Access to everything, in each of
-- section_names.
CREATE OR REPLACE FUNCTION found_account(
  new_account uuid, practice text, provider text, mail text, zone text,
  new_username uuid, username text, hash text, new_link uuid, section_names text[], privilege_ids uuid[], new_event uuid
) RETURNS void LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  INSERT INTO accounts (id, practice_name, provider_name, email, time_zone, created_at)
    VALUES (new_account, practice, provider, mail, zone, now());
  INSERT INTO usernames (id, name, name_key, home_account_id, created_at)
    VALUES (new_username, username, lower(username), new_account, now());
  INSERT INTO credentials (id, password_hash, changed_at) VALUES (new_username, hash, now());
  INSERT INTO links (id, account_id, username_id, username_name, owner, origin, consent_id, consent_name, created_at)
    VALUES (new_link, new_account, new_username, username, true, 'SIGN_UP', new_username, username, now());
  INSERT INTO privileges (id, account_id, link_id, username_id, section, level, granted_by, granted_by_name, granted_at, event_id, route)
    SELECT p.id, new_account, new_link, new_username, p.section, 2, new_username, username, now(), new_event, 'SIGN_UP'
    FROM unnest(privilege_ids, section_names) AS p(id, section);
$$;
GRANT EXECUTE ON FUNCTION found_account TO lanyard_app;

-- The username of that name, if it has not been deleted: to sign in one has to be found
-- before one is known.
CREATE OR REPLACE FUNCTION username_named(wanted text) RETURNS uuid
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT server_alone();
  SELECT id FROM usernames WHERE name_key = lower(wanted) AND deleted_at IS NULL
$$;
GRANT EXECUTE ON FUNCTION username_named TO lanyard_app;

-- Failures are counted, and lock, in three ways (docs/decisions/0026). count_failure counts one and
-- gives until when that locks: from the free-th in a row the lock doubles from one minute to fifteen, and from the
-- most-th on it does not end by itself. Failures are forgotten once there was none for so long.
DROP FUNCTION IF EXISTS reserve_proof(text), forget_failed_proofs(text), reserve_proof(text, text), take_back_proof(text, text), count_failure(text, text, int, int, interval),
  tell_account(uuid, text, text, text), tell_elsewhere(uuid, text, text);
CREATE OR REPLACE FUNCTION count_failure(of_name text, of_network text, free int, most int, forgotten interval) RETURNS timestamptz
LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  UPDATE failed_proofs f SET failures = n.failures, locked_until = CASE WHEN n.failures >= most THEN 'infinity' ELSE clock_timestamp()
      + CASE WHEN n.failures < free THEN interval '0' ELSE least(interval '1 minute' * power(2, least(n.failures - free, 10)), interval '15 minutes') END END
    FROM (SELECT CASE WHEN locked_until < now() - forgotten THEN 1 ELSE failures + 1 END AS failures FROM failed_proofs
      WHERE name_key = of_name AND network = of_network) n
    WHERE f.name_key = of_name AND f.network = of_network RETURNING f.locked_until
$$;
CREATE OR REPLACE FUNCTION lock_of(of_name text, of_network text) RETURNS timestamptz
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  until timestamptz;
BEGIN
  INSERT INTO failed_proofs VALUES (of_name, of_network, 0, now()) ON CONFLICT DO NOTHING;
  SELECT locked_until INTO until FROM failed_proofs WHERE name_key = of_name AND network = of_network FOR UPDATE;
  RETURN until;
END $$;
-- Whether a name has signed in from the network within 90 days.
CREATE OR REPLACE FUNCTION knows_network(of_name text, of_network text) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT of_network <> '' AND EXISTS (SELECT FROM sign_ins WHERE username_id = username_named(of_name) AND network = of_network
    AND created_at > now() - interval '90 days')
$$;
-- Counts an attempt at a name's password as a failure, before it is checked, and says whether the name was
-- known in the network: then it counts there alone. Where it may not be made it counts nothing, and says for
-- how many seconds: -1 is until somebody unlocks it. stops is the kind of notice that it is worth if it fails: it
-- locks the name then. That a network is locked for all names is told of none. Locks are taken in the same order by all.
CREATE OR REPLACE FUNCTION reserve_proof(wanted text, from_network text, OUT wait int, OUT known boolean, OUT stops text)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  name text := lower(wanted);
  until timestamptz;
BEGIN
  PERFORM server_alone();
  until := lock_of(name, from_network);
  known := knows_network(wanted, from_network);
  IF NOT known THEN
    until := greatest(until, lock_of(name, '*'), lock_of('*', from_network));
  END IF;
  IF until > clock_timestamp() THEN
    wait := CASE WHEN until = 'infinity' THEN -1 ELSE ceil(extract(epoch FROM until - clock_timestamp())) END;
    RETURN;
  END IF;
  until := count_failure(name, from_network, 5, 100, interval '1 day');
  IF NOT known THEN
    until := greatest(until, count_failure(name, '*', 20, 100, interval '1 day'));
    PERFORM count_failure('*', from_network, 50, NULL, interval '1 hour');
  END IF;
  stops := CASE WHEN until = 'infinity' THEN 'LOCKED' WHEN until > clock_timestamp() THEN 'ATTEMPTS_STOPPED' END;
END $$;
-- Takes an attempt back that reserve_proof counted, and with it the lock that it began: the one before had
-- run out. Of those of a network no more than this one, or a username of one's own would be a way round.
-- Whether the name was known is what reserve_proof said: by a sign-in that came of the attempt it is known now.
-- Locks are taken in the order of reserve_proof.
CREATE OR REPLACE FUNCTION take_back_proof(wanted text, from_network text, was_known boolean) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT server_alone();
  UPDATE failed_proofs SET failures = failures - 1, locked_until = now()
    WHERE name_key = lower(wanted) AND network = from_network AND failures > 0;
  UPDATE failed_proofs SET failures = failures - 1, locked_until = now()
    WHERE name_key = lower(wanted) AND network = '*' AND failures > 0 AND NOT was_known;
  UPDATE failed_proofs SET failures = failures - 1, locked_until = now()
    WHERE name_key = '*' AND network = from_network AND failures > 0 AND NOT was_known;
$$;
-- All was right: forgets the failures of the name from the network and from those that it is not known in.
CREATE OR REPLACE FUNCTION forget_failed_proofs(wanted text, from_network text) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT server_alone();
  DELETE FROM failed_proofs WHERE name_key = lower(wanted) AND network = from_network;
  DELETE FROM failed_proofs WHERE name_key = lower(wanted) AND network = '*';
$$;
-- While it is locked, attempts are told by one event a minute, with how many there were: whoever makes them
-- would fill the log otherwise. note_refusal counts one, and says whether it is told at once: none was for a
-- minute. due_refusals gives those whose minute is over with more, and tell_refusals takes them, once.
CREATE OR REPLACE FUNCTION note_refusal(of_username uuid, by_actor uuid, for_account uuid, from_network text, of_code text) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  untold int;
BEGIN
  PERFORM server_alone();
  INSERT INTO untold_refusals AS u VALUES (of_username, by_actor, for_account, from_network, of_code, 0, now())
    ON CONFLICT (username_id, actor_id, counterpart_id, network, code) DO UPDATE SET attempts = u.attempts + 1 RETURNING attempts INTO untold;
  RETURN untold = 0;
END $$;
CREATE OR REPLACE FUNCTION due_refusals(at_most int) RETURNS TABLE (username_id uuid, actor_id uuid, counterpart_id uuid, network text, code text)
LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT server_alone();
  DELETE FROM untold_refusals u WHERE u.attempts = 0 AND u.since < now() - interval '1 minute';
  SELECT u.username_id, u.actor_id, u.counterpart_id, u.network, u.code FROM untold_refusals u
  WHERE u.since < now() - interval '1 minute' ORDER BY u.since LIMIT at_most
$$;
CREATE OR REPLACE FUNCTION tell_refusals(of_username uuid, by_actor uuid, for_account uuid, from_network text, of_code text) RETURNS int
LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT server_alone();
  DELETE FROM untold_refusals WHERE (username_id, actor_id, counterpart_id, network, code) = (of_username, by_actor, for_account, from_network, of_code)
    AND since < now() - interval '1 minute' RETURNING attempts
$$;
GRANT EXECUTE ON FUNCTION note_refusal, due_refusals, tell_refusals TO lanyard_app;
-- Of the usernames that are at home in this account, those that cannot sign in from everywhere now, and
-- for how many seconds: -1 is until somebody unlocks them.
CREATE OR REPLACE FUNCTION locked_here() RETURNS TABLE (link_id uuid, username text, failures int, seconds int)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT l.id, l.username_name, sum(f.failures)::int,
    CASE WHEN max(f.locked_until) = 'infinity' THEN -1 ELSE ceil(extract(epoch FROM max(f.locked_until) - now())) END::int
  FROM links l JOIN failed_proofs f ON f.name_key = lower(l.username_name) AND f.locked_until > now()
  WHERE l.account_id = granted('ACCOUNT_ACCESS', 1) AND at_home(l)
  GROUP BY l.id, l.username_name ORDER BY l.username_name
$$;
-- Forgets the failures of a username that is at home in this account, and tells whether it was locked;
-- null: it was unlocked three times within a day, and whoever unlocks must not guess for ever.
CREATE OR REPLACE FUNCTION unlock_username(target uuid) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  home links;
  unlocked boolean;
BEGIN
  SELECT * INTO home FROM links l WHERE l.username_id = target AND l.account_id = granted('ACCOUNT_ACCESS', 2) AND at_home(l);
  IF (SELECT count(*) FROM events e WHERE e.account_id = home.account_id AND e.code = 'username.unlocked' AND e.outcome = 'OK'
      AND e.entity_ids @> ARRAY[home.id] AND e.occurred_at > now() - interval '1 day') >= 3 THEN
    RETURN NULL;
  END IF;
  WITH held AS (SELECT name_key, network FROM failed_proofs WHERE name_key = lower(home.username_name) ORDER BY network = '*' FOR UPDATE),
    freed AS (DELETE FROM failed_proofs f USING held WHERE (f.name_key, f.network) = (held.name_key, held.network) RETURNING f.locked_until)
  SELECT coalesce(bool_or(locked_until > now()), false) INTO unlocked FROM freed;
  RETURN unlocked;
END $$;
GRANT EXECUTE ON FUNCTION reserve_proof, take_back_proof, forget_failed_proofs, locked_here, unlock_username TO lanyard_app;

-- Counts a code that somebody who is signed in enters as a wrong one, before it is looked for; where none
-- may be entered it counts nothing and says for how many seconds. take_back_code takes a right one back.
CREATE OR REPLACE FUNCTION reserve_code() RETURNS int
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  of_me text := 'code of ' || me();
  until timestamptz := lock_of(of_me, '');
BEGIN
  IF until > clock_timestamp() THEN
    RETURN ceil(extract(epoch FROM until - clock_timestamp()));
  END IF;
  PERFORM count_failure(of_me, '', 5, NULL, interval '1 day');
  RETURN NULL;
END $$;
CREATE OR REPLACE FUNCTION take_back_code() RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  UPDATE failed_proofs SET failures = failures - 1, locked_until = now() WHERE name_key = 'code of ' || me() AND network = '' AND failures > 0
$$;
-- The open invitation of a code, which whoever holds it may see, and whose it is.
CREATE OR REPLACE FUNCTION invitation_of(hash bytea) RETURNS TABLE (id uuid, kind text, account_id uuid, practice_name text, provider_name text,
  maker_id uuid, maker_name text, levels jsonb, link_from timestamptz, link_until timestamptz, purpose text, created_at timestamptz, expires_at timestamptz)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT i.id, i.kind, i.account_id, a.practice_name, a.provider_name, i.maker_id, i.maker_name, i.levels, i.link_from, i.link_until, i.purpose,
    i.created_at, i.expires_at
  FROM invitations i JOIN accounts a ON a.id = i.account_id JOIN usernames u ON u.id = i.maker_id AND u.deleted_at IS NULL
  WHERE i.code_hash = hash AND i.state = 'OPEN' AND i.expires_at > now() AND me() IS NOT NULL
$$;
-- Answers the open invitation of a code, once: it gives whether this did. A username that is being deleted
-- waits for its link, or gets none. The account that it was made in is told, where that is another one; who
-- accepts an offer is told of by the link.
CREATE OR REPLACE FUNCTION answer_invitation(hash bytea, as_state text) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  linked uuid := (SELECT CASE i.kind WHEN 'OFFER' THEN me() ELSE i.maker_id END FROM invitations i WHERE i.code_hash = hash);
  answered invitations;
BEGIN
  PERFORM pg_advisory_xact_lock(hashtextextended(linked::text, 1));
  UPDATE invitations i SET state = as_state, answered_at = now(), answered_by = (SELECT u.name FROM usernames u WHERE u.id = me())
    WHERE i.code_hash = hash AND i.state = 'OPEN' AND i.expires_at > now() AND as_state IN ('ACCEPTED', 'DECLINED')
      AND EXISTS (SELECT FROM usernames u WHERE u.id = linked AND u.deleted_at IS NULL) AND me() IS NOT NULL RETURNING i.* INTO answered;
  IF NOT FOUND THEN
    RETURN false;
  END IF;
  IF answered.account_id IS DISTINCT FROM here() AND (as_state = 'DECLINED' OR answered.kind = 'REQUEST') THEN
    PERFORM tell(answered.account_id, as_state, answered.maker_name, answered.answered_by);
  END IF;
  RETURN true;
END $$;
-- The invitations whose time has run out and whose end is not recorded, and recording it.
CREATE OR REPLACE FUNCTION run_out_invitations(at_most int) RETURNS TABLE (id uuid, account_id uuid, kind text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT server_alone();
  SELECT i.id, i.account_id, i.kind FROM invitations i WHERE i.state = 'OPEN' AND i.expires_at <= now() ORDER BY i.expires_at LIMIT at_most
$$;
CREATE OR REPLACE FUNCTION expire_invitation(wanted uuid) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM server_alone();
  UPDATE invitations SET state = 'EXPIRED', answered_at = expires_at WHERE id = wanted AND state = 'OPEN' AND expires_at <= now();
  RETURN FOUND;
END $$;
GRANT EXECUTE ON FUNCTION reserve_code, take_back_code, invitation_of, answer_invitation, run_out_invitations, expire_invitation TO lanyard_app;

-- Tells an account something, and keeps where its mail goes: a later address is not told what went before.
CREATE OR REPLACE FUNCTION tell(told uuid, of_kind text, of_username text, by_whom text, mail_to text DEFAULT NULL) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  WITH made AS (INSERT INTO notices (id, account_id, kind, username, by_name, created_at, next_attempt_at, mail_to)
    VALUES (uuidv7(), told, of_kind, of_username, by_whom, now(), now(), tell.mail_to) RETURNING id, notices.mail_to)
  INSERT INTO mail_addresses SELECT made.id, coalesce(made.mail_to, a.email) FROM made, accounts a WHERE a.id = told
$$;
-- Tells an account of an app, unless it was told so within the hour and has not read it: whoever registers apps has no
-- way to fill another's mailbox.
CREATE OR REPLACE FUNCTION tell_of_app(told uuid, of_kind text, known_as text, by_whom text) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT tell(told, of_kind, known_as, by_whom) WHERE NOT EXISTS (SELECT FROM notices n WHERE n.account_id = told AND n.kind = of_kind
    AND n.username = known_as AND n.read_at IS NULL AND n.created_at > now() - interval '1 hour')
$$;
-- Tells the other accounts that let an app of this one in that this very transaction has changed it, by the name that
-- they let it in by, and gives them: their logs tell it too.
DROP FUNCTION IF EXISTS tell_others_of_app(uuid, text);
CREATE OR REPLACE FUNCTION tell_others_of_app(wanted uuid) RETURNS SETOF uuid
LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT m.account_id FROM app_admissions m JOIN apps a ON a.id = m.app_id JOIN accounts c ON c.id = a.account_id,
    LATERAL tell_of_app(m.account_id, 'APP_CHANGED', m.known_as, c.provider_name)
  WHERE a.id = wanted AND a.account_id = granted('ACCOUNT_ACCESS', 2) AND me() IS NOT NULL AND m.account_id <> a.account_id
    AND a.xmin = pg_current_xact_id()::xid
$$;
GRANT EXECUTE ON FUNCTION tell_others_of_app TO lanyard_app;
-- Tells of a link that this very transaction has made or ended, once it has: of others there is nothing to tell.
CREATE OR REPLACE FUNCTION tell_of_link(wanted uuid) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT tell(l.account_id, CASE WHEN l.ended_at IS NULL THEN 'LINKED' ELSE 'UNLINKED' END, u.name, by_whom.name)
  FROM links l JOIN usernames u ON u.id = l.username_id JOIN usernames by_whom ON by_whom.id = me()
  WHERE l.id = wanted AND l.xmin = pg_current_xact_id()::xid
    AND (l.account_id = granted('ACCOUNT_ACCESS', 2) OR l.username_id = me() AND l.ended_at IS NOT NULL)
$$;
-- Tells the account that answers for a username what befell that: a username has no address of its own. What it was told
-- since then it is not told again, or until it has read it. Of two at once one tells.
CREATE OR REPLACE FUNCTION tell_of_username(target uuid, of_kind text, since timestamptz, until_read boolean) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM pg_advisory_xact_lock(hashtextextended(target::text, 2));
  PERFORM tell(account_of(u.id), of_kind, u.name, u.name) FROM usernames u WHERE u.id = target AND NOT EXISTS (SELECT FROM notices t
    WHERE t.account_id = account_of(u.id) AND t.kind = of_kind AND t.username = u.name AND t.created_at > since AND (t.read_at IS NULL OR NOT until_read));
END $$;
-- Tells that how one signs in has been changed by this very transaction. Whoever makes new recovery codes all the time
-- fills no mailbox: what is unread is not told again within the hour.
CREATE OR REPLACE FUNCTION tell_home(of_kind text) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT tell_of_username(me(), of_kind, now() - interval '1 hour', true) WHERE EXISTS (SELECT FROM (
    SELECT 'PASSWORD_CHANGED' AS kind, id AS whose, xmin AS by FROM credentials
    UNION ALL SELECT 'FACTOR_CHANGED', username_id, xmin FROM authenticators
    UNION ALL SELECT 'FACTOR_CHANGED', username_id, xmin FROM passkeys
    UNION ALL SELECT 'FACTOR_CHANGED', username_id, xmin FROM recovery_codes) done
  WHERE done.whose = me() AND done.kind = of_kind AND done.by = pg_current_xact_id()::xid)
$$;
-- Tells that a failure has locked a name, as reserve_proof said: once a day, or strangers would fill a mailbox, and each
-- time that it does not end by itself.
CREATE OR REPLACE FUNCTION tell_of_guesses(of_name text, stops text) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT server_alone();
  SELECT tell_of_username(u.id, stops, CASE stops WHEN 'LOCKED' THEN 'infinity' ELSE now() - interval '1 day' END, false)
  FROM usernames u WHERE u.name_key = lower(of_name) AND u.deleted_at IS NULL AND stops IN ('ATTEMPTS_STOPPED', 'LOCKED')
$$;
GRANT EXECUTE ON FUNCTION tell_home, tell_of_guesses TO lanyard_app;
-- Tells all other accounts that a username may enter what was done to it in this one. Who they are is not
-- this account's to know.
CREATE OR REPLACE FUNCTION tell_others(target uuid, of_kind text) RETURNS int
LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT count(*)::int FROM links l JOIN usernames u ON u.id = l.username_id JOIN usernames by_whom ON by_whom.id = me(),
    LATERAL tell(l.account_id, of_kind, u.name, by_whom.name)
  WHERE l.username_id = target AND l.ended_at IS NULL AND l.account_id <> here()
$$;
-- Tells them that this very transaction has ended its access here; offboarded: that it has left altogether, which
-- the account that it is at home in says.
CREATE OR REPLACE FUNCTION tell_of_end(target uuid, offboarded boolean) RETURNS int
LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT tell_others(target, CASE WHEN offboarded THEN 'OFFBOARDED' ELSE 'ENDED_ELSEWHERE' END) FROM links l
  WHERE l.username_id = target AND l.account_id = granted('ACCOUNT_ACCESS', 2) AND l.ended_at IS NOT NULL AND l.xmin = pg_current_xact_id()::xid
    AND (NOT offboarded OR l.origin IN ('SIGN_UP', 'ADDED'))
$$;
-- The links whose last day is over, and whose end is not recorded; and recording it. The account is told, and all
-- others that the username may enter.
CREATE OR REPLACE FUNCTION has_run_out(l links) RETURNS boolean LANGUAGE sql STABLE
  AS $$ SELECT l.ended_at IS NULL AND l.valid_until <= now() AND l.run_out_at IS DISTINCT FROM l.valid_until $$;
CREATE OR REPLACE FUNCTION run_out_links(at_most int) RETURNS TABLE (id uuid, account_id uuid, username text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT server_alone();
  SELECT l.id, l.account_id, l.username_name FROM links l WHERE has_run_out(l) ORDER BY l.valid_until LIMIT at_most
$$;
CREATE OR REPLACE FUNCTION run_link_out(wanted uuid) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  over links;
BEGIN
  PERFORM server_alone();
  UPDATE links l SET run_out_at = l.valid_until WHERE l.id = wanted AND has_run_out(l) RETURNING l.* INTO over;
  IF NOT FOUND THEN
    RETURN false;
  END IF;
  PERFORM tell(over.account_id, 'UNLINKED', over.username_name, '');
  PERFORM tell(l.account_id, 'ENDED_ELSEWHERE', over.username_name, '') FROM links l
    WHERE l.username_id = over.username_id AND l.ended_at IS NULL AND l.account_id <> over.account_id;
  RETURN true;
END $$;
GRANT EXECUTE ON FUNCTION run_out_links, run_link_out TO lanyard_app;
-- Whoever changes the address that notices go to would keep them from whoever reads the old one: that one is
-- told so, and last.
CREATE OR REPLACE FUNCTION tell_old_address() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  by_whom text := coalesce((SELECT name FROM usernames WHERE id = me()), 'the server');
BEGIN
  PERFORM tell(OLD.id, 'ADDRESS_CHANGED', by_whom, by_whom);
  RETURN NEW;
END $$;
CREATE OR REPLACE TRIGGER tell_old_address BEFORE UPDATE OF email ON accounts
  FOR EACH ROW WHEN (OLD.email <> NEW.email) EXECUTE FUNCTION tell_old_address();
-- Ends all sign-ins, whole and half, and all API tokens, everywhere, of a username that is at home in this account.
CREATE OR REPLACE FUNCTION end_sign_ins_of(target uuid) RETURNS int
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  ended int;
BEGIN
  IF NOT EXISTS (SELECT FROM links l WHERE l.username_id = target AND l.account_id = granted('ACCOUNT_ACCESS', 2) AND at_home(l) AND NOT l.owner) THEN
    RETURN 0;
  END IF;
  -- Sign-ins come last: one that holds what it proves with is there by then.
  PERFORM FROM credentials WHERE id = target FOR UPDATE;
  UPDATE half_sign_ins SET ended_at = now() WHERE username_id = target AND ended_at IS NULL;
  UPDATE sign_ins SET ended_at = now(), end_reason = 'OFFBOARDED' WHERE username_id = target AND ended_at IS NULL;
  GET DIAGNOSTICS ended = ROW_COUNT;
  UPDATE api_tokens SET revoked_at = now(), revoked_by = (SELECT name FROM usernames WHERE id = me()) WHERE username_id = target AND revoked_at IS NULL;
  RETURN ended;
END $$;
-- Takes notices to mail, for two minutes: what another server has taken is left to it. What is older than
-- a week is not mailed any more. One of each account comes before the second of any, and first those of whom
-- nothing was taken for longest: whoever has many waits behind nobody but themselves.
DROP FUNCTION IF EXISTS take_mails(int);
CREATE OR REPLACE FUNCTION take_mails(at_most int) RETURNS TABLE (id uuid, account_id uuid, kind text, username text, by_name text,
  attempts int, email text, to_owner boolean, practice_name text)
LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT server_alone();
  WITH waiting AS (
    SELECT d.id, t.taken_at, row_number() OVER (PARTITION BY d.account_id ORDER BY d.next_attempt_at, d.id) AS turn
    FROM notices d LEFT JOIN mail_turns t ON t.account_id = d.account_id
    WHERE d.mailed_at IS NULL AND d.next_attempt_at <= now() AND d.created_at > now() - interval '7 days'),
  due AS (
    SELECT n.id FROM notices n JOIN waiting w ON w.id = n.id WHERE n.mailed_at IS NULL AND n.next_attempt_at <= now()
    ORDER BY w.turn, w.taken_at NULLS FIRST, n.next_attempt_at LIMIT at_most FOR UPDATE OF n SKIP LOCKED),
  taken AS (
    UPDATE notices n SET attempts = n.attempts + 1, next_attempt_at = now() + interval '2 minutes' FROM due WHERE n.id = due.id RETURNING n.*),
  turns AS (
    INSERT INTO mail_turns SELECT DISTINCT t.account_id, now() FROM taken t ORDER BY t.account_id
    ON CONFLICT ON CONSTRAINT mail_turns_pkey DO UPDATE SET taken_at = excluded.taken_at)
  SELECT t.id, t.account_id, t.kind, t.username, t.by_name, t.attempts::int, m.email, t.mail_to IS NULL, a.practice_name
  FROM taken t JOIN mail_addresses m ON m.notice_id = t.id JOIN accounts a ON a.id = t.account_id
$$;
CREATE OR REPLACE FUNCTION mail_sent(wanted uuid) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT server_alone();
  UPDATE notices SET mailed_at = now(), mail_fault = NULL WHERE id = wanted AND mailed_at IS NULL;
  DELETE FROM mail_addresses WHERE notice_id = wanted;
$$;
CREATE OR REPLACE FUNCTION mail_failed(wanted uuid, fault text, again interval) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT server_alone();
  UPDATE notices SET mail_fault = fault, next_attempt_at = now() + again WHERE id = wanted AND mailed_at IS NULL
$$;
GRANT EXECUTE ON FUNCTION tell_of_link, tell_of_end, end_sign_ins_of, take_mails, mail_sent, mail_failed TO lanyard_app;

-- Gives a username of this account its first password.
CREATE OR REPLACE FUNCTION add_credential(owner_id uuid, hash text, required text) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  INSERT INTO credentials (id, password_hash, changed_at, change_required)
    SELECT u.id, hash, now(), NULLIF(required, '') FROM usernames u
    WHERE u.id = owner_id AND u.home_account_id = granted('ACCOUNT_ACCESS', 2)
$$;
GRANT EXECUTE ON FUNCTION add_credential TO lanyard_app;

-- Whether whoever asks runs the account that a username is at home in. For the owner's the owner alone answers.
CREATE OR REPLACE FUNCTION answers_for(target uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT EXISTS (SELECT FROM links l WHERE l.username_id = target AND l.account_id = granted('ACCOUNT_ACCESS', 2)
    AND at_home(l) AND (NOT l.owner OR owned_by_me()))
$$;
-- Makes a username that is at home in this account change its password, and ends its sign-ins and its tokens, which it
-- gives: whoever knew the password could have made them, and they would outlive it. Null: there was nothing to be done.
DROP FUNCTION IF EXISTS reset_second_factor(uuid, text), require_password_change(uuid, text);
CREATE OR REPLACE FUNCTION require_password_change(target uuid, why text) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  ended jsonb;
BEGIN
  IF NOT answers_for(target) THEN
    RETURN NULL;
  END IF;
  -- Sign-ins and tokens come last: what holds the credential is there by then.
  UPDATE credentials SET change_required = why WHERE id = target;
  UPDATE half_sign_ins SET ended_at = now() WHERE username_id = target AND ended_at IS NULL;
  UPDATE sign_ins SET ended_at = now(), end_reason = 'PASSWORD_CHANGE_REQUIRED' WHERE username_id = target AND ended_at IS NULL;
  WITH gone AS (UPDATE api_tokens t SET revoked_at = now(), revoked_by = (SELECT name FROM usernames WHERE id = me())
    WHERE t.username_id = target AND t.revoked_at IS NULL AND t.expires_at > now() RETURNING t.*)
    SELECT coalesce(jsonb_agg(jsonb_build_object('id', g.id, 'name', g.name, 'kind', g.kind, 'accounts',
      ARRAY(SELECT DISTINCT v.account_id FROM api_token_levels v WHERE v.token_id = g.id AND v.account_id <> ALL (g.shut_accounts)))), '[]') INTO ended FROM gone g;
  IF ended <> '[]' THEN
    UPDATE credentials SET change_required = why || ' Your API tokens, calendar addresses and what you let apps do have ended too: make anew what you still need.' WHERE id = target;
  END IF;
  RETURN ended;
END $$;
GRANT EXECUTE ON FUNCTION require_password_change TO lanyard_app;

-- Takes the second factors of a username that is at home in this account, which has lost them. All its
-- sign-ins end, it changes its password, and the other accounts that it may enter are told: whoever signs in
-- with it next need not be the same person.
CREATE OR REPLACE FUNCTION reset_second_factor(target uuid, why text) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF target = me() OR NOT holds_second_factor(target) OR NOT answers_for(target)
      OR EXISTS (SELECT FROM links WHERE username_id = target AND account_id = here() AND owner) THEN
    RETURN NULL;
  END IF;
  UPDATE authenticators SET sealed_key = NULL, since = NULL, offered_key = NULL, offered_at = NULL WHERE username_id = target;
  UPDATE passkeys SET removed_at = now() WHERE username_id = target AND removed_at IS NULL;
  UPDATE recovery_codes SET spent_at = now() WHERE username_id = target AND spent_at IS NULL;
  PERFORM tell_others(target, 'FACTOR_RESET');
  RETURN require_password_change(target, why);
END $$;
GRANT EXECUTE ON FUNCTION reset_second_factor TO lanyard_app;

-- How old the viewer's password is, whether an account that the viewer may enter wants to be reminded
-- of that, and who else has typed it into Access Other Accounts since, the last of them.
CREATE OR REPLACE FUNCTION my_password() RETURNS TABLE (changed_at timestamptz, is_old boolean, typed_by text, typed_at timestamptz)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT c.changed_at, coalesce(c.changed_at < now() - (SELECT min(a.password_reminder_months) FROM links l JOIN accounts a ON a.id = l.account_id
      WHERE l.username_id = me() AND in_force(l)) * interval '1 month', false), u.name, f.created_at
  FROM credentials c
  LEFT JOIN LATERAL (SELECT * FROM account_finds WHERE consent_id = c.id AND username_id <> c.id AND created_at > c.changed_at
    ORDER BY created_at DESC LIMIT 1) f ON true
  LEFT JOIN usernames u ON u.id = f.username_id
  WHERE c.id = me()
$$;
GRANT EXECUTE ON FUNCTION my_password TO lanyard_app;

-- Deletes a username that no account lets in any more, and ends its sign-ins and API tokens. Whoever may
-- remove usernames from an account it was linked to may ask, and so may the username itself.
CREATE OR REPLACE FUNCTION retire_username(target uuid, by_name text) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF target IS DISTINCT FROM me() AND NOT EXISTS (SELECT FROM links
      WHERE username_id = target AND account_id = granted('ACCOUNT_ACCESS', 2)) THEN
    RETURN false;
  END IF;
  PERFORM pg_advisory_xact_lock(hashtextextended(target::text, 1));
  IF EXISTS (SELECT FROM links WHERE username_id = target AND ended_at IS NULL) THEN
    RETURN false;
  END IF;
  UPDATE usernames SET deleted_at = now(), deleted_by = by_name WHERE id = target AND deleted_at IS NULL;
  UPDATE sign_ins SET ended_at = now(), end_reason = 'USERNAME_DELETED' WHERE username_id = target AND ended_at IS NULL;
  UPDATE half_sign_ins SET ended_at = now() WHERE username_id = target AND ended_at IS NULL;
  UPDATE api_tokens SET revoked_at = now(), revoked_by = by_name WHERE username_id = target AND revoked_at IS NULL;
  RETURN true;
END $$;
GRANT EXECUTE ON FUNCTION retire_username TO lanyard_app;

-- Takes away what a copy added to the master files of this account and nobody has changed since;
-- gives their ids. Nothing else can ever be deleted from these. Service codes go first: a billing
-- code that another of them, an appointment or a session uses stays, and so do locations of sessions,
-- payers and referring providers of policies and types of payments.
CREATE OR REPLACE FUNCTION remove_copied(undone uuid) RETURNS SETOF uuid
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  file text;
BEGIN
  FOREACH file IN ARRAY ARRAY['service_codes', 'diagnosis_codes', 'billing_codes', 'payers', 'locations', 'modifiers',
    'referring_providers', 'payment_types', 'note_templates', 'invoice_messages'] LOOP
    RETURN QUERY EXECUTE format($delete$
      DELETE FROM %1$I t USING copied_entries e
      WHERE e.job_id = $1 AND e.account_id = granted('CODES_SETUP', 2) AND e.before IS NULL AND e.file = upper(%1$L)
        AND (t.id, t.version, t.account_id, t.copy_job) = (e.entry_id, e.version, e.account_id, e.job_id)
        AND (%1$L <> 'billing_codes' OR NOT EXISTS (SELECT FROM service_codes s WHERE (s.account_id, s.billing_code) = (t.account_id, t.natural_key))
          AND NOT EXISTS (SELECT FROM appointments p WHERE (p.account_id, p.service_code) = (t.account_id, t.natural_key))
          AND NOT EXISTS (SELECT FROM client_sessions s WHERE (s.account_id, s.billing_code) = (t.account_id, t.natural_key)))
        AND (%1$L <> 'service_codes' OR NOT EXISTS (SELECT FROM appointments p WHERE (p.account_id, p.service_id) = (t.account_id, t.id)))
        AND (%1$L <> 'locations' OR NOT EXISTS (SELECT FROM client_sessions s WHERE (s.account_id, s.location_id) = (t.account_id, t.id)))
        AND (%1$L <> 'payers' OR NOT EXISTS (SELECT FROM insurance_policies p WHERE (p.account_id, p.payer) = (t.account_id, t.natural_key)))
        AND (%1$L <> 'referring_providers' OR NOT EXISTS (SELECT FROM insurance_policies p WHERE (p.account_id, p.referring_provider) = (t.account_id, t.natural_key)))
        AND (%1$L <> 'payment_types' OR NOT EXISTS (SELECT FROM payments p WHERE (p.account_id, p.method) = (t.account_id, t.natural_key)))
      RETURNING t.id $delete$, file) USING undone;
  END LOOP;
END $$;
GRANT EXECUTE ON FUNCTION remove_copied TO lanyard_app;

-- The names of those who can give the viewer a level here, for whoever may enter the account: what
-- access.CheckGrant lets others do. Nobody raises the owner or themselves.
DROP FUNCTION IF EXISTS stewards();
CREATE OR REPLACE FUNCTION stewards(asked text, needed int) RETURNS TABLE (name text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  WITH holds AS (
    SELECT l.username_id, l.username_name, l.owner, p.section, p.level FROM links l JOIN privileges p ON p.link_id = l.id
    WHERE l.account_id = here() AND in_force(l) AND in_force(p) AND p.source = 'GIVEN')
  SELECT runs.username_name FROM holds runs JOIN holds has USING (username_id)
  WHERE runs.section = 'ACCOUNT_ACCESS' AND runs.level = 2 AND has.section = asked AND has.level >= needed
    AND runs.username_id <> me() AND (runs.owner OR asked <> 'PSYCHOTHERAPY_NOTES')
    AND EXISTS (SELECT FROM links own WHERE own.username_id = me() AND own.account_id = here() AND own.ended_at IS NULL AND NOT own.owner)
  ORDER BY runs.owner DESC, runs.username_name LIMIT 20
$$;
GRANT EXECUTE ON FUNCTION stewards TO lanyard_app;

-- Whether the viewer has opened one of these things of a client of this account within one sign-in, as
-- an event of this code tells: to show it anew is no other opening.
DROP FUNCTION IF EXISTS has_opened(uuid, uuid);
CREATE OR REPLACE FUNCTION has_opened(opening text, things uuid[], client uuid, by_sign_in uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT EXISTS (SELECT FROM events WHERE account_id = here() AND actor_id = me() AND sign_in_id = by_sign_in
    AND code = opening AND entity_ids && things AND client_ids @> ARRAY[client] AND occurred_at > now() - interval '1 day')
$$;
GRANT EXECUTE ON FUNCTION has_opened TO lanyard_app;

-- Which clients of this account have a piece of a name or of a phone number, and which have a word
-- like this one; null: more than most. Past the policies, since those let only equality and order
-- reach an index; what is found is read through them again.
CREATE OR REPLACE FUNCTION clients_with(text_like text, phones_like text, most int) RETURNS uuid[]
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT CASE WHEN count(*) <= most THEN coalesce(array_agg(id), '{}') END FROM (
    SELECT id FROM clients WHERE account_id = granted('CLIENTS', 1) AND (search_text LIKE text_like OR search_phones LIKE phones_like)
    LIMIT most + 1) found
$$;
-- That its limit may be set is known once its library is loaded, which asking for it does.
DO $$ BEGIN PERFORM show_limit(); END $$;
CREATE OR REPLACE FUNCTION clients_spelt_like(word text, most int) RETURNS uuid[]
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp SET pg_trgm.word_similarity_threshold = 0.3 AS $$
  SELECT CASE WHEN count(*) <= most THEN coalesce(array_agg(id), '{}') END FROM (
    SELECT id FROM clients WHERE account_id = granted('CLIENTS', 1) AND search_text %> word LIMIT most + 1) found
$$;
GRANT EXECUTE ON FUNCTION clients_with, clients_spelt_like TO lanyard_app;

-- Which names of clients have a word like this one; null: more than most. It reads what every section
-- that shows clients may see of them, and nothing else of a client.
CREATE OR REPLACE FUNCTION names_spelt_like(word text, most int) RETURNS uuid[]
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp SET pg_trgm.word_similarity_threshold = 0.3 AS $$
  SELECT CASE WHEN count(*) <= most THEN coalesce(array_agg(id), '{}') END FROM (
    SELECT id FROM client_names WHERE account_id = names_granted() AND search_text %> word LIMIT most + 1) found
$$;
GRANT EXECUTE ON FUNCTION names_spelt_like TO lanyard_app;

-- Says that a window of the viewer shows a thing, and gives the others who look at it now: what has
-- not been said again for a minute is over. What kind it is says whose section it is. Psychotherapy notes are none of these
-- things: nobody learns that one is there.
ALTER TABLE presences ENABLE ROW LEVEL SECURITY;
ALTER TABLE presences FORCE ROW LEVEL SECURITY;
DROP FUNCTION IF EXISTS be_here(text, text, uuid, uuid, boolean, boolean);
CREATE OR REPLACE FUNCTION be_here(of_type text, wanted uuid, from_window uuid, edits boolean, stays boolean)
RETURNS TABLE (name text, since timestamptz, editing boolean)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  of_table text;
  of_section text;
  -- A page of which there is one in an account is called by its section.
  is_page boolean := of_type IN ('PRACTICE_SETUP', 'ACCOUNT_ACCESS');
  -- A ledger has its client's id, and a page its account's: each is another thing to be at.
  at_thing uuid := CASE WHEN is_page OR of_type = 'Ledger' THEN md5(of_type || wanted)::uuid ELSE wanted END;
  is_there boolean := false;
BEGIN
  SELECT t.name, t.section INTO of_table, of_section FROM (VALUES
    ('Client', 'clients', 'CLIENTS'), ('Appointment', 'appointments', 'CALENDAR'), ('ClientSession', 'client_sessions', 'CLIENT_SESSIONS'),
    ('SessionNote', 'session_notes', 'NOTES'), ('InsurancePolicy', 'insurance_policies', 'INSURANCE'), ('Authorization', 'authorizations', 'INSURANCE'),
    ('Invoice', 'invoices', 'INVOICES'), ('Ledger', 'client_names', 'PAYMENTS'),
    ('DiagnosisCode', 'diagnosis_codes', 'CODES_SETUP'), ('BillingCode', 'billing_codes', 'CODES_SETUP'), ('Payer', 'payers', 'CODES_SETUP'),
    ('Location', 'locations', 'CODES_SETUP'), ('Modifier', 'modifiers', 'CODES_SETUP'), ('ReferringProvider', 'referring_providers', 'CODES_SETUP'),
    ('ServiceCode', 'service_codes', 'CODES_SETUP'), ('PaymentType', 'payment_types', 'CODES_SETUP'), ('NoteTemplate', 'note_templates', 'CODES_SETUP'),
    ('InvoiceMessage', 'invoice_messages', 'CODES_SETUP')
  ) AS t(type, name, section) WHERE t.type = of_type;
  IF is_page THEN
    is_there := coalesce(wanted = granted(of_type, 1), false);
  ELSIF FOUND THEN
    EXECUTE format('SELECT EXISTS (SELECT FROM %I WHERE id = $1 AND account_id = granted($2, 1))', of_table) INTO is_there USING wanted, of_section;
  END IF;
  IF NOT is_there THEN
    RAISE EXCEPTION 'there is no such thing here' USING ERRCODE = 'no_data_found';
  END IF;
  DELETE FROM presences p WHERE p.seen_at < now() - interval '1 minute' OR p.username_id = me() AND p."window" = from_window AND (NOT stays OR p.thing <> at_thing);
  IF NOT stays THEN
    RETURN;
  END IF;
  INSERT INTO presences AS p VALUES (me(), from_window, here(), at_thing, edits, now(), now())
    ON CONFLICT (username_id, "window") DO UPDATE SET seen_at = now(), editing = edits;
  RETURN QUERY SELECT u.name::text, min(p.since), bool_or(p.editing) FROM presences p JOIN usernames u ON u.id = p.username_id
    WHERE p.account_id = here() AND p.thing = at_thing AND p.username_id <> me() GROUP BY u.name ORDER BY u.name LIMIT 20;
END $$;
GRANT EXECUTE ON FUNCTION be_here TO lanyard_app;

-- Whether there is such an account: refused attempts go into its log, and those at ids that
-- nobody has into the installation's.
CREATE OR REPLACE FUNCTION account_exists(wanted uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
  AS $$ SELECT EXISTS (SELECT FROM accounts WHERE id = wanted) $$;
GRANT EXECUTE ON FUNCTION account_exists TO lanyard_app;

-- Whether nobody has opened an account yet.
CREATE OR REPLACE FUNCTION no_account() RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT server_alone();
  SELECT NOT EXISTS (SELECT FROM accounts)
$$;
GRANT EXECUTE ON FUNCTION no_account TO lanyard_app;

-- For the sealer: the oldest events without a seal, the end of each of their chains, and the
-- sealing itself.
CREATE OR REPLACE FUNCTION unsealed_events(at_most int) RETURNS SETOF events
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT server_alone();
  SELECT e.* FROM (SELECT * FROM unsealed ORDER BY occurred_at, id LIMIT at_most) u
  JOIN events e ON e.id = u.id AND e.occurred_at = u.occurred_at ORDER BY e.occurred_at, e.id
$$;
GRANT EXECUTE ON FUNCTION unsealed_events TO lanyard_app;

CREATE OR REPLACE FUNCTION chain_ends(accounts uuid[]) RETURNS TABLE (account_id uuid, seq bigint, hash bytea)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT server_alone();
  SELECT a.id, s.seq, s.hash FROM unnest(accounts) AS a(id)
  CROSS JOIN LATERAL (SELECT * FROM seals WHERE seals.account_id = a.id ORDER BY seals.seq DESC LIMIT 1) s
$$;
GRANT EXECUTE ON FUNCTION chain_ends TO lanyard_app;

-- The fingerprint of the key that seals the log; the first to ask makes it theirs.
CREATE OR REPLACE FUNCTION claim_log_key(mine text) RETURNS text
LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT server_alone();
  INSERT INTO log_key (fingerprint) VALUES (mine) ON CONFLICT DO NOTHING;
  SELECT fingerprint FROM log_key;
$$;
CREATE OR REPLACE FUNCTION log_key_may_be(mine text) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT server_alone();
  SELECT NOT EXISTS (SELECT FROM log_key WHERE fingerprint <> mine)
$$;
GRANT EXECUTE ON FUNCTION claim_log_key, log_key_may_be TO lanyard_app;

DROP FUNCTION IF EXISTS seal_events(uuid[], uuid[], bigint[], bytea[], bytea[]);
CREATE OR REPLACE FUNCTION seal_events(ids uuid[], accounts uuid[], seqs bigint[], prevs bytea[], hashes bytea[], are_changes boolean[]) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  sealed bigint;
BEGIN
  PERFORM server_alone();
  INSERT INTO seals (id, account_id, seq, prev_hash, hash, sealed_at)
    SELECT n.id, n.account_id, n.seq, n.prev_hash, n.hash, now()
    FROM unnest(ids, accounts, seqs, prevs, hashes) AS n(id, account_id, seq, prev_hash, hash)
    JOIN unsealed u ON u.id = n.id
    JOIN events e ON e.id = u.id AND e.occurred_at = u.occurred_at AND e.account_id = n.account_id;
  GET DIAGNOSTICS sealed = ROW_COUNT;
  IF sealed <> cardinality(ids) THEN
    RAISE EXCEPTION 'only events that wait for their seal can be sealed';
  END IF;
  INSERT INTO changes (account_id, seq, occurred_at, code, action, section, entity_type, entity_ids, client_ids)
    SELECT e.account_id, n.seq, e.occurred_at, e.code, e.action, e.section, e.entity_type, e.entity_ids, e.client_ids
    FROM unnest(ids, seqs, are_changes) AS n(id, seq, is_change)
    JOIN unsealed u ON u.id = n.id
    JOIN events e ON e.id = u.id AND e.occurred_at = u.occurred_at
    WHERE n.is_change;
  DELETE FROM unsealed WHERE id = ANY (ids);
END $$;
GRANT EXECUTE ON FUNCTION seal_events TO lanyard_app;

-- The sections of this account that whoever asks may view.
CREATE OR REPLACE FUNCTION viewable_sections() RETURNS text[]
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT coalesce(array_agg(DISTINCT p.section), '{}') FROM links l JOIN privileges p ON p.link_id = l.id
  WHERE l.username_id = acting() AND l.account_id = here() AND in_force(l)
    AND NOT factor_due(l.account_id) AND through_token(p, 1) AND in_view(p, 1) AND p.level >= 1 AND in_force(p)
$$;
-- What changed in this account after a place in its chain, in sections that whoever asks may view. The last
-- row is no change: it says up to where was looked, and whether there is more. What they may not view is passed over, a
-- thousand at once at most. No row: the chain has no such place, or the account does not let them in. A place is a number,
-- and the beginning of the hash there: of a log that was put back from a backup it is another. Null: the end.
CREATE OR REPLACE FUNCTION changes_after(given bigint, given_mark bytea, at_most int)
RETURNS TABLE (seq bigint, mark bytea, more boolean, occurred_at timestamptz, code text, action text, section text,
  entity_type text, entity_ids uuid[], client_ids uuid[])
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  WITH held AS (SELECT viewable_sections() AS sections),
  known AS (SELECT FROM links l WHERE l.username_id = acting() AND l.account_id = here() AND in_force(l)
    AND NOT factor_due(l.account_id) AND through_token(l.account_id) AND in_view(l.account_id) AND (coalesce(given, 0) = 0 OR EXISTS (
      SELECT FROM seals s WHERE s.account_id = here() AND s.seq = given AND substr(s.hash, 1, 8) = given_mark))),
  ended AS (SELECT coalesce(max(s.seq), 0) AS seq FROM seals s WHERE s.account_id = here()),
  looked AS (SELECT c.* FROM changes c WHERE c.account_id = here() AND c.seq > given ORDER BY c.seq LIMIT 1000),
  seen AS (SELECT l.* FROM looked l JOIN held ON l.section = ANY (held.sections) ORDER BY l.seq LIMIT at_most),
  place AS (SELECT CASE WHEN (SELECT count(*) FROM seen) = at_most THEN (SELECT max(s.seq) FROM seen s)
    WHEN (SELECT count(*) FROM looked) = 1000 THEN (SELECT max(l.seq) FROM looked l) ELSE e.seq END AS seq FROM ended e),
  found AS (
    SELECT s.seq, NULL::boolean AS more, s.occurred_at, s.code, s.action, s.section, s.entity_type, s.entity_ids, s.client_ids FROM seen s
    UNION ALL SELECT p.seq, p.seq < e.seq, NULL, NULL, NULL, NULL, NULL, NULL, NULL FROM place p, ended e)
  SELECT f.seq, substr(h.hash, 1, 8), f.more, f.occurred_at, f.code, f.action, f.section, f.entity_type, f.entity_ids, f.client_ids
  FROM known, found f LEFT JOIN seals h ON h.account_id = here() AND h.seq = f.seq
  ORDER BY f.seq, f.code NULLS LAST
$$;
GRANT EXECUTE ON FUNCTION viewable_sections, changes_after TO lanyard_app;

-- Webhooks: Account Access sees and changes them, and nobody reads a secret but to sign with it.
ALTER TABLE webhooks ENABLE ROW LEVEL SECURITY;
ALTER TABLE webhooks FORCE ROW LEVEL SECURITY;
GRANT SELECT (id, account_id, username_id, username, url, kinds, old_until, created_at, deleted_at, paused, version, seq, attempts, next_attempt_at, failing_since, fault),
  UPDATE (paused, next_attempt_at, deleted_at, version) ON webhooks TO lanyard_app;
CREATE POLICY see ON webhooks FOR SELECT USING (account_id = (SELECT granted('ACCOUNT_ACCESS', 1)));
CREATE POLICY change ON webhooks FOR UPDATE USING (account_id = (SELECT granted('ACCOUNT_ACCESS', 2)) AND deleted_at IS NULL)
  WITH CHECK (account_id = (SELECT granted('ACCOUNT_ACCESS', 2)));
ALTER TABLE webhook_deliveries ENABLE ROW LEVEL SECURITY;
ALTER TABLE webhook_deliveries FORCE ROW LEVEL SECURITY;
GRANT SELECT ON webhook_deliveries TO lanyard_app;
CREATE POLICY see ON webhook_deliveries FOR SELECT USING (account_id = (SELECT granted('ACCOUNT_ACCESS', 1)));
-- Makes one in the viewer's name, which is told of what changes from now on.
CREATE OR REPLACE FUNCTION add_webhook(new_id uuid, to_url text, of_kinds text[], sealed bytea) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  INSERT INTO webhooks (id, account_id, username_id, username, url, kinds, sealed_secret, seq)
    SELECT new_id, here(), u.id, u.name, to_url, of_kinds, sealed, coalesce((SELECT max(c.seq) FROM changes c WHERE c.account_id = here()), 0)
    FROM usernames u WHERE u.id = me() AND granted('ACCOUNT_ACCESS', 2) = here();
  RETURN FOUND;
END $$;
-- Whoever changes where it goes or what it tells answers for it from then on: else somebody would have told to
-- themselves what another may view.
CREATE OR REPLACE FUNCTION edit_webhook(wanted uuid, to_url text, of_kinds text[]) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  UPDATE webhooks w SET url = to_url, kinds = of_kinds, username_id = u.id, username = u.name, next_attempt_at = now(), version = w.version + 1
    FROM usernames u WHERE w.id = wanted AND w.account_id = granted('ACCOUNT_ACCESS', 2) AND w.deleted_at IS NULL AND u.id = me();
  RETURN FOUND;
END $$;
CREATE OR REPLACE FUNCTION rotate_webhook(wanted uuid, sealed bytea, overlap interval) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  UPDATE webhooks SET sealed_old = sealed_secret, old_until = now() + overlap, sealed_secret = sealed, version = version + 1
    WHERE id = wanted AND account_id = granted('ACCOUNT_ACCESS', 2) AND deleted_at IS NULL;
  RETURN FOUND;
END $$;
-- Where something goes that somebody sends by hand, and what it is signed with.
CREATE OR REPLACE FUNCTION webhook_to_send(wanted uuid) RETURNS TABLE (url text, sealed_secret bytea, sealed_old bytea)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT w.url, w.sealed_secret, CASE WHEN w.old_until > now() THEN w.sealed_old END FROM webhooks w
  WHERE w.id = wanted AND w.account_id = granted('ACCOUNT_ACCESS', 2) AND w.deleted_at IS NULL
$$;
-- The sections that whoever answers for a webhook may view, as long as they run the account.
CREATE OR REPLACE FUNCTION sections_told(w webhooks) RETURNS text[]
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT coalesce(array_agg(p.section), '{}') FROM links l JOIN privileges p ON p.link_id = l.id JOIN accounts a ON a.id = l.account_id
  WHERE l.username_id = w.username_id AND l.account_id = w.account_id AND in_force(l)
    AND p.source = 'GIVEN' AND p.level >= 1 AND in_force(p) AND p.section <> 'PSYCHOTHERAPY_NOTES'
    AND NOT asks_more(a, holds_second_factor(w.username_id), holds_passkey(w.username_id))
    AND EXISTS (SELECT FROM privileges f WHERE f.link_id = l.id AND f.section = 'ACCOUNT_ACCESS' AND f.level = 2 AND f.source = 'GIVEN' AND in_force(f))
$$;
-- A dead letter, and whether it may still be told; and that somebody sends it again.
CREATE OR REPLACE FUNCTION dead_letter(wanted uuid) RETURNS TABLE (webhook_id uuid, may boolean, seq bigint, occurred_at timestamptz, code text,
  section text, entity_type text, entity_ids uuid[], client_ids uuid[])
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT w.id, c.section = ANY (sections_told(w)), c.seq, c.occurred_at, c.code, c.section, c.entity_type, c.entity_ids, c.client_ids
  FROM webhook_deliveries d JOIN webhooks w ON w.id = d.webhook_id JOIN changes c ON c.account_id = d.account_id AND c.seq = d.seq
  WHERE d.id = wanted AND d.dead AND d.account_id = granted('ACCOUNT_ACCESS', 2) AND w.deleted_at IS NULL
$$;
CREATE OR REPLACE FUNCTION mark_replayed(wanted uuid) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  UPDATE webhook_deliveries SET replayed_by = (SELECT u.name FROM usernames u WHERE u.id = me())
    WHERE id = wanted AND dead AND account_id = granted('ACCOUNT_ACCESS', 2);
  RETURN FOUND;
END $$;
GRANT EXECUTE ON FUNCTION add_webhook, edit_webhook, rotate_webhook, webhook_to_send, dead_letter, mark_replayed TO lanyard_app;

-- For the deliverer: takes a webhook for half a minute, with the one message whose turn it is. What it is not told of
-- is passed over. of_kinds and of_codes say together which codes a kind has.
CREATE OR REPLACE FUNCTION take_webhook(of_kinds text[], of_codes text[]) RETURNS TABLE (id uuid, account_id uuid, url text, sealed_secret bytea,
  sealed_old bytea, attempts int, broken boolean, seq bigint, occurred_at timestamptz, code text, section text, entity_type text,
  entity_ids uuid[], client_ids uuid[])
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
#variable_conflict use_column
DECLARE
  w webhooks;
  c changes;
  ended bigint;
  told text[];
  wanted text[];
BEGIN
  PERFORM server_alone();
  LOOP
    SELECT h.* INTO w FROM webhooks h WHERE h.deleted_at IS NULL AND NOT h.paused AND h.next_attempt_at <= now()
      AND h.seq < (SELECT max(n.seq) FROM changes n WHERE n.account_id = h.account_id)
      ORDER BY h.next_attempt_at LIMIT 1 FOR UPDATE SKIP LOCKED;
    IF NOT FOUND THEN
      RETURN;
    END IF;
    ended := (SELECT max(n.seq) FROM changes n WHERE n.account_id = w.account_id);
    told := sections_told(w);
    wanted := ARRAY(SELECT k.code FROM unnest(of_kinds, of_codes) AS k(kind, code) WHERE k.kind = ANY (w.kinds));
    SELECT n.* INTO c FROM changes n WHERE n.account_id = w.account_id AND n.seq > w.seq AND n.seq <= ended
      AND n.code = ANY (wanted) AND n.section = ANY (told) ORDER BY n.seq LIMIT 1;
    IF NOT FOUND THEN
      UPDATE webhooks h SET seq = ended, attempts = 0 WHERE h.id = w.id;
      CONTINUE;
    END IF;
    UPDATE webhooks h SET seq = c.seq - 1, attempts = h.attempts + 1, next_attempt_at = now() + interval '30 seconds' WHERE h.id = w.id;
    RETURN QUERY SELECT w.id, w.account_id, w.url, w.sealed_secret, CASE WHEN w.old_until > now() THEN w.sealed_old END, w.attempts::int + 1, w.broken,
      c.seq, c.occurred_at, c.code, c.section, c.entity_type, c.entity_ids, c.client_ids;
    RETURN;
  END LOOP;
END $$;
-- Whether a webhook stands where this attempt has taken it: another server may have told the message meanwhile.
CREATE OR REPLACE FUNCTION webhook_stands(w webhooks, told bigint, attempt int) RETURNS boolean LANGUAGE sql IMMUTABLE
  AS $$ SELECT w.seq = told - 1 AND w.attempts = attempt AND w.deleted_at IS NULL $$;
CREATE OR REPLACE FUNCTION note_delivery(wanted uuid, told bigint, is_dead boolean, tries int, of_status int, of_fault text) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  INSERT INTO webhook_deliveries (webhook_id, account_id, seq, code, occurred_at, dead, attempts, status, fault)
    SELECT w.id, w.account_id, c.seq, c.code, c.occurred_at, is_dead, tries, of_status, of_fault
    FROM webhooks w JOIN changes c ON c.account_id = w.account_id AND c.seq = told WHERE w.id = wanted;
  DELETE FROM webhook_deliveries d WHERE d.webhook_id = wanted AND (d.dead AND d.at < now() - interval '30 days' OR NOT d.dead AND d.id <= (
    SELECT o.id FROM webhook_deliveries o WHERE o.webhook_id = wanted AND NOT o.dead ORDER BY o.id DESC OFFSET 50 LIMIT 1));
$$;
CREATE OR REPLACE FUNCTION webhook_told(wanted uuid, told bigint, attempt int, of_status int) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM server_alone();
  UPDATE webhooks w SET seq = told, attempts = 0, next_attempt_at = now(), failing_since = NULL, fault = NULL, failing_told = false, broken = false
    WHERE w.id = wanted AND webhook_stands(w, told, attempt);
  IF FOUND THEN
    PERFORM note_delivery(wanted, told, false, attempt, of_status, '');
  END IF;
  RETURN FOUND;
END $$;
-- Gives whether it is now that its failing is worth telling: at the third attempt, once until something gets through.
CREATE OR REPLACE FUNCTION webhook_failed(wanted uuid, told bigint, attempt int, of_status int, of_fault text, again interval, is_dead boolean) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  w webhooks;
  begins boolean;
BEGIN
  PERFORM server_alone();
  SELECT h.* INTO w FROM webhooks h WHERE h.id = wanted AND webhook_stands(h, told, attempt) FOR UPDATE;
  IF NOT FOUND THEN
    RETURN false;
  END IF;
  begins := NOT w.failing_told AND (is_dead OR attempt >= 3);
  IF is_dead THEN
    PERFORM note_delivery(wanted, told, true, attempt, of_status, of_fault);
  END IF;
  UPDATE webhooks SET failing_since = coalesce(failing_since, now()), fault = of_fault, failing_told = failing_told OR begins, broken = broken OR is_dead,
    next_attempt_at = now() + again, seq = CASE WHEN is_dead THEN told ELSE seq END, attempts = CASE WHEN is_dead THEN 0 ELSE attempts END WHERE id = wanted;
  RETURN begins;
END $$;
CREATE OR REPLACE FUNCTION webhook_replayed(wanted uuid, of_status int, of_fault text) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM server_alone();
  UPDATE webhook_deliveries SET attempts = attempts + 1, at = now(), status = of_status, fault = of_fault, dead = of_fault <> '' WHERE id = wanted AND dead;
  RETURN FOUND;
END $$;
GRANT EXECUTE ON FUNCTION take_webhook, webhook_told, webhook_failed, webhook_replayed TO lanyard_app;

-- Prepares this month and the next two, and forgets names that nobody has tried for a day.
CREATE OR REPLACE FUNCTION prepare_months() RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  month timestamptz;
  part text;
BEGIN
  PERFORM server_alone();
  PERFORM pg_advisory_xact_lock(hashtextextended('prepare_months', 1));
  DELETE FROM failed_proofs WHERE locked_until < now() - interval '1 day';
  DELETE FROM half_sign_ins WHERE expires_at < now() - interval '1 day';
  DELETE FROM passkey_challenges WHERE expires_at < now();
  DELETE FROM mail_addresses m USING notices n WHERE n.id = m.notice_id AND n.created_at < now() - interval '7 days';
  FOR i IN 0..2 LOOP
    month := date_trunc('month', now() AT TIME ZONE 'UTC') AT TIME ZONE 'UTC' + make_interval(months => i);
    part := 'events_' || to_char(month AT TIME ZONE 'UTC', 'YYYYMM');
    IF to_regclass(part) IS NULL THEN
      EXECUTE format('CREATE TABLE %I PARTITION OF events FOR VALUES FROM (%L) TO (%L)', part, month, month + interval '1 month');
      EXECUTE format('CREATE TRIGGER append_only_whole BEFORE TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()', part);
    END IF;
  END LOOP;
END $$;
GRANT EXECUTE ON FUNCTION prepare_months TO lanyard_app;

-- It compares two texts, and reads nothing.
GRANT EXECUTE ON FUNCTION levenshtein_less_equal(text, text, int) TO lanyard_app;

GRANT EXECUTE ON FUNCTION me, here, granted TO lanyard_app;
SELECT prepare_months();

-- Whoever may call a function is named above: a new one is everybody's at first.
REVOKE EXECUTE ON ALL FUNCTIONS IN SCHEMA public FROM PUBLIC;
