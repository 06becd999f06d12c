package password

import (
	"math/rand/v2"
	"strings"
	"testing"

	"golang.org/x/text/unicode/norm"

	"lanyard/internal/problem"
)

// person is who chooses a password in these tests: username, practice, provider, e-mail.
var person = []string{"amy.rivers", "Riverside Counseling Group", "Dr. Amélie Rivers", "amelie@hillcrest.example.com"}

func TestAccepted(t *testing.T) {
	long := randomLetters(rand.New(rand.NewPCG(1, 2)), 256)
	for name, password := range map[string]string{
		"d1-5 fifteen characters":                  "vqzk tulmo wexy",
		"d1-5 sixty-four characters":               long[:64],
		"d1-5 two hundred and fifty-six":           long,
		"d1-6 twenty lower-case letters":           "mkqzvwplatjcnxbruhey",
		"d1-6 fifteen lower-case letters":          "wjxkqpvzmtgbrhy",
		"d1-6 digits alone":                        "830274916350817",
		"d1-6 words with spaces":                   "seven violet kettles humming",
		"d1-6 hyphens":                             "orchid-tunnel-ladder",
		"d1-6 leading and trailing spaces":         "  orchid tunnel ladder ",
		"d1-6 Cyrillic":                            "медный чайник поёт во сне",
		"d1-6 Chinese, fifteen code points":        "紫色水壶在雨夜里唱着三首老歌谣",
		"d1-6 Korean":                              "보라색 주전자가 밤에 노래한다",
		"d1-6 Devanagari":                          "बैंगनी केतली रात में गाती है",
		"d1-6 accents":                             "où naît l'étrange cithare",
		"d1-6 emoji":                               "🦊🌵🧭🎻🛶🍄🪁🧶🐙🌋🎷🥝🪐🧊🦜",
		"d1-10 from a password manager":            "x7$Kp!2vQz^9mW@4rT&8",
		"d1-10 symbols only":                       "^&*)}{~`?/<>%#=;:\"",
		"d1-7 a short part of the name by chance":  "the damyte kettles sang",
		"d1-7 one word of the practice, much else": "our group of nine purple kettles sang",
		"a long piece typed twice":                 "vqzk tulmo wexy jivqzk tulmo wexy ji",
	} {
		if err := Check(password, person...); err != nil {
			t.Errorf("%s: refused: %v", name, err)
		}
	}
}

const (
	short  = "too short"
	long   = "too long"
	repeat = "repeats"
	row    = "neighbouring"
	own    = "contains your username"
	mostly = "consists mostly"
	listed = "list of common"
	easy   = "easy to guess"
)

func TestRefused(t *testing.T) {
	for name, c := range map[string]struct{ password, reason string }{
		"d1-5 empty":                          {"", short},
		"d1-5 fourteen characters":            {"mkqzvwplatjcnx", short},
		"d1-5 fourteen emoji, 56 bytes":       {"🦊🌵🧭🎻🛶🍄🪁🧶🐙🌋🎷🥝🪐🧊", short},
		"d1-5 eight letters and accents":      {norm.NFD.String("éàüöñçîå"), short},
		"d1-5 one ligature, eighteen letters": {"ﷺ", short},
		"d1-5 not truncated but refused":      {strings.Repeat("wjxkqpvzmtgbrhyk", 16) + "x", long},
		"d1-5 huge":                           {strings.Repeat("\u0301", 1<<20), long},
		"not text":                            {"mkqzvwplatjcnxbru\xff\xfe", "bytes that are not text"},

		"d1-7 one character":              {strings.Repeat("x", 40), repeat},
		"d1-7 one symbol":                 {strings.Repeat("!", 15), repeat},
		"d1-7 passwordpassword":           {"passwordpassword", repeat},
		"d1-7 in other case":              {"PasswordPASSWORD", repeat},
		"d1-7 letmein thrice":             {"letmeinletmeinletmein", repeat},
		"d1-7 cut short":                  {"mkqzvwplmkqzvwplmkq", repeat},
		"d1-7 Cyrillic repeated":          {"парольпарольпароль", repeat},
		"d1-7 digits in a row":            {"123456789012345", row},
		"d1-7 letters in a row":           {"abcdefghijklmnop", row},
		"d1-7 backwards":                  {"zyxwvutsrqponmlkj", row},
		"d1-7 Cyrillic alphabet":          {"абвгдежзийклмнопр", row},
		"d1-7 two rows":                   {"abcdefg 1234567!", row},
		"d1-7 keyboard walk":              {"qwertyuiopasdfgh", listed},
		"d1-7 keyboard columns":           {"1qaz2wsx3edc4rfv", listed},
		"d1-7 keyboard zigzag":            {"q1w2e3r4t5y6u7i8", listed},
		"d1-7 Russian keyboard":           {"йцукенгшщзхъфывапр", listed},
		"d1-7 German keyboard":            {"qwertzuiopasdfg", listed},
		"d1-7 a phrase":                   {"May the force be with you", listed},
		"d1-7 a phrase, masked":           {"C0rrectH0rseB@tteryStaple1!", listed},
		"d1-7 password with a tail":       {"MyPassword2026!", listed},
		"d1-7 groups of one digit":        {"111222333444555", easy},
		"d1-7 three common words":         {"monkeydragonmaster", easy},
		"d1-7 common with spaces":         {"sunshine rainbow", easy},
		"d1-7 four common pieces":         {"monkeydragonmasterkiller", easy},
		"d1-7 name and birthday":          {"johnsmith19800101", easy},
		"d1-7 month, year, month":         {"december25december", easy},
		"d1-7 digits from a common start": {"sunshine1234567", easy},

		"d1-7 username":                      {"amy.rivers spins wool", own},
		"d1-7 username, other case":          {"kettles AMY.RIVERS sing", own},
		"d1-7 username without its dot":      {"kettles amyrivers sing", own},
		"d1-7 username, masked":              {"kettles @my_r1v3r5 sing", own},
		"d1-7 service name":                  {"my lanyard is blue today", own},
		"d1-7 service name, masked":          {"blue l4ny@rd kettle fox", own},
		"d1-7 practice name":                 {"riverside-counseling-group-2024!", own},
		"d1-7 provider name, accent dropped": {"dr amelie rivers hums tunes", own},
		"d1-7 e-mail address":                {"amelie@hillcrest.example.com!", own},
		"d1-7 words of the practice":         {"Counseling Riverside 1!", mostly},
		"d1-7 names and a year":              {"Amelie-Riverside-2026", mostly},
	} {
		err := Check(c.password, person...)
		p := problem.As(err)
		if p == nil {
			t.Errorf("%s: not refused", name)
			continue
		}
		if p.Code != problem.BadUserInput || len(p.Path) != 1 || p.Path[0] != "password" || p.Details != nil {
			t.Errorf("%s: %+v", name, p)
		}
		if !strings.Contains(p.Message, c.reason) {
			t.Errorf("%s: refused with %q, want %q", name, p.Message, c.reason)
		}
		if c.password != "" && strings.Contains(strings.ToLower(p.Message), strings.ToLower(c.password)) {
			t.Errorf("%s: the reason shows the password", name)
		}
	}
}

// Each single word of a refused password would tell something as well: the reasons are fixed
// sentences, the same whatever the password is.
func TestReasonsAreFixedSentences(t *testing.T) {
	for _, pair := range [][2]string{
		{"amy.rivers spins wool", "my lanyard is blue today"},
		{"Counseling Riverside 1!", "Amelie-Riverside-2026"},
		{"qwertyuiopasdfgh", "May the force be with you"},
		{"monkeydragonmaster", "johnsmith19800101"},
	} {
		a, b := Check(pair[0], person...), Check(pair[1], person...)
		if a == nil || b == nil || a.Error() != b.Error() {
			t.Errorf("%v and %v differ", a, b)
		}
	}
}

func TestRandomLettersAreNeverRefused(t *testing.T) {
	random := rand.New(rand.NewPCG(3, 4))
	for range 300 {
		if password := randomLetters(random, 20); Check(password, person...) != nil {
			t.Errorf("%s: %v", password, Check(password, person...))
		}
	}
}

func TestCheckDoesNotDependOnTheForm(t *testing.T) {
	for _, password := range []string{"où naît l'étrange cithare", "éàüöñçîåéàüöñçîå", "보라색 주전자가 밤에 노래한다", "ｐａｓｓｗｏｒｄ　１２３４５６７８"} {
		nfc, nfd := Check(norm.NFC.String(password)), Check(norm.NFD.String(password))
		if (nfc == nil) != (nfd == nil) || (nfc != nil && nfc.Error() != nfd.Error()) {
			t.Errorf("%q: %v, %v", password, nfc, nfd)
		}
	}
}

func FuzzCheck(f *testing.F) {
	f.Add("4@8({[<3691!|0$5+7%2z#^&*)abcdef", "amy.rivers")
	f.Add("人人生而自由在尊严和权利上一律平等", "平等")
	f.Add("ÀàÀàÀà\u0301\u0301\x00\nﷺﷺﷺ", "\xff")
	f.Fuzz(func(t *testing.T, password, word string) {
		err := Check(password, word)
		if err != nil && problem.As(err) == nil {
			t.Errorf("not a problem: %v", err)
		}
	})
}

func BenchmarkCheck(b *testing.B) {
	for name, password := range map[string]string{
		"passphrase": "seven violet kettles humming",
		"masked":     "4@8({[<3691!|0$5+7%2z#^&*)abcdef",
		"long, weak": strings.Repeat("aabbccddeeff11223344556677", 10)[:256],
	} {
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				_ = Check(password, person...)
			}
		})
	}
}

func randomLetters(random *rand.Rand, n int) string {
	letters := make([]byte, n)
	for i := range letters {
		letters[i] = 'a' + byte(random.IntN(26))
	}
	return string(letters)
}

// Beside a second factor eight characters are enough; what is guessed early is refused all the same.
func TestPolicy(t *testing.T) {
	alone, beside := Policy{}, Policy{SecondFactor: true}
	for secret, want := range map[string][2]bool{
		"kq7#vR2m":                     {false, true},
		"kq7#vR2":                      {false, false},
		"password":                     {false, false},
		"12345678":                     {false, false},
		"seven violet kettles humming": {true, true},
		strings.Repeat("vex jumbo ", 6) + "quartz": {true, true},
	} {
		if a, b := alone.Check(secret) == nil, beside.Check(secret) == nil; a != want[0] || b != want[1] {
			t.Errorf("%q: alone %v, beside a second factor %v", secret, a, b)
		}
	}
}
