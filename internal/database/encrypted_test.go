package database_test

import (
	"strings"
	"testing"

	"lanyard/internal/database"
)

// What is said with a database on another machine is encrypted, with whoever it should be.
func TestADatabaseElsewhereIsEncrypted(t *testing.T) {
	t.Setenv("PGSSLMODE", "")
	for url, fine := range map[string]bool{
		"postgres://app@127.0.0.1/lanyard":                                  true,
		"postgres://app@[::1]:5433/lanyard?sslmode=disable":                 true,
		"postgres://app@localhost/lanyard":                                  true,
		"postgres:///lanyard?host=/run/postgresql":                          true,
		"host=/run/postgresql dbname=lanyard":                               true,
		"postgres://app@db.example/lanyard?sslmode=verify-full":             true,
		"postgres://app@db.example,db2.example/lanyard?sslmode=verify-full": true,
		"postgres://app@127.0.0.1,db.example/lanyard":                       false,
		"postgres://app@db.example/lanyard":                                 false,
		"postgres://app@db.example/lanyard?sslmode=disable":                 false,
		"postgres://app@db.example/lanyard?sslmode=prefer":                  false,
		"postgres://app@db.example/lanyard?sslmode=require":                 false,
		"postgres://app@db.example/lanyard?sslmode=verify-ca":               false,
		"postgres://app@10.0.0.7/lanyard":                                   false,
		"postgres://app@127.0.0.1.db.example/lanyard":                       false,
	} {
		if err := database.CheckURL(url); (err == nil) != fine {
			t.Errorf("%s: %v", url, err)
		}
	}
	if err := database.CheckURL("postgres://app:geheim@db.example:port/lanyard"); err == nil || strings.Contains(err.Error(), "geheim") {
		t.Errorf("what cannot be read: %v", err)
	}
	t.Setenv("PGSSLMODE", "disable")
	if database.CheckURL("postgres://app@db.example/lanyard") == nil {
		t.Error("the environment turns encryption off")
	}
}
