import type { Period } from '../../app/moderation/list-misses.js';
import type { Lane } from '../../core/labelling/labels.js';

interface Worded {
  /** Lower case, without spaces, at most 32 characters. */
  readonly name: string;
  /** At most 100 characters. */
  readonly description: string;
}

type CommandName =
  'ask' | 'quote' | 'about' | 'help' | 'review' | 'summary' | 'pins' | 'misses' | 'mydata' | 'settings';
type OptionName =
  'question' | 'in' | 'lane' | 'private' | 'text' | 'texts' | 'show' | 'topic' | 'summaryIn' | 'quotes' | 'period';

/** What Discord shows of the commands, in one language. */
export interface CommandTexts {
  readonly commands: Readonly<Record<CommandName, Worded>>;
  /** Commands in the menu of a message. */
  readonly menus: Readonly<Record<'check' | 'find', string>>;
  readonly options: Readonly<Record<OptionName, Worded>>;
  readonly choices: Readonly<Record<Lane | 'open' | 'decided' | Period, string>>;
}
