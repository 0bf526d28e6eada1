/** How documents, their marked sentences and the pop-overs with reasons look. */
export const sentenceStyle = `
.document { border-top: 3px double var(--line); margin-top: 3.5rem; padding-top: .25rem; }
.document > header { margin-bottom: 1.75rem; }
.document h2 { margin: 1.5rem 0 .35rem; font-size: 1.55rem; }
.facts, .url, .quoted, .jumps { font-size: .9rem; color: var(--soft); margin-bottom: .5rem; }
.facts span + span::before { content: '· ' / ''; }
.quoted .times { white-space: nowrap; }
.jumps a { display: inline-block; margin-right: 1.25rem; padding: .15rem 0; }

.text { font: 1.08rem/1.85 Charter, 'Iowan Old Style', 'Noto Serif', Georgia, 'Times New Roman', serif; max-width: 42rem; padding-left: 2.25rem; }
.text h3 { font: 600 1.05rem/1.3 system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', sans-serif; margin: 1.75rem 0 .6rem; }
.block { position: relative; margin: 0 0 1.1rem; }
.block::before { content: attr(data-paragraph) / ''; position: absolute; left: -2.25rem; width: 1.5rem; text-align: right; font: .75rem/2.65 system-ui, sans-serif; color: var(--soft); font-variant-numeric: tabular-nums; }
li.block { margin-bottom: .4rem; list-style: none; }
li.block::after { content: '•' / ''; position: absolute; left: -.1rem; top: 0; color: var(--soft); }
li.block { padding-left: 1.1rem; }
.text ul { margin: 0 0 1.1rem; padding: 0; }
.text blockquote { margin: 0 0 1.1rem; padding-left: 1rem; border-left: 3px solid var(--line); }
.text blockquote .block::before { left: -3.4rem; }
.notation { color: var(--soft); font: .72em/1 ui-monospace, 'DejaVu Sans Mono', Menlo, Consolas, monospace; }

.s { cursor: help; border-radius: 2px; }
.legend .s { cursor: auto; }
.s > .reported, .s > .attributed, .s > .opinion, .legend .reported, .legend .attributed, .legend .opinion, .switches .reported, .switches .attributed, .switches .opinion, .why b {
  text-decoration-line: underline; text-decoration-skip-ink: none; text-underline-offset: .28em; border-radius: 2px; padding: .06em 0; -webkit-box-decoration-break: clone; box-decoration-break: clone;
}
.reported { text-decoration: underline solid 1px var(--reported); background-color: var(--reported-tint); }
.attributed { text-decoration: underline dashed 2px var(--attributed); background-color: var(--attributed-tint); }
.opinion { text-decoration: underline wavy 1px var(--opinion); background-color: var(--opinion-tint); }
.bar span, .swatch, .reason, .tally span { text-decoration: none; background-color: transparent; }
.s.unclear::after { content: '?' / ' (label unclear)'; display: inline-block; margin-left: .2em; padding: 0 .32em; border: 1px dotted currentColor; border-radius: 999px; font: 700 .68rem/1.25 system-ui, sans-serif; color: var(--soft); vertical-align: .35em; text-decoration: none; }
.s.set::after { content: '✎' / ' (label set by a moderator)'; display: inline-block; margin-left: .2em; padding: 0 .32em; border: 1px solid currentColor; border-radius: 999px; font: 700 .68rem/1.25 system-ui, sans-serif; color: var(--soft); vertical-align: .35em; text-decoration: none; }
.text .s:hover, .text .s:focus { box-shadow: 0 0 0 2px var(--ground), 0 0 0 4px var(--ring); outline: none; -webkit-box-decoration-break: clone; box-decoration-break: clone; }

.why { display: none; }
.text .s:hover > .why, .text .s:focus > .why {
  display: block; position: absolute; z-index: 2; width: min(25rem, 100%); margin-top: .15rem; padding: .8rem .95rem .75rem; text-align: left; cursor: auto;
  background: var(--raised); color: var(--ink); border: 1px solid var(--line); border-radius: 8px; box-shadow: 0 6px 24px rgb(0 0 0 / .22);
  font: .88rem/1.45 system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', sans-serif;
}
.text .s:hover > .why { z-index: 4; animation: appear .35s step-end; }
.text .s:focus > .why { animation: none; }
@keyframes appear { from { visibility: hidden; } }
.quiet .text .s > .why, .pointing .text .s:focus:not(:hover) > .why { display: none; }
.why .verdict, .why .line, .why .inner, .why .more { display: block; }
.why .verdict { font-size: 1rem; }
.why b { font-weight: 600; padding-inline: .15em; }
.why .step, .why .line, .why .more { color: var(--soft); }
.why .step::before { content: '· ' / ''; }
.why .line { margin-bottom: .5rem; }
.why .inner { margin-bottom: .5rem; }
.reason { display: grid; grid-template-columns: minmax(0, 1fr) 5.4rem 4.5rem 2.2rem; gap: .5rem; align-items: center; padding: .12rem 0; border-top: 1px solid var(--line); }
.reason .towards { color: var(--soft); white-space: nowrap; }
.reason .weight { display: block; height: .5rem; background: var(--line); border-radius: 2px; overflow: hidden; }
.reason .weight span { display: block; height: 100%; }
.reason.reported .weight span { background: var(--reported); }
.reason.attributed .weight span { background: var(--attributed); }
.reason.opinion .weight span { background: var(--opinion); }
.reason .number { font-size: .82rem; }
.why .more { border-top: 1px solid var(--line); padding-top: .3rem; font-size: .82rem; }

body:has(#show-reported:not(:checked)) .text .s > .reported,
body:has(#show-attributed:not(:checked)) .text .s > .attributed,
body:has(#show-opinion:not(:checked)) .text .s > .opinion { background: none; text-decoration: none; }

@media screen and (max-width: 44rem) {
  .text { padding-left: 0; }
  .block::before { display: none; }
  .reason { grid-template-columns: minmax(0, 1fr) 5.2rem 2.6rem 2rem; gap: .4rem; }
}
@media (forced-colors: active) {
  .bar span, .swatch, .tally span, .weight span { forced-color-adjust: none; }
}
@media (prefers-reduced-motion: reduce) { * { animation: none !important; } }
`;
//# sourceMappingURL=sentence-style.js.map