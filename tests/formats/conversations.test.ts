import { describe, expect, it } from 'vitest';
import { readFormat } from '#verbatim/adapters/formats/read-format.js';
import { namePlace, type PlaceWords } from '#verbatim/core/text/name-place.js';
import { placesIn } from '#verbatim/core/text/derivation.js';
import { sourceLink } from '#verbatim/core/text/source-link.js';
import type { SourceDocument } from '#verbatim/core/text/document.js';
import { documentOf, readOne, treeOf, wordsIn } from '../helpers/format-tree.js';

const words: PlaceWords = {
  paragraph: (numbers) => `§ ${numbers}`,
  page: (numbers) => `p. ${numbers}`,
  time: (clock) => `at ${clock}`,
  message: (moment) => `message of ${moment ?? '?'}`,
  chapter: (title) => title,
  savedOn: (day) => day,
};

/** Who says some words, and where they stand. */
function find(document: SourceDocument, exact: string): { speaker: string | null; place: string } {
  const start = document.text.indexOf(exact);
  const turn = document.structure.turns.find((one) => one.start <= start && start < one.end);
  const placed = placesIn(document, { start, end: start + exact.length });
  return {
    speaker: turn ? document.text.slice(turn.speaker.start, turn.speaker.end) : null,
    place: namePlace({ paragraph: 1, ...placed }, words),
  };
}

describe('subtitles', () => {
  const srt = `1\r
00:00:01,000 --> 00:00:03,500\r
The mill was built in 1887\r
by <i>two brothers</i>.\r
\r
2\r
00:00:03,600 --> 00:00:05,000\r
{\\an8}It has never\r
\r
3\r
00:00:05,000 --> 00:00:06,000\r
[music]\r
\r
4\r
00:00:06,000 --> 00:00:08,000\r
run dry.\r
\r
5\r
01:02:03,000 --> 01:02:05,000\r
Nobody knows why.\r
`;

  it('of SubRip are sentences over several lines, each with its time', async () => {
    const derived = await readOne('subtitles', srt);
    expect(treeOf(derived)).toEqual([
      'p The mill was built in 1887 by two brothers. It has never run dry.',
      'p Nobody knows why.',
    ]);
    const document = documentOf('subtitles', 'mill.srt', derived);
    expect(document.metadata).toMatchObject({ kind: 'transcript', title: 'mill.srt' });
    expect(find(document, 'The mill was').place).toBe('at 0:01');
    expect(find(document, 'It has never run dry.').place).toBe('at 0:03–0:06');
    expect(find(document, 'Nobody').place).toBe('at 1:02:03');
  });

  it('ask only who speaks soon after', async () => {
    const vtt = `WEBVTT\n\n00:23.000 --> 00:27.000\n<v Anna>And if it catches fire?\n\n00:27.000 --> 00:34.000
<v Bo>Press the red button and close the lid.\n\n00:35.000 --> 00:36.000\n<v Anna>Oh.\n\n12:31.000 --> 12:37.000
<v Bo>The old machine was a better one.\n`;
    const { structure, text } = documentOf('subtitles', 'talk.vtt', await readOne('subtitles', vtt));
    const turns = structure.units.filter(({ kind }) => kind === 'turn');
    expect(turns.map(({ context }) => context.map(({ start, end }) => text.slice(start, end)))).toEqual([
      [],
      ['And if it catches fire?'],
      [],
      [],
    ]);
  });

  it('of WebVTT have their speakers, and no notes and styles', async () => {
    const vtt = `WEBVTT - The talk\n\nNOTE a remark\n\nSTYLE\n::cue { color: red }\n\nfirst\n00:01.000 --> 00:03.000 align:start
<v Anna Berg>When was the mill &amp; the house built?

00:03.000 --> 00:05.000
<v.loud Bo>It was built in 1887.

00:05.000 --> 00:06.000
<v Bo>By two brothers.
`;
    const derived = await readOne('subtitles', vtt);
    expect(derived.text).toBe(
      'Anna Berg: When was the mill & the house built?\n\nBo: It was built in 1887. By two brothers.',
    );
    const document = documentOf('subtitles', 'talk.vtt', derived);
    expect(document.metadata.title).toBe('The talk');
    expect(find(document, 'By two brothers.')).toEqual({ speaker: 'Bo', place: 'at 0:05' });
    expect(document.structure.turns).toHaveLength(2);
  });

  it('with several voices in a cue have a turn for each, and none for a cue without one', async () => {
    const vtt = `WEBVTT\n\n00:01.000 --> 00:04.000\n<v Anna>The budget is nine million.</v>\n<v Bo>That is far too much.</v>\n\n00:05.000 --> 00:06.000\nThe bridge is open.\n\n00:07.000 --> 00:08.000\n<v Bo>Cut the road fund.\n`;
    const document = documentOf('subtitles', 'panel.vtt', await readOne('subtitles', vtt));
    expect(find(document, 'The budget').speaker).toBe('Anna');
    expect(find(document, 'That is far').speaker).toBe('Bo');
    expect(find(document, 'The bridge').speaker).toBeNull();
    expect(find(document, 'Cut the road').speaker).toBe('Bo');
  });

  it('keep angle brackets that are no tags, go on over blank lines, and need none between them', async () => {
    const lines = `1\n00:00:01,000 --> 00:00:03,000\nWe have 3 < 5 <i>apples</i> and 9 > 8 pears.\n2\n00:00:04,000 --> 00:00:05,000\nThat&#39;s half\n\nof &quot;it&quot; &amp;lt; all.\n\nlast\n00:00:06,000 --> 00:00:07,000\nDone.\n`;
    expect(treeOf(await readOne('subtitles', lines))).toEqual([
      'p We have 3 < 5 apples and 9 > 8 pears. That\'s half of "it" &lt; all. Done.',
    ]);
  });

  it('that roll show each line once, and a name at the head of a line opens a turn', async () => {
    const rolling = `WEBVTT\n\n00:01.000 --> 00:02.000\nso the mill\n\n00:02.000 --> 00:04.000\nso the mill\nwas never dry\n\n00:04.000 --> 00:05.000\nwas never dry\n`;
    expect(treeOf(await readOne('subtitles', rolling))).toEqual(['p so the mill was never dry']);
    const named = ['ANNA: Are you there?', 'BO: Yes, I am here.', 'ANNA: Is the mill dry?', 'BO: No, I saw water.'];
    const lines = named.map((line, i) => `${i + 1}\n00:00:0${i + 1},000 --> 00:00:0${i + 1},900\n${line}\n`).join('\n');
    const document = documentOf('subtitles', 'a.srt', await readOne('subtitles', lines));
    expect(find(document, 'No, I saw water.')).toEqual({ speaker: 'BO', place: 'at 0:04' });
  });

  it('are refused where there are none', async () => {
    await expect(readFormat('subtitles', Buffer.from('Just words.'))).rejects.toThrow('it has no subtitles');
  });

  it('lead to their time at their address', async () => {
    const document = documentOf('subtitles', 'mill.srt', await readOne('subtitles', srt));
    const addressed = { ...document, metadata: { ...document.metadata, url: 'https://video.example/watch?v=1' } };
    const start = document.text.indexOf('Nobody');
    expect(sourceLink(addressed, { start, end: start + 6 })).toBe('https://video.example/watch?v=1&t=3723');
  });
});

describe('the export of a Discord channel', () => {
  const message = (id: number, name: string, minute: number, content: string, more: object = {}): object => ({
    id: String(id),
    type: 'Default',
    timestamp: `2024-05-01T10:${String(minute).padStart(2, '0')}:00.000+00:00`,
    content,
    author: { id: name, name: name.toLowerCase(), nickname: name },
    ...more,
  });
  const write = (messages: readonly object[]): string =>
    JSON.stringify({ guild: { id: '11', name: 'Mill friends' }, channel: { id: '22', name: 'rules' }, messages });

  it('is its messages, each with its writer, its time and its address', async () => {
    const derived = await readOne(
      'discord-export',
      write([
        message(1, 'Anna', 0, 'When does the mill open?'),
        message(2, 'Bo', 1, 'It opens at **seven**.\n\nBring:\n- dry grain\n- two sacks', { type: 'Reply' }),
        message(3, 'Bo', 3, '> never dry\nThat is not true.\n```sh\ngrind --rye\n```'),
        message(4, 'Cid', 4, 'Cid joined.', { type: 'GuildMemberJoin' }),
        message(5, 'Dora', 5, ''),
      ]),
    );
    expect(treeOf(derived)).toEqual([
      'p When does the mill open?',
      'p It opens at **seven**.',
      'p Bring:',
      'item1 dry grain',
      'item1 two sacks',
      'quotation never dry',
      'p That is not true.',
      'code grind --rye',
    ]);
    expect(derived.text.split('\n')[0]).toBe('Anna · 2024-05-01 10:00');
    const document = documentOf('discord-export', 'rules.json', derived);
    expect(document.metadata).toMatchObject({ title: '#rules', publication: 'Mill friends', kind: 'transcript' });
    expect(find(document, 'It opens at **seven**.')).toEqual({ speaker: 'Bo', place: 'message of 2024-05-01 10:01' });
    expect(find(document, 'That is not true.')).toEqual({ speaker: 'Bo', place: 'message of 2024-05-01 10:03' });
    expect(find(document, 'never dry').speaker).toBeNull();
    const start = document.text.indexOf('That is not true.');
    expect(sourceLink(document, { start, end: start + 5 })).toBe('https://discord.com/channels/11/22/3');
    expect(wordsIn(derived, derived.markup)).toEqual(['**', '**']);
  });

  it('has what stands above a quoted line for its writer, too, and nothing of bots', async () => {
    const bot = { author: { id: '9', name: 'helper', isBot: true } };
    const messages = [
      message(1, 'Anna', 0, 'Kim said this:\n> I like the plan.\nI do not.'),
      message(2, 'x', 1, 'Beep.', bot),
      message(3, 'Anna', 2, 'Not at all.'),
    ];
    const document = documentOf('discord-export', 'a.json', await readOne('discord-export', write(messages)));
    const speakers = ['Kim said', 'I like', 'I do not.', 'Not at all'].map((words) => find(document, words).speaker);
    expect(speakers).toEqual(['Anna', null, 'Anna', 'Anna']);
    expect(document.text).not.toContain('Beep');
  });

  it('is refused where it is another JSON, damaged or empty', async () => {
    const refusal = 'it is no export of a Discord channel';
    await expect(readFormat('discord-export', Buffer.from('{"name": "verbatim"}'))).rejects.toThrow(refusal);
    await expect(readFormat('discord-export', Buffer.from(write([])))).rejects.toThrow(refusal);
    await expect(readFormat('discord-export', Buffer.from('[1, 2]'))).rejects.toThrow(refusal);
    await expect(readFormat('discord-export', Buffer.from('{"messages": ['))).rejects.toThrow('it is no JSON');
  });
});
