import type { APIButtonComponent } from 'discord.js';
import type { Lane } from '../../../core/labelling/labels.js';
import { button } from '../../cards/card.js';
import type { Texts } from '../../texts/texts.js';
import { writeMissId } from './custom-ids.js';
import { missTextsFor } from './languages.js';

/** For a refusal, whose question is read from its message. */
export function tellButton(
  { lane, documentId }: { readonly lane: Lane | null; readonly documentId: string | null },
  texts: Texts,
): APIButtonComponent {
  return button(writeMissId({ kind: 'tell', lane, documentId }), missTextsFor(texts.locale).button.tell, '🔔');
}

/** For a message without the question. */
export function tellOfButton(missId: number, texts: Texts): APIButtonComponent {
  return button(writeMissId({ kind: 'tell-of', missId }), missTextsFor(texts.locale).button.tell, '🔔');
}

export function untellButton(missId: number, texts: Texts): APIButtonComponent {
  return button(writeMissId({ kind: 'untell', missId }), missTextsFor(texts.locale).button.untell, '🔕');
}
