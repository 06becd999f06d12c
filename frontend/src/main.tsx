import { RouterProvider } from "@tanstack/react-router";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { router } from "./router";
import "./styles.css";
import { usePseudoLanguage } from "./text";

if (new URLSearchParams(location.search).has("pseudo")) usePseudoLanguage();

// A page that the browser has kept, and brings back by Back, may be of a sign-in that has ended since.
window.addEventListener("pageshow", ({ persisted }) => persisted && location.reload());

const root = document.getElementById("root");
if (!root) throw new Error("index.html has no #root");
createRoot(root).render(
  <StrictMode>
    <RouterProvider router={router} />
  </StrictMode>,
);
