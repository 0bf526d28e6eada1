import { describe, expect, it } from 'vitest';
import { tellEnding } from '#verbatim/core/formats/tell-ending.js';

const zip = 'PK\u0003\u0004';

/** What a file is, by its type, its name and what it begins with. */
function tell(type: string | null, name: string, start: string): string | null {
  return tellEnding({ type, name, head: Buffer.from(start, 'latin1') });
}

describe('what a foreign file is', () => {
  it.each([
    ['text/html; charset=utf-8', 'page', '<p>Words', 'html'],
    ['application/xhtml+xml', '', '<?xml version="1.0"?><html xmlns="x">', 'html'],
    [null, 'page', '<!DOCTYPE html><html>', 'html'],
    ['text/plain', 'README.md', '# Rules', 'md'],
    ['text/plain', 'notes', 'Words', 'txt'],
    ['text/markdown', 'x', 'Words', 'md'],
    [null, 'talk.markdown', 'Words', 'md'],
    [null, '', 'Words', 'txt'],
    ['application/pdf', 'a', '%PDF-1.7', 'pdf'],
    ['application/octet-stream', 'a.txt', '%PDF-1.7', 'pdf'],
    ['application/octet-stream', 'a.txt', 'Words', 'txt'],
    ['application/rss+xml', 'feed', '<?xml version="1.0"?><rss version="2.0">', 'xml'],
    ['text/html', 'feed', '<?xml version="1.0"?><feed xmlns="x">', 'xml'],
    ['text/xml', 'page', '<?xml version="1.0"?><html>', 'html'],
    ['text/vtt', 'a', 'WEBVTT\n', 'vtt'],
    ['text/plain', 'a', 'WEBVTT\n', 'vtt'],
    ['text/plain', 'a.srt', '1\n00:00:01,000', 'srt'],
    ['application/json', 'export', '{"guild":{}}', 'json'],
    ['application/zip', 'book.epub', `${zip}....mimetypeapplication/epub+zip`, 'epub'],
    ['application/octet-stream', 'x', `${zip}....mimetypeapplication/vnd.oasis.opendocument.text`, 'odt'],
    ['application/octet-stream', 'x', `${zip}....[Content_Types].xml....word/document.xml`, 'docx'],
    ['application/zip', 'letter.docx', `${zip}....docProps/app.xml`, 'docx'],
    ['text/plain', 'wide.txt', '\u00ff\u00feW\0o\0', 'txt'],
  ])('is told by %s, %s and %j: %s', (type, name, start, ending) => {
    expect(tell(type, name, start)).toBe(ending);
  });

  it.each([
    ['application/pdf', 'a.pdf', '<html>Not found'],
    ['application/pdf', 'a.pdf', 'Words'],
    ['application/epub+zip', 'a.epub', 'Words'],
    ['application/zip', 'all.zip', `${zip}....photo.jpg`],
    ['image/png', 'a.png', '\u0089PNG\0'],
    ['image/svg+xml', 'a.svg', '<svg>'],
    ['application/octet-stream', 'a.txt', 'MZ\0\0'],
    ['application/octet-stream', 'setup', 'Words'],
    ['text/javascript; charset=utf-8', 'app', 'let a = 1;'],
    ['text/css', 'style', 'p { margin: 0 }'],
    ['text/plain', 'app.mjs', 'let a = 1;'],
    ['application/xml', 'sitemap.xml', '<?xml version="1.0"?><urlset>'],
  ])('is none that is read: %s, %s and %j', (type, name, start) => {
    expect(tell(type, name, start)).toBe(null);
  });

  it('is told at once, whatever it begins with', () => {
    const started = performance.now();
    expect(tell('text/plain', 'a', '<!---->'.repeat(580))).toBe('txt');
    expect(tell('text/plain', 'a', '<?xml '.repeat(680))).toBe('txt');
    expect(performance.now() - started).toBeLessThan(1_000);
  });
});
