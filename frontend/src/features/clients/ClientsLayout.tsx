import { Outlet } from "@tanstack/react-router";
import { useState } from "react";
import { SectionPage } from "../shell/SectionPage";
import { ClientSearchContext } from "./clientSearch";

export function ClientsLayout() {
  const search = useState("");
  return (
    <SectionPage section="CLIENTS">
      <ClientSearchContext value={search}>
        <Outlet />
      </ClientSearchContext>
    </SectionPage>
  );
}
