import { test } from "./harness/test";
import { lookAtEveryPage } from "./steps/lookAtEveryPage";

test("29, 30: every page on a laptop: no barrier in light and dark, fits, does not jump", ({ stage }) => lookAtEveryPage(stage, false));
