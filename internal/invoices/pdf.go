package invoices

import (
	"bytes"
	"fmt"
	"strconv"

	"codeberg.org/go-pdf/fpdf"
	"golang.org/x/image/font/gofont/gobold"
	"golang.org/x/image/font/gofont/goregular"

	"lanyard/ent/gen/ent"
	"lanyard/ent/gen/ent/invoice"
	"lanyard/internal/money"
)

// paper is a letter page that is written from top to bottom, in millimeters. Its font, Go, has the
// letters of Latin, Greek and Cyrillic, and is embedded.
type paper struct{ *fpdf.Fpdf }

const (
	margin    = 20.0
	width     = 215.9 - 2*margin
	lineSpace = 5.0
)

// draw gives an invoice as a PDF. The same invoice is the same file each time.
func draw(i *ent.Invoice, sheet *Sheet, lines []*ent.InvoiceLine) ([]byte, error) {
	p := paper{fpdf.New("P", "mm", "Letter", "")}
	p.AddUTF8FontFromBytes("go", "", goregular.TTF)
	p.AddUTF8FontFromBytes("go", "B", gobold.TTF)
	p.SetCreationDate(i.CreatedAt)
	p.SetModificationDate(i.CreatedAt)
	p.SetCatalogSort(true)
	p.SetTitle(fmt.Sprintf("Invoice %d", i.Number), true)
	p.SetMargins(margin, margin, margin)
	p.SetAutoPageBreak(true, margin)
	p.AddPage()
	p.heading(i, sheet)
	p.table(lines)
	p.sums(i)
	p.say(i.Message)
	p.say(sheet.Footer)
	var file bytes.Buffer
	err := p.Output(&file)
	return file.Bytes(), err
}

func (p paper) heading(i *ent.Invoice, sheet *Sheet) {
	for n, line := range sheet.From {
		p.font(n == 0, 10)
		p.line(line, "L")
	}
	p.Ln(2 * lineSpace)
	p.font(true, 18)
	p.line(fmt.Sprintf("Invoice %d", i.Number), "L")
	if i.Status == invoice.StatusVOID {
		p.font(true, 12)
		p.line("VOID", "L")
	}
	p.font(false, 10)
	p.Ln(lineSpace / 2)
	p.line(day(i.InvoiceDate), "L")
	p.Ln(lineSpace)
	for _, line := range sheet.To {
		p.line(line, "L")
	}
	p.Ln(lineSpace)
}

// columns are those of the table: title, width and side.
var columns = []struct {
	title string
	width float64
	side  string
}{
	{"Date", 25, "L"}, {"Code", 22, "L"}, {"Service", 63, "L"}, {"Units", 14, "R"}, {"Charge", 26, "R"}, {"Paid", width - 150, "R"},
}

func (p paper) table(lines []*ent.InvoiceLine) {
	p.font(true, 9)
	titles := make([]string, len(columns))
	for i, c := range columns {
		titles[i] = c.title
	}
	p.row(titles)
	p.font(false, 9)
	for _, l := range lines {
		p.row([]string{day(l.ServiceDate), l.BillingCode, l.Description, strconv.Itoa(l.Units), money.Dollars(l.Charge), money.Dollars(l.Paid)})
	}
}

// row is a row of the table, cut where a text is too wide for its column.
func (p paper) row(texts []string) {
	for i, c := range columns {
		p.CellFormat(c.width, 7, p.cut(texts[i], c.width-2), "B", 0, c.side, false, 0, "")
	}
	p.Ln(-1)
}

func (p paper) cut(text string, room float64) string {
	if p.GetStringWidth(text) <= room {
		return text
	}
	runes := []rune(text)
	for len(runes) > 0 && p.GetStringWidth(string(runes)+"…") > room {
		runes = runes[:len(runes)-1]
	}
	return string(runes) + "…"
}

func (p paper) sums(i *ent.Invoice) {
	p.Ln(lineSpace / 2)
	p.font(false, 10)
	p.line("Total "+money.Dollars(i.Total), "R")
	p.line("Paid or adjusted so far "+money.Dollars(i.Paid), "R")
	p.font(true, 12)
	p.line("Balance due "+money.Dollars(i.Total-i.Paid), "R")
	p.Ln(lineSpace)
}

// say is a paragraph; an empty one is none.
func (p paper) say(text string) {
	if text == "" {
		return
	}
	p.font(false, 10)
	p.MultiCell(width, lineSpace, text, "", "L", false)
	p.Ln(lineSpace)
}

func (p paper) line(text, side string) {
	_, size := p.GetFontSize()
	p.CellFormat(width, size*1.45, p.cut(text, width), "", 1, side, false, 0, "")
}

func (p paper) font(bold bool, size float64) {
	p.SetFont("go", map[bool]string{true: "B"}[bold], size)
}
