export const HUES = 8;

/** FNV-1a: ids that differ in one letter must not all fall on the same hue. */
export function accountHue(id: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < id.length; i++) {
    hash = Math.imul(hash ^ id.charCodeAt(i), 0x01000193) >>> 0;
  }
  return ((hash ^ (hash >>> 15)) >>> 0) % HUES;
}

const TITLES = /^(dr|mr|mrs|ms|mx|prof|the)\.?$/i;

/** At most two letters; titles and what follows a comma ("PhD") do not count. */
export function initials(name: string): string {
  const bare = name.split(",")[0] ?? "";
  const words = bare.split(/[\s/&-]+/).filter((word) => /\p{L}|\p{N}/u.test(word) && !TITLES.test(word));
  const chosen = words.length > 1 ? [words[0], words[words.length - 1]] : words;
  return chosen.map((word) => firstLetter(word ?? "")).join("") || "?";
}

function firstLetter(word: string): string {
  return /[\p{L}\p{N}]/u.exec(word)?.[0].toUpperCase() ?? "";
}
