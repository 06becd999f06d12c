import { axe, axeInTheDark } from "./harness/axe";
import { expectNoJump, noSidewaysScroll } from "./harness/layout";
import { test } from "./harness/test";
import { lookAtEveryPage } from "./steps/lookAtEveryPage";

test("29, 30: every page on a phone: no barrier, fits, does not jump", ({ stage }) => lookAtEveryPage(stage, true));

test("29: signing in and up has no barrier, in light and dark, and fits", async ({ stage }) => {
  for (const path of ["/sign-in", "/sign-up"]) {
    for (const phone of [false, true]) {
      const page = await stage.open(path, { phone });
      await axe(page);
      await expectNoJump(page, path);
      if (!phone) {
        await axeInTheDark(page);
        continue;
      }
      await noSidewaysScroll(page);
      await noSidewaysScroll(page, 320);
    }
  }
});
