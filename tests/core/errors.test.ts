import { describe, expect, it } from 'vitest';
import { stateProblem, VerbatimError, type ErrorFields } from '#verbatim/core/errors.js';

const messageOf = (fields: ErrorFields): string => new VerbatimError('bad-input', fields).message;

describe('the message of an expected failure', () => {
  it('puts subject and detail where the problem has a place for them', () => {
    const problem = 'The folder "{subject}" cannot be read ({detail})';
    expect(messageOf({ problem, subject: '/a/$1', detail: 'ENOENT' })).toBe(
      'The folder "/a/$1" cannot be read (ENOENT).',
    );
  });

  it('puts a detail without a place of its own after the problem', () => {
    expect(messageOf({ problem: 'The store is damaged', detail: 'page 3' })).toBe('The store is damaged: page 3.');
  });

  it('is about the subject alone where nothing else is said to be wrong', () => {
    expect(messageOf({ subject: 'q.jsonl, line 3', expected: 'a JSON object' })).toBe(
      'q.jsonl, line 3: expected a JSON object.',
    );
  });

  it('goes on in the same sentence with advice that begins small, and in a new one with any other', () => {
    const problem = 'The model was closed';
    expect(messageOf({ problem, advice: 'open it again' })).toBe('The model was closed: open it again.');
    expect(messageOf({ problem, advice: 'Open it again' })).toBe('The model was closed. Open it again.');
    expect(messageOf({ problem, advice: '"verbatim doctor" helps' })).toBe(
      'The model was closed. "verbatim doctor" helps.',
    );
  });

  it('is a text as it stands', () => {
    const error = new VerbatimError('bad-usage', 'search: a query is missing.');
    expect(error).toMatchObject({
      message: 'search: a query is missing.',
      fields: { problem: 'search: a query is missing' },
    });
  });

  it('comes without the advice for whoever shows that elsewhere', () => {
    const fields = { problem: 'The index is damaged', detail: 'CURRENT is missing', advice: 'Run "npm run index"' };
    expect(stateProblem(fields)).toBe('The index is damaged: CURRENT is missing');
  });

  it('tells people who are not at the host neither the subject nor the detail', () => {
    const error = new VerbatimError('index-write', {
      problem: 'The index folder "{subject}" cannot be written ({detail})',
      subject: '/home/me/index',
      detail: "EACCES: permission denied, mkdir '/home/me/index'",
      advice: 'Free some space',
    });
    expect(error.publicMessage).toBe('The index folder … cannot be written (…). Free some space.');
    const damage = { problem: 'The index is damaged', detail: '/home/me/index/documents.jsonl' };
    expect(new VerbatimError('index-damaged', damage).publicMessage).toBe('The index is damaged.');
  });
});
