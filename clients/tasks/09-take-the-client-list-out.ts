import { asToken, url } from "./ask";

const response = await fetch(url(`/api/export/${process.env["ACCOUNT"]}/clients.csv`), { method: "POST", headers: asToken() });
if (!response.ok || !response.body) throw new Error(await response.text());
for await (const piece of response.body.pipeThrough(new TextDecoderStream())) console.log(piece);
