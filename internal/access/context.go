package access

import (
	"context"
	"sync/atomic"
)

type viewerKey struct{}

// WithViewer returns a context of a request by the viewer; nil: nobody is signed in.
func WithViewer(ctx context.Context, v *Viewer) context.Context {
	holder := new(atomic.Pointer[Viewer])
	holder.Store(v)
	return context.WithValue(ctx, viewerKey{}, holder)
}

// ViewerFrom is who asks; nil when nobody is signed in, which every decision refuses.
func ViewerFrom(ctx context.Context) *Viewer {
	if holder, ok := ctx.Value(viewerKey{}).(*atomic.Pointer[Viewer]); ok {
		return holder.Load()
	}
	return nil
}

// Become changes who asks for the rest of the request: after signing in, and when the request
// has changed the viewer's own links. It does nothing outside a request.
func Become(ctx context.Context, v *Viewer) {
	if holder, ok := ctx.Value(viewerKey{}).(*atomic.Pointer[Viewer]); ok {
		holder.Store(v)
	}
}
