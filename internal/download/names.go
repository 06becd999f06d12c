package download

// The files, as they are called in the address that they leave by.
const (
	ActivityCSV  = "activity.csv"
	ActivityFHIR = "activity.ndjson"
	// Manifest tells of a file of the activity log that has left.
	Manifest   = "manifest.json"
	ClientsCSV = "clients.csv"
)
