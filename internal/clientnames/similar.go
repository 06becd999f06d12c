package clientnames

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"unicode/utf8"

	"entgo.io/ent/dialect/sql"
	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"

	"lanyard/ent/gen/ent/clientname"
	"lanyard/ent/gen/ent/predicate"
	"lanyard/internal/activity"
	"lanyard/internal/database"
)

// mostWords is how many words of a search are compared, mostNear how many names that have one like
// them, and mostSimilar how many names are found in the end.
const (
	mostWords   = 3
	mostNear    = 1000
	mostSimilar = 10
)

// Misspelt is how many letters a name may be away from a word: everything would be like a short
// one. Two letters that changed places count as two.
func Misspelt(word string) int {
	switch n := utf8.RuneCountInString(word); {
	case n < 4:
		return 0
	case n == 4:
		return 1
	}
	return 2
}

// Sought finds the names that Matching finds, and where that is nobody up to ten that are spelt much
// like the search; nil finds all. It fails as Matching does.
func Sought(ctx context.Context, log *activity.Log, account uuid.UUID, typed string) (predicate.ClientName, error) {
	found, err := Matching(typed)
	if found == nil || err != nil {
		return nil, err
	}
	some, err := log.Reader().ClientName.Query().Where(clientname.AccountID(account), found).Exist(database.PlannedAnew(database.In(ctx, account)))
	if err != nil {
		return nil, fmt.Errorf("look for names of clients: %w", err)
	}
	if some {
		return found, nil
	}
	ids, err := similar(ctx, log, account, typed)
	return clientname.IDIn(ids...), err
}

// similar are the clients whose names have a word like each of those that are typed.
func similar(ctx context.Context, log *activity.Log, account uuid.UUID, typed string, among ...predicate.ClientName) ([]uuid.UUID, error) {
	words := parts(typed)
	if len(words) == 0 || len(words) > mostWords {
		return nil, nil
	}
	longest := slices.MaxFunc(words, func(a, b string) int { return cmp.Compare(len(a), len(b)) })
	rows, err := log.Query(database.In(ctx, account), `SELECT names_spelt_like($1, $2)`, longest, mostNear)
	if err != nil {
		return nil, fmt.Errorf("look for similar names: %w", err)
	}
	near, err := pgx.CollectExactlyOneRow(rows, pgx.RowTo[[]uuid.UUID])
	if err != nil {
		return nil, fmt.Errorf("look for similar names: %w", err)
	}
	where := append([]predicate.ClientName{clientname.AccountID(account)}, among...)
	if near != nil {
		where = append(where, clientname.IDIn(near...))
	}
	for _, word := range words {
		where = append(where, speltLike(word))
	}
	ids, err := log.Reader().ClientName.Query().Where(where...).Order(clientname.ByDisplayName(), clientname.ByID()).
		Limit(mostSimilar).IDs(database.PlannedAnew(database.In(ctx, account)))
	if err != nil {
		return nil, fmt.Errorf("compare names: %w", err)
	}
	return ids, nil
}

// speltLike is the condition that a word of the name is spelt much like this one.
func speltLike(word string) predicate.ClientName {
	most := Misspelt(word)
	return func(s *sql.Selector) {
		s.Where(sql.P(func(b *sql.Builder) {
			b.WriteString("EXISTS (SELECT FROM unnest(string_to_array(").Ident(s.C("search_text")).WriteString(", ' ')) AS piece WHERE levenshtein_less_equal(piece, ")
			b.Arg(word).WriteString(", ").Arg(most).WriteString(") <= ").Arg(most).WriteString(")")
		}))
	}
}
