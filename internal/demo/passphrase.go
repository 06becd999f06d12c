package demo

import (
	"crypto/rand"
	"math/big"
	"slices"
	"strings"
)

// words are 128: each adds seven bits to a passphrase.
var words = strings.Fields(`
acorn almond amber anchor apron badger bamboo barley basket beacon beaver biscuit blanket bobbin bramble bucket
cactus candle canoe canyon carrot cashew cedar cello cherry cobalt cobweb comet copper coral cotton cricket
daisy dolphin donkey drizzle dumpling easel ember falcon feather fennel ferry fiddle flannel flute fossil freckle
gallop garlic gazelle ginger glacier goblet gravel grotto hammock harbor harvest hazel hermit hornet igloo indigo
jasmine jigsaw kayak kettle lagoon lantern lemon lentil lilac lobster magnet mango maple marble meadow mitten
mosaic mustard napkin noodle nutmeg oboe orchid otter oyster paddle parsnip pebble pepper pigeon pillow plum
pumpkin puzzle quartz quilt rabbit radish raisin ribbon saddle saffron salmon sandal satchel scarf shovel spinach
spruce tadpole teapot thimble thistle timber tulip turnip velvet violin waffle walnut walrus wicker willow zipper
`)

// passphrase is five different words that nobody can foresee: fixed ones would let everybody who knows
// the program into each demonstration that can be reached.
func passphrase() string {
	var chosen []string
	for len(chosen) < 5 {
		n, err := rand.Int(rand.Reader, big.NewInt(int64(len(words))))
		if err != nil {
			panic(err) // never: reading random bytes ends the program when it fails
		}
		if word := words[n.Int64()]; !slices.Contains(chosen, word) {
			chosen = append(chosen, word)
		}
	}
	return strings.Join(chosen, " ")
}
