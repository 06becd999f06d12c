package builtin

import (
	"io/fs"
)

// followLinks shows what symbolic links lead to in their place: a copy of it stands alone.
type followLinks struct{ fs.FS }

// ReadDir implements fs.ReadDirFS.
func (f followLinks) ReadDir(name string) ([]fs.DirEntry, error) {
	entries, err := fs.ReadDir(f.FS, name)
	for i, e := range entries {
		if e.Type()&fs.ModeSymlink == 0 {
			continue
		}
		info, err := fs.Stat(f.FS, name+"/"+e.Name())
		if err != nil {
			return nil, err
		}
		entries[i] = fs.FileInfoToDirEntry(info)
	}
	return entries, err
}
