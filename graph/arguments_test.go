package graph

import (
	"fmt"
	"strings"
	"testing"

	"github.com/vektah/gqlparser/v2/ast"

	"lanyard/internal/dbtest"
)

// texts are what strings of an input have to look like, by the field's name; all others take
// any text. A # makes each one new.
var texts = map[string]string{
	"key": "zq-key-of-a-form-#", "code": "Z#", "codeSet": "ICD-10-CM", "payerId": "P#", "placeOfService": "11", "claimFilingCode": "CI",
	"state": "NY", "zip": "10001", "email": "zq#@example.com", "contactEmail": "zq#@example.com", "timeZone": "America/New_York",
	"phone": "212 555 0100", "fax": "212 555 0101", "homePhone": "212 555 0102", "mobilePhone": "212 555 0103",
	"username": "zq-new-#", "password": "umbrella quartz wanders #", "newPassword": "umbrella quartz wanders #",
	"currentPassword": dbtest.Password, "npi": "1234567893", "taxId": "12-345#", "taxonomy": "101YM0800X",
	"documents": "{ viewer { id } }", "website": "https://zq.example", "redirectUris": aRedirectURI,
	"subscriberState": "NY", "subscriberZip": "10001", "licenseState": "NY", "officeState": "NY", "officeZip": "10001", "billingState": "NY", "billingZip": "10001", "payToState": "NY", "payToZip": "10001",
}

// caller makes the arguments of a root field from the schema.
type caller struct {
	t      *testing.T
	schema *ast.Schema
	n      int
	// said are arguments and fields of inputs, such as "account" or "CopyCodesInput.job"; each
	// is made when it is needed.
	said map[string]func() any
}

// operation is a whole operation on one root field.
func (c *caller) operation(def *ast.Definition, f *ast.FieldDefinition, selected string) (string, map[string]any) {
	c.t.Helper()
	c.n++
	variables := map[string]any{}
	var declared, passed []string
	for _, a := range f.Arguments {
		value := c.value(a.Name, "", a.Type)
		if value == nil {
			continue
		}
		variables[a.Name] = value
		declared = append(declared, "$"+a.Name+": "+a.Type.String())
		passed = append(passed, a.Name+": $"+a.Name)
	}
	head, args := strings.ToLower(def.Name), ""
	if len(passed) > 0 {
		head += "(" + strings.Join(declared, ", ") + ")"
		args = "(" + strings.Join(passed, ", ") + ")"
	}
	return fmt.Sprintf("%s { %s%s {%s } }", head, f.Name, args, selected), variables
}

// value makes a value of a type. in is the input that it is a field of.
func (c *caller) value(name, in string, typ *ast.Type) any {
	c.t.Helper()
	if said, ok := c.said[strings.TrimPrefix(in+"."+name, ".")]; ok {
		return said()
	}
	if typ.Elem != nil {
		return []any{c.value(name, in, typ.Elem)}
	}
	def := c.schema.Types[typ.Name()]
	switch def.Kind {
	case ast.InputObject:
		object := map[string]any{}
		for _, f := range def.Fields {
			object[f.Name] = c.value(f.Name, def.Name, f.Type)
		}
		return object
	case ast.Enum:
		return def.EnumValues[0].Name
	default:
		return c.scalar(name, in, def.Name)
	}
}

func (c *caller) scalar(name, in, typ string) any {
	late := strings.HasSuffix(name, "To") || strings.HasSuffix(name, "Until")
	switch typ {
	case "String":
		if text, ok := texts[name]; ok {
			return strings.Replace(text, "#", fmt.Sprintf("%04d", c.n), 1)
		}
		return fmt.Sprintf("%s %s %d", marker, name, c.n)
	case "Boolean":
		return true
	case "Int":
		return 1
	case "Date":
		return map[bool]string{false: "2020-01-31", true: "2099-01-31"}[late]
	case "Time":
		return map[bool]string{false: "2020-01-31T12:00:00Z", true: "2099-01-31T12:00:00Z"}[late]
	}
	c.t.Fatalf("say in caller.said what %s.%s (%s) is", in, name, typ)
	return nil
}
