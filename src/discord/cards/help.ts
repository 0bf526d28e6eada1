import { findExamples } from '../../app/asking/choose-examples.js';
import type { OpenIndex } from '../../app/asking/open-index.js';
import type { SmallTalkKind } from '../questions/small-talk.js';
import type { Texts } from '../texts/texts.js';
import { accents, container, text, type Card } from './card.js';
import { escapeMarkdown } from './markdown.js';

/** What the bot does, what these texts do answer, and what it cannot do: for whoever speaks to it and asks nothing. */
export async function makeHelp(kind: SmallTalkKind, index: OpenIndex, texts: Texts): Promise<Card> {
  const examples = await findExamples(index);
  const { help } = texts;
  const lines = [
    `### ${help.title[kind]}`,
    help.does(index.searchIndex.documents.length),
    ...(examples.length > 0 ? [`**${help.examples}**`, ...examples.map((each) => `- ${escapeMarkdown(each)}`)] : []),
    help.how,
    `-# ${help.cannot}`,
  ];
  return { components: [container(accents.neutral, [text(lines.join('\n'))])] };
}
