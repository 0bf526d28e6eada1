/** Closed list of what can be wrong in a way that the person at the keyboard can do something about. */
export type ErrorCode =
  | 'bad-usage'
  | 'bad-settings'
  | 'bad-input'
  | 'corpus-missing'
  | 'index-foreign'
  | 'index-newer'
  | 'index-missing'
  | 'index-damaged'
  | 'index-write'
  | 'indexing-failed'
  | 'native-missing'
  | 'model-missing'
  | 'model-failed'
  | 'library-write'
  | 'store-failed'
  | 'store-newer'
  | 'check-failed';

/** What there is to say of an expected failure; whoever shows it picks what is fit for its readers. */
export interface ErrorFields {
  /** What is wrong: a sentence without its full stop, in which `{subject}` and `{detail}` stand for these; the subject unless said. */
  readonly problem?: string;
  /** What or where: a file, a folder, a setting, a line of a file. */
  readonly subject?: string;
  /** What is known besides, such as the words of the system; after the problem where that has no place for it. */
  readonly detail?: string;
  /** What was expected in its place. */
  readonly expected?: string;
  /** What to do, without a full stop: a sentence, or a clause that begins with a small letter. */
  readonly advice?: string;
}

/** An expected failure. The message is one line for the user, made from the fields: what, where, what was expected, what to do. */
export class VerbatimError extends Error {
  override readonly name = 'VerbatimError';
  readonly fields: ErrorFields;

  /** A text instead of fields is a problem of which nothing else is known. */
  constructor(
    readonly code: ErrorCode,
    fields: ErrorFields | string,
    options?: ErrorOptions,
  ) {
    const given = typeof fields === 'string' ? { problem: fields.replace(/\.$/, '') } : fields;
    super(typeof fields === 'string' ? fields : describeError(fields), options);
    this.fields = given;
  }

  /** The message for people who are not at the host: without the subject and the detail, which may be places on its disk. */
  get publicMessage(): string {
    return describeError(hidePlaces(this.fields));
  }
}

/** Fields as one line with its full stop. */
function describeError(fields: ErrorFields): string {
  const { advice = '' } = fields;
  const statement = stateProblem(fields);
  if (advice === '') return closeSentence(statement);
  return closeSentence(/^\p{Ll}/u.test(advice) ? `${statement}: ${advice}` : `${closeSentence(statement)} ${advice}`);
}

/** The line without the advice and without a full stop. */
export function stateProblem({ problem = '{subject}', subject = '', detail, expected }: ErrorFields): string {
  const statement = problem.replace(/\{(subject|detail)\}/g, (_, name) =>
    name === 'subject' ? subject : (detail ?? ''),
  );
  const isPlaced = detail === undefined || problem.includes('{detail}');
  return `${statement}${isPlaced ? '' : `: ${detail}`}${expected === undefined ? '' : `: expected ${expected}`}`;
}

function hidePlaces({ problem = '{subject}', expected, advice }: ErrorFields): ErrorFields {
  const hidden = problem.replace(/"?\{(?:subject|detail)\}"?/g, '…');
  return { problem: hidden, ...(expected !== undefined && { expected }), ...(advice !== undefined && { advice }) };
}

function closeSentence(text: string): string {
  return /[.!?…]$/.test(text) ? text : `${text}.`;
}

/** What was thrown, as an error. */
export function toError(thrown: unknown): Error {
  return thrown instanceof Error ? thrown : new Error(String(thrown));
}
