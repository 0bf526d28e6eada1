import { container, accents, text } from '../../render/card.js';
import { renderNotice } from '../../render/notice.js';
import { linkTo } from './describe-brief.js';
import { renderPreview } from './render-preview.js';
import { briefTextsFor } from './texts.js';
/** The texts for whoever acts. */
export function ownTexts({ texts }) {
    return { texts, briefTexts: briefTextsFor(texts.locale) };
}
/** The preview as it is now, with something told on top. */
export async function showDraft(draft, shownIn, context, warning = null) {
    const old = draft.replaces === null ? null : await context.services.store.briefs.findBrief(draft.replaces);
    const replaces = old && linkTo(old);
    return renderPreview({ draft, shownIn, replaces, warning, nowMs: Date.now() }, ownTexts(context));
}
/** What is shown in place of the preview of a draft that can no longer be changed. */
export async function showFinished(draftId, context) {
    const { briefTexts } = ownTexts(context);
    const { briefs } = context.services.store;
    const brief = await briefs.findBrief(draftId);
    if (brief)
        return renderPostedNotice(brief, [], context);
    const isThere = (await briefs.findDraft(draftId)) !== null;
    return renderNotice(isThere ? briefTexts.draftBusy : briefTexts.draftGone);
}
export function renderPostedNotice(brief, lines, context) {
    const { briefTexts } = ownTexts(context);
    if (brief.status === 'gone')
        return renderNotice(briefTexts.briefGone, 'warning');
    const link = linkTo(brief);
    const first = brief.pinnedAtMs === null ? briefTexts.posted(link) : briefTexts.postedAndPinned(link);
    return { components: [container(accents.good, [text([first, ...lines].join('\n'))])] };
}
//# sourceMappingURL=show-draft.js.map