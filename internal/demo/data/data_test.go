package data

import (
	"regexp"
	"strings"
	"testing"
)

// cpt are the number ranges of CPT's sections, which no code of ours may lie in.
var cpt = [][2]string{{"00100", "01999"}, {"10004", "69990"}, {"70010", "89398"}, {"90000", "99999"}}

func TestDiagnosisCodesAreICD10CMShaped(t *testing.T) {
	shape := regexp.MustCompile(`^F\d{2}(\.[0-9A]{1,3})?$`)
	date := regexp.MustCompile(`^20(1[5-9]|2\d)-10-01$`) // each year's release comes into use on 1 October
	codes := DiagnosisCodes()
	if len(codes) < 120 {
		t.Errorf("only %d diagnosis codes", len(codes))
	}
	last := ""
	for _, c := range codes {
		if !shape.MatchString(c.Code) || !date.MatchString(c.EffectiveFrom) || c.Description == "" {
			t.Errorf("malformed: %+v", c)
		}
		if c.Code <= last {
			t.Errorf("%s stands after %s", c.Code, last)
		}
		if last != "" && strings.HasPrefix(c.Code, last) {
			t.Errorf("%s is a category of %s and cannot be billed", last, c.Code)
		}
		last = c.Code
	}
	unique(t, "diagnosis code", codes, func(c DiagnosisCode) string { return strings.ReplaceAll(c.Code, ".", "") })
}

func TestBillingCodesAreOurOwn(t *testing.T) {
	shape := regexp.MustCompile(`^020\d\d$`)
	places := map[string]bool{}
	for _, p := range PlacesOfService() {
		places[p.Number] = true
	}
	codes := BillingCodes()
	for _, c := range codes {
		if !shape.MatchString(c.Code) || c.Description == "" {
			t.Errorf("malformed: %+v", c)
		}
		for _, r := range cpt {
			if c.Code >= r[0] && c.Code <= r[1] {
				t.Errorf("%s lies in a range of CPT", c.Code)
			}
		}
		if c.Charge <= 0 || c.Units < 1 || c.Minutes < 0 || c.Minutes > 240 || !places[c.PlaceOfService] {
			t.Errorf("implausible: %+v", c)
		}
		if c.BillTo != "AUTOMATIC" && c.BillTo != "CLIENT_ONLY" {
			t.Errorf("%s: bill to %q", c.Code, c.BillTo)
		}
	}
	unique(t, "billing code", codes, func(c BillingCode) string { return c.Code })
}

func TestPayersHaveTheirNaturalKey(t *testing.T) {
	payers := Payers()
	for _, p := range payers {
		switch p.Kind {
		case "ELECTRONIC":
			if p.PayerID == "" {
				t.Errorf("%s has no payer ID", p.Name)
			}
		case "PAPER":
			if p.PayerID != "" || p.Street == "" || p.City == "" || p.State == "" {
				t.Errorf("%s is on paper and needs an address only", p.Name)
			}
		default:
			t.Errorf("%s: kind %q", p.Name, p.Kind)
		}
		mustZip(t, p.Zip)
		mustBeFiction(t, p.Phone)
		mustBeFiction(t, p.Fax)
		if p.ClaimForm != "CMS1500_PLAIN" && p.ClaimForm != "CMS1500_PREPRINTED" {
			t.Errorf("%s: claim form %q", p.Name, p.ClaimForm)
		}
	}
	unique(t, "payer", payers, func(p Payer) string { return p.Name })
	unique(t, "payer key", payers, func(p Payer) string {
		if p.PayerID != "" {
			return p.PayerID
		}
		return p.Name + p.Zip
	})
}

func TestPlacesOfServiceHaveTwoDigits(t *testing.T) {
	places := PlacesOfService()
	for _, p := range places {
		if !regexp.MustCompile(`^\d\d$`).MatchString(p.Number) || p.Name == "" {
			t.Errorf("malformed: %+v", p)
		}
	}
	unique(t, "place of service", places, func(p PlaceOfService) string { return p.Number })
}

func TestPeopleAreInvented(t *testing.T) {
	for _, f := range FirstNames() {
		if f.Sex != "FEMALE" && f.Sex != "MALE" && f.Sex != "OTHER" {
			t.Errorf("%s: sex %q", f.Name, f.Sex)
		}
	}
	unique(t, "first name", FirstNames(), func(f FirstName) string { return f.Name })
	unique(t, "last name", LastNames(), func(n string) string { return n })
	unique(t, "street", Streets(), func(s string) string { return s })
	unique(t, "city", Cities(), func(c City) string { return c.Name + c.State })
	for i, c := range Cities() {
		mustZip(t, c.Zip)
		for n := -1; n < 300; n += 7 {
			mustBeFiction(t, c.Phone(n+i))
		}
	}
}

func unique[T any](t *testing.T, what string, list []T, key func(T) string) {
	t.Helper()
	seen := map[string]bool{}
	for _, item := range list {
		k := key(item)
		if k == "" || seen[k] || strings.TrimSpace(k) != k {
			t.Errorf("%s %q is empty, padded or there twice", what, k)
		}
		seen[k] = true
	}
}

func mustZip(t *testing.T, zip string) {
	t.Helper()
	if !regexp.MustCompile(`^\d{5}$`).MatchString(zip) {
		t.Errorf("%q is no ZIP code", zip)
	}
}

func mustBeFiction(t *testing.T, phone string) {
	t.Helper()
	if !regexp.MustCompile(`^\d{3}-555-01\d\d$`).MatchString(phone) {
		t.Errorf("%q may be somebody's telephone", phone)
	}
}
