package activity

import (
	"context"
	"crypto/hmac"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"

	"github.com/jackc/pgx/v5"

	"lanyard/internal/database"
)

// ErrOtherKeys tells that the log was sealed with another key: to go on with this one would
// leave a log that nobody can verify.
var ErrOtherKeys = errors.New("the keys in LANYARD_DATA/keys are not those that seal this database's log: put the right ones there")

// CheckKeys refuses keys that are not those of the database's log. A log that nothing was
// sealed in yet takes any.
func CheckKeys(ctx context.Context, db *database.DB, keys Keys) error {
	rows, err := db.Query(ctx, `SELECT log_key_may_be($1)`, keys.fingerprint())
	if err != nil {
		return fmt.Errorf("look at the log's key: %w", err)
	}
	may, err := pgx.CollectExactlyOneRow(rows, pgx.RowTo[bool])
	if err == nil && !may {
		return ErrOtherKeys
	}
	return err
}

// claim makes the key that of the log if it has none, and refuses to seal with another.
func (k Keys) claim(ctx context.Context, tx *database.Tx) error {
	rows, err := tx.QuerySQL(ctx, `SELECT claim_log_key($1)`, k.fingerprint())
	if err != nil {
		return err
	}
	inForce, err := pgx.CollectExactlyOneRow(rows, pgx.RowTo[string])
	if err == nil && inForce != k.fingerprint() {
		return ErrOtherKeys
	}
	return err
}

func (k Keys) fingerprint() string {
	mac := hmac.New(sha256.New, k.log)
	mac.Write([]byte("fingerprint of the log's key"))
	return hex.EncodeToString(mac.Sum(nil)[:16])
}
