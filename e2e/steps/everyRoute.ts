import { readdirSync } from "node:fs";
import { join } from "node:path";
import type { AddClientMutation } from "../../frontend/src/gen/types";
import type { Person } from "../harness/person";
import type { Stage } from "../harness/stage";
import { addSession } from "./clientSessions";
import { addBilling, addDiagnosis, addPayer } from "./copyCodes";
import { writeNote } from "./notes";

const folder = join(import.meta.dirname, "../../frontend/src/routes");
const names = readdirSync(folder).map((file) => file.replace(/\.tsx$/, ""));

// The pages of an account, from the routes themselves: a new one is among them by itself. What only
// frames others has an index of its own.
export const routes = names
  .filter((name) => name.startsWith("p.$account.") && !names.includes(`${name}.index`))
  .map((name) => name.replace(/^p\.\$account/, "").replaceAll(".", "/").replace(/\/index$/, ""));

export const pathOf = (route: string, { client, session, note }: Ids) =>
  route.replace("$client", client).replace("$session", session).replace("$note", note);

export interface Ids {
  client: string;
  session: string;
  note: string;
}

// A master username with a little of everything to look at.
export async function busy(stage: Stage): Promise<{ master: Person; ids: Ids }> {
  const [anna, ben] = await Promise.all([stage.provider("anna"), stage.provider("ben")]);
  const master = await stage.member(anna, "master");
  await stage.join(master, ben);
  await addDiagnosis(anna, "F41.1", "Generalized anxiety disorder");
  await addBilling(anna, "90834", "Session of 45 minutes", 13_500);
  await addPayer(anna, "Maple Hollow Mutual Health", "LX101");
  const input = { firstName: "Wilhelmina", lastName: "Featherstonehaugh-Cholmondeley", email: "w@example.com" };
  const { addClient } = await anna.api<AddClientMutation>("AddClient", { account: anna.account.id, input });
  const client = addClient?.client?.id ?? "";
  const { id: note } = await writeNote(anna, client, { body: "Slept well." });
  return { master, ids: { client, session: await addSession(anna, client), note } };
}
