import { findExamples } from '../../app/asking/choose-examples.js';
import type { OpenIndex } from '../../app/asking/open-index.js';
import type { SmallTalkKind } from '../texts/small-talk-phrases.js';
import type { SmallReply, Texts } from '../texts/texts.js';
import { accents, container, renderNotice, text, type Card } from './card.js';
import { escapeMarkdown } from './markdown.js';

/**
 * What the bot does, what these texts do answer, and what it cannot do: for whoever speaks to it and asks nothing. Who thanks, objects,
 * takes leave or only nods gets one line.
 */
export async function makeHelp(
  kind: SmallTalkKind,
  index: OpenIndex,
  texts: Texts,
  { isForModerator = false } = {},
): Promise<Card> {
  const { help, refusal } = texts;
  if (isReply(kind, help.reply)) return renderNotice(help.reply[kind]);
  const examples = await findExamples(index);
  const count = index.documents.length;
  const lines = [
    `### ${help.title[kind]}`,
    ...(count > 0 ? [help.does(count)] : [refusal['empty-corpus']]),
    ...(examples.length > 0 ? [`**${help.examples}**`, ...examples.map((each) => `- ${escapeMarkdown(each)}`)] : []),
    help.how,
    ...(isForModerator ? [help.moderators] : []),
    `-# ${help.cannot}`,
  ];
  return { components: [container(accents.neutral, [text(lines.join('\n'))])] };
}

function isReply(kind: SmallTalkKind, reply: Texts['help']['reply']): kind is SmallReply {
  return Object.hasOwn(reply, kind);
}
