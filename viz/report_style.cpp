// SPDX-License-Identifier: Apache-2.0
#include "viz/report_parts.hpp"

namespace viz::report {

// NOLINTNEXTLINE(readability-function-size): one text.
std::string_view style_sheet() {
  return R"css(
:root { color-scheme: light; --ink: #1c2b33; --muted: #50626c; --line: #b9c4ca; --accent: #0b5170;
  --bad: #a3182c; --good: #1f6b3a; --paper: #f4f7f8; }
* { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; }
body { margin: 0; color: var(--ink); background: #fff; line-height: 1.5;
  font-family: system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "DejaVu Sans", sans-serif; }
svg text { font-family: inherit; }
main, .bar { max-width: 1080px; margin: 0 auto; padding: 0 20px; }
main { display: none; padding-bottom: 48px; }
#choose-sv:checked ~ #sv, #choose-en:checked ~ #en { display: block; }
.choice { position: absolute; opacity: 0; width: 1px; height: 1px; }
.bar { display: flex; justify-content: space-between; align-items: center; gap: 12px;
  padding-top: 14px; padding-bottom: 6px; flex-wrap: wrap; }
.bar .brand { font-weight: 700; letter-spacing: .02em; color: var(--accent); }
.bar label { display: inline-block; border: 1px solid var(--accent); color: var(--accent);
  padding: 4px 12px; cursor: pointer; font-size: .9rem; }
.bar label:first-of-type { border-radius: 6px 0 0 6px; border-right: 0; }
.bar label:last-of-type { border-radius: 0 6px 6px 0; }
#choose-sv:checked ~ .bar label[for=choose-sv], #choose-en:checked ~ .bar label[for=choose-en] {
  background: var(--accent); color: #fff; }
#choose-sv:focus-visible ~ .bar label[for=choose-sv],
#choose-en:focus-visible ~ .bar label[for=choose-en], a:focus-visible, summary:focus-visible,
.scroll:focus-visible { outline: 3px solid #e08a2c; outline-offset: 2px; }
h1 { font-size: 1.9rem; line-height: 1.2; margin: 4px 0 10px; }
h2 { font-size: 1.3rem; line-height: 1.25; margin: 46px 0 8px; padding-top: 14px;
  border-top: 1px solid var(--line); }
h3 { font-size: 1.02rem; margin: 24px 0 6px; }
h4 { font-size: .92rem; margin: 0 0 2px; }
p { margin: 0 0 10px; max-width: 68ch; }
.meta, .note, figcaption { color: var(--muted); font-size: .88rem; }
.meta { margin: 0; max-width: none; }
.question { font-size: 1.05rem; color: var(--muted); margin: 0 0 6px; }
.answer { border-left: 5px solid var(--accent); padding: 4px 0 4px 18px; margin: 6px 0 20px; }
.answer p { font-size: 1.22rem; line-height: 1.45; margin: 0 0 6px; }
.answer p + p { font-size: 1.05rem; }
.violated { border: 2px solid var(--bad); border-radius: 6px; padding: 10px 16px; margin: 14px 0; }
.violated h2 { border: 0; margin: 0; padding: 0; color: var(--bad); font-size: 1.1rem; }
.cards { display: grid; gap: 12px; margin: 0 0 16px; padding: 0; list-style: none;
  grid-template-columns: repeat(auto-fit, minmax(190px, 1fr)); }
.cards li { background: var(--paper); border-radius: 6px; padding: 12px 14px; }
.cards .what { font-size: .88rem; color: var(--muted); display: block; line-height: 1.35; }
.cards .value { font-size: 1.55rem; font-weight: 700; display: block; margin: 2px 0; line-height: 1.2; }
.cards .sure { font-size: .85rem; display: block; }
.scroll { overflow-x: auto; margin: 6px 0 12px; }
table { border-collapse: collapse; font-size: .88rem; font-variant-numeric: tabular-nums; }
caption { text-align: left; color: var(--muted); padding: 2px 0 4px; caption-side: top; }
th, td { text-align: left; padding: 4px 12px 4px 0; border-bottom: 1px solid #e3e8eb;
  vertical-align: top; }
thead th { border-bottom: 2px solid var(--accent); vertical-align: bottom; line-height: 1.25; }
thead th.n { white-space: normal; max-width: 15ch; }
tbody th { font-weight: 600; min-width: 13ch; }
.n { text-align: right; white-space: nowrap; }
.heat td { text-align: center; padding: 6px 10px; border: 2px solid #fff; min-width: 104px; }
.heat th { padding: 6px 12px 6px 0; border-bottom: 0; }
.heat thead th { text-align: center; border-bottom: 0; padding: 6px 8px; }
.heat thead th:first-child { text-align: left; padding-left: 0; }
.heat b { font-size: 1.08rem; display: block; white-space: nowrap; }
.heat small { font-size: .8rem; white-space: nowrap; }
.key { display: flex; flex-wrap: wrap; gap: 4px 16px; margin: 4px 0 10px; padding: 0;
  list-style: none; font-size: .85rem; color: var(--ink); }
.key i { display: inline-block; width: 22px; height: 12px; margin-right: 6px; vertical-align: -1px;
  border: 1px solid rgba(28, 43, 51, .18); }
.key i.l { height: 0; border: 0; border-top: 2.5px solid; vertical-align: 3px; }
.key i.d { height: 0; border: 0; border-top: 2.5px dashed; vertical-align: 3px; }
.multiples { display: grid; gap: 22px 26px; margin: 8px 0;
  grid-template-columns: repeat(auto-fill, minmax(250px, 1fr)); align-items: start; }
.places h4 { min-height: 2.6em; display: flex; align-items: flex-end; line-height: 1.3; }
.places + details { margin-top: 12px; }
.multiples > div { min-width: 0; break-inside: avoid; }
.chart { display: block; width: 100%; height: auto; }
.wide { min-width: 620px; }
.network { width: auto; max-width: 100%; min-width: min(100%, 340px); margin: 0 auto; }
.scroll .network { max-width: none; margin: 0; }
@media (min-width: 760px) { .scroll .network { max-width: 100%; margin: 0 auto; } }
.alternative h3 { margin-top: 18px; } .alternative .answer { margin-bottom: 12px; }
.remarks p { margin-bottom: 4px; }
.difference { width: 170px; height: auto; vertical-align: middle; }
.bullet { width: 150px; height: 18px; vertical-align: middle; }
figure { margin: 0; }
details { margin: 4px 0 10px; }
summary { cursor: pointer; color: var(--accent); font-size: .88rem; padding: 2px 0; }
.ok { color: var(--good); font-weight: 600; }
.no { color: var(--bad); font-weight: 600; }
code, pre { font-family: ui-monospace, "DejaVu Sans Mono", Consolas, monospace; font-size: .85rem; }
pre { background: var(--paper); padding: 10px 12px; border-radius: 6px; white-space: pre-wrap;
  overflow-wrap: anywhere; }
.below { color: var(--muted); font-size: .78rem; font-weight: 400; overflow-wrap: anywhere; display: block; }
.assumptions td, .assumptions th { max-width: 34ch; overflow-wrap: break-word; }
.assumptions td:last-child { max-width: 44ch; }
footer { color: var(--muted); font-size: .85rem; border-top: 1px solid var(--line); margin-top: 40px;
  padding-top: 10px; }
@media (max-width: 560px) {
  h1 { font-size: 1.5rem; } .answer p { font-size: 1.08rem; } .answer p + p { font-size: 1rem; }
  .heat td { min-width: 78px; padding: 5px 6px; }
  .heat b { font-size: .95rem; } .heat small { font-size: .74rem; }
  .scroll th[scope=row] { position: sticky; left: 0; background: #fff; } main, .bar { padding-left: 14px; padding-right: 14px; }
}
@page { size: A4; margin: 15mm 14mm 17mm; @bottom-right { content: counter(page) " / " counter(pages); } }
@media print {
  body { font-size: 10pt; -webkit-print-color-adjust: exact; print-color-adjust: exact; }
  main, .bar { max-width: none; padding: 0; } .bar label { display: none; }
  h1 { font-size: 20pt; } h2 { font-size: 13.5pt; margin-top: 22pt; } h2, h3, h4 { break-after: avoid; }
  tr, figure, .cards li, .violated, .answer { break-inside: avoid; }
  .multiples { grid-template-columns: repeat(3, 1fr); gap: 12pt 14pt; }
  .cards { grid-template-columns: repeat(4, 1fr); } .cards .value { font-size: 15pt; }
  .heat { break-inside: avoid; } .key { break-before: avoid; } tbody th { min-width: 0; } section > p, section > ul { break-after: avoid; }
  .scroll { overflow: visible; } .wide { min-width: 0; } .scroll .network { max-width: 100%; }
  table { font-size: 8.5pt; } .dense { font-size: 7pt; } .dense th, .dense td { padding-right: 5pt; } thead { display: table-header-group; }
  details:not([open]), .details, .remarks { display: none; } .heat td { min-width: 60pt; }
  .comparison h1 { font-size: 14pt; } .comparison > p, .comparison footer, .comparison footer pre { font-size: 8pt; margin-bottom: 2pt; }
  .comparison > p { max-width: none; } .comparison footer pre { margin-top: 0; padding: 2pt 4pt; }
  .alternative h2 { font-size: 12pt; margin-top: 6pt; padding-top: 4pt; } .alternative h3 { font-size: 10pt; margin: 6pt 0 0; } .alternative .scroll { margin: 0 0 2pt; }
  .alternative p { max-width: none; } .alternative .answer p, .alternative .answer p + p { font-size: 9.5pt; margin-bottom: 2pt; } .alternative .answer { margin: 3pt 0 4pt; padding: 0 0 0 10pt; } .alternative td, .alternative th { padding-top: 1pt; padding-bottom: 1pt; }
  .alternative table { font-size: 7.5pt; } .alternative .below { display: inline; margin-left: 4pt; font-size: 6.5pt; }
  .alternative .n { white-space: normal; } .alternative p.note { font-size: 8pt; margin-bottom: 3pt; }
  .alternative + .alternative { break-before: page; } .alternative ~ footer { margin-top: 4pt; padding-top: 3pt; }
}
)css";
}

}  // namespace viz::report
