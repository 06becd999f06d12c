import type { Page } from "playwright-core";

// Brings forward that the proof of a sign-in has grown old: what is asked first is refused as the server does it then.
export async function oldProof(page: Page, operation: string): Promise<void> {
  let isOld = true;
  const field = operation.charAt(0).toLowerCase() + operation.slice(1);
  await page.context().route("**/graphql", async (route) => {
    if (route.request().postDataJSON()?.operationName !== operation || !isOld) return route.fallback();
    isOld = false;
    const errors = [{ message: "Prove first that it is still you.", path: [field], extensions: { code: "FORBIDDEN", proveAgain: true } }];
    return route.fulfill({ json: { data: { [field]: null }, errors } });
  });
}
