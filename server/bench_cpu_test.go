package main

import (
	"context"
	"fmt"
	"os"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/jackc/pgx/v5"
)

// cpu is the time on a processor. Where others use the machine too it says more than the time
// on the clock.
type cpu struct {
	// program is this process: the server, and the browsers that ask it.
	program time.Duration
	// database is PostgreSQL, which is measured on Linux only.
	database time.Duration
}

func (c cpu) minus(before cpu) cpu {
	return cpu{c.program - before.program, c.database - before.database}
}

func (c cpu) plus(more cpu) cpu { return cpu{c.program + more.program, c.database + more.database} }

func (c cpu) both() time.Duration { return c.program + c.database }

// cpuMeter reads both. Connections that come or go in between falsify it.
func (p *practice) cpuMeter(b *testing.B) func() cpu {
	b.Helper()
	conn, err := pgx.Connect(context.Background(), p.OwnerURL)
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() { _ = conn.Close(context.Background()) })
	return func() cpu {
		rows, _ := conn.Query(context.Background(), `SELECT pid FROM pg_stat_activity`) // CollectRows has the error
		processes, err := pgx.CollectRows(rows, pgx.RowTo[int])
		if err != nil {
			b.Fatal(err)
		}
		var now cpu
		for _, pid := range processes {
			now.database += onProcessor(pid)
		}
		now.program = ofProgram()
		return now
	}
}

// onProcessor is how long a process of one thread has run; 0 where the system does not say.
func onProcessor(pid int) time.Duration {
	text, err := os.ReadFile(fmt.Sprintf("/proc/%d/schedstat", pid))
	if err != nil {
		return 0
	}
	var ran time.Duration
	_, _ = fmt.Fscan(strings.NewReader(string(text)), &ran) // it stays 0
	return ran
}

func ofProgram() time.Duration {
	var used syscall.Rusage
	if syscall.Getrusage(syscall.RUSAGE_SELF, &used) != nil {
		return 0
	}
	return time.Duration(used.Utime.Nano() + used.Stime.Nano())
}
