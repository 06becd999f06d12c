package emergency_test

import "testing"

// Where a second factor is missing that the account asks for, an emergency is no way in, by the second wall either.
func TestAMissingFactorOpensNothing(t *testing.T) {
	t.Parallel()
	p := open(t)
	settled := func() int { return as[int](p, p.june, `SELECT count(*)::int FROM my_emergency_settings()`) }
	if settled() != 1 {
		t.Fatal("nothing is settled for june")
	}
	p.Owner(`UPDATE accounts SET second_factor_required = true WHERE id = $1`, p.anna.ID)
	if settled() != 0 {
		t.Error("it may be opened without the second factor")
	}
	p.Enrol(p.june)
	if settled() != 1 {
		t.Error("it may not be opened with it")
	}
}
