// What a browser has to load stays small: KiB of gzip -9, from Vite's manifest of the built app.
import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";

const app = "frontend/dist/app";
// The sign-in page carries the table of all routes: each screen adds a tenth of a KiB to it.
const budgets = { signIn: 156, consent: 195, accountAccess: 213, ownChunk: 40, playground: 200, css: 15, font: 48 };

export function checkBudgets() {
  const manifest = JSON.parse(readFileSync(`${app}/.vite/manifest.json`, "utf8"));
  const rows = [...screens(manifest), ...assets(manifest)];
  console.table(Object.fromEntries(rows.map(({ name, size, own, later, budget }) => [name, { KiB: size, "own chunk": own, later, budget }])));
  const over = rows.filter(({ isOwn, own, size, budget }) => (isOwn ? own : size) > budget);
  for (const { name, isOwn, own, size, budget } of over) console.error(`${name}: ${isOwn ? own : size} KiB, and ${budget} is the most`);
  if (over.length > 0) process.exit(1);
}

const routeOf = (key) => /^src\/routes\/(.+)\.tsx\?tsr-split=component$/.exec(key)?.[1];

function screens(manifest) {
  const routes = new Map(Object.keys(manifest).flatMap((key) => (routeOf(key) ? [[routeOf(key), key]] : [])));
  const reached = new Map([...routes].map(([route, key]) => [route, closure(manifest, key)]));
  return [...routes.keys()].sort().map((route) => {
    const keys = ["index.html", ...chain(route, routes)];
    const files = new Set(keys.flatMap((key) => [...closure(manifest, key)]));
    const all = new Set(keys.flatMap((key) => [...closure(manifest, key, isLater)]));
    const others = new Set([...reached].flatMap(([other, of]) => (other === route ? [] : [...of])));
    const own = [...reached.get(route)].filter((file) => !others.has(file) && !closure(manifest, "index.html").has(file));
    const later = [...all].filter((file) => !files.has(file));
    return { name: route, size: sum(files), own: sum(own), later: sum(later), ...budgetOf(route) };
  });
}

// A route is drawn inside those that its name begins with.
function chain(route, routes) {
  const parts = route.split(".");
  return parts.map((_, index) => routes.get(parts.slice(0, index + 1).join("."))).filter(Boolean);
}

function budgetOf(route) {
  if (route === "sign-in") return { budget: budgets.signIn };
  if (route === "oauth.authorize") return { budget: budgets.consent };
  if (route.startsWith("p.$account.account-access")) return { budget: budgets.accountAccess };
  return { budget: route.endsWith("playground") ? budgets.playground : budgets.ownChunk, isOwn: true };
}

// What a screen fetches once it stands has no budget, and is shown: nobody waits for it, and yet it is paid for.
const isLater = (key) => routeOf(key) === undefined;

// The files that are loaded with a chunk: those it imports, and those that they import; also those
// that are fetched afterwards, where they are asked for.
function closure(manifest, key, follows = () => false, seen = new Set(), files = new Set()) {
  if (seen.has(key)) return files;
  seen.add(key);
  const { file, imports = [], dynamicImports = [] } = manifest[key];
  files.add(file);
  for (const next of [...imports, ...dynamicImports.filter(follows)]) closure(manifest, next, follows, seen, files);
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
