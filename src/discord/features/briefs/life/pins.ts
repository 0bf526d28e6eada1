import type { MessageComponentInteraction } from 'discord.js';
import { listQuotes } from '../../../../core/briefs/brief-content.js';
import { accents, container, renderNotice, row, text, type Card } from '../../../cards/card.js';
import type { ActionFields } from '../../../custom-ids/custom-id.js';
import type { RepliableInteraction } from '../../../delivery/responder.js';
import { findLacking } from '../../../request/admission.js';
import { scopeOf } from '../../../request/asking-place.js';
import { openIndex, type Request } from '../../../request/request.js';
import { isGone, isOutOfReach } from '../message/channel-calls.js';
import { findBriefHere } from '../message/edit-brief.js';
import { pinPosted } from '../preview/post-draft.js';
import { textsOf, renderPostedNotice } from '../preview/show-draft.js';
import { missingPermissions } from './missing-permissions.js';
import { listOwnPins } from './own-pins.js';
import { renderPins, renderRetireOffer } from './pins-card.js';

/** `/pins`: the bot's briefs among the pins of the channel; `page` from 0. */
export async function showPins(
  request: Request<RepliableInteraction>,
  { page }: { readonly page: number },
): Promise<Card> {
  const { client, channelId, appPermissions } = request.source;
  const { briefTexts } = textsOf(request);
  if (channelId === null) return renderNotice(briefTexts.noPins);
  const place = `<#${channelId}>`;
  const lacking = findLacking(appPermissions, ['ViewChannel', 'ReadMessageHistory']);
  if (lacking.length > 0) return renderNotice(`⚠️ ${briefTexts.botLacks(lacking, place)}`, 'warning');
  const index = await openIndex(request);
  try {
    const pins = await listOwnPins(client, request.services, channelId);
    const quotes = pins.flatMap(({ brief }) => listQuotes(brief.content));
    const { searchIndex } = await index.fetchTexts(quotes.map(({ document }) => document.id));
    return renderPins(pins, page, searchIndex, briefTexts, scopeOf(request.place, request.services));
  } catch (error) {
    if (!isGone(error) && !isOutOfReach(error)) throw error;
    return renderNotice(briefTexts.cannotReach(place), 'warning');
  }
}

/** Unpins an old brief and pins a new one in its place. */
export async function retireBrief(
  request: Request<MessageComponentInteraction>,
  { briefId, oldId }: ActionFields<'brief:retire'>,
): Promise<Card> {
  const { briefTexts } = textsOf(request);
  const brief = await findBriefHere(request, briefId);
  const old = await findBriefHere(request, oldId);
  if (!brief || !old) return renderNotice(briefTexts.briefUnknown);
  if (brief.status !== 'posted') return renderNotice(briefTexts.briefGone, 'warning');
  if (brief.pinnedAtMs !== null) return renderPostedNotice(brief, [], request);
  const lacking = await missingPermissions(request.source, brief.channelId, true, briefTexts);
  if (lacking !== null) {
    const { line, button } = renderRetireOffer(brief.id, old, briefTexts);
    return { components: [container(accents.warning, [text(`⚠️ ${lacking}\n${line}`), row([button])])] };
  }
  return pinPosted(request, brief, { replaces: null, retires: old, saysPinned: false }, []);
}
