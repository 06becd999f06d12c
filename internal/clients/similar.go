package clients

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"

	"entgo.io/ent/dialect/sql"
	"github.com/google/uuid"

	"lanyard/ent/gen/ent"
	"lanyard/ent/gen/ent/patient"
	"lanyard/ent/gen/ent/predicate"
	"lanyard/internal/activity"
	"lanyard/internal/clientnames"
	"lanyard/internal/database"
)

// mostSimilar is how many clients are offered where a search finds nobody, and mostWords how many
// words of it are compared.
const (
	mostSimilar = 10
	mostWords   = 3
)

// Similar reads up to ten clients whose names are spelt much like the search, where that finds
// nobody. Reading them is logged as a list is.
func (f *Found) Similar(ctx context.Context) ([]*ent.Patient, error) {
	if len(f.Nodes) > 0 || f.PageInfo().HasPreviousPage {
		return []*ent.Patient{}, nil
	}
	return f.similar(ctx)
}

func similar(ctx context.Context, log *activity.Log, account uuid.UUID, q Query) ([]*ent.Patient, error) {
	typed, err := searched(q.Search)
	words := strings.FieldsFunc(strings.ToLower(typed), func(r rune) bool { return r == ' ' || r == ',' })
	if err != nil || len(words) == 0 || len(words) > mostWords {
		return []*ent.Patient{}, err
	}
	where := q.among(account)
	longest := slices.MaxFunc(words, func(a, b string) int { return cmp.Compare(len(a), len(b)) })
	near, err := indexed(ctx, log, account, `SELECT clients_spelt_like($1, $2)`, clientnames.Plain(longest), mostFew)
	if err != nil {
		return nil, fmt.Errorf("look for similar clients: %w", err)
	}
	if near != nil {
		where = append(where, patient.IDIn(near...))
	}
	for _, word := range words {
		where = append(where, speltLike(word))
	}
	found, err := log.Reader().Patient.Query().Where(where...).Order(byName.Order).Limit(mostSimilar).All(database.PlannedAnew(database.In(ctx, account)))
	if err != nil {
		return nil, fmt.Errorf("list similar clients: %w", err)
	}
	return found, note(ctx, account, "client.listed", found...)
}

func speltLike(word string) predicate.Patient {
	most := clientnames.Misspelt(word)
	names := []string{patient.FieldLastName, patient.FieldFirstName, patient.FieldPreferredName}
	near := make([]predicate.Patient, len(names))
	for i, name := range names {
		near[i] = where(func(b *sql.Builder, s *sql.Selector) {
			b.WriteString("levenshtein_less_equal(lower(").Ident(s.C(name)).WriteString("), ").Arg(word).WriteString(", ").Arg(most)
			b.WriteString(") <= ").Arg(most)
		})
	}
	return patient.Or(near...)
}
