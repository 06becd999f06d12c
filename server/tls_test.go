package main

import (
	"bufio"
	"context"
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/tls"
	"crypto/x509"
	"encoding/pem"
	"log/slog"
	"math/big"
	"net"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// certificate writes a certificate for this machine and its key.
func certificate(t *testing.T, folder string, serial int64) (cert, key string) {
	t.Helper()
	private, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	template := &x509.Certificate{SerialNumber: big.NewInt(serial), IPAddresses: []net.IP{net.IPv4(127, 0, 0, 1)}, NotAfter: time.Now().Add(time.Hour)}
	der, err := x509.CreateCertificate(rand.Reader, template, template, &private.PublicKey, private)
	if err != nil {
		t.Fatal(err)
	}
	raw, err := x509.MarshalPKCS8PrivateKey(private)
	if err != nil {
		t.Fatal(err)
	}
	cert, key = filepath.Join(folder, "cert.pem"), filepath.Join(folder, "key.pem")
	for path, block := range map[string]*pem.Block{cert: {Type: "CERTIFICATE", Bytes: der}, key: {Type: "PRIVATE KEY", Bytes: raw}} {
		if err := os.WriteFile(path, pem.EncodeToMemory(block), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return cert, key
}

// The server speaks TLS 1.2 and later with its own files, and sends plain HTTP there.
func TestOwnCertificate(t *testing.T) {
	cert, key := certificate(t, t.TempDir(), 1)
	c := config{Addr: "127.0.0.1:0", Redirect: "127.0.0.1:0", TLSCert: cert, TLSKey: key}
	log := slog.New(slog.DiscardHandler)
	l, err := listen(c, log)
	if err != nil {
		t.Fatal(err)
	}
	ctx, stop := context.WithCancel(t.Context())
	ended := make(chan error, 1)
	h := newHandler(c, parts{app: &app{}, log: log})
	go func() { ended <- l.run(ctx, h, nil, make(chan struct{}), log) }()
	ask := func(url string, versions ...uint16) (*http.Response, error) {
		trusting := &tls.Config{InsecureSkipVerify: true}
		if len(versions) > 0 {
			trusting.MinVersion, trusting.MaxVersion = versions[0], versions[1]
		}
		client := http.Client{
			Transport:     &http.Transport{TLSClientConfig: trusting, ForceAttemptHTTP2: len(versions) == 0}, // of HTTP/2 no client takes an older TLS
			CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse },
		}
		defer client.CloseIdleConnections()
		response, err := client.Get(url) //nolint:noctx // ends with the test
		if err == nil {
			_ = response.Body.Close()
		}
		return response, err
	}
	if r, err := ask(l.address() + "/healthz"); err != nil || r.StatusCode != http.StatusOK || r.ProtoMajor != 2 || !strings.Contains(r.Header.Get("Strict-Transport-Security"), "max-age=63072000") {
		t.Errorf("%+v %v", r, err)
	}
	if r, err := ask(l.address()+"/healthz", tls.VersionTLS10, tls.VersionTLS11); err == nil {
		t.Errorf("TLS 1.1 is answered %d", r.StatusCode)
	}
	if r, err := ask(l.address()+"/healthz", tls.VersionTLS12, tls.VersionTLS12); err != nil || r.StatusCode != http.StatusOK {
		t.Errorf("TLS 1.2 is not answered: %v", err)
	}
	if r, err := ask("http://" + l.redirect.Addr().String() + "/sign-in?a=b"); err != nil || r.StatusCode != http.StatusMovedPermanently || r.Header.Get("Location") != l.address()+"/sign-in?a=b" {
		t.Errorf("%+v %v", r, err)
	}
	stop()
	if err := <-ended; err != nil {
		t.Error(err)
	}
}

// A certificate that was renewed is used from the next look on; half a file never.
func TestRenewedCertificate(t *testing.T) {
	folder := t.TempDir()
	cert, key := certificate(t, folder, 1)
	p, err := newKeyPair(cert, key, slog.New(slog.DiscardHandler))
	if err != nil {
		t.Fatal(err)
	}
	serial := func() int64 {
		p.asked = time.Time{}
		got, err := p.certificate(nil)
		if err != nil {
			t.Fatal(err)
		}
		return got.Leaf.SerialNumber.Int64()
	}
	if err := os.WriteFile(cert, []byte("half"), 0o600); err != nil {
		t.Fatal(err)
	}
	later(t, 1, cert)
	if got := serial(); got != 1 {
		t.Errorf("with half a file it is number %d", got)
	}
	certificate(t, folder, 2)
	later(t, 2, cert, key)
	if got := serial(); got != 2 {
		t.Errorf("renewed, it is number %d", got)
	}
}

// later makes files look changed minutes after the last ones.
func later(t *testing.T, minutes int, paths ...string) {
	t.Helper()
	at := time.Now().Add(time.Duration(minutes) * time.Minute)
	for _, path := range paths {
		if err := os.Chtimes(path, at, at); err != nil {
			t.Fatal(err)
		}
	}
}

// What makes no sense together is refused at the start, and the variable is named.
func TestConfig(t *testing.T) {
	for name, test := range map[string]struct {
		set  map[string]string
		want string
	}{
		"nothing":                 {nil, ""},
		"elsewhere without TLS":   {map[string]string{"LANYARD_ADDR": ":8080"}, "LANYARD_ADDR is reachable"},
		"elsewhere with a proxy":  {map[string]string{"LANYARD_ADDR": ":8080", "LANYARD_TRUSTED_PROXIES": "10.0.0.0/8,fd00::/8"}, ""},
		"elsewhere with its own":  {map[string]string{"LANYARD_ADDR": ":443", "LANYARD_REDIRECT_ADDR": ":80", "LANYARD_TLS_CERT": "a", "LANYARD_TLS_KEY": "b"}, ""},
		"a proxy that is no CIDR": {map[string]string{"LANYARD_TRUSTED_PROXIES": "10.0.0.1"}, "Proxies"},
		"half a pair":             {map[string]string{"LANYARD_TLS_CERT": "a"}, "belong together"},
		"both":                    {map[string]string{"LANYARD_TLS_CERT": "a", "LANYARD_TLS_KEY": "b", "LANYARD_TRUSTED_PROXIES": "10.0.0.0/8"}, "one of them"},
		"to nowhere":              {map[string]string{"LANYARD_REDIRECT_ADDR": ":80"}, "needs LANYARD_TLS_CERT"},
		"a database elsewhere":    {map[string]string{"DATABASE_URL": "postgres://app:secret@db.example/lanyard"}, "DATABASE_URL leads to another machine"},
		"its owner elsewhere":     {map[string]string{"DATABASE_URL": "host=/run", "DATABASE_OWNER_URL": "postgres://db.example"}, "DATABASE_OWNER_URL leads"},
		"one that is proven":      {map[string]string{"DATABASE_URL": "postgres://app:secret@db.example/lanyard?sslmode=verify-full"}, ""},
		"an origin in the clear":  {map[string]string{"LANYARD_ORIGINS": "http://app.example"}, "can be changed on their way"},
		"any origin":              {map[string]string{"LANYARD_ORIGINS": "https://*"}, "is not an origin"},
		"any host of a domain":    {map[string]string{"LANYARD_ORIGINS": "https://*.example.com"}, "is not an origin"},
		"an origin and a query":   {map[string]string{"LANYARD_ORIGINS": "https://a.example?x=1"}, "is not an origin"},
		"an origin and a mark":    {map[string]string{"LANYARD_ORIGINS": "https://a.example#f"}, "is not an origin"},
		"an origin and a slash":   {map[string]string{"LANYARD_ORIGINS": "https://a.example/"}, "is not an origin"},
		"an origin and a name":    {map[string]string{"LANYARD_ORIGINS": "https://me@a.example"}, "is not an origin"},
		"an origin in capitals":   {map[string]string{"LANYARD_ORIGINS": "HTTPS://a.example"}, "is not an origin"},
		"an origin of this host":  {map[string]string{"LANYARD_ORIGINS": "http://localhost:5173,https://app.example"}, ""},
		"a negative limit":        {map[string]string{"LANYARD_RATE_LIMIT": "-1"}, "LANYARD_RATE_LIMIT"},
	} {
		t.Run(name, func(t *testing.T) {
			for key, value := range test.set {
				t.Setenv(key, value)
			}
			_, err := loadConfig()
			if (err == nil) != (test.want == "") || err != nil && !strings.Contains(err.Error(), test.want) {
				t.Errorf("%v", err)
			}
		})
	}
}

// Names and addresses of each kind are sent on to the port that speaks TLS.
func TestWhereRequestsAreSentOn(t *testing.T) {
	for asked, want := range map[string][2]string{
		"practice.example":    {"practice.example", "practice.example:8443"},
		"practice.example:80": {"practice.example", "practice.example:8443"},
		"192.0.2.1:8080":      {"192.0.2.1", "192.0.2.1:8443"},
		"[2001:db8::1]":       {"[2001:db8::1]", "[2001:db8::1]:8443"},
		"[2001:db8::1]:80":    {"[2001:db8::1]", "[2001:db8::1]:8443"},
	} {
		for i, port := range []string{"443", "8443"} {
			r := httptest.NewRequest(http.MethodGet, "/sign-in", nil)
			r.Host = asked
			if to := serveTo(toTLS(port), r).Header().Get("Location"); to != "https://"+want[i]+"/sign-in" {
				t.Errorf("%s, to port %s: sent to %s", asked, port, to)
			}
		}
	}
}

// What is no path on this server is sent nowhere: put behind the host, it would name another.
func TestNobodyIsSentElsewhere(t *testing.T) {
	for target, status := range map[string]int{
		"/sign-in?a=b": http.StatusMovedPermanently, "/": http.StatusMovedPermanently, "/a//b": http.StatusMovedPermanently, "http://practice.example/sign-in": http.StatusMovedPermanently,
		"x:@evil.example/": http.StatusBadRequest, "x:.evil.example": http.StatusBadRequest, "//evil.example/": http.StatusBadRequest, "http://practice.example//evil.example": http.StatusBadRequest,
	} {
		for name, h := range map[string]http.Handler{"beside TLS": toTLS("8443"), "behind a proxy": http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) { redirect(w, r, r.Host) })} {
			a := serveTo(h, requestTo(t, target))
			if to := a.Header().Get("Location"); a.Code != status || to != "" && !strings.HasPrefix(to, "https://practice.example/") && !strings.HasPrefix(to, "https://practice.example:8443/") {
				t.Errorf("%s, %s: %d %s", name, target, a.Code, to)
			}
		}
	}
}

// requestTo is a request as the server reads it from the wire.
func requestTo(t testing.TB, target string) *http.Request {
	t.Helper()
	r, err := http.ReadRequest(bufio.NewReader(strings.NewReader("GET " + target + " HTTP/1.1\r\nHost: practice.example\r\n\r\n")))
	if err != nil {
		t.Skip(err)
	}
	return r
}
