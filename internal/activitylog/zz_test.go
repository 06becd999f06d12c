package activitylog_test

import (
	"context"
	"fmt"
	"os"
	"testing"
	"time"

	"github.com/jackc/pgx/v5"
	"lanyard/internal/dbtest"
)

func BenchmarkZZ(b *testing.B) {
	ctx := context.Background()
	w := dbtest.New(b)
	a := w.Account("a")
	fillLog(b, w, a.ID)
	c, _ := pgx.Connect(ctx, w.URL)
	c.Exec(ctx, fmt.Sprintf("select set_config('lanyard.username','%s',false), set_config('lanyard.account','%s',false)", a.Owner.Username, a.ID))
	out, _ := os.Create("/tmp/lanyard-ca/zz.out")
	for _, mode := range []string{"force_custom_plan", "force_generic_plan"} {
		c.Exec(ctx, "set plan_cache_mode="+mode)
		for i, q := range []struct {
			sql  string
			args string
		}{
			{"(uuid,uuid,text) as select * from events where account_id=$1 and (actor_id=$2 and actor_name=$3) order by occurred_at desc, id desc limit 51", fmt.Sprintf("('%s','00000000-0000-0000-0000-000000000000','nobody')", a.ID)},
			{"(uuid,uuid,timestamptz,timestamptz) as select * from events where account_id=$1 and client_ids @> ARRAY[$2] and occurred_at <= $3 and occurred_at > $4 order by occurred_at at time zone 'UTC' desc, id desc limit 51", fmt.Sprintf("('%s',gen_random_uuid(),now(),now()-interval '30 days')", a.ID)},
			{"(uuid,text) as select * from events where account_id=$1 and section=$2 order by occurred_at desc, id desc limit 51", fmt.Sprintf("('%s','PAYMENTS')", a.ID)},
		} {
			name := fmt.Sprintf("q%s%d", mode, i)
			if _, err := c.Exec(ctx, "prepare "+name+q.sql); err != nil {
				b.Fatal(err)
			}
			for range 2 {
				start := time.Now()
				rows, _ := c.Query(ctx, "explain (analyze, settings) execute "+name+q.args, pgx.QueryExecModeSimpleProtocol)
				s, err := pgx.CollectRows(rows, pgx.RowTo[string])
				fmt.Fprintln(out, "=====", mode, q.sql, err, time.Since(start))
				for _, l := range s {
					fmt.Fprintln(out, l)
				}
			}
		}
	}
}
