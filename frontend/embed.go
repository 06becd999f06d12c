// Package frontend holds the single-page app as it was built, and the documents that it sends.
package frontend

import (
	"embed"
	"io/fs"
)

//go:embed all:dist
var dist embed.FS

// TrustedDocuments maps the id of each document of the app to its text, as JSON.
//
//go:embed gen/trusted-documents.json
var TrustedDocuments []byte

// App is the built app. It has no index.html where the app was not built: a fresh clone
// compiles without npm.
func App() fs.FS {
	app, err := fs.Sub(dist, "dist/app")
	if err != nil {
		panic(err) // the path is valid
	}
	return app
}
