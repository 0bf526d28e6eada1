import {
  ComponentType,
  TextInputStyle,
  type APIModalInteractionResponseCallbackData,
  type ModalSubmitInteraction,
} from 'discord.js';
import { lanes, type Lane } from '../../../core/labelling/labels.js';
import { writeCustomId } from '../../custom-ids/custom-id.js';
import { readShown, writeShown, type ShownReference } from '../../custom-ids/fields.js';
import type { ReviewTexts } from '../../texts/review-texts.js';

const fields = { quote: 'quote', label: 'label', source: 'source', note: 'note' } as const;
const maxSourceLength = 100;
const maxNoteLength = 500;

/** A quote to choose from in the form, with its first words where they are known. */
interface FormQuote {
  readonly shown: ShownReference;
  /** At most 100 characters. */
  readonly words: string | null;
}

/** What somebody has filled in. */
export interface FilledForm {
  readonly shown: ShownReference | null;
  readonly label: Lane | null;
  readonly source: string | null;
  readonly note: string | null;
}

/** The form about one quote, or with the choice between several. */
export function renderForm(
  quotes: readonly FormQuote[],
  { form, option }: ReviewTexts,
): APIModalInteractionResponseCallbackData {
  const [only] = quotes;
  const isOne = quotes.length === 1 && only !== undefined;
  const now = isOne ? only.shown.lane : null;
  return {
    custom_id: writeCustomId('label:form', { shown: isOne ? only.shown : null }),
    title: form.title,
    components: [
      ...(isOne
        ? []
        : [
            {
              type: ComponentType.Label as const,
              label: form.quote,
              component: {
                type: ComponentType.StringSelect as const,
                custom_id: fields.quote,
                options: quotes.map(({ shown, words }, i) => ({
                  label: words ?? form.quoteNumber(i + 1),
                  value: writeShown(shown),
                  ...(shown.lane === null ? {} : { description: form.labelHint(shown.lane) }),
                })),
              },
            },
          ]),
      {
        type: ComponentType.Label,
        label: form.label,
        ...(now === null ? {} : { description: form.labelHint(now) }),
        component: {
          type: ComponentType.StringSelect,
          custom_id: fields.label,
          options: lanes.map((lane) => ({ value: lane, ...option[lane] })),
        },
      },
      {
        type: ComponentType.Label,
        label: form.source,
        description: form.sourceHint,
        component: {
          type: ComponentType.TextInput,
          custom_id: fields.source,
          style: TextInputStyle.Short,
          required: false,
          max_length: maxSourceLength,
        },
      },
      {
        type: ComponentType.Label,
        label: form.note,
        description: form.noteHint,
        component: {
          type: ComponentType.TextInput,
          custom_id: fields.note,
          style: TextInputStyle.Paragraph,
          required: false,
          max_length: maxNoteLength,
        },
      },
    ],
  };
}

/** Reads the form; `shown` is what its custom id says. */
export function readForm({ fields: all }: ModalSubmitInteraction, shown: ShownReference | null): FilledForm {
  const values = (name: string): readonly string[] => {
    const field = all.fields.get(name);
    if (field === undefined) return [];
    if ('values' in field) return field.values;
    return 'value' in field && typeof field.value === 'string' ? [field.value] : [];
  };
  const text = (name: string): string | null => (values(name)[0] ?? '').replace(/\s+/g, ' ').trim() || null;
  const [quote] = values(fields.quote);
  const [wanted] = values(fields.label);
  const label = lanes.find((lane) => lane === wanted) ?? null;
  return {
    shown: shown ?? (quote === undefined ? null : readShown(quote)),
    label,
    source: label === 'attributed' ? (text(fields.source)?.slice(0, maxSourceLength) ?? null) : null,
    note: text(fields.note)?.slice(0, maxNoteLength) ?? null,
  };
}
