import type { Brief, BriefDraft } from '../../../../core/briefs/brief-store.js';
import { accents, container, renderNotice, text, type Card } from '../../../cards/card.js';
import type { Request } from '../../../request/request.js';
import { linkTo } from '../message/describe-brief.js';
import type { TextSet } from '../message/brief-card.js';
import { renderPreview } from './preview-card.js';
import { briefTextsFor } from '../../../texts/languages.js';

/** The texts for whoever acts. */
export function textsOf({ texts }: Pick<Request<unknown>, 'texts'>): TextSet {
  return { texts, briefTexts: briefTextsFor(texts.locale) };
}

/** The preview as it is now, with something told on top. */
export async function showDraft(
  draft: BriefDraft,
  request: Request<unknown>,
  warning: string | null = null,
): Promise<Card> {
  const old = draft.replaces === null ? null : await request.services.store.briefs.findBrief(draft.replaces);
  const replaces = old && linkTo(old);
  return renderPreview(
    { draft, shownIn: request.place.channelId, replaces, warning, nowMs: Date.now() },
    textsOf(request),
  );
}

/** What is shown in place of the preview of a draft that can no longer be changed. */
export async function showFinished(draftId: string, request: Request<unknown>): Promise<Card> {
  const { briefTexts } = textsOf(request);
  const { briefs } = request.services.store;
  const brief = await briefs.findBrief(draftId);
  if (brief) return renderPostedNotice(brief, [], request);
  const draft = await briefs.findDraft(draftId);
  // Whoever is posting it may have been killed: then it is wanted once more.
  return draft ? showDraft(draft, request, briefTexts.draftBusy) : renderNotice(briefTexts.draftGone);
}

export function renderPostedNotice(brief: Brief, lines: readonly string[], request: Request<unknown>): Card {
  const { briefTexts } = textsOf(request);
  if (brief.status === 'gone') return renderNotice(briefTexts.briefGone, 'warning');
  const link = linkTo(brief);
  const first = brief.pinnedAtMs === null ? briefTexts.posted(link) : briefTexts.postedAndPinned(link);
  return { components: [container(accents.good, [text([first, ...lines].join('\n'))])] };
}
