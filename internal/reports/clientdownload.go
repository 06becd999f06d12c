package reports

import (
	"context"

	"github.com/google/uuid"

	"lanyard/ent/gen/ent"
	"lanyard/internal/access"
	"lanyard/internal/activity"
	"lanyard/internal/clients"
	"lanyard/internal/download"
	"lanyard/internal/spreadsheet"
)

// DownloadClientList is the list of all clients, of however many, as a file that leaves by pages. An event
// names the clients of each page before it leaves.
func DownloadClientList(ctx context.Context, log *activity.Log, account uuid.UUID) (*download.File, error) {
	total, err := clients.Count(ctx, log, account)
	if err != nil {
		return nil, err
	}
	leaves := told(account, leaving[ToFile], activity.Execute, clientList, nil, 0)
	leaves.ID = activity.NewID()
	pages := func(ctx context.Context, send func(download.Page) error) error {
		lines := append([]byte(spreadsheet.ByteOrderMark), spreadsheet.Lines(clientHeadings)...)
		return clients.Walk(ctx, log, account, download.PageRows, func(all []*ent.Patient) error {
			for _, c := range all {
				lines = append(lines, spreadsheet.Lines(clientCells(c))...)
			}
			page := download.Page{Bytes: lines, Rows: len(all), Names: named(account, all)}
			lines = nil
			return send(page)
		})
	}
	return &download.File{Name: download.ClientsCSV, Type: "text/csv; charset=utf-8; header=present", Leaves: leaves, Total: total, Pages: pages}, nil
}

func named(account uuid.UUID, all []*ent.Patient) *activity.Event {
	if len(all) == 0 {
		return nil
	}
	ids := listed(all)
	return &activity.Event{
		Account: account, Code: "export.page", Action: activity.Read, Section: access.Clients.String(), EntityType: "Client",
		Entities: ids, Clients: ids, RowCount: len(ids),
	}
}
