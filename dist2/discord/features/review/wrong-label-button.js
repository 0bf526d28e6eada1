import { button } from '../../render/card.js';
import { writeReviewId } from './custom-ids.js';
import { reviewTexts } from './texts.js';
/** The button that opens the form: about one quote, or for a whole answer about one of those that it shows. */
export function wrongLabelButton(shown, locale) {
    return button(writeReviewId({ kind: 'wrong', shown }), reviewTexts(locale).wrongLabel, '🏷️');
}
//# sourceMappingURL=wrong-label-button.js.map