import { describe, expect, it } from 'vitest';
import { createEmbeddedIndex, type EmbeddedIndex } from '#verbatim/app/asking/embedded-index.js';
import { ReadingDesk } from '#verbatim/app/asking/reading-desk.js';
import type { Manifest } from '#verbatim/app/indexing/manifest.js';
import { createEquivalents } from '#verbatim/core/english/equivalents.js';
import type { Embedder } from '#verbatim/core/ports.js';
import { chooseDocument } from '#verbatim/discord/questions/choose-document.js';
import { analyser } from '../helpers/analyse.js';
import { indexTexts, noVector } from '../helpers/index-of-texts.js';

const model = { id: 'none', checksum: '', dimensions: 0, maxTokens: 128 };
const embedder: Embedder = {
  model,
  embedQuestion: () => Promise.resolve(noVector),
  embedTexts: () => Promise.reject(new Error('nothing is indexed here')),
  close: () => Promise.resolve(),
};
const titled = (title: string, more = ''): string =>
  `---\ntitle: ${title}\n${more}---\n\nThe pier is 90 metres long.\n`;

const index: EmbeddedIndex = createEmbeddedIndex(
  {
    manifest: { version: 'v1', model } as unknown as Manifest, // the rest is not asked for
    searchIndex: indexTexts({
      'letters/opinion.md': titled('A bridge nobody should be proud of', 'author: Zoë Reke\n'),
      'harbour-bridge.md': titled('The harbour bridge, ten years on'),
      'bridges.md': titled('Bridges of the north'),
      'log.md': titled("The lighthouse keeper's log"),
      'catalogue.md': titled('Catalogue of logs'),
    }),
    corpusDir: 'corpus',
  },
  { analyser, equivalents: createEquivalents(analyser), embedder, desk: new ReadingDesk(Promise.resolve(null)) },
);

/** What `--in` and `/ask in:` take a name for; null where they ask back. */
function pathsFor(name: string): { command: string | null; discord: string | null } {
  const { documentId } = chooseDocument(index, name);
  const discord = documentId === null ? null : (index.findDocument(documentId)?.document.path ?? null);
  try {
    return { command: index.requireDocument(name).path, discord };
  } catch {
    return { command: null, discord };
  }
}

describe('a document is found in the same way on the command line and in Discord', () => {
  it.each([
    ['its id', index.requireDocument('bridges.md').id, 'bridges.md'],
    ['its path', 'letters/opinion.md', 'letters/opinion.md'],
    ['its path in capitals', 'LOG.MD', 'log.md'],
    ['its title', 'the harbour bridge, ten years on', 'harbour-bridge.md'],
    ['its title without marks', 'The harbour bridge ten years on', 'harbour-bridge.md'],
    ['a title that is misspelt', 'The lighthouse keepers log', null],
    ['a word that stands in one title only', 'lighthouse', 'log.md'],
    ['an author without accents', 'zoe reke', 'letters/opinion.md'],
    ['a part of a word of one title', 'catal', 'catalogue.md'],
    ['a word that is whole in one title and part of a word in another', 'log', 'log.md'],
    ['words of several titles', 'bridge', null],
    ['words of no title', 'Moby Dick', null],
    ['nothing that could be a name', '…', null],
  ])('by %s', (_, name, expected) => {
    expect(pathsFor(name)).toEqual({ command: expected, discord: expected });
  });

  it('by every word of every title', () => {
    const titles = index.searchIndex.documents.map(({ document }) => document.metadata.title);
    for (const word of titles.join(' ').match(/\p{L}+/gu) ?? []) {
      const { command, discord } = pathsFor(word);
      expect(command, word).toBe(discord);
    }
  });
});

describe('where it is not clear which document is meant', () => {
  it('the error names those that it may be', () => {
    expect(() => index.requireDocument('bridge')).toThrow(
      'More than one document may be meant by "bridge". Give the path or the whole title of one: ' +
        'bridges.md, letters/opinion.md, harbour-bridge.md.',
    );
  });

  it('the error names some where none is called so', () => {
    expect(() => index.requireDocument('Moby Dick')).toThrow(
      /^No document is called "Moby Dick"\. Give the path or title of one, such as letters\/opinion\.md, /,
    );
  });

  it('Discord suggests the same ones', () => {
    expect(chooseDocument(index, 'bridge').suggestions).toEqual([
      'Bridges of the north',
      'A bridge nobody should be proud of',
      'The harbour bridge, ten years on',
    ]);
  });
});

it('every answer says from which version of the index it is and how long it took', async () => {
  const answers = [await index.ask('How long is the pier?'), await index.search('pier', 3), await index.summarise()];
  for (const answer of answers) {
    expect(answer.index).toBe('v1');
    expect(answer.elapsedMs).toBeGreaterThanOrEqual(0);
  }
});
