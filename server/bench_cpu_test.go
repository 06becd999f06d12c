package main

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/jackc/pgx/v5"
)

// cpu is time on a processor, which is measured on Linux only. Where others use the machine too
// it says more than time on the clock.
type cpu struct {
	// program is this process: the server, and the browsers that ask it.
	program time.Duration
	// database is PostgreSQL.
	database time.Duration
}

func (c cpu) plus(more cpu) cpu { return cpu{c.program + more.program, c.database + more.database} }

func (c cpu) both() time.Duration { return c.program + c.database }

// cpuMeter starts to measure; what it gives ends it. A process of PostgreSQL that has ended in
// between is not counted.
func (p *practice) cpuMeter(b *testing.B) (start func() (end func() cpu)) {
	b.Helper()
	conn, err := pgx.Connect(context.Background(), p.OwnerURL)
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() { _ = conn.Close(context.Background()) })
	return func() func() cpu {
		rows, _ := conn.Query(context.Background(), `SELECT pid FROM pg_stat_activity`) // CollectRows has the error
		processes, err := pgx.CollectRows(rows, pgx.RowTo[int])
		if err != nil {
			b.Fatal(err)
		}
		before := make([]time.Duration, len(processes))
		for i, pid := range processes {
			before[i] = onProcessor(fmt.Sprint(pid))
		}
		program := onProcessor("self")
		return func() cpu {
			used := cpu{program: onProcessor("self") - program}
			for i, pid := range processes {
				used.database += max(0, onProcessor(fmt.Sprint(pid))-before[i])
			}
			return used
		}
	}
}

// onProcessor is how long the threads of a process have run; 0 where the system does not say.
func onProcessor(pid string) time.Duration {
	threads, _ := filepath.Glob("/proc/" + pid + "/task/*/schedstat") // it fails for bad patterns only
	var all time.Duration
	for _, thread := range threads {
		text, _ := os.ReadFile(thread) // a thread that has ended counts nothing
		var ran time.Duration
		_, _ = fmt.Fscan(strings.NewReader(string(text)), &ran)
		all += ran
	}
	return all
}
