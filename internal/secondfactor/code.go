package secondfactor

import (
	"crypto/rand"
	"crypto/sha256"
	"crypto/subtle"
	"strings"
	"time"

	"github.com/pquerna/otp"
	"github.com/pquerna/otp/hotp"
)

const (
	period = 30 * time.Second
	digits = otp.DigitsSix
)

// stepOf is the step near now that a code belongs to; 0: none. A clock may be one step off.
func stepOf(secret, code string, now time.Time) (int64, error) {
	current := now.Unix() / int64(period/time.Second)
	for step := current - 1; step <= current+1; step++ {
		right, err := hotp.GenerateCode(secret, uint64(step))
		if err != nil {
			return 0, err
		}
		if subtle.ConstantTimeCompare([]byte(right), []byte(code)) == 1 {
			return step, nil
		}
	}
	return 0, nil
}

// The recovery codes of a set, and the characters of each: 5 bits each make 120, which nobody finds by
// trying, so a plain hash of one is enough.
const (
	setSize   = 10
	codeSize  = 24
	codeGroup = 6
)

// newRecoveryCodes makes a set, as it is written down.
func newRecoveryCodes() []string {
	codes := make([]string, setSize)
	for i := range codes {
		code, groups := rand.Text()[:codeSize], []string{}
		for at := 0; at < codeSize; at += codeGroup {
			groups = append(groups, code[at:at+codeGroup])
		}
		codes[i] = strings.Join(groups, "-")
	}
	return codes
}

// plain is a code without what people put between its characters.
func plain(code string) string {
	return strings.ToUpper(strings.NewReplacer(" ", "", "-", "", "\u00a0", "").Replace(code))
}

func hashOf(code string) []byte {
	sum := sha256.Sum256([]byte(plain(code)))
	return sum[:]
}
