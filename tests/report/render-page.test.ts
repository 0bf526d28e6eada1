import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { showControls } from '#verbatim/core/text/show-controls.js';
import { escapeText } from '#verbatim/report/escape-html.js';
import { renderPage } from '#verbatim/report/render-page.js';
import { reportOf } from './report-of.js';
import type { ReportDocument } from '#verbatim/app/pages/report-document.js';

const hostile = [
  '---',
  'title: "<script>alert(1)</script> & \'quotes\'"',
  'author: "\\"><img src=x onerror=alert(2)>"',
  'url: "https://example.org/?a=%22%3E&b=<i>"',
  '---',
  '',
  '# Heading with **bold** & <b>tags</b>',
  '',
  'The "mayor" said <script>alert(3)</script> & 🙂 it\'s é done. 👩‍👩‍👧 agree &amp; so on.',
  '',
  '- An *item* with a [link](https://example.org/?a=1&b="2").',
  '- Another <!-- comment --> one.',
  '',
  '> Quoted by “Dee <Okafor>”, she said.',
  '> It goes on here.',
].join('\n');

/** What a reader sees of the blocks of a page's documents: tags taken away, pop-overs left out, entities undone. */
function readBlocks(page: string): string[] {
  const open = /<(p|li|h3)(?: class="block")? dir="auto"[^>]*>(.*?)<\/\1>/gs;
  return [...page.matchAll(open)].map(([, , content = '']) =>
    dropPopOvers(content)
      .replace(/<[^>]*>/g, '')
      .replace(/&#13;/g, '\r')
      .replace(/&lt;/g, '<')
      .replace(/&gt;/g, '>')
      .replace(/&quot;/g, '"')
      .replace(/&#39;/g, "'")
      .replace(/&amp;/g, '&'),
  );
}

/** Pop-overs hold nested elements, all of them spans and inline ones: their tags are counted. */
function dropPopOvers(content: string): string {
  let kept = '';
  let depth = 0;
  for (const [piece] of content.matchAll(/<[^>]*>|[^<]+/g)) {
    if (depth === 0 && !piece.startsWith('<span class="why"')) kept += piece;
    else if (piece.startsWith('<span')) depth += 1;
    else if (piece === '</span>') depth -= 1;
  }
  return kept;
}

function blocksOf({ document }: ReportDocument): string[] {
  return document.blocks.map(({ start, end }) => showControls(document.text.slice(start, end)));
}

describe('the page', () => {
  it('holds every character of each paragraph once and in order', () => {
    const report = reportOf(hostile);
    expect(readBlocks(renderPage([report]))).toEqual(blocksOf(report));
  });

  it('does so for the sample corpus', () => {
    const folder = new URL('../../corpus/', import.meta.url);
    const files = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isFile());
    for (const { name } of files) {
      const report = reportOf(readFileSync(new URL(name, folder), 'utf8'), name);
      const { text, blocks, metadata } = report.document;
      const first = blocks[0];
      const repeatsTitle = first?.kind === 'heading' && text.slice(first.start, first.end) === metadata.title;
      expect(readBlocks(renderPage([report])), name).toEqual(blocksOf(report).slice(repeatsTitle ? 1 : 0));
    }
  });

  it('does so for any text', () => {
    const word = fc.constantFrom(
      'said',
      'I',
      'must',
      '"',
      '“',
      '”',
      '**',
      '<b>',
      '&',
      '.',
      '🙂',
      '\u0301',
      '\u0007',
      '\r\n',
      '\n\n',
      'Ada',
      '5',
      '> ',
      '- ',
    );
    fc.assert(
      fc.property(fc.array(word, { maxLength: 40 }), (words) => {
        const report = reportOf(`Opening words.\n\n${words.join(' ')}`);
        expect(readBlocks(renderPage([report]))).toEqual(blocksOf(report));
      }),
      { numRuns: 150 },
    );
  });

  it('lets no tag or attribute of a text through', () => {
    const page = renderPage([reportOf(hostile)]);
    expect(page.match(/<script/g)).toHaveLength(1);
    expect(page).not.toMatch(/<img|<b>tags|b=<i>|<!-- comment/);
    expect(page).toContain('&lt;script&gt;alert(1)&lt;/script&gt; &amp; &#39;quotes&#39;');
    expect(page).toContain('&quot;&gt;&lt;img src=x onerror=alert(2)&gt;');
  });

  it('loads nothing from anywhere', () => {
    const page = renderPage([reportOf(hostile)]);
    expect(page).not.toMatch(/\s(?:src|srcset|poster|action|data)=["']/);
    expect(page).not.toMatch(/@import|url\(/);
    expect([...page.matchAll(/<link[^>]*href="([^"]*)"/g)].map(([, href]) => href)).toEqual(['data:,']);
  });

  it('marks each lane, explains it, and gives reasons, source and step of a sentence', () => {
    const page = renderPage([
      reportOf('The mayor said that it was closed. Frankly, it is a disgraceful ruin. It has 40 rooms.'),
    ]);
    for (const lane of ['reported', 'attributed', 'opinion']) expect(page).toContain(`<span class="${lane}">`);
    expect(page).toContain('Stated as fact by the author; not verified.');
    expect(page).toContain('What NAME says.');
    expect(page).toContain('The author’s own view, not reported fact.');
    expect(page).toContain('Claimed by the mayor</b> <span class="step">clear');
    expect(page).toContain('What the mayor says.');
    expect(page).toMatch(/<span class="cue">“said”<\/span> <span class="towards">→ claimed<\/span>/);
  });

  it('is the same for the same documents', () => {
    expect(renderPage([reportOf(hostile)])).toBe(renderPage([reportOf(hostile)]));
  });

  it('says so when there is no text', () => {
    expect(renderPage([])).toContain('There is no text in the corpus folder.');
  });
});

describe('escaping', () => {
  it('shows control characters as pictures, as many as there were', () => {
    expect(escapeText('a\u0000b\u009b<\r\n')).toBe('a\u2400b\u2421&lt;&#13;\n');
    expect(showControls('\u0007\u001b[31m')).toHaveLength(6);
  });
});
