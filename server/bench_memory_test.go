package main

import (
	"os"
	"regexp"
	"runtime"
	"strconv"
	"sync/atomic"
	"testing"
)

// requestsVariable sets how many requests BenchmarkMemory sends.
const requestsVariable = "LANYARD_BENCH_REQUESTS"

func requests(b *testing.B) int {
	b.Helper()
	n := 100_000
	if testing.Short() {
		n = 10_000
	}
	if set := os.Getenv(requestsVariable); set != "" {
		var err error
		if n, err = strconv.Atoi(set); err != nil || n < 10 {
			b.Fatalf("%s must be a number of at least 10", requestsVariable)
		}
	}
	return n
}

// BenchmarkMemory sends 100,000 requests for the list of clients and reports the memory after
// a tenth of them and after all: it must not grow. The process is the server, its sealer and
// 16 browsers.
func BenchmarkMemory(b *testing.B) {
	n := requests(b)
	p := newPractice(b)
	p.seal(b)
	h := p.handler()
	list := browsers(b, serveFor(b, h).URL, p.list(), answerOf(b, h, p.list()))
	settle := p.sealed(b)
	var early, late memory
	for b.Loop() {
		send(b, list, n/10)
		settle()
		early = memoryNow()
		send(b, list, n-n/10)
		settle()
		late = memoryNow()
	}
	b.ReportMetric(0, "ns/op")
	b.ReportMetric(float64(n), "requests")
	b.ReportMetric(early.heap, "heap-tenth-MB")
	b.ReportMetric(late.heap, "heap-all-MB")
	b.ReportMetric(early.resident, "rss-tenth-MB")
	b.ReportMetric(late.resident, "rss-all-MB")
	if late.heap > 1.5*early.heap+2 {
		b.Errorf("the heap grew from %.1f to %.1f MB", early.heap, late.heap)
	}
}

func send(b *testing.B, w worker, n int) {
	b.Helper()
	var sent atomic.Int64
	if _, err := sideBySide(w, 16, func() bool { return sent.Add(1) <= int64(n) }); err != nil {
		b.Fatal(err)
	}
}

// memory is in megabytes.
type memory struct{ heap, resident float64 }

// memoryNow is what is in use after a collection, and what the process holds.
func memoryNow() memory {
	var m runtime.MemStats
	runtime.GC()
	runtime.ReadMemStats(&m)
	return memory{float64(m.HeapInuse) / (1 << 20), residentMB("self")}
}

var residentLine = regexp.MustCompile(`VmRSS:\s+(\d+) kB`)

// residentMB is what a process holds in memory; 0 where the system has no /proc.
func residentMB(pid string) float64 {
	status, err := os.ReadFile("/proc/" + pid + "/status")
	if err != nil {
		return 0
	}
	found := residentLine.FindSubmatch(status)
	if found == nil {
		return 0
	}
	kilobytes, _ := strconv.ParseFloat(string(found[1]), 64)
	return kilobytes / 1024
}
