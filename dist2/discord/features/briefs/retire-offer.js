import { button } from '../../render/card.js';
import { shorten } from '../../render/escape-markdown.js';
import { writeBriefAction } from './custom-ids.js';
import { showTime, showTitle, titleOf } from './describe-brief.js';
const maxLabelTitle = 50;
/** The offer to unpin an old brief in favour of a new one. */
export function renderRetireOffer(briefId, old, texts) {
    const id = writeBriefAction({ kind: 'retire', briefId, oldId: old.id });
    return {
        line: texts.retireOffer(showTitle(old.content, texts), showTime(old.postedAtMs, 'D')),
        button: button(id, texts.retire(shorten(titleOf(old.content, texts), maxLabelTitle)), '📌'),
    };
}
//# sourceMappingURL=retire-offer.js.map