// Weighs what a browser reads before a page works: the scripts that the exported HTML names,
// gzipped. Fails when a route is over the budget, so that weight is added knowingly.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";

const budgetKb = 220;
const out = new URL("../out", import.meta.url).pathname;

const pages = readdirSync(out, { recursive: true })
  .map(String)
  .filter((file) => file.endsWith(".html"))
  .sort();
if (pages.length === 0) throw new Error("there is no export to weigh: run `npm run build` first");

const weights = new Map();
function weigh(script) {
  if (!weights.has(script))
    weights.set(script, gzipSync(readFileSync(join(out, script)), { level: 9 }).length);
  return weights.get(script);
}

let over = false;
for (const page of pages) {
  const html = readFileSync(join(out, page), "utf8");
  const tags = [...html.matchAll(/<script\b[^>]*>/g)].map(([tag]) => tag);
  // Browsers that know modules skip the polyfills for those that don't.
  const scripts = tags
    .filter((tag) => !/\bnomodule\b/i.test(tag))
    .flatMap((tag) => /\bsrc="\/([^"?]+)/.exec(tag)?.[1] ?? []);
  const kb = [...new Set(scripts)].reduce((sum, script) => sum + weigh(script), 0) / 1000;
  if (kb > budgetKb) over = true;
  console.log(`${kb.toFixed(1).padStart(7)} kB  ${kb > budgetKb ? "over" : "    "}  ${page}`);
}
console.log(`the budget is ${budgetKb} kB gzipped a route`);
process.exitCode = over ? 1 : 0;
