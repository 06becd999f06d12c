import { Outlet } from "@tanstack/react-router";
import { useState } from "react";
import { SectionPage } from "../shell/SectionPage";
import { SharedContext, type Told } from "./sessionSearch";

export function ClientSessionsLayout() {
  const search = useState("");
  const told = useState<Told | null>(null);
  return (
    <SectionPage section="CLIENT_SESSIONS">
      <SharedContext value={{ search, told }}>
        <Outlet />
      </SharedContext>
    </SectionPage>
  );
}
