import { createCounter } from './locale.js';
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
  claimedByUnnamed: (source, naming) =>
    naming === 'group'
      ? { title: `Claimed by ${source} (not named)`, line: `Said by ${source}, passed on by the author; not verified.` }
      : {
          title: `Claimed by “${source}” (named before)`,
          line: 'Said by a source that the text names before, passed on by the author; not verified.',
        },
  statement: {
    rule: 'A rule.',
    instruction: 'An instruction.',
    definition: 'A definition.',
    advice: 'Advice.',
    promise: 'A promise.',
    prediction: 'A prediction.',
    estimate: 'An estimate.',
    demand: 'A demand.',
  },
  withinQuote: {
    reported: () => '*in italics:* reported as fact',
    attributed: (source) => `__underlined:__ claimed by ${source ?? 'somebody unnamed'}`,
    opinion: () => '__*underlined italics:*__ the author’s opinion',
  },
  step: { clear: 'clear', likely: 'likely', unclear: 'unclear' },
  labelUnclear: 'The label is unclear; “Why this label?” shows both sides.',
  labelSet: 'Label set by a moderator.',
  quoteContinues: '[…] This goes on; “More” shows the rest.',
  quoteCut: '[…] The quote goes on; “Context” shows all of it.',
  quoted: (words) => `“${words}”`,
  citation: ({ paragraph, last }) =>
    last !== undefined && last !== paragraph ? `paragraphs ${paragraph}–${last}` : `paragraph ${paragraph}`,
  alsoIn: (titles) => `Nearly the same words in: ${titles}`,
  indexVersion: (version) => `Verbatim quotes, nothing rephrased · index ${version}`,
  understoodFrom: (text, previous) => `Understood “${text}” as a follow-up to “${previous}”.`,
  questionCut: (length) => `Only the first ${length} characters of your question were read.`,
  otherLanes: (count) => `${counted(count, 'quote of another kind is', 'quotes of other kinds are')} not shown.`,
  onlyIn: (title) => `Only in “${title}”.`,
  onlyLane: (lane) =>
    `Only ${{ reported: 'what is reported', attributed: 'what a source claims', opinion: 'opinion' }[lane]}.`,
  further: (from, to) => (from === to ? `Further quote ${from}` : `Further quotes ${from} to ${to}`),
  noFurther: 'There are no further quotes for this question.',
  changedSinceMore:
    'The texts have changed since that answer; these further quotes are from the texts as they are now.',

  refusal: {
    'empty-question': 'There is nothing here to search for. Ask about something that the texts could be about.',
    'empty-corpus': 'There are no texts to search yet.',
    'nothing-relevant': 'Nothing in the texts is about this.',
    'detail-missing': 'The texts mention this but do not answer your question.',
    'too-weak': 'The texts touch on this, but nothing in them is likely to answer your question.',
    related: 'The texts mention this, but they may not answer your question:',
    'only-other-lane': 'There is no quote of that kind; these are of other kinds:',
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
  examples: 'The texts are about, for example',
  inDocument: (title) => `in “${title}”`,
  covers: (documents, from, to, titles) => {
    const dates = from === null ? '' : from === to || to === null ? ` of ${from}` : ` from ${from} to ${to}`;
    return `${counted(documents, 'document', 'documents')}${dates} can be searched${titles ? `: ${titles}` : '.'}`;
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
    tell: 'Tell me when answered',
    wrongLabel: 'Wrong label',
  },

  contextTitle: 'Context',
  contextPlace: (path, first, last) =>
    `File ${path}, ${first === last ? `paragraph ${first}` : `paragraphs ${first}–${last}`}`,
  contextWithoutQuote: 'The quote itself is on another page.',
  documentGone: 'The document of this quote is no longer among the texts.',
  quoteGone: 'The document has changed since then: these words are no longer in it.',

  whyTitle: 'Why this label?',
  whyLabel: (lane, step) =>
    `Label: **${{ reported: 'reported', attributed: 'claimed by a source', opinion: 'opinion' }[lane]}** (${step}).`,
  whySet: (lane, source, day) =>
    `Set by a moderator on ${day}: **${{ reported: 'reported', attributed: `claimed by ${source ?? 'a source'}`, opinion: 'opinion' }[lane]}**.`,
  whyLabeller: (lane, step) =>
    `The automatic label was: **${{ reported: 'reported', attributed: 'claimed by a source', opinion: 'opinion' }[lane]}** (${step}), for these reasons:`,
  whyStatement: (statement) => `What the sentence does: *${statement}*.`,
  whyTextKind: (kind, isDeclared) =>
    `Kind of text: *${kind === 'open' ? 'none in particular' : kind}*, ${isDeclared ? 'as declared' : 'by its genre or shape'}.`,
  whyUnclear: 'The label is unclear: both sides are almost equally strong.',
  whyTowards: {
    reported: 'Points to *reported*',
    attributed: 'Points to *claimed by a source*',
    opinion: 'Points to *opinion*',
  },
  whyNone: 'Nothing in particular points to another label; an author’s plain statement counts as reported.',
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
    exact: '✅ **Exact.** These words are in the texts.',
    near: '⚠️ **Near.** The texts have nearly these words; the ones that differ are marked.',
    absent: '❌ **Absent.** These words are not in the texts, not even nearly.',
    tooShort: 'That is too short to search for: give at least three words.',
  },
  misquoteLegend: '~~struck through~~: only in your text · **bold**: only in the source',
  misquoteSameWords: 'The words are the same; capitals, punctuation or accents differ.',
  misquoteNearest: 'Nearest in meaning:',
  soughtWords: 'Searched for',
  foundTimes: (count) => `Found in ${counted(count, 'document', 'documents')}.`,

  checkTitle: 'Checked against the texts',
  checkKind: {
    exact: '✅ Exact words found',
    similar: '🔶 Similar words found',
    answered: '💬 The texts answer this',
    nothing: '▫️ Nothing in the texts',
  },
  checkSummary: (exact, similar, answered, nothing) =>
    `${counted(exact, 'sentence', 'sentences')} exact, ${similar} similar, ${answered > 0 ? `${counted(answered, 'question', 'questions')} answered, ` : ''}${nothing} without a match. A match shows where something is written, not that it is true.`,
  checkLeftOut: (count) =>
    `${counted(count, 'further sentence was', 'further sentences were')} not checked, for lack of space.`,
  noTextInMessage: 'There is no text in this message to search for.',

  aboutTitle: 'About this bot',
  about: ({ documents, passages, sentences, lanes, model, index, builtAt, startedAt, uptime }) => [
    'Answers questions only with verbatim quotes, and keeps opinion apart from what is reported and from what a source claims.',
    `**Documents:** ${documents.toLocaleString('en')}\n**Passages:** ${passages.toLocaleString('en')} (${counted(sentences, 'sentence', 'sentences')})`,
    `**Lanes:** reported ${lanes.reported} %, claimed ${lanes.attributed} %, opinion ${lanes.opinion} % of the sentences`,
    `**Model:** ${model}\n**Index version:** ${index}, built ${builtAt}\n**Uptime:** ${uptime} (since ${startedAt})`,
    'Ask with `/ask`, by mentioning me, or in a direct message. Right-click a message → Apps to check it.',
  ],

  threadOpened: (mention) =>
    `Ask more here: mention ${mention}, reply to one of my messages, or use \`/ask\`. I cannot read other messages.`,
  somebody: 'somebody',
  notSentDirectly: 'You take no direct messages from me, so I show this here, to you alone.',
  answerGone: 'This answer has been deleted, so no thread can be opened on it. You can ask again with /ask.',
  tooManyThreads: 'There are too many open threads here. Close one, then try again.',
  threadExists: 'There is already a thread on this answer; ask there.',
  threadHint: (mention) =>
    `I can read only messages that mention ${mention} or reply to me. Write your question that way, or use \`/ask\`.`,
  cannotThread: (permissions) => `I cannot open a thread here: I need the permission ${permissions}.`,

  thanks: {
    helpful: 'Thank you: noted as helpful.',
    notHelpful: 'Thank you: noted as not helpful.',
  },
  dismissed: 'Dismissed.',
  onlyAskerDismisses: 'Only the person who asked and moderators (permission Manage Messages) can dismiss this.',

  cooldownUser: (seconds) => `One question at a time: you can ask again in ${counted(seconds, 'second', 'seconds')}.`,
  cooldownChannel: (seconds) =>
    `Somebody has just asked in this channel: the next question can be asked in ${counted(seconds, 'second', 'seconds')}.`,
  queueFull: (limit) =>
    `The queue is full: ${counted(limit, 'request is', 'requests are')} already waiting. Try again in a minute.`,
  userQueueFull: (limit) =>
    `${counted(limit, 'request of yours is', 'requests of yours are')} already waiting. Please wait for the answers.`,
  channelNotAllowed: (channels) => `I do not answer in this channel. Ask me in ${channels} or in a direct message.`,
  emptyMention: 'Write your question in the same message as the mention, or use `/ask`.',
  unreadableReply:
    'I cannot read this reply, because it does not mention me. Turn the @ of your reply on, mention me, or use `/ask`.',
  preparing: 'The index is still being built. Your answer will appear here as soon as it is ready.',
  shuttingDown: 'I am being restarted. Please ask again in a minute.',
  storeFailed: (reference) =>
    `My store cannot be used at the moment, so this may not have been saved. Please try again later; if it keeps happening, give the admin the reference ${reference}.`,
  notReady: (detail) => `I cannot answer at the moment: the index is not available. ${detail}`,
  failed: (reference) =>
    `Something went wrong while answering. Please try again; if it keeps happening, give the admin the reference ${reference}.`,
  late: 'Discord did not take my answer in time. Here it is; the buttons work as usual.',
  cannotWrite: (channel, permissions) =>
    `You asked me in ${channel}, but I cannot answer there: I need the permission ${permissions}.`,
  unknownAction: 'This button is from another version of the bot and no longer works. Please ask again.',
};
