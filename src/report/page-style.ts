import { laneColours } from '../app/pages/lane-colours.js';
import { sentenceStyle } from './sentence-style.js';

const base = `
* { box-sizing: border-box; }
html { scroll-padding-top: 4.5rem; -webkit-text-size-adjust: 100%; }
body { margin: 0; background: var(--ground); color: var(--ink); font: 1rem/1.5 system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', sans-serif; overflow-wrap: anywhere; }
.top, main, footer { max-width: 60rem; margin: 0 auto; padding: 0 1.25rem; }
h1, h2, h3 { line-height: 1.2; text-wrap: balance; }
h1 { font-size: clamp(1.6rem, 5vw, 2.3rem); margin: 2.5rem 0 .3rem; letter-spacing: -.01em; }
h2 { font-size: 1.35rem; margin: 2.75rem 0 .75rem; }
a { color: var(--link); text-underline-offset: .15em; }
:focus-visible { outline: 2px solid var(--ring); outline-offset: 2px; border-radius: 2px; }
p { margin: 0 0 .75rem; }
.sum { color: var(--soft); }
.note { color: var(--soft); font-size: .9rem; max-width: 46rem; }
.skip { position: absolute; left: -99rem; background: var(--raised); padding: .5rem 1rem; z-index: 9; }
.skip:focus { left: .5rem; top: .5rem; }
summary { cursor: pointer; color: var(--link); }
footer { border-top: 1px solid var(--line); margin-top: 4rem; padding-top: 1rem; padding-bottom: 3rem; color: var(--soft); font-size: .9rem; }

.legend { display: grid; grid-template-columns: repeat(auto-fit, minmax(13rem, 1fr)); gap: .6rem 1.5rem; margin: 1.5rem 0 1rem; }
.legend dt { font-weight: 600; margin-bottom: .15rem; }
.legend dd { margin: 0; color: var(--soft); font-size: .9rem; }

.switches { position: sticky; top: 0; z-index: 3; display: flex; flex-wrap: wrap; justify-content: center; gap: .1rem 1.25rem; padding: .45rem 1rem; background: var(--ground); border-bottom: 1px solid var(--line); font-size: .9rem; }
.switches label { display: inline-flex; align-items: center; gap: .35rem; min-height: 1.75rem; cursor: pointer; }
.switches input { accent-color: var(--link); margin: 0; }
.switches .hint { color: var(--soft); align-self: center; }
`;

const tables = `
table { width: 100%; border-collapse: collapse; }
th, td { text-align: left; vertical-align: top; padding: .6rem .75rem .6rem 0; border-bottom: 1px solid var(--line); font-weight: 400; }
thead th { color: var(--soft); font-size: .85rem; padding-top: 0; }
tbody th { font-weight: 600; }
th:last-child, td:last-child { padding-right: 0; }
.number { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
.overview .lanes { width: 48%; min-width: 20rem; }
.overview .genre { white-space: nowrap; }
.overview .unit { display: none; }
.sources th, .sources td { padding-top: .35rem; padding-bottom: .35rem; }
.sources tbody th { font-weight: 400; width: 40%; }
.sources .count { width: 30%; vertical-align: middle; }
.tally { display: block; }
.tally span { display: block; height: .6rem; border-radius: 2px; }
details .sources thead { display: none; }

.bar { display: flex; height: .8rem; gap: 2px; border-radius: 3px; overflow: hidden; margin: .3rem 0 .35rem; background: var(--line); }
.bar span { min-width: 3px; }
.bar .reported, .swatch.reported { background: var(--reported); }
.bar .attributed, .swatch.attributed, .tally .attributed { background: repeating-linear-gradient(135deg, var(--attributed) 0 5px, var(--attributed-tint) 5px 8px); }
.bar .opinion, .swatch.opinion { background: radial-gradient(circle, var(--opinion-tint) 1.2px, transparent 1.5px) 0 0 / 6px 6px var(--opinion); }
.shares { display: flex; flex-wrap: wrap; gap: 0 1rem; font-size: .85rem; color: var(--soft); font-variant-numeric: tabular-nums; }
.share { white-space: nowrap; }
.share b { color: var(--ink); font-weight: 600; }
.swatch { display: inline-block; width: .7rem; height: .7rem; border-radius: 2px; margin-right: .35rem; vertical-align: -.02rem; }
.swatch.doubt { width: auto; height: auto; font-weight: 700; }
.shown-bar { max-width: 46rem; margin: 0 0 .75rem; }
.shown-bar .bar { height: 1.1rem; }
`;

const narrowAndPrint = `
@media screen and (max-width: 44rem) {
  .overview thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  .overview, .overview tbody { display: block; }
  .overview tr { display: grid; grid-template-columns: 1fr auto; gap: 0 1rem; padding: .8rem 0; border-bottom: 1px solid var(--line); }
  .overview th, .overview td { border: 0; padding: 0; }
  .overview th, .overview .lanes { grid-column: 1 / -1; width: auto; min-width: 0; }
  .overview .genre, .overview .number { color: var(--soft); font-size: .9rem; }
  .overview .unit { display: inline; }
  .sources .count { display: none; }
  .sources thead th[colspan] { width: 40%; }
  .sources th, .sources td { padding-right: .5rem; }
}
@media print {
  @page { margin: 18mm; }
  :root { color-scheme: light; }
  body { font-size: 10pt; background: #fff; }
  .overview .lanes { min-width: 0; width: 55%; }
  * { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  .switches, .skip, .jumps, .text .why, .note { display: none; }
  .top, main, footer { max-width: none; padding: 0; }
  h1 { margin-top: 0; }
  .document { break-before: page; border: 0; margin-top: 0; padding-top: 0; }
  h2, h3 { break-after: avoid; }
  tr, .legend div, .document > header { break-inside: avoid; }
  .block { orphans: 3; widows: 3; }
  a { color: inherit; text-decoration: none; }
}
`;

/** The style of the whole page, with nothing to be loaded. */
export const pageStyle = `${laneColours}${base}${tables}${sentenceStyle}${narrowAndPrint}`;
