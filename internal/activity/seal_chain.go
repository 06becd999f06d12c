package activity

import (
	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"
)

// waitingEvent is an event without a seal.
type waitingEvent struct {
	id, account uuid.UUID
	canonical   []byte
	// isChange tells that it is part of the account's feed.
	isChange bool
}

// chainEnd is the last event of an account's chain: its number and its hash.
type chainEnd struct {
	seq  int64
	hash []byte
}

// newSeals are the columns of the seals of one round.
type newSeals struct {
	ids, accounts []uuid.UUID
	seqs          []int64
	prevs, hashes [][]byte
	areChanges    []bool
}

// seal appends each event to the chain of its account and moves the ends.
func (k Keys) seal(events []waitingEvent, ends map[uuid.UUID]chainEnd) newSeals {
	var n newSeals
	for _, e := range events {
		prev := ends[e.account]
		end := chainEnd{prev.seq + 1, chainHash(k.log, prev.hash, prev.seq+1, e.canonical)}
		ends[e.account] = end
		n.ids, n.accounts, n.seqs = append(n.ids, e.id), append(n.accounts, e.account), append(n.seqs, end.seq)
		n.prevs, n.hashes = append(n.prevs, prev.hash), append(n.hashes, end.hash)
		n.areChanges = append(n.areChanges, e.isChange)
	}
	return n
}

// queue stores the seals and tells whoever follows the changes. One transaction at a time seals: that
// transactions with notices wait for one another costs nothing here.
func (n newSeals) queue(b *pgx.Batch) {
	b.Queue(`SELECT seal_events($1, $2, $3, $4, $5, $6)`, n.ids, n.accounts, n.seqs, n.prevs, n.hashes, n.areChanges)
	notices := map[Notice]struct{}{}
	for i, account := range n.accounts {
		if n.areChanges[i] {
			notices[Notice{Account: account, Feed: true}] = struct{}{}
		}
	}
	if len(notices) == 0 {
		return
	}
	for _, text := range payloads(notices) {
		b.Queue(`SELECT pg_notify($1, $2)`, Channel, text)
	}
}
