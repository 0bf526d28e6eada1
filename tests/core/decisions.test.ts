import { describe, expect, it } from 'vitest';
import { firstQuoteOf } from '../helpers/ask-texts.js';
import { readTexts, shownOf } from '../helpers/read-texts.js';

describe('what was moved', () => {
  it.each([
    ['on the next line', 'Motion: raise the plot fee to £12.\nCarried 7 to 2.'],
    ['in the next sentence', 'Motion: to raise the plot fee. Defeated, 3 votes to 6.'],
    ['in a paragraph of its own', 'Proposal: raise the plot fee in July.\n\nVote: 8–1, one abstention.'],
    ['as an item below', '- Motion (Ruiz): raise the plot fee.\n  - Not carried (2 for, 5 against).'],
    ['as the next item', '- Proposal: raise the plot fee.\n- Resolved: the plot fee stays as it is.'],
    [
      'after who seconded it',
      'Motion by J. Hale: that the plot fee be raised.\nSeconded: R. Dunn.\nFor 14, against 3.',
    ],
    ['with a number', 'MOTION 4: That the plot fee be raised.\n\nRESULT: Passed, 9 in favour, 1 against.'],
    [
      'after a talk',
      'The board discussed whether to raise the plot fee. Water costs more. Resolved to wait until May.',
    ],
    ['in one word', 'It was proposed by Sam Reed that the plot fee be raised. Lia Moss seconded.\n\nAgreed.'],
  ])('is quoted with what came of it %s', (_, decision) => {
    const text = `# Minutes\n\n## Fees\n\n${decision}\n\n## Sheds\n\nThe sheds were painted green by the members.\n`;
    const { exact } = firstQuoteOf({ 'minutes.md': text }, 'Was the plot fee raised?');
    expect(exact).toBe(decision.replace(/^- /, ''));
  });

  it('is quoted alone where nothing came of it, and never with what came of another motion', () => {
    const text =
      '# Minutes\n\n## Fees\n\nMotion: raise the plot fee.\n\nMotion: paint the sheds green. Carried.\n\n## Pipes\n\nAgreed.\n';
    expect(firstQuoteOf({ 'minutes.md': text }, 'Was the plot fee raised?').exact).toBe('Motion: raise the plot fee.');
    expect(firstQuoteOf({ 'minutes.md': text }, 'Are the sheds painted green?').exact).toBe(
      'Motion: paint the sheds green. Carried.',
    );
  });

  it('leaves prose alone that only has such words', () => {
    const text = 'Pell moved to the mill at Arn in May. It was defeated in a vote.\n';
    expect(firstQuoteOf({ 'pell.txt': text }, 'Where did Pell move?').exact).toBe(
      'Pell moved to the mill at Arn in May.',
    );
  });
});

describe('a question for what was decided', () => {
  const minutes = {
    'minutes.md':
      '# Minutes\n\n## Fees\n\nSeveral members said that a rise of the plot fee was overdue.\n\n' +
      'Motion: raise the plot fee to £12.\nCarried 7 to 2.\n\n## Lock\n\nMotion: replace the lock of the shed.\nDefeated.\n',
  };

  it('is answered with the decision, whatever else the reader marks', () => {
    const answer = readTexts(minutes, 'What was decided about the plot fee?', ['a rise of the plot fee was overdue']);
    expect(answer.status).toBe('answered');
    expect(shownOf(answer)[0]).toBe('Motion: raise the plot fee to £12.\nCarried 7 to 2.');
  });

  it('is not answered with a decision on something else', () => {
    expect(readTexts(minutes, 'What was decided about the hose pipes?', []).status).toBe('not-found');
  });
});

describe('a motion', () => {
  const minutes = {
    'minutes.txt':
      'MEETING OF 12 JUNE 2025, in the hut\nPresent: Berg (chair), Ruiz, Moss.\n\n' +
      '1. Gearbox. Quotes for the mill wheel: Fenn 2,380; Hale 1,950.\n   MOTION (Ruiz / Moss): to accept the quote from Hale.\n   Carried nem con.\n\n' +
      '2. Lamps. Ada wants them gone.\n   MOTION (Moss / none): ban all lamps on site.\n   Fell for want of a seconder.\n',
  };

  it('is found by its matter, which the item above it may say', () => {
    const answer = readTexts(minutes, 'Was the motion about the mill wheel carried?', []);
    expect(shownOf(answer)[0]).toContain('to accept the quote from Hale.\n   Carried nem con.');
  });

  it('is found whoever is said to have moved it', () => {
    const answer = readTexts(minutes, 'What became of Ada’s motion to ban lamps?', []);
    expect(shownOf(answer)[0]).toContain('Fell for want of a seconder.');
  });

  it('of another matter does not answer', () => {
    expect(readTexts(minutes, 'Was the motion about the boat carried?', []).status).toBe('not-found');
  });
});
describe('a motion whose talk, amendment and vote are items of one section', () => {
  const minutes = {
    'minutes.md':
      '# Board 3 May\n\n### Used mower\n- Hale sells a petrol mower for 400, with a bag. Ruiz tried it: loud, sound.\n' +
      '- Moved (Ruiz / Moss): ask the members to let us buy it.\n- A long talk. Berg thinks that nobody will mow.\n' +
      '- **Tied 3–3. Chair’s casting vote against. Lost.**\n\n' +
      '### Printing\n- Moss has 2 offers: Fenn 90, Arn Press 70 without colour\n- Moved (Moss / Dunn): take the 90 one.\n' +
      '- Amendment (Ruiz / Berg): take the 70 one and print the cover elsewhere. Amendment **lost 2–4**.\n- Motion **carried 5–1**\n',
  };
  it.each([
    ['What happened to the motion about the used mower?', 'Lost.**'],
    ['Did the board agree to buy the mower from Hale?', 'Lost.**'],
    ['What did the board decide about the petrol mower?', 'Lost.**'],
    ['Which printing offer was accepted?', 'Motion **carried 5–1**'],
    ['What came of the motion to take the 70 one?', 'Motion **carried 5–1**'],
  ])('is quoted with what came of it: %s', (question, end) => {
    const [first = ''] = shownOf(readTexts(minutes, question, []));
    expect(first).toMatch(/^Moved /);
    expect(first.endsWith(end)).toBe(true);
  });
  it('does not answer what its section does not speak of', () => {
    expect(readTexts(minutes, 'Did the board agree to buy the tent from Fenn?', []).status).toBe('not-found');
  });
});
describe('a matter in other words', () => {
  it('is found by the heading above its motion', () => {
    const text =
      '# Board\n\n## Heating for the hut\n\nDunn had an offer for two panels.\n\nMOTION (Dunn/Moss): to buy.  For 2, against 4.  NOT CARRIED.\n';
    const answer = readTexts({ 'minutes.md': text }, 'Did the hut get heaters?', []);
    expect(shownOf(answer)[0]).toContain('For 2, against 4.  NOT CARRIED.');
  });
});
