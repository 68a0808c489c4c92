// Opens pages in Chromium as readers have it, and prints what axe-core and the network say of them.
// Usage: node look.mjs FOLDER_OF_NODE_MODULES < [{url, width, scheme, javascript, picture}]
import { createRequire } from "node:module";
import { readFileSync } from "node:fs";

const require = createRequire(`${process.argv[2]}/`);
const { chromium } = require("playwright-core");
const axe = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");

const browser = await chromium.launch({
  executablePath: "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync"],
});
const found = [];
for (const wanted of JSON.parse(readFileSync(0, "utf8"))) {
  const context = await browser.newContext({
    viewport: { width: wanted.width, height: wanted.width < 600 ? 844 : 900 },
    colorScheme: wanted.scheme ?? "light",
    javaScriptEnabled: true,
    reducedMotion: "reduce",
  });
  const page = await context.newPage();
  const requests = [];
  page.on("request", (request) => requests.push(request.url()));
  await page.goto(wanted.url);
  if (wanted.media) await page.emulateMedia({ media: wanted.media });
  if (wanted.hover) await page.hover(wanted.hover);
  if (wanted.picture) await page.screenshot({ path: wanted.picture, fullPage: wanted.full ?? true });
  const lit = wanted.lit
    ? await page.$$eval(wanted.lit, (all) => all.map((each) => getComputedStyle(each).backgroundColor))
    : [];
  const wide = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
  const scripts = await page.$$eval("script", (all) => all.length);
  await page.evaluate(axe);
  const { violations } = await page.evaluate(() => axe.run(document, { resultTypes: ["violations"] }));
  found.push({
    ...wanted, requests, wide, scripts, lit,
    violations: violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(" ")}`),
  });
  await context.close();
}
await browser.close();
console.log(JSON.stringify(found));
