// The columns of every line of the matrix: the username, and as many accounts as there are.
export const columnsOf = (accounts: number) => ({ gridTemplateColumns: `minmax(12rem, 1.4fr) repeat(${accounts}, minmax(9.5rem, 1fr))` });
export const widthOf = (accounts: number) => ({ minWidth: `${12 + accounts * 9.5}rem` });
