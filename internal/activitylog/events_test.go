package activitylog_test

import (
	"testing"

	"lanyard/internal/dbtest"
)

func TestMain(m *testing.M) { dbtest.Main(m) }
