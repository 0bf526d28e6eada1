import { existsSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { answerLine } from '../helpers/answer-line.js';
import { sampleFiles } from '../helpers/sample-texts.js';
import { temporaryFolder } from '../helpers/temporary-folder.js';
import { Workspace } from '../helpers/workspace.js';

const folder = temporaryFolder();
const workspace = new Workspace(folder, sampleFiles);

beforeAll(async () => {
  expect((await workspace.run(['index'])).code).toBe(0);
});

function batchFile(name: string, content: string): string {
  const file = path.join(folder, name);
  writeFileSync(file, content);
  return file;
}

describe('a batch', () => {
  it('is answered line by line, in order, refusals and odd questions included', async () => {
    const questions = [
      { id: 'z', question: 'When was the mill of Arn built?' },
      { id: 7, question: 'Who won the chess tournament in Reykjavik?' },
      { id: 'z', question: '' },
      { id: 'ä"', question: '🦔', more: true },
      { id: 'last', question: 'How long does the crossing take?' },
    ];
    const text = `\ufeff${questions.map((line) => JSON.stringify(line)).join('\r\n\r\n')}`;
    const { code, stdout, stderr } = await workspace.run(['ask', '--batch', batchFile('good.jsonl', text)]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    const lines = stdout
      .trimEnd()
      .split('\n')
      .map((line) => answerLine.parse(JSON.parse(line)));
    expect(lines.map(({ id, question }) => ({ id, question }))).toEqual(
      questions.map(({ id, question }) => ({ id: String(id), question })),
    );
    expect(lines[2]?.reason).toBe('empty-question');
    expect(lines[4]?.quotes[0]?.document.path).toBe('ferry.md');
  });

  it('may be empty', async () => {
    const { code, stdout } = await workspace.run(['ask', '--batch', batchFile('empty.jsonl', '\n')]);
    expect({ code, stdout }).toEqual({ code: 0, stdout: '' });
  });

  it.each([
    ['no JSON', '{"id": "b", "question": ', /bad\.jsonl, line 3: expected a JSON object\.$/],
    ['no object', '["b", "What?"]', /bad\.jsonl, line 3: expected a JSON object\.$/],
    ['no question', '{"id": "b"}', /bad\.jsonl, line 3: expected \{"id": "…", "question": "…"\}\.$/],
    ['no id', '{"question": "What?"}', /bad\.jsonl, line 3: expected \{"id"/],
    ['a question that is no text', '{"id": "b", "question": 5}', /bad\.jsonl, line 3: expected \{"id"/],
  ])('with a line of %s answers nothing and names the line', async (_, line, message) => {
    const file = batchFile('bad.jsonl', `{"id": "a", "question": "When?"}\n\n${line}\n`);
    for (const command of ['ask', 'search']) {
      const { code, stdout, stderr } = await workspace.run([command, '--batch', file]);
      expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
      expect(stderr).toMatch(/^verbatim: [^\n]+\n$/);
      expect(stderr.trimEnd()).toMatch(message);
    }
  });

  it('with a line that asks of no known document answers nothing and names the line', async () => {
    const lines = ['{"id": "a", "question": "When?"}', '{"id": "b", "question": "When?", "in": "nosuch.md"}'];
    const { code, stdout, stderr } = await workspace.run(['ask', '--batch', batchFile('in.jsonl', lines.join('\n'))]);
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toMatch(/^verbatim: [^\n]*in\.jsonl, line 2, in: No document is called "nosuch\.md"\. [^\n]+\n$/);
  });

  it('that is not there is named', async () => {
    const { code, stderr } = await workspace.run(['ask', '--batch', path.join(folder, 'none.jsonl')]);
    expect(code).toBe(1);
    expect(stderr).toMatch(/^verbatim: The file "[^\n]*none\.jsonl" cannot be read\. [^\n]+\n$/);
  });

  it('ends well when its reader has read enough', async () => {
    const lines = Array.from({ length: 400 }, (_, id) => JSON.stringify({ id, question: 'When was the mill built?' }));
    const file = batchFile('long.jsonl', lines.join('\n'));
    const { code, stdout, stderr } = await workspace.run(['ask', '--batch', file], {
      shell: 'set -o pipefail; "$@" | head -1',
    });
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(answerLine.parse(JSON.parse(stdout)).id).toBe('0');
  });
});

describe('check', () => {
  it('says that all is identical', async () => {
    const { code, stdout, stderr } = await workspace.run(['check']);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(
      /^documents: 3 identical, 0 changed, 0 missing, 0 new; passages: (\d+) of \1 identical; sentences: (\d+) of \2 identical\nindex files: identical\nmodel: identical \(bundled\)\n$/,
    );
  });

  it('names what was changed, removed and added, with code 1, and changes nothing', async () => {
    const mill = String(sampleFiles['mill.txt']);
    workspace.write({ 'mill.txt': mill.replace('eleven years', 'twelve years'), 'new.txt': 'The heron nests.' });
    workspace.remove('ferry.md');
    for (let run = 0; run < 2; run++) {
      const { code, stdout, stderr } = await workspace.run(['check']);
      expect(code).toBe(1);
      expect(stdout).toMatch(/^missing: ferry\.md$/m);
      expect(stdout).toMatch(/^changed: mill\.txt \(\d+ of \d+ passages stand as they were\)$/m);
      expect(stdout).toMatch(/^new: new\.txt \(not indexed yet\)$/m);
      expect(stdout).toMatch(/^documents: 1 identical, 1 changed, 1 missing, 1 new; /m);
      expect(stderr).toMatch(/^verbatim: The index differs from its sources\. [^\n]+\n$/);
    }
  });

  it('is content again after indexing', async () => {
    expect((await workspace.run(['index'])).code).toBe(0);
    expect(await workspace.run(['check'])).toMatchObject({ code: 0, stderr: '' });
  });

  it('ends with one line where there is no index', async () => {
    const none = new Workspace(path.join(folder, 'none'), sampleFiles);
    const { code, stdout, stderr } = await none.run(['check']);
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toMatch(/^verbatim: No index to check in "[^\n]+": there is none\. Run "npm run index"\.\n$/);
    expect(existsSync(none.indexDir)).toBe(false);
  });
});
