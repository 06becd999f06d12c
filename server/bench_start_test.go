package main

import (
	"bufio"
	"errors"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"
)

// BenchmarkStart starts the real program on a built-in database that is there already, until
// /readyz answers 200. The first start, which makes the database, is told beside it.
func BenchmarkStart(b *testing.B) {
	program := filepath.Join(b.TempDir(), "lanyard")
	build := exec.Command("go", "build", "-trimpath", "-ldflags", "-s -w", "-o", program, ".")
	if out, err := build.CombinedOutput(); err != nil {
		b.Fatalf("build: %v\n%s", err, out)
	}
	data, err := os.MkdirTemp("", "lanyard-start-")
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() { _ = os.RemoveAll(data) })
	if err := os.Chmod(data, 0o755); err != nil { // the database's user has to pass through
		b.Fatal(err)
	}
	began := time.Now()
	first := startProgram(b, program, data)
	took := time.Since(began)
	resident := residentMB(strconv.Itoa(first.Process.Pid))
	stopProgram(b, first)
	for b.Loop() {
		started := startProgram(b, program, data)
		b.StopTimer()
		stopProgram(b, started)
		b.StartTimer()
	}
	b.ReportMetric(float64(took.Milliseconds()), "first-start-ms")
	b.ReportMetric(resident, "rss-MB")
}

// startProgram gives the running program as soon as it is ready.
func startProgram(b *testing.B, program, data string) *exec.Cmd {
	b.Helper()
	run := exec.Command(program, "serve")
	run.Env = append(os.Environ(), "LANYARD_DATA="+data, "LANYARD_ADDR=127.0.0.1:0", "DATABASE_URL=", "DATABASE_OWNER_URL=")
	run.Stderr = os.Stderr
	out, err := run.StdoutPipe()
	if err != nil {
		b.Fatal(err)
	}
	if err := run.Start(); err != nil {
		b.Fatal(err)
	}
	if err := waitReady(bufio.NewScanner(out)); err != nil {
		stopProgram(b, run)
		b.Fatal(err)
	}
	return run
}

// waitReady reads the address that the program prints, and asks there until it is ready.
func waitReady(out *bufio.Scanner) error {
	for out.Scan() {
		_, at, found := strings.Cut(out.Text(), "http://")
		if !found {
			continue
		}
		for range 10_000 {
			response, err := http.Get("http://" + strings.TrimSpace(at) + "/readyz") //nolint:noctx // a program of this test
			if err == nil {
				_ = response.Body.Close()
			}
			if err == nil && response.StatusCode == http.StatusOK {
				return nil
			}
			time.Sleep(time.Millisecond)
		}
	}
	return errors.New("the program ended, or was never ready")
}

func stopProgram(b *testing.B, run *exec.Cmd) {
	b.Helper()
	_ = run.Process.Signal(syscall.SIGTERM)
	if err := run.Wait(); err != nil {
		b.Error(err)
	}
}
