import optimizeLocales from "@react-aria/optimize-locales-plugin";
import tailwindcss from "@tailwindcss/vite";
import { tanstackRouter } from "@tanstack/router-plugin/vite";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";
import { precompress } from "./build/precompress.ts";
import { routes } from "./codegen/routes.mjs";

// The server that `npm run dev` asks, while this one serves the sources.
const api = process.env.LANYARD_URL ?? "http://127.0.0.1:8080";

export default defineConfig({
  root: import.meta.dirname,
  plugins: [
    tanstackRouter({ ...routes, autoCodeSplitting: true }),
    react(),
    tailwindcss(),
    { ...optimizeLocales.vite({ locales: ["en-US"] }), enforce: "pre" },
    precompress(),
  ],
  build: {
    // Beside the folder's .gitignore, which keeps it in a fresh clone for go:embed.
    outDir: "dist/app",
    emptyOutDir: true,
    manifest: true,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    target: "es2024",
    // What every page loads is one file, and what every form needs: many small ones are compressed worse.
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            { name: "base", tags: ["$initial"] },
            { name: "fields", test: /[\\/]ui[\\/](TextField|Form)\.tsx$/ },
          ],
        },
      },
    },
  },
  server: { proxy: { "/graphql": api, "/playground": api, "/export": api } },
});
