// Package data embeds the SQL that makes the database what the schema says: versioned
// migrations, and the walls that are built anew after each of them.
package data

import "embed"

// Migrations are the versioned migrations, in folder migrations.
//
//go:embed migrations/*.sql
var Migrations embed.FS

// WallsByHand is the part of row-level security that no section annotation gives.
//
//go:embed walls_by_hand.sql
var WallsByHand string

// Walls is the row-level security of each section's tables.
//
//go:embed gen/walls.sql
var Walls string
