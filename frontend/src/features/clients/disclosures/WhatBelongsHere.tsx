import { t } from "../../../text";

export function WhatBelongsHere() {
  return (
    <>
      <p>{t("Record here what went to somebody outside, such as a report that the law asks for, an answer to a court or an authority, or data for research.")}</p>
      <p className="mt-1">{t("Not here: what goes to the client, to others who treat the client, or to the insurance for payment. An export or a print by yourselves is part of running the practice, and stands in the activity log.")}</p>
    </>
  );
}
