import type { Period } from '../../app/moderation/list-misses.js';
import type { Lane } from '../../core/labelling/labels.js';

interface Worded {
  /** Lower case, without spaces, at most 32 characters. */
  readonly name: string;
  /** At most 100 characters. */
  readonly description: string;
}

type CommandName =
  'ask' | 'quote' | 'about' | 'help' | 'review' | 'summary' | 'pins' | 'misses' | 'mydata' | 'library' | 'settings';
type OptionName =
  | 'question'
  | 'in'
  | 'lane'
  | 'private'
  | 'text'
  | 'texts'
  | 'show'
  | 'topic'
  | 'summaryIn'
  | 'quotes'
  | 'period'
  | 'link'
  | 'file'
  | 'collection'
  | 'collectionHere'
  | 'search'
  | 'name';

/** What can be done with the library, each a subcommand. */
export type LibrarySubcommand = 'add' | 'list' | 'show' | 'remove' | 'undo' | 'refresh' | 'use';

/** What Discord shows of the commands, in one language. */
export interface CommandTexts {
  readonly commands: Readonly<Record<CommandName, Worded>>;
  /** Commands in the menu of a message. */
  readonly menus: Readonly<Record<'check' | 'find' | 'add', string>>;
  readonly library: Readonly<Record<LibrarySubcommand, Worded>>;
  readonly options: Readonly<Record<OptionName, Worded>>;
  readonly choices: Readonly<Record<Lane | 'open' | 'decided' | Period, string>>;
}
