import { button } from '../../render/card.js';
import { writeMissId } from './custom-ids.js';
import { missTextsFor } from './texts.js';
/** For a refusal, whose question is read from its message. */
export function tellButton({ lane, documentId }, texts) {
    return button(writeMissId({ kind: 'tell', lane, documentId }), missTextsFor(texts).button.tell, '🔔');
}
/** For a message without the question. */
export function tellOfButton(missId, texts) {
    return button(writeMissId({ kind: 'tell-of', missId }), missTextsFor(texts).button.tell, '🔔');
}
export function untellButton(missId, texts) {
    return button(writeMissId({ kind: 'untell', missId }), missTextsFor(texts).button.untell, '🔕');
}
//# sourceMappingURL=buttons.js.map