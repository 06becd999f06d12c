package main

import (
	"errors"
	"slices"
	"sync"
	"testing"
	"time"
)

const (
	// rounds is how often subject and yardstick take turns, each for a slice of time: what
	// disturbs the machine disturbs both.
	rounds = 8
	slice  = 600 * time.Millisecond
	warmUp = 300 * time.Millisecond
)

// worker makes the operation of one of the workers that run side by side.
type worker func(number int) (operation func() error)

// sample is what a number of slices gave.
type sample struct {
	took   []time.Duration
	during time.Duration
	cpu    cpu
}

func (s *sample) add(other sample) {
	s.took = append(s.took, other.took...)
	s.during += other.during
	s.cpu = s.cpu.plus(other.cpu)
}

func (s *sample) perSecond() float64 { return float64(len(s.took)) / s.during.Seconds() }

// quantile is in milliseconds.
func (s *sample) quantile(q float64) float64 {
	slices.Sort(s.took)
	return float64(s.took[int(q*float64(len(s.took)-1))].Microseconds()) / 1000
}

// each is the share of one operation, in milliseconds.
func (s *sample) each(all time.Duration) float64 {
	return float64(all.Microseconds()) / 1000 / float64(len(s.took))
}

func (s *sample) report(b *testing.B, prefix string) {
	b.Helper()
	b.ReportMetric(s.perSecond(), prefix+"per-second")
	b.ReportMetric(s.quantile(0.5), prefix+"p50-ms")
	b.ReportMetric(s.quantile(0.99), prefix+"p99-ms")
	b.ReportMetric(s.each(s.cpu.program), prefix+"cpu-ms")
	b.ReportMetric(s.each(s.cpu.database), prefix+"database-cpu-ms")
}

// compare measures subject and yardstick in turns, each with so many workers side by side,
// and reports both, and their ratio of operations a second. One iteration is all rounds.
// settle runs before each slice, so that one does not pay for the other.
func (p *practice) compare(b *testing.B, workers int, subject, yardstick worker, settle func()) {
	b.Helper()
	meter := p.cpuMeter(b)
	both := []worker{yardstick, subject}
	samples := make([]sample, len(both))
	for _, w := range both {
		if _, err := during(w, workers, warmUp); err != nil {
			b.Fatal(err)
		}
	}
	for b.Loop() {
		for turn := range 2 * rounds {
			settle()
			end := meter()
			s, err := during(both[turn%2], workers, slice)
			if err != nil {
				b.Fatal(err)
			}
			s.cpu = end()
			samples[turn%2].add(s)
		}
	}
	b.ReportMetric(0, "ns/op")
	samples[1].report(b, "")
	samples[0].report(b, "beside-")
	b.ReportMetric(samples[1].perSecond()/samples[0].perSecond(), "ratio")
	b.ReportMetric(samples[1].each(samples[1].cpu.both())/samples[0].each(samples[0].cpu.both()), "cpu-ratio")
}

func during(w worker, workers int, span time.Duration) (sample, error) {
	began := time.Now()
	return sideBySide(w, workers, func() bool { return time.Since(began) < span })
}

// sideBySide runs the operations of the workers while more says so.
func sideBySide(w worker, workers int, more func() bool) (sample, error) {
	operations := make([]func() error, workers)
	for i := range operations {
		operations[i] = w(i)
	}
	took := make([][]time.Duration, workers)
	errs := make([]error, workers)
	var all sync.WaitGroup
	began := time.Now()
	for i, do := range operations {
		all.Go(func() { took[i], errs[i] = repeat(do, more) })
	}
	all.Wait()
	return sample{took: slices.Concat(took...), during: time.Since(began)}, errors.Join(errs...)
}

func repeat(do func() error, more func() bool) (took []time.Duration, err error) {
	for more() {
		began := time.Now()
		if err := do(); err != nil {
			return took, err
		}
		took = append(took, time.Since(began))
	}
	return took, nil
}
