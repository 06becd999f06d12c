package payments

// ofSessions adds up the ledger of an account by client and session: first the amounts alone, which an
// index holds, and then the days of the few sessions that are open. A session ages from the day of the
// charge that stands; of one without, from that of the last charge that was taken back. The row without
// a session is the client's credit.
const ofSessions = `open AS (
  SELECT client_id, session_id, sum(amount) AS amount FROM ledger_entries
  WHERE account_id = $1 GROUP BY client_id, session_id HAVING sum(amount) <> 0),
sums AS (
  SELECT o.client_id, o.session_id, o.amount, (SELECT day_of_account($1)) - charged.day AS days
  FROM open o CROSS JOIN LATERAL (
    SELECT coalesce(max(e.entry_date) FILTER (WHERE r.id IS NULL), max(e.entry_date)) AS day
    FROM ledger_entries e LEFT JOIN ledger_entries r ON r.account_id = $1 AND r.reverses_id = e.id
    WHERE e.account_id = $1 AND e.session_id = o.session_id AND e.kind = 'CHARGE') charged)`

// ages are the columns of what those sums add up to.
const ages = `
    coalesce(sum(amount) FILTER (WHERE session_id IS NOT NULL AND days < 30), 0)::bigint AS current,
    coalesce(sum(amount) FILTER (WHERE days BETWEEN 30 AND 59), 0)::bigint AS over30,
    coalesce(sum(amount) FILTER (WHERE days BETWEEN 60 AND 89), 0)::bigint AS over60,
    coalesce(sum(amount) FILTER (WHERE days >= 90), 0)::bigint AS over90,
    coalesce(sum(amount) FILTER (WHERE session_id IS NOT NULL), 0)::bigint AS total,
    coalesce(-sum(amount) FILTER (WHERE session_id IS NULL), 0)::bigint AS credit`

// ofClients are what an account's clients owe, and the same with the names to sort them by.
const ofClients = ofSessions + `, owed AS (SELECT client_id, ` + ages + ` FROM sums GROUP BY client_id),
named AS (SELECT owed.*, n.display_name FROM owed JOIN client_names n ON n.id = client_id AND n.account_id = $1)`
