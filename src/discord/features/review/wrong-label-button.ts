import type { APIButtonComponent } from 'discord.js';
import { button } from '../../cards/card.js';
import { writeReviewId, type ShownReference } from './custom-ids.js';
import { reviewTextsFor } from './languages.js';

/** The button that opens the form: about one quote, or for a whole answer about one of those that it shows. */
export function wrongLabelButton(shown: ShownReference | null, locale: string): APIButtonComponent {
  return button(writeReviewId({ kind: 'wrong', shown }), reviewTextsFor(locale).wrongLabel, '🏷️');
}
