import { useState } from "react";
import type { AskedFragment, WhatAnAppAsksForQuery } from "../../gen/types";
import { t } from "../../text";
import { useTitle } from "../shell/useTitle";
import { ConsentForm } from "./ConsentForm";
import { FaultPage } from "./FaultPage";
import { NoAccountLetsIn } from "./NoAccountLetsIn";
import { SentBack } from "./SentBack";
import { WrongLink } from "./WrongLink";
import { sendBack } from "./sendBack";

export type App = NonNullable<AskedFragment["app"]>;
export type AskedViewer = NonNullable<WhatAnAppAsksForQuery["viewer"]>;

interface Props {
  query: string;
  viewer: AskedViewer;
  asked: AskedFragment;
}

// What an app asks for, until the person has answered. Nothing is sent to it before.
export function AskedPage({ query, viewer, asked: { app, fault, declineTo, accounts } }: Props) {
  const [sentTo, setSentTo] = useState<string>();
  useTitle(app ? t("Let {app} in", { app: app.name }) : t("This link is not right"));
  const answer = (to: string) => {
    setSentTo(to);
    sendBack(to);
  };
  const decline = () => declineTo && answer(declineTo);
  if (!app) return <WrongLink fault={fault} />;
  if (sentTo) return <SentBack app={app} to={sentTo} />;
  if (fault) return <FaultPage app={app} fault={fault} onBack={decline} />;
  if (accounts.length === 0) return <NoAccountLetsIn app={app} clientId={new URLSearchParams(query).get("client_id") ?? ""} viewer={viewer} onDecline={decline} />;
  return <ConsentForm query={query} app={app} username={viewer.username} accounts={accounts} onAnswer={answer} onDecline={decline} />;
}
