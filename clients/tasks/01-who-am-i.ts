import { ask } from "./ask";
import { Me } from "./gen/operations";

const { viewer } = await ask(Me, {});
for (const { id, providerName } of viewer?.accounts ?? []) console.log(id, providerName);
