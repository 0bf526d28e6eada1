import { z } from 'zod';

/**
 * The machine-readable lines as they are promised to scripts: every field that was ever promised is there with its
 * type. Fields that came later are listed too, so that no field appears or changes unnoticed.
 */
const lane = z.enum(['reported', 'attributed', 'opinion']);
const offset = z.int().min(0);
const share = z.number().min(0).max(1);
const digest = z.string().regex(/^[0-9a-f]{64}$/);

const document = z.strictObject({
  id: z.string().regex(/^[0-9a-f]{12}$/),
  path: z.string().regex(/^[^/\\].*\.(?:txt|md)$/i),
  title: z.string().min(1),
  author: z.string().nullable(),
  publication: z.string().nullable(),
  date: z.string().nullable(),
  url: z.url().nullable(),
  genre: z.enum(['news', 'opinion', 'analysis', 'explainer', 'letter', 'release', 'other']).nullable(),
});

const span = z.strictObject({
  start: offset,
  end: offset,
  label: lane,
  attributedTo: z.string().nullable(),
});

const trace = z.record(z.string(), z.number());

const quote = z.strictObject({
  exact: z.string().min(1),
  prefix: z.string().max(32),
  suffix: z.string().max(32),
  start: offset,
  end: offset,
  document,
  section: z.array(z.string().min(1)),
  paragraph: z.int().min(1),
  unit: z.enum(['sentences', 'answer', 'list', 'code', 'row', 'turn']),
  continues: z.boolean(),
  context: z.array(z.strictObject({ start: offset, end: offset })),
  above: z.array(z.string().min(1)),
  notation: z.array(z.strictObject({ start: offset, end: offset })).optional(),
  answer: z.strictObject({ start: offset, end: offset, exact: z.string().min(1) }).nullable(),
  label: lane.nullable(),
  step: z.enum(['clear', 'likely', 'unclear']),
  labelledBy: z.enum(['labeller', 'moderator']),
  attributedTo: z.string().nullable(),
  spans: z.array(span),
  score: share,
  trace,
  alsoIn: z.array(z.strictObject({ start: offset, end: offset, document, paragraph: z.int().min(1) })),
});

const common = {
  id: z.string().nullable(),
  question: z.string(),
  confidence: share,
  nearest: z.array(z.strictObject({ start: offset, end: offset, text: z.string().min(1), document })),
  index: digest,
  elapsedMs: z.number().min(0),
  missing: z.array(z.string()),
  hidden: offset,
  otherLanes: z.array(quote),
  related: z.array(quote).max(2),
  shown: offset,
  spelling: z
    .strictObject({
      question: z.string(),
      corrections: z.array(z.strictObject({ written: z.string(), meant: z.string() })).min(1),
    })
    .nullable(),
  differing: z
    .strictObject({ figures: z.tuple([z.string().min(1), z.string().min(1)]), isNewerFirst: z.boolean() })
    .nullable(),
  evidence: z.record(z.string(), z.number()).optional(),
};

export const answerLine = z.discriminatedUnion('status', [
  z.strictObject({ ...common, status: z.literal('answered'), reason: z.null(), quotes: z.array(quote).min(1).max(5) }),
  z.strictObject({
    ...common,
    status: z.literal('not-found'),
    reason: z.enum([
      'empty-question',
      'empty-corpus',
      'nothing-relevant',
      'detail-missing',
      'too-weak',
      'related',
      'only-other-lane',
    ]),
    quotes: z.array(quote).max(0),
  }),
]);
export type AnswerLine = z.infer<typeof answerLine>;

const disagreement = z.strictObject({
  kind: z.enum(['figures', 'opposite']),
  quotes: z.tuple([quote, quote]),
  spans: z.tuple([z.strictObject({ start: offset, end: offset }), z.strictObject({ start: offset, end: offset })]),
  subject: z.array(z.string().min(1)).min(1),
});

export const summaryLine = z.strictObject({
  topic: z.string().nullable(),
  in: z.string().nullable(),
  status: z.enum(['summarised', 'not-found']),
  reason: z.enum(['empty-question', 'empty-corpus', 'nothing-relevant', 'detail-missing', 'too-weak']).nullable(),
  quotes: z.array(quote).max(12),
  lanes: z.strictObject({ reported: offset, attributed: offset, opinion: offset }),
  disagreements: z.array(disagreement).max(5),
  missing: z.array(z.string()),
  nearest: common.nearest,
  candidateCount: offset,
  index: digest,
  elapsedMs: z.number().min(0),
});
export type SummaryLine = z.infer<typeof summaryLine>;

export const searchLine = z.strictObject({
  id: z.string().nullable(),
  query: z.string(),
  passages: z.array(
    z.strictObject({ document, start: offset, end: offset, exact: z.string().min(1), score: share, trace }),
  ),
});
export type SearchLine = z.infer<typeof searchLine>;
