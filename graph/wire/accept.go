package wire

import (
	"mime"
	"slices"
	"strconv"
	"strings"
)

const (
	jsonType    = "application/json"
	graphQLType = "application/graphql-response+json"
	streamType  = "text/event-stream"
)

// negotiate chooses the media type of the answer from the Accept headers. The GraphQL type is
// taken only where it is named, so that old clients and */* get application/json. Not ok: neither
// is accepted; the answer that says so is application/json.
func negotiate(accept []string) (mediaType string, ok bool) {
	ranges := parse(accept)
	if len(ranges) == 0 {
		return jsonType, true
	}
	plain, _ := quality(ranges, jsonType)
	graphQL, named := quality(ranges, graphQLType)
	if graphQL > plain || (named && graphQL == plain && plain > 0) {
		return graphQLType, true
	}
	return jsonType, plain > 0
}

// streams tells whether the Accept headers name text/event-stream.
func streams(accept []string) bool {
	q, named := quality(parse(accept), streamType)
	return named && q > 0
}

type mediaRange struct {
	mediaType string
	q         float64
}

// parse reads the ranges of Accept headers and skips what is none.
func parse(accept []string) []mediaRange {
	var ranges []mediaRange
	for part := range strings.SplitSeq(strings.Join(accept, ","), ",") {
		mediaType, params, err := mime.ParseMediaType(part)
		if err != nil {
			continue
		}
		q, err := strconv.ParseFloat(params["q"], 64)
		if err != nil {
			q = 1
		}
		ranges = append(ranges, mediaRange{mediaType, q})
	}
	return ranges
}

// quality is the weight of mediaType: that of the most exact range for it (RFC 9110, 12.5.1), and
// whether that range names it.
func quality(ranges []mediaRange, mediaType string) (q float64, named bool) {
	family, _, _ := strings.Cut(mediaType, "/")
	for _, pattern := range []string{mediaType, family + "/*", "*/*"} {
		at := slices.IndexFunc(ranges, func(r mediaRange) bool { return r.mediaType == pattern })
		if at >= 0 {
			return ranges[at].q, pattern == mediaType
		}
	}
	return 0, false
}
