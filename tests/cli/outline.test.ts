import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { DocumentOutline } from '#verbatim/app/indexing/outline-document.js';
import { runCli } from '../helpers/run-cli.js';
import { temporaryFolder } from '../helpers/temporary-folder.js';

const folder = temporaryFolder();

function write(name: string, content: string | Buffer): string {
  const file = path.join(folder, name);
  writeFileSync(file, content);
  return file;
}

describe('the outline of a file', () => {
  const text = '# Market\n\n## Hours (2024-05-01)\n\n**When does it open?**\n\nAt seven.\n\nANNA: I am here.\n';

  it('has each sentence with its unit, section and date as JSON', async () => {
    const { code, stdout } = await runCli(['outline', write('market.md', text), '--json']);
    expect(code).toBe(0);
    const { title, sentences } = JSON.parse(stdout) as DocumentOutline;
    expect(title).toBe('Market');
    for (const { start, end, exact } of sentences) expect(text.slice(start, end)).toBe(exact);
    expect(sentences.find(({ exact }) => exact === 'At seven.')).toMatchObject({
      isContext: false,
      unit: { kind: 'answer' },
      section: ['Hours (2024-05-01)'],
      date: '2024-05-01',
    });
    expect(sentences.find(({ exact }) => exact === 'I am here.')).toMatchObject({
      speaker: 'ANNA',
      unit: { kind: 'turn' },
    });
  });

  it('is printed for people, with what is only shown above quotes marked', async () => {
    const { stdout } = await runCli(['outline', write('market.md', text)]);
    expect(stdout).toContain('↓ **When does it open?**');
    expect(stdout).toContain('ANNA: · 2024-05-01 · turn');
  });

  it('is read from other encodings with a notice, and refused in one line for what is no text', async () => {
    const latin = await runCli(['outline', write('latin.txt', Buffer.from('The café opened.', 'latin1'))]);
    expect(latin.stdout).toContain('The café opened.');
    expect(latin.stderr).toContain('latin.txt: read as Windows-1252');
    const binary = await runCli(['outline', write('binary.txt', Buffer.from('a\0b'))]);
    expect(binary.code).not.toBe(0);
    expect(binary.stderr.trim().split('\n')).toEqual([expect.stringContaining('a binary file, not text')]);
  });
});
