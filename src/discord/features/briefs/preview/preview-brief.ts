import type { ChatInputCommandInteraction, MessageComponentInteraction } from 'discord.js';
import { keepChoices, type BriefContent } from '../../../../core/briefs/brief-content.js';
import { isWithheld } from '../../../../core/briefs/withhold-quotes.js';
import type { Brief, BriefStore } from '../../../../core/briefs/brief-store.js';
import { renderNotice, type Card } from '../../../cards/card.js';
import type { RepliableInteraction } from '../../../delivery/responder.js';
import { nameMentionsIn } from '../../../questions/name-mentions.js';
import { openIndex, type Request } from '../../../request/request.js';
import type { OpenIndex } from '../../../../app/asking/open-index.js';
import { quoteCounts } from '../commands.js';
import { isGone, readMessage } from '../message/channel-calls.js';
import { linkTo, showTitle } from '../message/describe-brief.js';
import { findBriefHere } from '../message/edit-brief.js';
import { scopeOfDraft } from './change-draft.js';
import { makeDraft, type DraftRequest } from './make-draft.js';
import { textsOf, showDraft } from './show-draft.js';

/** `/summary`: a preview of quotes for what was asked. */
export async function previewSummary(request: Request<ChatInputCommandInteraction>): Promise<Card> {
  const { options, channelId } = request.source;
  const topic = options.getString('topic');
  const asked = {
    topic: topic === null ? null : await nameMentionsIn(topic, request),
    wantedDocument: options.getString('in'),
    quoteCount: options.getInteger('quotes') ?? quoteCounts.usual,
    title: null,
    channelId,
    replaces: null,
  };
  return preview(request, asked, await openIndex(request));
}

/** A preview with the topic, document, number, title, order and choice of a brief, which is to take its place. */
export async function rebuildBrief(
  request: Request<MessageComponentInteraction>,
  { briefId }: { readonly briefId: string },
): Promise<Card> {
  const { services } = request;
  const { texts, briefTexts } = textsOf(request);
  const brief = await findBriefHere(request, briefId);
  if (!brief) return renderNotice(briefTexts.briefUnknown);
  if (brief.status === 'replaced') {
    return renderNotice(briefTexts.briefReplaced(linkTo(await findNewest(brief, services.store.briefs))));
  }
  if (await isDeleted(request, brief)) return renderNotice(briefTexts.briefGone, 'warning');
  const scope = await scopeOfDraft(request, brief);
  const index = await (await openIndex(request)).within(scope);
  const { topic, documentTitle, quoteCount, title } = brief.content;
  const documentId = await findDocumentId(brief.content, index);
  if (brief.content.documentId !== null && documentId === null) {
    if (brief.content.quotes.some((quote) => isWithheld(quote, scope))) return renderNotice(texts.documentWithheld);
    const name = showTitle({ title: documentTitle, topic: null, documentTitle }, briefTexts);
    return renderNotice(briefTexts.documentGone(name), 'warning');
  }
  const { channelId, id: replaces } = brief;
  const asked = { topic, wantedDocument: documentId, quoteCount, title, channelId, replaces };
  return preview(request, asked, index, brief.content);
}

/** What stands in the place of a brief that was replaced, perhaps more than once. */
async function findNewest(brief: Brief, store: BriefStore): Promise<Brief> {
  const successor = brief.replacedBy === null ? null : await store.findBrief(brief.replacedBy);
  return successor && successor.status !== 'gone' ? findNewest(successor, store) : brief;
}

/** The only document of a brief; one that is gone may stand there under another name, with all the brief's words. */
async function findDocumentId({ documentId, quotes }: BriefContent, index: OpenIndex): Promise<string | null> {
  if (documentId === null || index.findListed(documentId)) return documentId;
  const { searchIndex } = await index.fetchPlaces(quotes.map(({ exact }) => ({ documentId, exact })));
  const renamed = searchIndex.documents.find(({ document }) =>
    quotes.every(({ exact }) => document.text.includes(exact)),
  );
  return renamed?.document.id ?? null;
}

async function preview(
  request: Request<RepliableInteraction>,
  asked: Omit<DraftRequest, 'guildId' | 'locale' | 'person'>,
  index: OpenIndex,
  old: BriefContent | null = null,
): Promise<Card> {
  const { source, place, services } = request;
  const { store } = services;
  const outcome = await makeDraft(
    {
      ...asked,
      guildId: place.guildId ?? '', // moderators are in a guild
      locale: source.guildLocale ?? source.locale,
      person: await store.hashPerson(place.userId),
    },
    index,
    textsOf(request),
  );
  if (outcome.kind === 'refused') return outcome.card;
  const { content } = outcome.draft;
  const draft = { ...outcome.draft, content: old ? keepChoices(content, old) : content };
  await store.briefs.addDraft(draft);
  return showDraft(draft, request);
}

/** Looks whether the message is still there, and writes it down if not. */
async function isDeleted({ source, services }: Request<RepliableInteraction>, brief: Brief): Promise<boolean> {
  if (brief.status === 'gone') return true;
  const isThere = await readMessage(source.client, brief).then(
    () => true,
    (error: unknown) => !isGone(error),
  );
  if (!isThere) await services.store.briefs.markGone(brief.id);
  return !isThere;
}
