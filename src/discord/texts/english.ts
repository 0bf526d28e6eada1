import { createCounter } from './counted.js';
import type { Texts } from './texts.js';

const counted = createCounter('en');

export const englishTexts: Texts = {
  locale: 'en',
  lane: {
    reported: { title: 'REPORTED', line: 'Stated as fact by the author; not verified.' },
    attributed: { title: 'CLAIMED', line: 'What a source says, as the author passes it on.' },
    opinion: { title: 'OPINION', line: 'The author’s own view, not reported fact.' },
  },
  claimedBy: (name, source) => ({
    title: `CLAIMED BY ${name ?? 'SOMEBODY UNNAMED'}`,
    line: `Said by ${source ?? 'a source that is not named'}, passed on by the author; not verified.`,
  }),
  withinQuote: {
    reported: () => '*in italics:* reported as fact',
    attributed: (source) => `__underlined:__ claimed by ${source ?? 'somebody unnamed'}`,
    opinion: () => '**in bold:** the author’s opinion',
  },
  step: { clear: 'clear', likely: 'likely', unclear: 'unclear' },
  labelUnclear: 'The label is unclear; “Why this label?” shows both sides.',
  labelSet: 'Label set by a moderator.',
  quoteCut: '[…] The quote goes on; “Context” shows all of it.',
  citation: ({ paragraph, last }) =>
    last !== undefined && last !== paragraph ? `paragraphs ${paragraph}–${last}` : `paragraph ${paragraph}`,
  alsoIn: (titles) => `Nearly the same words in: ${titles}`,
  indexVersion: (version) => `Verbatim quotes, nothing rephrased · index ${version}`,
  understoodFrom: (text, previous) => `Understood from “${text}” after “${previous}”.`,
  questionCut: (length) => `Only the first ${length} characters were read.`,
  otherLanes: (count) => `${counted(count, 'quote', 'quotes')} in other lanes not shown.`,
  onlyIn: (title) => `Only in “${title}”.`,
  onlyLane: (lane) =>
    `Only ${{ reported: 'what is reported', attributed: 'what a source claims', opinion: 'opinion' }[lane]}.`,
  further: (from, to) => (from === to ? `Further quote ${from}` : `Further quotes ${from} to ${to}`),
  noFurther: 'There are no further quotes for this question.',
  changedSinceMore: 'The material has changed since that answer; these are further quotes from what it holds now.',

  refusal: {
    'empty-question':
      'There is no word in this that could be looked for. Ask about something that the texts may speak of.',
    'empty-corpus': 'There is no text to look in yet.',
    'nothing-relevant': 'Nothing in the material is about this.',
    'detail-missing': 'The material speaks of this, but not of what is asked.',
    'too-weak': 'The material touches on this, but nothing in it is likely enough to answer the question.',
    'only-other-lane': 'Nothing in the lane that was asked for. This is what other lanes hold:',
  },
  missing: (list) => `Not found: ${list}.`,
  missingKind: {
    count: 'a number',
    measure: 'a measure',
    money: 'a sum of money',
    time: 'a date or time',
    meaning: 'the full name',
  },
  nearest: 'Nearest places',
  examples: 'The material speaks of, for example',
  inDocument: (title) => `in “${title}”`,
  covers: (documents, from, to, titles) => {
    const dates = from === null ? '' : from === to || to === null ? ` of ${from}` : ` from ${from} to ${to}`;
    return `The material has ${counted(documents, 'document', 'documents')}${dates}${titles ? `: ${titles}` : '.'}`;
  },
  unknownDocument: (wanted) => `No document is called “${wanted}”. Choose one of the suggestions, or leave “in” empty.`,
  nearTitles: 'Documents with a similar title',

  button: {
    context: 'Context',
    why: 'Why this label?',
    verify: 'Verify',
    source: 'Open source',
    more: 'More',
    dismiss: 'Dismiss',
    thread: 'Ask further',
    helpful: 'Helpful',
    notHelpful: 'Not helpful',
    earlier: 'Earlier',
    later: 'Later',
  },

  contextTitle: 'Context',
  contextPlace: (path, first, last) =>
    `File ${path}, ${first === last ? `paragraph ${first}` : `paragraphs ${first}–${last}`}`,
  contextWithoutQuote: 'The quote itself is on another page.',
  documentGone: 'The document of this quote is no longer in the material.',
  quoteGone: 'The document has changed since: these words no longer stand in it.',

  whyTitle: 'Why this label?',
  whyLabel: (lane, step) =>
    `Label: **${{ reported: 'reported', attributed: 'claimed by a source', opinion: 'opinion' }[lane]}** (${step}).`,
  whySet: (lane, source, day) =>
    `Set by a moderator on ${day}: **${{ reported: 'reported', attributed: `claimed by ${source ?? 'a source'}`, opinion: 'opinion' }[lane]}**.`,
  whyLabeller: (lane, step) =>
    `The labeller had said: **${{ reported: 'reported', attributed: 'claimed by a source', opinion: 'opinion' }[lane]}** (${step}), for these reasons:`,
  whyUnclear: 'The label is unclear: the two sides are nearly as strong.',
  whyTowards: {
    reported: 'Speaks for *reported*',
    attributed: 'Speaks for *claimed by a source*',
    opinion: 'Speaks for *opinion*',
  },
  whyNone: 'Nothing in particular speaks for another label; an author’s plain statement counts as reported.',
  whyStrength: ['weak', 'medium', 'strong'],
  whyNote: 'Labels are made by rules over words, without understanding; “reported” never means “true”.',

  verification: {
    identical: '✅ **Identical.** The source file was read just now and holds exactly these words at this place.',
    moved:
      '✅ **Identical words, another place.** The source file has changed since, but still holds exactly these words.',
    changed: '⚠️ **Changed since.** The source file no longer holds exactly these words.',
    removed: '❌ **Removed.** The source file is no longer there, or can no longer be read as text.',
  },
  verifiedAt: (path, time) => `File ${path}, read ${time}`,

  misquote: {
    exact: '✅ **Exact.** These words stand in the material.',
    near: '⚠️ **Near.** The material has nearly these words; the differing ones are marked.',
    absent: '❌ **Absent.** These words do not stand in the material, nor nearly.',
    tooShort: 'That is too short to look for: give at least three words.',
  },
  misquoteLegend: '~~struck through~~: only in your text · **bold**: only in the source',
  misquoteSameWords: 'The words are the same; capitals, punctuation or accents differ.',
  misquoteNearest: 'The nearest in meaning:',
  soughtWords: 'Looked for',
  foundTimes: (count) => `Stands in ${counted(count, 'document', 'documents')}.`,

  checkTitle: 'Checked against the material',
  checkKind: {
    exact: '✅ Exact words found',
    similar: '🔶 Similar words found',
    nothing: '▫️ Nothing in the material',
  },
  checkSummary: (exact, similar, nothing) =>
    `${counted(exact, 'sentence', 'sentences')} exact, ${similar} similar, ${nothing} without a match. Found words show where something stands, not that it is true.`,
  checkLeftOut: (count) =>
    `${counted(count, 'further sentence was', 'further sentences were')} not checked, for want of space.`,
  noTextInMessage: 'There is no text in this message to look for.',

  aboutTitle: 'About this bot',
  about: ({ documents, passages, sentences, lanes, model, index, builtAt, startedAt, uptime }) => [
    'Answers questions only with verbatim quotes, and keeps opinion apart from what is reported and from what a source claims.',
    `**Documents:** ${documents.toLocaleString('en')}\n**Passages:** ${passages.toLocaleString('en')} (${counted(sentences, 'sentence', 'sentences')})`,
    `**Lanes:** reported ${lanes.reported} %, claimed ${lanes.attributed} %, opinion ${lanes.opinion} % of the sentences`,
    `**Model:** ${model}\n**Index version:** ${index}, built ${builtAt}\n**Uptime:** ${uptime} (since ${startedAt})`,
    'Ask with `/ask`, by mentioning me, or in a direct message. Right-click a message → Apps to check it.',
  ],

  threadName: (question) => question,
  threadOpened: (mention) =>
    `Ask further here: mention ${mention}, reply to one of my messages, or use \`/ask\`. I cannot read other messages.`,
  threadExists: 'There is a thread on this answer already; ask further there.',
  threadHint: (mention) =>
    `I can read only messages that mention ${mention} or reply to me. Write your question that way, or use \`/ask\`.`,
  cannotThread: (permissions) => `I cannot open a thread here: I need the permission ${permissions}.`,

  thanks: {
    helpful: 'Thank you: noted as helpful.',
    notHelpful: 'Thank you: noted as not helpful.',
  },
  dismissed: 'Dismissed.',
  onlyAskerDismisses: 'Only the one who asked and moderators (permission Manage Messages) can dismiss this.',

  cooldownUser: (seconds) => `One question at a time: you can ask again in ${counted(seconds, 'second', 'seconds')}.`,
  cooldownChannel: (seconds) =>
    `This channel has just had a question: it can have the next one in ${counted(seconds, 'second', 'seconds')}.`,
  queueFull: (limit) =>
    `Too much at once: ${counted(limit, 'question is', 'questions are')} waiting already. Please ask again in a minute.`,
  userQueueFull: (limit) =>
    `${counted(limit, 'question', 'questions')} of yours are waiting already. Please wait for their answers.`,
  channelNotAllowed: (channels) => `I do not answer in this channel. Ask me in ${channels} or in a direct message.`,
  emptyMention: 'Write your question in the same message as the mention, or use `/ask`.',
  unreadableReply:
    'I cannot read this reply, because it does not mention me. Turn the @ of your reply on, mention me, or use `/ask`.',
  preparing: 'The index is still being built. Your answer comes here as soon as it is done.',
  shuttingDown: 'I am just being restarted. Please ask again in a minute.',
  storeFailed: (reference) =>
    `My store cannot be used at the moment, so this may not have been done. Please try again later; tell the admin the reference ${reference} if it goes on.`,
  notReady: (detail) => `I cannot answer at the moment: the index is not available. ${detail}`,
  failed: (reference) =>
    `Something went wrong while answering. Please try again; tell the admin the reference ${reference} if it goes on.`,
  late: 'Discord did not take my answer in time. Here it is; the buttons work as usual.',
  cannotWrite: (channel, permissions) =>
    `You asked me in ${channel}, but I cannot answer there: I need the permission ${permissions}.`,
  unknownAction: 'This button is from another version and no longer known. Please ask again.',
};
