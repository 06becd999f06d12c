// The server is built and started again when a source changes; one that does not build leaves the
// old one running. Vite serves the app's sources and hands on what is for the server.
import { watch } from "node:fs";
import { codegen } from "./app.mjs";
import { run, start, succeeds } from "./shell.mjs";

const buildServer = ["go", "build", "-o", "bin/lanyard", "./server"];
const launch = () => start("bin/lanyard", "serve");

export function dev() {
  codegen();
  run(...buildServer);
  let server = launch();
  const vite = start(process.execPath, "node_modules/vite/bin/vite.js", "frontend", "--config", "frontend/vite.config.ts", "--host", "127.0.0.1");
  const again = () => {
    if (!succeeds(...buildServer)) return;
    server.once("exit", () => (server = launch()));
    server.kill("SIGTERM");
  };
  const soon = once(again);
  for (const folder of ["server", "graph", "internal", "ent"]) {
    onChange(folder, (file) => /\.(go|sql|graphqls)$/.test(file) && !file.endsWith("_test.go") && soon());
  }
  onChange("frontend/src", (file) => file.endsWith(".graphql") && codegen() === undefined && soon());
  endTogether(vite, () => server);
}

function onChange(folder, changed) {
  watch(folder, { recursive: true }, (_, file) => changed(file ?? ""));
}

// Many changes at once, such as of a branch, are one.
function once(action) {
  let waiting;
  return () => {
    clearTimeout(waiting);
    waiting = setTimeout(action, 300);
  };
}

function endTogether(vite, server) {
  const end = () => {
    vite.kill();
    server().once("exit", () => process.exit(0));
    server().kill("SIGTERM");
  };
  for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, end);
  vite.on("exit", end);
}
