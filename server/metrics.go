package main

import (
	"net/http"
	"strconv"
	"time"

	"github.com/prometheus/client_golang/prometheus"
	"github.com/prometheus/client_golang/prometheus/collectors"
	"github.com/prometheus/client_golang/prometheus/promhttp"

	"lanyard/internal/database"
)

// metrics are the figures for Prometheus. Their labels are routes and statuses: nothing of a
// person, an account or a query, and never more of them.
type metrics struct {
	registry  *prometheus.Registry
	requests  *prometheus.CounterVec
	durations *prometheus.HistogramVec
}

func newMetrics(db *database.DB) *metrics {
	m := &metrics{
		registry: prometheus.NewRegistry(),
		requests: prometheus.NewCounterVec(prometheus.CounterOpts{Name: "lanyard_requests_total", Help: "Requests that were answered."}, []string{"route", "status"}),
		durations: prometheus.NewHistogramVec(prometheus.HistogramOpts{
			Name: "lanyard_request_seconds", Help: "How long answers took; a stream ends with its last word.",
			Buckets: []float64{.005, .01, .025, .05, .1, .25, .5, 1, 2.5, 5, 15},
		}, []string{"route"}),
	}
	m.registry.MustRegister(m.requests, m.durations, collectors.NewGoCollector(), collectors.NewProcessCollector(collectors.ProcessCollectorOpts{}))
	for _, g := range []struct {
		name, help string
		value      func(database.PoolStat) float64
	}{
		{"lanyard_database_connections_used", "Connections to the database that are in use.", func(s database.PoolStat) float64 { return float64(s.Used) }},
		{"lanyard_database_connections_most", "Connections to the database that there may be.", func(s database.PoolStat) float64 { return float64(s.Most) }},
	} {
		m.registry.MustRegister(prometheus.NewGaugeFunc(prometheus.GaugeOpts{Name: g.name, Help: g.help}, func() float64 { return g.value(db.PoolStat()) }))
	}
	m.registry.MustRegister(prometheus.NewCounterFunc(prometheus.CounterOpts{Name: "lanyard_database_waits_total", Help: "How often a request has waited for a connection."},
		func() float64 { return float64(db.PoolStat().Waits) }))
	return m
}

// answered counts a request. Its route is the pattern that it matched, never its path.
func (m *metrics) answered(route string, status int, took time.Duration) {
	if m == nil {
		return
	}
	m.requests.WithLabelValues(route, strconv.Itoa(status)).Inc()
	m.durations.WithLabelValues(route).Observe(took.Seconds())
}

func (m *metrics) handler() http.Handler {
	mux := http.NewServeMux()
	mux.Handle("/metrics", promhttp.HandlerFor(m.registry, promhttp.HandlerOpts{}))
	return mux
}
