package main

import (
	"context"
	"crypto/tls"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"net/http"
	"time"
)

// listeners are the addresses that the server answers at.
type listeners struct {
	main net.Listener
	tls  *tls.Config // nil: plain HTTP
	// redirect answers plain HTTP with the address that speaks TLS; nil: nothing does.
	redirect net.Listener
	// metrics answers Prometheus; nil: nothing does.
	metrics net.Listener
}

func listen(c config, log *slog.Logger) (*listeners, error) {
	l := &listeners{}
	if c.TLSCert != "" {
		pair, err := newKeyPair(c.TLSCert, c.TLSKey, log)
		if err != nil {
			return nil, fmt.Errorf("read the certificate: %w", err)
		}
		l.tls = pair.tlsConfig()
	}
	for _, at := range []struct {
		address string
		into    *net.Listener
	}{{c.Addr, &l.main}, {c.Redirect, &l.redirect}, {c.MetricsAddr, &l.metrics}} {
		if at.address == "" {
			continue
		}
		opened, err := net.Listen("tcp", at.address)
		if err != nil {
			return nil, errors.Join(fmt.Errorf("listen: %w", err), l.close())
		}
		*at.into = opened
	}
	return l, nil
}

func (l *listeners) close() (err error) {
	for _, opened := range []net.Listener{l.main, l.redirect, l.metrics} {
		if opened != nil {
			err = errors.Join(err, opened.Close())
		}
	}
	return err
}

func (l *listeners) address() string {
	if l.tls != nil {
		return "https://" + l.main.Addr().String()
	}
	return "http://" + l.main.Addr().String()
}

// run answers until ctx ends, then what is under way.
func (l *listeners) run(ctx context.Context, handler, figures http.Handler, down chan struct{}, log *slog.Logger) error {
	srv := bounded(handler, log)
	srv.TLSConfig = l.tls
	srv.RegisterOnShutdown(func() { close(down) })
	failed := make(chan error, 3)
	beside := func(at net.Listener, h http.Handler) func() {
		if at == nil {
			return func() {}
		}
		plain := bounded(h, log)
		go func() { failed <- plain.Serve(at) }()
		return func() { _ = plain.Close() }
	}
	_, port, _ := net.SplitHostPort(l.main.Addr().String()) // an address that is listened at has one
	defer beside(l.redirect, toTLS(port))()
	defer beside(l.metrics, figures)()
	go func() {
		if l.tls == nil {
			failed <- srv.Serve(l.main)
			return
		}
		failed <- srv.ServeTLS(l.main, "", "")
	}()
	select {
	case err := <-failed:
		return err
	case <-ctx.Done():
	}
	log.Info("stopping: no new requests, those under way are answered")
	patience, cancel := context.WithTimeout(context.WithoutCancel(ctx), 20*time.Second)
	defer cancel()
	return srv.Shutdown(patience)
}

// bounded is a server on which nobody can hold a connection by being slow.
func bounded(handler http.Handler, log *slog.Logger) *http.Server {
	return &http.Server{
		Handler:           handler,
		ReadHeaderTimeout: 5 * time.Second,
		ReadTimeout:       15 * time.Second,
		WriteTimeout:      30 * time.Second,
		IdleTimeout:       2 * time.Minute,
		MaxHeaderBytes:    32 << 10,
		ErrorLog:          newErrorLog(log),
	}
}
