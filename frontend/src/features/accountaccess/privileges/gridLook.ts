// The columns of every line of the grid: the username, and thirteen sections that fit a laptop.
export const gridColumns = "grid grid-cols-[minmax(12rem,2.6fr)_repeat(13,minmax(4.375rem,1fr))]";
export const headerHeight = 46;
export const rowHeight = 49;
