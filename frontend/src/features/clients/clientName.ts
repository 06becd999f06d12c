interface Named {
  firstName: string | null;
  lastName: string | null;
}

// As in a list that is ordered by last names.
export const nameInList = ({ firstName, lastName }: Named): string => [lastName, firstName].filter(Boolean).join(", ");

export const fullName = ({ firstName, lastName }: Named): string => [firstName, lastName].filter(Boolean).join(" ");
