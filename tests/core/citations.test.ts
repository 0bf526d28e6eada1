import { describe, expect, it } from 'vitest';
import { askTexts, firstQuoteOf } from '../helpers/ask-texts.js';

const changelog = `# Changelog

All notable changes to gatekeeper are written down here.

## [Unreleased]

### Added

- Draft of a page for visitors.

## [3.2.0] - 2025-02-14

### Added

- A fob can be blocked for a while (#141).
- The page shows when the battery was changed.

### Fixed

- The yard gate no longer stays open after a power cut. Sorry about that one.

## [3.1.0] - 2024-11-03

### Changed

- The settings moved to another folder.

### Removed

- Support for the serial cable. Nobody has one now.

## 3.0.1 (2024-05-19)

### Security

- Numbers of fobs are no longer written to the log.
`;

const history = `LAMP FIRMWARE HISTORY
=====================

v0.9.2   (12 Jan 2025)
  * warm-up takes 30 s instead of 10 s
  * NEW: buzzer, hold the button to mute it
  * fixed a wrong sign in the correction

v0.9.1   (20 Oct 2024)
  * wireless works now
  * the display dims after 5 minutes

v0.8     (summer 2024, date lost)
  - first one with a case
  - known problem: eats a battery in 9 hours
`;

const minutes = `# Minutes of the allotment society

## Committee, 14 May 2024

**Present:** Ines (chair), Bram, Odile

1. **Day ticket.** It loses money. *Decision:* the day ticket costs 8 euros from June.
2. **Pump.** The pump is broken. *Decision:* Kessler repairs it for 640 euros.

## Committee, 10 September 2024

**Present:** Ines (chair), Bram, Jomo

1. **Day ticket, again.** Eight euros is too little. *Decision:* the day ticket goes up to 12 euros.
2. **Bonfire.** *Decision:* no bonfire this autumn, since the wood is wet.

## Committee, 21 January 2025

1. **Lockers.** Fourteen are full of old boots. *Decision:* lockers cost 2 euros a month.
2. **Grant.** The town gives 3,500 euros for the shed.
`;

const handbook = `VOLUNTEER HANDBOOK

1. THE DESK

1.1 Opening
Come half an hour before we open. Switch on the lights and the sign.
There must be 50 euros in coins in the tin.

1.2 Visitors
A tour takes 20 minutes and ends at the kettle. Children stay with
the adult who brought them.

2. FIRST AID AND FIRE

2.1 The kit
Eye wash is only in the wood shop. Sami checks the kit on the first
Monday of each quarter.

2.2 Fire
The meeting point is the loading ramp. Never use water on lithium.

3. MONEY

3.1 What you may spend
A key holder may spend up to 60 euros without asking. Keep the
receipt.
`;

const guide = `# Guide for hosts

## Before the evening

### The room

Chairs stand in a circle. The key hangs behind the green door.

### Sound

Test the microphone before the guests come.

## During the evening

### Guests

Guests may bring one friend each.

### Noise

Music ends at ten. After ten the windows stay shut.

## After the evening

### Cleaning

The hosts sweep the floor and empty the bins.
`;

const files = {
  'CHANGELOG.md': changelog,
  'lamp-history.txt': history,
  'minutes.md': minutes,
  'handbook.txt': handbook,
  'guide.md': guide,
};

describe('a citation names the section', () => {
  it.each([
    ['Which version removed the serial cable?', 'Support for the serial cable', ['3.1.0 - 2024-11-03', 'Removed']],
    ['When can a fob be blocked for a while?', 'blocked for a while', ['3.2.0 - 2025-02-14', 'Added']],
    ['Why does the yard gate stay open?', 'no longer stays open', ['3.2.0 - 2025-02-14', 'Fixed']],
    ['Are the numbers of fobs in the log?', 'no longer written to the log', ['3.0.1 (2024-05-19)', 'Security']],
    ['Where did the settings move?', 'another folder', ['3.1.0 - 2024-11-03', 'Changed']],
    ['What was fixed in 3.2?', 'The yard gate', ['3.2.0 - 2025-02-14', 'Fixed']],
    ['What changed in v0.9.1?', 'wireless works now', ['v0.9.1 (20 Oct 2024)']],
    ['Which version has a buzzer?', 'buzzer', ['v0.9.2 (12 Jan 2025)']],
    ['Which version was the first one with a case?', 'first one with a case', ['v0.8 (summer 2024, date lost)']],
    ['How much does the repair of the pump cost?', '640 euros', ['Committee, 14 May 2024']],
    ['Is there a bonfire?', 'no bonfire', ['Committee, 10 September 2024']],
    ['What do lockers cost?', '2 euros a month', ['Committee, 21 January 2025']],
    ['What did the town give for the shed?', '3,500 euros', ['Committee, 21 January 2025']],
    ['How long does a tour take?', '20 minutes', ['1. THE DESK', '1.2 Visitors']],
    ['Where is the eye wash?', 'wood shop', ['2. FIRST AID AND FIRE', '2.1 The kit']],
    ['Where is the meeting point?', 'loading ramp', ['2. FIRST AID AND FIRE', '2.2 Fire']],
    ['How much may a key holder spend?', '60 euros', ['3. MONEY', '3.1 What you may spend']],
    ['Where does the key hang?', 'behind the green door', ['Before the evening', 'The room']],
    ['How many friends may guests bring?', 'one friend', ['During the evening', 'Guests']],
    ['Who sweeps the floor?', 'The hosts sweep', ['After the evening', 'Cleaning']],
  ])('of what is quoted: %s', (question, expected, section) => {
    const quote = firstQuoteOf(files, question);
    expect(quote.exact).toContain(expected);
    expect(quote.section).toEqual(section);
  });

  it('and shows the version above the item that is listed under it, where a version is asked for', () => {
    const { above } = firstQuoteOf(files, 'Which version removed the serial cable?');
    expect(above).toEqual(['3.1.0 - 2024-11-03', 'Removed']);
    expect(firstQuoteOf(files, 'Is there support for the serial cable?').above).toEqual([]);
  });

  it('and counts its date as the answer only for what was done then', () => {
    const text =
      '# Board\n\n## Meeting of 4 June 2025\n\nThe farmer will put a chain across the track unless it is mended.\n\n' +
      'The gate was painted by Ada.\n\n## Meeting of 3 July 2025\n\nThe boat was sold.\n';
    const isAbove = (question: string): boolean => firstQuoteOf({ 'board.md': text }, question).above.length > 0;
    expect(isAbove('When was the gate painted by Ada?')).toBe(true);
    expect(isAbove('When did the farmer put a chain across the track?')).toBe(false);
  });

  it('and its date, the newest first where the same matter was decided twice', () => {
    const quote = firstQuoteOf(files, 'What does the day ticket cost?');
    expect(quote.exact).toContain('goes up to 12 euros');
    expect(quote.document.date).toBe('2024-09-10');
  });

  it('and the date of its item, which is not that of the items below it', () => {
    const log = {
      'kiln.md': '# Kiln log\n\n- 3 March 2025: bisque firing, Priya\n- 9 May 2025: glaze firing, Tomasz\n',
    };
    expect(firstQuoteOf(log, 'Who did the glaze firing?').document.date).toBe('2025-05-09');
  });
});

describe('a question about a section', () => {
  it('is answered by all that stands there', () => {
    const { quotes, confidence } = askTexts(files, 'What was decided on 10 September 2024?');
    expect(quotes[0]).toMatchObject({ unit: 'list', section: ['Committee, 10 September 2024'] });
    expect(quotes[0]?.exact).toContain('no bonfire');
    expect(confidence).toBeGreaterThan(0.7);
  });

  it('is not answered where there is no such section', () => {
    expect(askTexts(files, 'What changed in 4.0.0?', null).status).toBe('not-found');
  });

  it('is quoted itself where it has the date that is asked for, and only then', () => {
    const changes = {
      'CHANGES.md': '# Orrery changes\n\n## 4.0.0 - 2024-11-03\n\n- Red night mode.\n\n## 3.9.2\n\n- Polish names.\n',
    };
    expect(askTexts(changes, 'When was Orrery 4.0.0 released?', null).quotes[0]?.exact).toBe('4.0.0 - 2024-11-03');
    expect(askTexts(changes, 'When was the red night mode of 4.0.0 added?', null).quotes[0]?.exact).not.toContain(
      '2024',
    );
    expect(askTexts(changes, 'What changed in 4.0.0?', null).quotes[0]?.exact).toBe('Red night mode.');
  });
});
