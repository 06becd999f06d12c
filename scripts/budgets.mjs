// What a browser has to load stays small: KiB of gzip -9, from Vite's manifest of the built app.
import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";

const app = "frontend/dist/app";
const budgets = { signIn: 150, accountAccess: 210, ownChunk: 40, playground: 200, css: 15, font: 48 };

// What is over its budget and known to be: it may become smaller, and never larger. The collections
// and overlays of React Aria weigh more than was planned for.
const overdue = {
  "sign-in": 152,
  "p.$account.account-access": 228,
  "p.$account.account-access.allow": 239,
  "p.$account.account-access.copy": 252,
  "p.$account.account-access.index": 233,
  "p.$account.account-access.other": 234,
  "p.$account.account-access.privileges": 245,
};

export function checkBudgets() {
  const manifest = JSON.parse(readFileSync(`${app}/.vite/manifest.json`, "utf8"));
  const rows = [...screens(manifest), ...assets(manifest)];
  console.table(Object.fromEntries(rows.map(({ name, size, own, budget }) => [name, { KiB: size, "own chunk": own, budget }])));
  const over = rows.map((row) => ({ ...row, measured: row.isOwn ? row.own : row.size })).filter(({ measured, budget }) => measured > budget);
  for (const { name, measured, budget } of over) {
    const known = measured <= (overdue[name] ?? 0) ? ` (known: at most ${overdue[name]} for now)` : "";
    console.error(`${name}: ${measured} KiB, and ${budget} is the most${known}`);
  }
  if (over.some(({ name, measured }) => measured > (overdue[name] ?? 0))) process.exit(1);
}

const routeOf = (key) => /^src\/routes\/(.+)\.tsx\?tsr-split=component$/.exec(key)?.[1];

function screens(manifest) {
  const routes = new Map(Object.keys(manifest).flatMap((key) => (routeOf(key) ? [[routeOf(key), key]] : [])));
  const reached = new Map([...routes].map(([route, key]) => [route, closure(manifest, key)]));
  return [...routes.keys()].sort().map((route) => {
    const files = new Set(["index.html", ...chain(route, routes)].flatMap((key) => [...closure(manifest, key)]));
    const others = new Set([...reached].flatMap(([other, of]) => (other === route ? [] : [...of])));
    const own = [...reached.get(route)].filter((file) => !others.has(file) && !closure(manifest, "index.html").has(file));
    return { name: route, size: sum(files), own: sum(own), ...budgetOf(route) };
  });
}

// A route is drawn inside those that its name begins with.
function chain(route, routes) {
  const parts = route.split(".");
  return parts.map((_, index) => routes.get(parts.slice(0, index + 1).join("."))).filter(Boolean);
}

function budgetOf(route) {
  if (route === "sign-in") return { budget: budgets.signIn };
  if (route.startsWith("p.$account.account-access")) return { budget: budgets.accountAccess };
  return { budget: route.endsWith("playground") ? budgets.playground : budgets.ownChunk, isOwn: true };
}

// The files that are loaded with a chunk: those it imports, and those that they import.
function closure(manifest, key, seen = new Set(), files = new Set()) {
  if (seen.has(key)) return files;
  seen.add(key);
  const { file, imports = [] } = manifest[key];
  files.add(file);
  for (const imported of imports) closure(manifest, imported, seen, files);
  return files;
}

function assets(manifest) {
  const files = [...new Set(Object.values(manifest).flatMap(({ file, css = [] }) => [file, ...css]))];
  const fonts = files.filter((file) => file.endsWith(".woff2"));
  if (fonts.length !== 1) throw new Error(`one font is enough: ${fonts.join(", ")}`);
  const css = files.filter((file) => file.endsWith(".css"));
  return [
    { name: "all CSS", size: sum(css), budget: budgets.css },
    { name: "the font", size: kib(readFileSync(`${app}/${fonts[0]}`).length), budget: budgets.font },
  ];
}

const kib = (bytes) => Math.round(bytes / 102.4) / 10;
const sum = (files) => kib([...files].reduce((total, file) => total + gzipSync(readFileSync(`${app}/${file}`), { level: 9 }).length, 0));
