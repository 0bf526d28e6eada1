import { ComponentType, TextInputStyle, type APIModalInteractionResponseCallbackData } from 'discord.js';
import { readOrder, writeOrder, type DraftContent } from '../../../../core/briefs/brief-content.js';
import { shorten } from '../../../../core/text/span.js';
import { escapeMarkdown } from '../../../cards/markdown.js';
import { writeCustomId } from '../../../custom-ids/custom-id.js';
import { maxTitleLength, titleOf } from '../message/describe-brief.js';
import type { BriefTexts } from '../../../texts/brief-texts.js';

const maxOrderLength = 100;
const maxShownOrder = 40;

/** Custom ids of the form's fields. */
export const formFields = { title: 'title', order: 'order' } as const;

/** The form for a draft's title and order, filled in with what they are. */
export function renderForm(
  draftId: string,
  content: DraftContent,
  texts: BriefTexts,
): APIModalInteractionResponseCallbackData {
  const { form } = texts;
  const placeholder = titleOf({ ...content, title: null }, texts);
  return {
    custom_id: writeCustomId('brief:fill', { draftId }),
    title: form.heading,
    components: [
      {
        type: ComponentType.Label,
        label: form.title,
        description: form.titleHint,
        component: {
          type: ComponentType.TextInput,
          custom_id: formFields.title,
          style: TextInputStyle.Short,
          required: false,
          max_length: maxTitleLength,
          placeholder,
          ...(content.title === null ? {} : { value: content.title }),
        },
      },
      {
        type: ComponentType.Label,
        label: form.order,
        description: form.orderHint,
        component: {
          type: ComponentType.TextInput,
          custom_id: formFields.order,
          style: TextInputStyle.Short,
          required: false,
          max_length: maxOrderLength,
          placeholder: form.orderExample,
          ...(content.order.length === 0 ? {} : { value: writeOrder(content.order) }),
        },
      },
    ],
  };
}

/** The draft with what was filled in; an order that cannot be read leaves the old one and is told. */
export function applyForm(
  content: DraftContent,
  filled: { readonly title: string; readonly order: string },
  texts: BriefTexts,
): { readonly content: DraftContent; readonly warning: string | null } {
  const title = shorten(filled.title, maxTitleLength);
  const order = readOrder(filled.order, content.order);
  const warning =
    order === null ? texts.badOrder(escapeMarkdown(shorten(filled.order, maxShownOrder)), content.quotes.length) : null;
  return { content: { ...content, title: title === '' ? null : title, order: order ?? content.order }, warning };
}
