package codessetup

import "lanyard/internal/problem"

// MasterFile names a master file, as the API does.
type MasterFile string

// Files are all master files, in the order in which people see them. A file comes after the
// files that its entries need. Copying reads and writes these and its own jobs, and nothing else
// of an account: nothing of a client is within its reach.
var Files = []File{
	DiagnosisCodes, BillingCodes, Payers, Locations, Modifiers, ReferringProviders, ServiceCodes, PaymentTypes,
	NoteTemplates, InvoiceMessages,
}

// Name implements File.
func (f *file[T, F]) Name() MasterFile { return f.name }

// Entity implements File.
func (f *file[T, F]) Entity() string { return f.entity }

// EntityOf is the type of the entries of a file; empty: there is no such file.
func EntityOf(name MasterFile) string {
	if f := fileOf(name); f != nil {
		return f.Entity()
	}
	return ""
}

// known is the file of a name. It fails with BAD_USER_INPUT.
func known(name MasterFile) (File, error) {
	if f := fileOf(name); f != nil {
		return f, nil
	}
	return nil, problem.Invalid("file", "Choose a file.")
}

func fileOf(name MasterFile) File {
	for _, f := range Files {
		if f.Name() == name {
			return f
		}
	}
	return nil
}
