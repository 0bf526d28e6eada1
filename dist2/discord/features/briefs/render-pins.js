import { countDistinct } from '../../../core/briefs/brief-content.js';
import { markQuotes } from '../../../core/briefs/brief-marks.js';
import { accents, button, container, row, text } from '../../render/card.js';
import { renderNotice } from '../../render/notice.js';
import { writeBriefAction } from './custom-ids.js';
import { linkTo, showScope, showTime, showTitle } from './describe-brief.js';
import { renderRebuildButton } from './render-posted.js';
/** With a button each they use most of the components that Discord allows. */
export const pinsPerPage = 7;
/** One page of the briefs that are pinned in a channel, each with how its sources stand now; `page` from 0. */
export function renderPins(pins, page, index, texts) {
    if (pins.length === 0)
        return renderNotice(texts.noPins);
    const pages = Math.ceil(pins.length / pinsPerPage);
    const at = Math.min(page, pages - 1);
    const shown = pins.slice(at * pinsPerPage, (at + 1) * pinsPerPage);
    const heading = [
        `### ${texts.pinsTitle(pins.length)}`,
        ...(pages > 1 ? [`-# ${texts.pinsPage(at + 1, pages)}`] : []),
    ];
    const turns = [
        ...(at > 0 ? [button(writeBriefAction({ kind: 'list', page: at - 1 }), texts.button.earlier, '◀️')] : []),
        ...(at < pages - 1 ? [button(writeBriefAction({ kind: 'list', page: at + 1 }), texts.button.later, '▶️')] : []),
    ];
    return {
        components: [
            text(heading.join('\n')),
            ...shown.map((pin) => renderPin(pin, index, texts)),
            ...(turns.length > 0 ? [row(turns)] : []),
        ],
    };
}
function renderPin({ brief, pinnedAtMs, userId }, index, texts) {
    const { content } = brief;
    const marks = markQuotes(content, index, [], pinnedAtMs);
    const person = userId === null ? null : `<@${userId}>`;
    const lines = [
        `**${showTitle(content, texts)}** · ${linkTo(brief)}`,
        `-# ${showScope(content, texts)}`,
        texts.pinLine(showTime(pinnedAtMs, 'D'), person),
        describeSources(marks, content, texts),
    ];
    const isFallen = marks.length > 0;
    return container(isFallen ? accents.warning : accents.good, [
        text(lines.join('\n')),
        ...(isFallen ? [renderRebuildButton(brief.id, texts)] : []),
    ]);
}
function describeSources(marks, content, texts) {
    const count = countDistinct(content);
    if (marks.length === 0)
        return texts.allStand(count);
    const placesOf = (kind) => marks.filter((mark) => kind === undefined || mark.kind === kind).map(({ quote }) => quote);
    const kinds = ['changed', 'vanished', 'relabelled'].flatMap((kind) => {
        const own = countDistinct(content, placesOf(kind));
        return own > 0 ? [texts.fallen[kind](own)] : [];
    });
    return `${texts.someFell(countDistinct(content, placesOf()), count)}: ${kinds.join(', ')}`;
}
//# sourceMappingURL=render-pins.js.map