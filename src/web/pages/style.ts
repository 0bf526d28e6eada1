import { laneColours } from '../../app/pages/lane-colours.js';
import { textStyle } from './text-style.js';

/** The sign in a browser's tab: a quotation mark. */
export const icon = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="7" fill="#1d4f91"/><path fill="#fff" d="M6 20c0-6 3-9.5 8-11l1 2.2c-3 1.2-4.3 2.8-4.5 4.8H15V23H6zm11 0c0-6 3-9.5 8-11l1 2.2c-3 1.2-4.3 2.8-4.5 4.8H26V23h-9z"/></svg>`;

const base = `
:root { --sans: system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', sans-serif; --serif: Charter, 'Iowan Old Style', 'Noto Serif', Georgia, 'Times New Roman', serif; --round: 6px; --mark: #d3e2ff; }
@media screen and (prefers-color-scheme: dark) { :root { --mark: #25406b; } }
* { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; scroll-padding-top: 30vh; }
body { margin: 0; background: var(--ground); color: var(--ink); font: 1rem/1.55 var(--sans); overflow-wrap: anywhere; }
.top, main, footer { width: min(100% - 2.5rem, 44.5rem); margin: 0 auto; }
main { padding-bottom: 3rem; }
main:focus { outline: none; }
h1, h2 { line-height: 1.2; text-wrap: balance; font-weight: 600; }
h1 { font-size: clamp(1.6rem, 5vw, 2.15rem); margin: 2.25rem 0 .5rem; letter-spacing: -.012em; }
h2 { font-size: 1.05rem; margin: 2.25rem 0 .6rem; }
p { margin: 0 0 .75rem; }
a { color: var(--link); text-underline-offset: .18em; text-decoration-thickness: from-font; }
a:hover { text-decoration-thickness: 2px; }
:focus-visible { outline: 2px solid var(--ring); outline-offset: 3px; border-radius: 2px; }
.lead { color: var(--soft); font-size: 1.075rem; max-width: 38rem; }
.small { color: var(--soft); font-size: .875rem; }
.skip { position: absolute; left: -99rem; top: .5rem; background: var(--raised); border: 1px solid var(--line); border-radius: var(--round); padding: .5rem 1rem; z-index: 9; }
.skip:focus { left: .5rem; }
.told { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; user-select: none; }
summary { cursor: pointer; color: var(--link); width: fit-content; padding: .15rem 0; }

.top { display: flex; flex-wrap: wrap; align-items: baseline; gap: .25rem 1.75rem; padding-top: 1.1rem; padding-bottom: 1.1rem; }
.brand { margin: 0; font: 600 1.2rem/1 var(--serif); }
.brand a { color: var(--ink); text-decoration: none; }
.brand a::before { content: '“' / ''; color: var(--link); font-size: 1.5em; line-height: 0; vertical-align: -.22em; margin-right: .12em; }
nav ul { display: flex; flex-wrap: wrap; gap: .1rem 1.2rem; list-style: none; margin: 0; padding: 0; }
.top nav a { display: inline-block; padding: .3rem 0; color: var(--soft); text-decoration: none; border-bottom: 2px solid transparent; }
.top nav a:hover { color: var(--ink); border-color: var(--line); }
.top nav a[aria-current] { color: var(--ink); border-color: var(--link); }
footer { border-top: 1px solid var(--line); padding-top: 1.1rem; padding-bottom: 3rem; color: var(--soft); font-size: .875rem; }
footer p { max-width: 40rem; margin-bottom: .4rem; }
`;

const forms = `
label { font-size: .9rem; color: var(--soft); }
input, select, button, textarea { font: inherit; color: inherit; }
input:not([type=checkbox], [type=radio]), select { width: 100%; min-width: 0; padding: .6rem .75rem; background: var(--raised); border: 1px solid var(--edge); border-radius: var(--round); }
:root { --edge: #8d887d; }
@media screen and (prefers-color-scheme: dark) { :root { --edge: #737884; } }
::placeholder { color: var(--soft); opacity: 1; }
button, .button { display: inline-block; padding: .6rem 1.1rem; border: 1px solid var(--link); border-radius: var(--round); background: var(--link); color: var(--ground); font-weight: 600; text-decoration: none; cursor: pointer; white-space: nowrap; }
button:hover { filter: brightness(1.08); }
.button, button.second { background: none; color: var(--link); border-color: var(--edge); white-space: normal; }
button.plain { background: none; border: 0; padding: 0; color: var(--link); font-weight: 400; text-decoration: underline; text-underline-offset: .18em; }
.ask, .find { margin: 1.5rem 0 1rem; }
.line-of-question { display: flex; gap: .5rem; margin-top: .3rem; }
.ask .line-of-question input { font-size: 1.1rem; padding: .75rem .9rem; }
.ask details { margin-top: .5rem; font-size: .9rem; }
.options { display: grid; grid-template-columns: repeat(auto-fit, minmax(14rem, 1fr)); gap: 0 1rem; padding: .5rem 0; }
.login { display: grid; gap: .5rem; max-width: 24rem; justify-items: start; }
.examples ul { list-style: none; padding: 0; margin: 0; display: grid; gap: .5rem; }
.examples a { display: block; padding: .7rem .9rem; background: var(--raised); border: 1px solid var(--line); border-radius: var(--round); font: 1.05rem/1.4 var(--serif); text-decoration: none; }
.examples a:hover { border-color: var(--edge); }
.notice { border: 1px solid var(--line); border-left: 4px solid var(--link); border-radius: var(--round); background: var(--raised); padding: .7rem .9rem; margin: 1rem 0; }
.notice ul { margin: .5rem 0 0; padding-left: 1.2rem; }
`;

const answers = `
.question { font: 600 clamp(1.4rem, 4.5vw, 1.85rem)/1.25 var(--serif); margin: 2rem 0 1.5rem; }
.refusal { font-size: 1.1rem; border-left: 4px solid var(--edge); padding: .2rem 0 .2rem 1rem; }
section.lane { margin: 0 0 1.75rem; padding: .1rem 0 .1rem 1.1rem; border-left: 4px solid; text-decoration: none; background: none; }
section.lane.reported { border-left-style: solid; border-color: var(--reported); }
section.lane.attributed { border-left-style: dashed; border-color: var(--attributed); }
section.lane.opinion { border-left-style: double; border-left-width: 7px; border-color: var(--opinion); }
section.lane > h2 { margin: 0; font-size: 1rem; }
section.lane.reported > h2 { color: var(--reported); }
section.lane.attributed > h2 { color: var(--attributed); }
section.lane.opinion > h2 { color: var(--opinion); }
section.lane > .line { color: var(--soft); font-size: .9rem; margin: .1rem 0 .9rem; }
.quote + .quote { border-top: 1px solid var(--line); margin-top: 1.25rem; padding-top: 1.25rem; }
.above { color: var(--soft); font-size: .9rem; margin-bottom: .35rem; }
.quote blockquote { margin: 0 0 .6rem; font: 1.2rem/1.6 var(--serif); }
.quote blockquote p { margin: 0; white-space: pre-line; text-indent: -.42em; }
.quote blockquote.code p { white-space: pre-wrap; font: .95rem/1.5 ui-monospace, 'DejaVu Sans Mono', Menlo, Consolas, monospace; text-indent: 0; }
.quote blockquote strong { font-weight: 700; }
.goes-on { color: var(--soft); font-size: .85em; }
.citation { font-size: .9rem; color: var(--soft); margin-bottom: .35rem; }
.citation cite { font-style: normal; font-weight: 600; }
.notes { list-style: none; margin: 0 0 .35rem; padding: 0; font-size: .9rem; color: var(--soft); }
.folds { display: flex; flex-wrap: wrap; gap: 0 1.25rem; font-size: .9rem; }
.folds details[open] { flex-basis: 100%; }
.context { font: 1.02rem/1.65 var(--serif); margin: .4rem 0 .6rem; }
.context p { margin-bottom: .5rem; }
.context .heading { font-weight: 700; }
.ways { display: flex; flex-wrap: wrap; gap: .2rem 1.25rem; font-size: .9rem; }
.why { background: var(--raised); border: 1px solid var(--line); border-radius: var(--round); padding: .75rem .9rem .3rem; margin: .4rem 0 .6rem; font-size: .92rem; }
.why p { margin-bottom: .4rem; }
.why .of { font-family: var(--serif); }
.why .of:not(:first-child) { border-top: 1px solid var(--line); margin-top: .8rem; padding-top: .6rem; }
.reasons { list-style: none; margin: 0 0 .5rem; padding: 0; }
.reasons li { display: flex; flex-wrap: wrap; gap: 0 .6rem; padding: .22rem 0; border-top: 1px solid var(--line); }
.reasons .towards { color: var(--soft); }
.reasons .strength { color: var(--soft); margin-left: auto; }
.further { margin-top: 2.25rem; border-top: 1px solid var(--line); }
.further > h2 { margin-top: 1.25rem; }
`;

const narrowAndPrint = `
@media screen and (max-width: 34rem) {
  .top, main, footer { width: calc(100% - 2rem); }
  .quote blockquote { font-size: 1.12rem; }
  section.lane { padding-left: .85rem; }
}
@media (forced-colors: active) { mark, .bar rect { forced-color-adjust: none; } }
@media (prefers-reduced-motion: no-preference) { html { scroll-behavior: smooth; } }
@media print {
  :root { color-scheme: light; }
  .top nav, .skip, .ask, .find, .ways, .folds, .parts, footer form { display: none; }
  body { background: #fff; font-size: 10.5pt; }
  a { color: inherit; text-decoration: none; }
}
`;

/** The style of every page; nothing else is loaded. */
export const pageStyle = `${laneColours}${base}${forms}${answers}${textStyle}${narrowAndPrint}`;
