package builtin

// SetOutside keeps what tests put outside of the data folder off the machine's own place.
func SetOutside(dir string) { outside = dir }
