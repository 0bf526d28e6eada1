import { MessageFlags } from 'discord-api-types/v10';

/** What is wrong, the body, and where Discord would point. */
type RefusedBody = readonly [name: string, body: object, path: string];

const text = (content: string) => ({ type: 10, content });
const push = (custom_id: string) => ({ type: 2, style: 2, label: 'x', custom_id });
const V2 = MessageFlags.IsComponentsV2;
/** Each breaks one rule for messages. */
export const REFUSED_MESSAGES: readonly RefusedBody[] = [
  ['content over 2,000', { content: 'x'.repeat(2_001) }, 'content'],
  [
    'embeds over 6,000 in all',
    { embeds: [{ description: 'x'.repeat(4_000) }, { description: 'x'.repeat(2_001) }] },
    'embeds',
  ],
  ['content beside Components V2', { flags: V2, content: 'x', components: [text('x')] }, 'content'],
  ['Components V2 without the flag', { components: [text('x')] }, 'components.0.type'],
  [
    'more than 40 components',
    { flags: V2, components: [{ type: 17, components: Array(40).fill(text('x')) }] },
    'components',
  ],
  [
    'texts over 4,000 in all',
    { flags: V2, components: [text('x'.repeat(2_001)), text('x'.repeat(2_000))] },
    'components',
  ],
  [
    'a file that was not sent along',
    { flags: V2, components: [{ type: 13, file: { url: 'attachment://list.csv' } }] },
    'components.0.file.url',
  ],
  [
    'a section without an accessory',
    { flags: V2, components: [{ type: 9, components: [text('x')] }] },
    'components.0.accessory',
  ],
  [
    'a section with four texts',
    { flags: V2, components: [{ type: 9, components: Array(4).fill(text('x')), accessory: push('a') }] },
    'components.0.components',
  ],
  [
    'a container in a container',
    { flags: V2, components: [{ type: 17, components: [{ type: 17, components: [text('x')] }] }] },
    'components.0.components.0',
  ],
  [
    'six buttons in a row',
    { components: [{ type: 1, components: Array.from('abcdef', push) }] },
    'components.0.components',
  ],
  [
    'a repeated custom id',
    { components: [{ type: 1, components: [push('a'), push('a')] }] },
    'components.0.components.1.custom_id',
  ],
  [
    'a custom id over 100',
    { components: [{ type: 1, components: [push('x'.repeat(101))] }] },
    'components.0.components.0.custom_id',
  ],
  [
    'a label over 80',
    { components: [{ type: 1, components: [{ ...push('a'), label: 'x'.repeat(81) }] }] },
    'components.0.components.0.label',
  ],
  [
    'a link with a custom id',
    { components: [{ type: 1, components: [{ ...push('a'), style: 5, url: 'https://x.org' }] }] },
    'components.0.components.0.custom_id',
  ],
  [
    'no select options',
    { components: [{ type: 1, components: [{ type: 3, custom_id: 'a', options: [] }] }] },
    'components.0.components.0.options',
  ],
  ['a wrong type', { content: 5 }, 'content'],
];

/** Each breaks one rule for commands. */
export const REFUSED_COMMANDS: readonly RefusedBody[] = [
  ['a capital in a name', { name: 'Ask', description: 'x' }, '0.name'],
  ['a missing description', { name: 'ask' }, '0.description'],
  [
    'a localised description over 100',
    { name: 'ask', description: 'x', description_localizations: { de: 'x'.repeat(101) } },
    '0.description_localizations.de',
  ],
  ['an unknown locale', { name: 'ask', description: 'x', name_localizations: { xx: 'x' } }, '0.name_localizations.xx'],
  [
    'a required option after an optional one',
    {
      name: 'ask',
      description: 'x',
      options: [
        { type: 3, name: 'a', description: 'x' },
        { type: 3, name: 'b', description: 'x', required: true },
      ],
    },
    '0.options.1',
  ],
];

/** Bodies for callbacks of interactions, and where Discord would point. */
export const REFUSED_CALLBACKS: readonly (readonly [body: object, path: string])[] = [
  [
    {
      type: 9,
      data: {
        custom_id: 'a',
        title: 'x'.repeat(46),
        components: [{ type: 1, components: [{ type: 4, custom_id: 'b', label: 'b', style: 1 }] }],
      },
    },
    'data.title',
  ],
  [{ type: 5, data: { flags: V2 } }, 'data.flags'],
  [{ type: 8, data: { choices: Array(26).fill({ name: 'x', value: 'x' }) } }, 'data.choices'],
];
