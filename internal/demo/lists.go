package demo

import (
	"lanyard/ent/gen/ent/notetemplate"
	"lanyard/ent/gen/ent/paymenttype"
	"lanyard/ent/gen/ent/servicecode"
	"lanyard/internal/codessetup"
)

// The lists of a psychotherapy practice that are too short for a file of data. All invented; the
// meanings of the modifiers are our own words.

var locations = []codessetup.LocationInput{
	{PlaceOfService: "11", Name: "Main office", Street: new("14 Alder Street"), City: new("Burlington"), State: new("VT"), Zip: new("05401"), Npi: new("1000000012"), Active: true},
	{PlaceOfService: "11", Name: "Lakeside office", Street: new("3 Acorn Lane"), City: new("Colchester"), State: new("VT"), Zip: new("05446"), Active: true},
	{PlaceOfService: "10", Name: "Client's home, by video", Active: true},
	{PlaceOfService: "02", Name: "Elsewhere, by video", Active: true},
	{PlaceOfService: "12", Name: "Home visit", Active: true},
	{PlaceOfService: "03", Name: "Maple Hollow School", City: new("Winooski"), State: new("VT"), Zip: new("05404"), Active: true},
}

var modifiers = []codessetup.ModifierInput{
	{Code: "95", Description: "By video and sound at the same time", Active: true},
	{Code: "93", Description: "By telephone, sound alone", Active: true},
	{Code: "HO", Description: "By somebody with a master's degree", Active: true},
	{Code: "HP", Description: "By somebody with a doctor's degree", Active: true},
	{Code: "25", Description: "A further service of its own on the same day", Active: true},
	{Code: "59", Description: "A service apart from the others of that day", Active: true},
	{Code: "GT", Description: "By video, as some payers still write it", Active: false},
}

var referringProviders = []codessetup.ReferringProviderInput{
	{Name: "Ida Vale", Credential: new("MD"), Npi: new("1000000020"), Phone: new("802-555-0121"), Fax: new("802-555-0171"), Active: true},
	{Name: "Oskar Lind", Credential: new("DO"), Npi: new("1000000038"), Phone: new("802-555-0122"), Active: true},
	{Name: "Rosalind Pike", Credential: new("NP"), Npi: new("1000000046"), Phone: new("802-555-0123"), Fax: new("802-555-0173"), Active: true},
	{Name: "Tomas Quill", Credential: new("MD"), Npi: new("1000000053"), Active: true},
	{Name: "Maple Hollow School, counselor", Phone: new("802-555-0124"), Active: true},
	{Name: "Winifred Oakes", Credential: new("MD"), Npi: new("1000000061"), Active: false},
}

var serviceCodes = []codessetup.ServiceCodeInput{
	{Name: "First meeting", Colour: servicecode.ColourPURPLE, BillingCode: new("02005"), Minutes: 60, Billable: true, Active: true},
	{Name: "Individual, 45 minutes", Colour: servicecode.ColourBLUE, BillingCode: new("02012"), Minutes: 45, Billable: true, Active: true},
	{Name: "Individual, 60 minutes", Colour: servicecode.ColourTEAL, BillingCode: new("02013"), Minutes: 60, Billable: true, Active: true},
	{Name: "Individual by video", Colour: servicecode.ColourGREEN, BillingCode: new("02016"), Minutes: 45, Billable: true, Active: true},
	{Name: "Couple or family", Colour: servicecode.ColourORANGE, BillingCode: new("02021"), Minutes: 60, Billable: true, Active: true},
	{Name: "Group", Colour: servicecode.ColourYELLOW, BillingCode: new("02031"), Minutes: 90, Billable: true, Active: true},
	{Name: "Call with a colleague", Colour: servicecode.ColourGREY, BillingCode: new("02071"), Minutes: 15, Billable: true, Active: true},
	{Name: "Supervision", Colour: servicecode.ColourPINK, Minutes: 60, Billable: false, Active: true},
}

// Those that every account starts with are there already.
var paymentTypes = []codessetup.PaymentTypeInput{
	{Code: "INSURANCE", Label: "Payment by the insurance", Sign: paymenttype.SignLOWERS, Active: true},
	{Code: "CONTRACT", Label: "Written off by contract with the insurance", Sign: paymenttype.SignLOWERS, Active: true},
	{Code: "HARDSHIP", Label: "Written off for hardship", Sign: paymenttype.SignLOWERS, Active: true},
	{Code: "REFUND", Label: "Refund", Sign: paymenttype.SignRAISES, Active: true},
	{Code: "BOUNCED", Label: "Check that came back", Sign: paymenttype.SignRAISES, Active: true},
}

var noteTemplates = []codessetup.NoteTemplateInput{
	{Name: "SOAP", NoteType: notetemplate.NoteTypePROGRESS, Body: "Subjective:\n\nObjective:\n\nAssessment:\n\nPlan:", Active: true},
	{Name: "DAP", NoteType: notetemplate.NoteTypePROGRESS, Body: "Data:\n\nAssessment:\n\nPlan:", Active: true},
	{Name: "First meeting", NoteType: notetemplate.NoteTypeINTAKE, Body: "What brings the client:\n\nHistory:\n\nHealth and medication:\n\nRisk:\n\nFirst impression:\n\nNext steps:", Active: true},
	{Name: "Plan for three months", NoteType: notetemplate.NoteTypeTREATMENT_PLAN, Body: "Problem:\n\nGoal:\n\nObjectives, each with a date:\n\nWhat we will do, and how often:", Active: true},
	{Name: "End of treatment", NoteType: notetemplate.NoteTypeDISCHARGE, Body: "Reason for the end:\n\nCourse:\n\nWhat was reached:\n\nWhat is recommended:", Active: true},
}

var invoiceMessages = []codessetup.InvoiceMessageInput{
	{Title: "Thanks", Text: "Thank you for your payment.", Active: true},
	{Title: "Due in 30 days", Text: "Please pay within 30 days of the date above.", Active: true},
	{Title: "Past due", Text: "This balance is past due. Please call us if you would like to pay in parts.", Active: true},
	{Title: "For your insurance", Text: "You may send this invoice to your insurance yourself. It shows what they ask for.", Active: true},
}
