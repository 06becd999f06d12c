package main

import (
	"context"
	"fmt"
	"log/slog"
	"net/http"
	"os"
	"strings"
	"time"

	"go.opentelemetry.io/otel"
	"go.opentelemetry.io/otel/attribute"
	"go.opentelemetry.io/otel/exporters/otlp/otlptrace/otlptracehttp"
	"go.opentelemetry.io/otel/sdk/resource"
	sdktrace "go.opentelemetry.io/otel/sdk/trace"
	"go.opentelemetry.io/otel/trace"
)

// startTracing sends spans to where OpenTelemetry's own variables say; without them there are none. What
// it gives sends those that wait, and ends it.
func startTracing(ctx context.Context, log *slog.Logger) (stop func() error, err error) {
	if os.Getenv("OTEL_EXPORTER_OTLP_ENDPOINT") == "" && os.Getenv("OTEL_EXPORTER_OTLP_TRACES_ENDPOINT") == "" {
		return func() error { return nil }, nil
	}
	exporter, err := otlptracehttp.New(ctx)
	if err != nil {
		return nil, fmt.Errorf("send traces: %w", err)
	}
	otel.SetErrorHandler(otel.ErrorHandlerFunc(func(err error) { log.Warn("traces are not sent", "error", err) }))
	is := resource.NewSchemaless(attribute.String("service.name", "lanyard"), attribute.String("service.version", version))
	provider := sdktrace.NewTracerProvider(sdktrace.WithBatcher(exporter), sdktrace.WithResource(is))
	otel.SetTracerProvider(provider)
	return func() error {
		patience, cancel := context.WithTimeout(context.WithoutCancel(ctx), 5*time.Second)
		defer cancel()
		return provider.Shutdown(patience)
	}, nil
}

// span begins the span of a request. It holds the route, the status and the request's id: no address, no
// path, nothing personal. Whoever asks does not choose the trace.
func span(ctx context.Context, id string) (context.Context, func(r *http.Request, status int)) {
	ctx, s := otel.Tracer("lanyard/server").Start(ctx, "request", trace.WithNewRoot(), trace.WithSpanKind(trace.SpanKindServer),
		trace.WithAttributes(attribute.String("lanyard.request_id", id)))
	return ctx, func(r *http.Request, status int) {
		route := strings.TrimPrefix(r.Pattern, http.MethodGet+" ") // some patterns name their method
		s.SetName(r.Method + " " + route)
		s.SetAttributes(attribute.String("http.route", route), attribute.Int("http.response.status_code", status))
		s.End()
	}
}
