import type { AccessLevel, Section } from "../../frontend/src/gen/types";
import type { Person } from "../harness/person";
import type { Stage } from "../harness/stage";

const links = "query($account: ID!) { account(id: $account) { usernames { id username version } } }";
const set = `mutation($account: ID!, $link: ID!, $version: Int!, $section: Section!, $level: AccessLevel!) {
  setPrivileges(account: $account, input: [{ link: $link, version: $version, levels: [{ section: $section, level: $level }] }]) { links { id } }
}`;

interface Links {
  account: { usernames: { id: string; username: string; version: number }[] };
}

// The owner sets the level of a username for one section of the owner's account.
export async function setLevel(stage: Stage, owner: Person, username: string, section: Section, level: AccessLevel): Promise<void> {
  const account = owner.account.id;
  const found = await stage.query<Links>(owner, links, { account });
  const link = found.account.usernames.find((one) => one.username === username);
  await stage.query(owner, set, { account, link: link?.id, version: link?.version, section, level });
}
