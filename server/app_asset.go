package main

import (
	"crypto/sha256"
	"encoding/hex"
	"io/fs"
	"net/http"
	"path"
	"strconv"
	"strings"
	"time"
)

// asset is a file of the app in the encodings that the build made of it.
type asset struct {
	contentType, caching string
	plain                encoded
	// packed are the smaller twins, the smallest first.
	packed []encoded
}

type encoded struct {
	path, coding, tag string
	size              int64
}

// twins are the files beside a file that hold the same, the smallest first.
var twins = []struct{ ending, coding string }{{".br", "br"}, {".gz", "gzip"}}

// contentTypes are those of a build. The system's own table differs between machines.
var contentTypes = map[string]string{
	".css":         "text/css; charset=utf-8",
	".html":        "text/html; charset=utf-8",
	".js":          "text/javascript; charset=utf-8",
	".json":        "application/json",
	".png":         "image/png",
	".svg":         "image/svg+xml",
	".txt":         "text/plain; charset=utf-8",
	".webmanifest": "application/manifest+json",
	".woff2":       "font/woff2",
}

// The names under /assets/ change with the content; all other names stay.
const (
	forEver = "public, max-age=31536000, immutable"
	shortly = "public, max-age=300"
	askEach = "no-cache"
)

// unknownTime keeps the time of the build out of the answers: an ETag is exact.
var unknownTime time.Time

// findAssets gives the files of the app by their URL. What begins with a dot is the build's own.
func findAssets(files fs.FS) (map[string]*asset, error) {
	found := map[string]*asset{}
	err := fs.WalkDir(files, ".", func(name string, d fs.DirEntry, err error) error {
		switch {
		case err != nil && name == ".": // not built
			return fs.SkipAll
		case err != nil:
			return err
		case name != "." && strings.HasPrefix(d.Name(), "."):
			return skip(d)
		case d.IsDir() || isTwin(name):
			return nil
		}
		a, err := readAsset(files, name)
		found["/"+name] = a
		return err
	})
	return found, err
}

func skip(d fs.DirEntry) error {
	if d.IsDir() {
		return fs.SkipDir
	}
	return nil
}

func isTwin(name string) bool {
	for _, t := range twins {
		if strings.HasSuffix(name, t.ending) {
			return true
		}
	}
	return false
}

func readAsset(files fs.FS, name string) (*asset, error) {
	plain, err := readEncoded(files, name, "")
	if err != nil {
		return nil, err
	}
	a := &asset{contentType: contentTypes[path.Ext(name)], caching: shortly, plain: plain}
	switch {
	case name == "index.html":
		a.caching = askEach
	case strings.HasPrefix(name, "assets/"):
		a.caching = forEver
	}
	if a.contentType == "" {
		a.contentType = "application/octet-stream"
	}
	for _, t := range twins {
		if _, err := fs.Stat(files, name+t.ending); err != nil {
			continue
		}
		packed, err := readEncoded(files, name+t.ending, t.coding)
		if err != nil {
			return nil, err
		}
		a.packed = append(a.packed, packed)
	}
	return a, nil
}

func readEncoded(files fs.FS, name, coding string) (encoded, error) {
	content, err := fs.ReadFile(files, name)
	sum := sha256.Sum256(content)
	return encoded{path: name, coding: coding, tag: `"` + hex.EncodeToString(sum[:12]) + `"`, size: int64(len(content))}, err
}

// choose finds the encoding that Accept-Encoding asks for: the highest weight, and of equals the
// smallest.
func (a *asset) choose(accept []string) encoded {
	weights := codings(accept)
	best, most := a.plain, weights.plain()
	for i := len(a.packed) - 1; i >= 0; i-- {
		if q := weights.of(a.packed[i].coding); q > 0 && q >= most {
			best, most = a.packed[i], q
		}
	}
	return best
}

func (a *asset) describe(h http.Header, chosen encoded) {
	h.Set("Content-Type", a.contentType)
	h.Set("Cache-Control", a.caching)
	h.Set("ETag", chosen.tag)
	h.Set("Vary", "Accept-Encoding")
	h.Set("Content-Length", strconv.FormatInt(chosen.size, 10))
	if chosen.coding != "" {
		h.Set("Content-Encoding", chosen.coding)
	}
}
