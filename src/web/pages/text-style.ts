/** How marked texts, their shares and the tables of several pages look. */
export const textStyle = `
.reported, .attributed, .opinion { text-decoration-skip-ink: none; text-underline-offset: .28em; }
span.reported, b.reported { text-decoration: underline solid 1px var(--reported); }
span.attributed, b.attributed { text-decoration: underline dashed 2px var(--attributed); }
span.opinion, b.opinion { text-decoration: underline wavy 1px var(--opinion); }
b.reported, b.attributed, b.opinion { text-underline-offset: .28em; }
.text .attributed { background: var(--attributed-tint); }
.text .opinion { background: var(--opinion-tint); }
.text .attributed, .text .opinion { border-radius: 2px; -webkit-box-decoration-break: clone; box-decoration-break: clone; }
mark { background: var(--mark); color: inherit; border-radius: 2px; padding: .08em 0; box-shadow: 0 0 0 2px var(--mark); -webkit-box-decoration-break: clone; box-decoration-break: clone; }
.s:target { outline: 2px solid var(--ring); outline-offset: 3px; border-radius: 2px; }
.flag { display: inline-block; margin-left: .2em; padding: 0 .32em; border: 1px dotted currentColor; border-radius: 999px; font: 700 .68rem/1.25 var(--sans); color: var(--soft); vertical-align: .35em; cursor: help; }
.notation { color: var(--soft); font: .72em/1 ui-monospace, 'DejaVu Sans Mono', Menlo, Consolas, monospace; }

.about-text { border-bottom: 1px solid var(--line); margin-bottom: 1.75rem; padding-bottom: 1rem; }
.about-text h1 { font-family: var(--serif); }
.facts { font-size: .9rem; color: var(--soft); margin-bottom: .5rem; }
.facts span + span::before { content: '· ' / ''; }
.legend { display: flex; flex-wrap: wrap; gap: .2rem 1.2rem; list-style: none; margin: .75rem 0 0; padding: 0; font-size: .9rem; color: var(--soft); }
.legend span { color: var(--ink); }
.shares { max-width: 34rem; margin: .6rem 0; }
.bar { display: block; width: 100%; height: .7rem; border-bottom: 1px solid var(--line); }
.bar .reported { fill: var(--reported); }
.bar .attributed { fill: var(--attributed); }
.bar .opinion { fill: var(--opinion); }
.shares ul { display: flex; flex-wrap: wrap; gap: 0 1rem; list-style: none; margin: .3rem 0 0; padding: 0; font-size: .85rem; color: var(--soft); font-variant-numeric: tabular-nums; }
.shares li { white-space: nowrap; text-decoration: none; }
.shares b { color: var(--ink); font-weight: 600; }
.swatch { display: inline-block; width: .65rem; margin-right: .35rem; border-radius: 1px; vertical-align: baseline; }
.reported > .swatch { height: .65rem; background: var(--reported); }
.attributed > .swatch { height: .44rem; background: var(--attributed); }
.opinion > .swatch { height: .22rem; background: var(--opinion); }
.quote-box { border: 1px solid var(--line); border-radius: var(--round); background: var(--raised); padding: .7rem .9rem; margin: 0 0 1.5rem; }
.quote-box p { margin-bottom: .35rem; }
.quote-box .why { border: 0; padding: 0; }
.parts { display: flex; flex-wrap: wrap; justify-content: space-between; gap: .25rem 1rem; margin: 1rem 0; font-size: .9rem; color: var(--soft); }

.text { font: 1.1rem/1.8 var(--serif); padding-left: 2.4rem; }
.text h2 { font: 600 1.12rem/1.3 var(--sans); margin: 2rem 0 .6rem; }
.text .block { position: relative; margin: 0 0 1.1rem; }
.text .number { position: absolute; left: -2.6rem; min-width: 1.9rem; text-align: right; padding: 0 .2rem; font: .78rem/2.55 var(--sans); color: var(--soft); font-variant-numeric: tabular-nums; text-decoration: none; }
.text .number:hover { color: var(--link); text-decoration: underline; }
.text ul { margin: 0 0 1.1rem; padding: 0; list-style: none; }
.text li.block { margin-bottom: .45rem; padding-left: 1.1rem; }
.text li.block::before { content: '•' / ''; position: absolute; left: .1rem; color: var(--soft); }
.text blockquote { margin: 0 0 1.1rem; padding-left: 1rem; border-left: 3px solid var(--line); }
.text blockquote .number { left: -3.7rem; }
.text pre.block, .text .table-row, .text .table-head { white-space: pre-wrap; font: .9rem/1.6 ui-monospace, 'DejaVu Sans Mono', Menlo, Consolas, monospace; }
.text .table-row, .text .table-head { margin-bottom: .1rem; }
.text .table-head { font-weight: 700; }

.periods { margin: 0 0 1.25rem; font-size: .95rem; }
.periods a[aria-current] { color: var(--ink); font-weight: 600; text-decoration: none; }
.cases { list-style: none; margin: 0; padding: 0; border-top: 1px solid var(--line); }
.cases > li { display: grid; grid-template-columns: 1.6rem minmax(0, 1fr); gap: .35rem; padding: 1rem 0; border-bottom: 1px solid var(--line); }
.cases > li > input { width: 1.15rem; height: 1.15rem; margin: .3rem 0 0; accent-color: var(--link); }
.cases > li > div > label { display: block; color: var(--ink); font: 1.1rem/1.5 var(--serif); margin-bottom: .3rem; white-space: pre-line; }
.cases p { margin: 0 0 .3rem; font-size: .9rem; color: var(--soft); }
.cases fieldset { border: 1px solid var(--line); border-radius: var(--round); margin: .5rem 0; padding: .4rem .9rem .5rem; }
.cases legend { font-size: .85rem; color: var(--soft); padding: 0 .3rem; }
.cases fieldset label { color: var(--ink); font-size: .95rem; }
.cases fieldset input { accent-color: var(--link); }
.cases .note { border-left: 3px solid var(--line); padding-left: .7rem; margin: .2rem 0 .4rem 1.6rem; white-space: pre-line; }
.actions { display: flex; flex-wrap: wrap; gap: .6rem; margin: 1.25rem 0; }

.scrolls { overflow-x: auto; }
table { width: 100%; border-collapse: collapse; font-size: .95rem; }
th, td { text-align: left; vertical-align: top; padding: .75rem .9rem .75rem 0; border-bottom: 1px solid var(--line); font-weight: 400; }
thead th { color: var(--soft); font-size: .85rem; padding-top: 0; white-space: nowrap; }
.figure { text-align: right; font-variant-numeric: tabular-nums; }
.library tbody th a { font-weight: 600; }
.library .by, .library .doubt { display: block; color: var(--soft); font-size: .85rem; }
.library td { white-space: nowrap; }
.library td:last-child { width: 34%; min-width: 13rem; white-space: normal; padding-right: 0; }
.library .shares { margin: .3rem 0 0; }
.library .shares ul { gap: 0 .7rem; font-size: .8rem; }

@media screen and (max-width: 44rem) {
  .text { padding-left: 0; }
  .text .number { position: static; min-width: 0; margin-right: .5rem; padding: 0 .1rem; line-height: 1; }
  .text li.block { padding-left: 0; }
  .text li.block::before { display: none; }
  .library thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  .library, .library tbody, .library tr, .library th, .library td { display: block; border: 0; padding: 0; }
  .library tr { padding: .9rem 0; border-bottom: 1px solid var(--line); }
  .library td { display: inline-block; color: var(--soft); font-size: .85rem; margin-right: .8rem; }
  .library td.none { display: none; }
  .library td.figure::after { content: ' words'; }
  html { scroll-padding-bottom: 8rem; }
  .actions { position: sticky; bottom: 0; z-index: 1; margin-bottom: 0; padding: .6rem 0; background: var(--ground); border-top: 1px solid var(--line); }
  .library td:last-child { display: block; width: auto; margin: 0; }
}
`;
