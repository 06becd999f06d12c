export function withAll(chosen: ReadonlySet<string>, ids: readonly string[], isChosen: boolean): ReadonlySet<string> {
  const next = new Set(chosen);
  for (const id of ids) {
    if (isChosen) next.add(id);
    else next.delete(id);
  }
  return next;
}

export const withOne = (chosen: ReadonlySet<string>, id: string, isChosen: boolean): ReadonlySet<string> => withAll(chosen, [id], isChosen);
