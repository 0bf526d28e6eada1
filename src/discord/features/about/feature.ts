import type { ChatInputCommandInteraction, MessageComponentInteraction } from 'discord.js';
import { renderNotice, type Card } from '../../cards/card.js';
import { completeTitle } from '../../questions/choose-document.js';
import { commandForEverybody, textOption } from '../../request/command-parts.js';
import { usualRules, type Feature } from '../../request/feature.js';
import { openIndex, type Request } from '../../request/request.js';
import type { OpenIndex } from '../../../app/asking/open-index.js';
import { languages } from '../../texts/languages.js';
import type { Texts } from '../../texts/texts.js';
import { renderAbout } from './about-card.js';
import { renderTextCard } from './text-card.js';
import { renderTextList } from './text-list.js';

const maxSearchLength = 100;

/** What the bot knows: all in all, the list of its documents, and each of them. */
export const aboutFeature = {
  name: 'about',
  commands: [
    {
      on: 'slash',
      definition: commandForEverybody('about', [
        textOption('texts', { autocomplete: true, max_length: maxSearchLength }),
      ]),
      rules: usualRules,
      run: tellAbout,
      complete: completeTitle,
    },
  ],
  components: {
    'texts:turn': {
      on: 'press',
      rules: usualRules,
      run: async (request, { search, page }) => renderTextList(search, page, await openIndex(request), request.texts),
    },
    'texts:look': { on: 'press', rules: usualRules, run: lookAtText },
  },
  messages: [],
  afterIndexing: null,
} as const satisfies Feature;

/** Of the bot; with `texts` of the only document that is meant, else the list of those that may be. */
async function tellAbout(request: Request<ChatInputCommandInteraction>): Promise<Card> {
  const { source, services, texts } = request;
  const index = await openIndex(request);
  const wanted = source.options.getString('texts');
  if (wanted === null)
    return renderAbout(
      index,
      await index.countLanes(),
      { startedAtMs: services.startedAtMs, nowMs: Date.now() },
      texts,
    );
  if (isForAll(wanted)) return renderTextList('', 0, index, texts);
  const { document } = index.matchDocument(wanted);
  return document ? showText(document.id, index, texts) : renderTextList(wanted, 0, index, texts);
}

function isForAll(wanted: string): boolean {
  const words = wanted.trim().toLowerCase();
  return words === '' || words === '*' || languages.some(({ texts }) => texts.list.all === words);
}

async function lookAtText(request: Request<MessageComponentInteraction>): Promise<Card> {
  const { source, texts } = request;
  const index = await openIndex(request);
  const [id = ''] = source.isStringSelectMenu() ? source.values : [];
  return showText(id, index, texts);
}

async function showText(id: string, index: OpenIndex, texts: Texts): Promise<Card> {
  const held = await index.fetchTexts([id]);
  const indexed = held.findDocument(id);
  if (indexed) return renderTextCard(indexed, await index.readChangedAt(indexed.document), held, texts);
  return renderNotice(index.holdsElsewhere(id) ? texts.documentWithheld : texts.documentLeft, 'warning');
}
