package limits

import (
	"container/list"
	"context"
	"sync"

	"github.com/vektah/gqlparser/v2/ast"
)

// cache keeps the documents that were used last, bounded by the bytes of their texts: bounded by
// number, a thousand hostile queries would hold gigabytes.
type cache struct {
	mu      sync.Mutex
	room    int
	entries map[string]*list.Element
	recent  *list.List // of entry, the latest in front
}

type entry struct {
	query    string
	document *ast.QueryDocument
}

func newCache(bytes int) *cache {
	return &cache{room: bytes, entries: map[string]*list.Element{}, recent: list.New()}
}

// Get returns the document of query, if it is kept.
func (c *cache) Get(_ context.Context, query string) (*ast.QueryDocument, bool) {
	c.mu.Lock()
	defer c.mu.Unlock()
	element, ok := c.entries[query]
	if !ok {
		return nil, false
	}
	c.recent.MoveToFront(element)
	return element.Value.(entry).document, true
}

// Add keeps the document of query and drops the oldest until there is room.
func (c *cache) Add(_ context.Context, query string, document *ast.QueryDocument) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if _, ok := c.entries[query]; ok {
		return
	}
	c.entries[query] = c.recent.PushFront(entry{query, document})
	c.room -= len(query)
	for c.room < 0 {
		oldest := c.recent.Back()
		dropped := c.recent.Remove(oldest).(entry)
		delete(c.entries, dropped.query)
		c.room += len(dropped.query)
	}
}
