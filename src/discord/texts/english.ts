import { placeWords, repairs } from '../../app/asking/answer-wording.js';
import { englishDoubts } from '../../app/indexing/describe-doubts.js';
import { missColumns } from '../../app/moderation/tabulate-misses.js';
import { summaryDefaults } from '../../core/summary/summary-options.js';
import { namePlace } from '../../core/text/name-place.js';
import type { BriefTexts } from './brief-texts.js';
import type { CommandTexts } from './command-texts.js';
import { createCounter, type Language } from './language.js';
import type { LibraryTexts } from './library-texts.js';
import type { MissTexts } from './miss-texts.js';
import type { MyDataTexts } from './my-data-texts.js';
import type { ReviewTexts } from './review-texts.js';
import type { SettingsTexts } from './settings-texts.js';
import { listed, words, type SmallTalk } from './small-talk-phrases.js';
import type { NamedPermission, Texts } from './texts.js';

const counted = createCounter('en');
const usualQuotes = summaryDefaults.quotes;

const permission: Texts['permission'] = {
  ViewChannel: 'View Channel',
  SendMessages: 'Send Messages',
  SendMessagesInThreads: 'Send Messages in Threads',
  ReadMessageHistory: 'Read Message History',
  CreatePublicThreads: 'Create Public Threads',
  PinMessages: 'Pin Messages',
  ManageMessages: 'Manage Messages',
};
const listPermissions = (names: readonly NamedPermission[]): string =>
  `the ${names.length === 1 ? 'permission' : 'permissions'} ${names.map((name) => `**${permission[name]}**`).join(', ')}`;
const anyOf = new Intl.ListFormat('en-GB', { type: 'disjunction' });
const times = (count: number): string =>
  count === 1 ? 'once' : count === 2 ? 'twice' : `${count.toLocaleString('en')} times`;
const people = (count: number): string => counted(count, 'person', 'people');

const texts: Texts = {
  locale: 'en',
  lane: {
    reported: { title: 'REPORTED', line: 'Stated as fact by the author; not verified.' },
    attributed: { title: 'CLAIMED', line: 'What a source says, as the text passes it on.' },
    opinion: { title: 'OPINION', line: 'The author’s own view, not reported fact.' },
  },
  claimedBy: (name, source) => ({
    title: `CLAIMED BY ${name ?? 'SOMEBODY UNNAMED'}`,
    line: `Said by ${source ?? 'a source that is not named'}, as the text has it; not verified.`,
  }),
  claimedByUnnamed: (source, naming) =>
    ({
      group: {
        title: `Claimed by ${source} (not named)`,
        line: `Said by ${source}, as the text has it; not verified.`,
      },
      pronoun: {
        title: `Claimed by “${source}” (named before)`,
        line: 'Said by a source that the text names before, as the text has it; not verified.',
      },
      author: {
        title: `Claimed by “${source}”`,
        line: `Said by somebody whom this text calls “${source}”; not verified.`,
      },
    })[naming],
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
  labelUnclear: 'The label is unclear; “Why / Verify” shows both sides.',
  labelSet: 'Label set by a moderator.',
  quoteContinues: '[…] This goes on; “Context” shows the rest.',
  quoteContinuesInMore: '[…] This goes on; “More” shows the rest.',
  quoteCut: '[…] The quote goes on; “Context” shows all of it.',
  quoted: (words) => `“${words}”`,
  citation: (parts) => namePlace(parts, placeWords),
  repair: repairs,
  alsoIn: (titles) => `Nearly the same words in: ${titles}`,
  indexVersion: (version) => `Verbatim quotes, nothing rephrased · index ${version}`,
  understoodFrom: (text, previous) => `Understood “${text}” as a follow-up to “${previous}”.`,
  readAs: (words) => `Read as: ${words}`,
  placesDiffer: (first, second, isNewerFirst) =>
    isNewerFirst
      ? `The texts differ: the newer place, first here, says “${first}”; an older one says “${second}”.`
      : `The texts differ: one place says “${first}”, another “${second}”.`,
  questionCut: (length) => `Only the first ${length} characters of your question were read.`,
  otherLanes: (count) => `${counted(count, 'quote of another kind is', 'quotes of other kinds are')} not shown.`,
  onlyIn: (title) => `Only in “${title}”.`,
  onlyLane: (lane) =>
    `Only ${{ reported: 'what is reported', attributed: 'what a source claims', opinion: 'opinion' }[lane]}.`,
  further: (from, to) => (from === to ? `Further quote ${from}` : `Further quotes ${from} to ${to}`),
  restFirst: (count) =>
    count === 1 ? 'First the rest of a quote shown before' : `First the rest of ${count} quotes shown before`,
  etcHint: 'Only you see this.',
  sharedBy: (person) => `${person} asked this privately and shares the answer.`,
  nothingToShare: 'The texts have changed, and no longer answer this: there is nothing to share.',
  shared: (link) => `✅ Shared with everybody here: ${link}`,
  sharedChanged: 'Asked again for this message: these are not quite the quotes that were shown privately.',
  onlyAskerShares: 'Only the person who asked can share this.',
  cannotShare: (channel, permissions) =>
    `I cannot share it in ${channel}: there I need ${listPermissions(permissions)}.`,
  mayNotWrite: 'You may not write in this channel, so your answer cannot be shared here.',
  lastFurther: 'These were all the quotes for this question.',
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
  didYouMean: (words) => `Did you mean “${words}”?`,
  missing: (list) => `Not found: ${list}.`,
  missingKind: {
    count: 'a number',
    measure: 'a measure',
    money: 'a sum of money',
    time: 'a date or time',
    meaning: 'the full name',
  },
  covers: (documents, from, to, titles) => {
    const dates = from === null ? '' : from === to || to === null ? ` of ${from}` : ` from ${from} to ${to}`;
    if (documents === 0) return 'There are no documents to search yet.';
    return `${counted(documents, 'document', 'documents')}${dates} can be searched${titles ? `: ${titles}` : '.'}`;
  },
  listHint: '`/about texts` lists them.',
  inOtherLanguage: 'The search goes by the words of the texts: where they are in another language, ask in that one.',
  unknownDocument: (wanted) => `No document is called “${wanted}”. Choose one of the suggestions, or leave “in” empty.`,
  nearTitles: 'Documents with a similar title',

  button: {
    context: 'Context',
    why: 'Why / Verify',
    source: 'Open source',
    wholeText: 'Whole text',
    more: 'More',
    etc: '…',
    share: 'Share with everybody',
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
  documentLeft: 'That document is no longer among the texts.',
  documentWithheld: 'That document is not among the texts that are asked here.',
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
  whyUnseen: {
    question: 'a question',
    'answered-question': 'a question that is answered',
    'no-figure-or-name': 'no figure, date or name',
    'short-sentence': 'a short sentence',
    'long-sentence': 'a long sentence',
    'last-sentence': 'the last sentence',
    'list-item': 'an item of a list',
    'figures-in-a-judgement': 'figures in a judgement',
    'follows-a-quotation': 'follows a quotation',
    'unknown-first-person': '“I” of an unknown speaker',
    'no-judging-word': 'no judging word',
    'judging-words-in-a-claim': 'judging words in a claim',
    'sounds-like-opinion': 'sounds like opinion as a whole',
    'sounds-like-a-report': 'sounds like a report as a whole',
    'most-sentences-report': 'most sentences report',
    'most-clauses-report': 'most parts of sentences report',
    'neighbouring-sentences': 'the sentences around it',
    'no-judgement-of-its-own': 'no judgement of its own',
    'in-no-opinion-piece': 'stands in no opinion piece',
    'between-the-turns': 'stands between the turns of a conversation',
    code: 'code',
    table: 'stands in a table',
    quotation: 'stands in quotation marks',
    'quotation-goes-on': 'a quotation goes on',
    'indirect-speech-goes-on': 'indirect speech goes on',
    'after-the-colon': 'stands after the colon of a source',
    transcript: 'said in a conversation',
    interview: 'said in an interview',
    rule: 'a rule',
    instruction: 'an instruction',
    definition: 'a definition',
    advice: 'advice',
    'genre-news': 'the text is news',
    'genre-opinion': 'the text is an opinion piece',
    'genre-analysis': 'the text is an analysis',
    'genre-explainer': 'the text is an explainer',
    'genre-letter': 'the text is a letter',
    'genre-release': 'the text is a press release',
    'genre-other': 'the text has another genre',
    'genre-unknown': 'the genre of the text is not known',
    'in-reference': 'stands in a reference text',
    'in-reference-unjudged': 'stands in a reference text, without a judging phrase',
    'in-rules': 'stands among rules',
    'in-rules-unjudged': 'stands among rules, without a judging phrase',
    'in-minutes': 'stands in minutes',
    'in-minutes-unjudged': 'stands in minutes, without a judging phrase',
  },
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
    'older-reader':
      '⏳ **Read anew soon.** The source file was read by an earlier version of this program; ask again in a moment.',
    elsewhere: 'ℹ️ **Not compared.** The source files lie on another machine; the index holds exactly these words.',
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
  checkUnreadable:
    'I cannot read the message that you reply to: Discord shows me only those that mention me. Right-click it (long-press on a phone) → Apps → **Check this message**.',
  checkOwn:
    'That is a message of my own. My quotes are the words of the texts; **Why / Verify** below one reads its file again.',
  noTextInMessage: 'There is no text in this message to search for.',

  aboutTitle: 'About this bot',
  about: ({ documents, passages, sentences, lanes, model, index, builtAt, startedAt, uptime }) => [
    'Answers questions only with verbatim quotes, and keeps opinion apart from what is reported and from what a source claims.',
    `**Documents:** ${documents.toLocaleString('en')}\n**Passages:** ${passages.toLocaleString('en')} (${counted(sentences, 'sentence', 'sentences')})`,
    `**Lanes:** reported ${lanes.reported} %, claimed ${lanes.attributed} %, opinion ${lanes.opinion} % of the sentences`,
    `**Model:** ${model}\n**Index version:** ${index}, built ${builtAt}\n**Uptime:** ${uptime} (since ${startedAt})`,
    'Ask with `/ask`, by mentioning me, or in a direct message. To check a message, right-click it, or press it long on a phone, then choose Apps.',
  ],

  list: {
    title: 'Texts',
    all: 'all',
    found: (count, search) => `${counted(count, 'document fits', 'documents fit')} “${search}”`,
    none: (search) => `No document fits “${search}”. \`/about texts: all\` lists them all.`,
    page: (page, pages) => `page ${page} of ${pages}`,
    sentences: (count) => counted(count, 'sentence', 'sentences'),
    choose: 'Look at a document',
    counts: (sentences, passages) =>
      `**Size:** ${counted(sentences, 'sentence', 'sentences')} in ${counted(passages, 'passage', 'passages')}`,
    shares: ({ reported, attributed, opinion }) =>
      `**Labels:** reported ${reported} %, claimed ${attributed} %, opinion ${opinion} %`,
    genreLine: (genre) => `**Genre:** ${genre}`,
    genre: {
      news: 'news',
      opinion: 'opinion piece',
      analysis: 'analysis',
      explainer: 'explainer',
      letter: 'letter',
      release: 'press release',
      other: 'other',
    },
    changed: (day) => `**Last changed:** ${day}`,
    newest: (heading, date) => `**Newest entry:** ${heading} (${date})`,
    outline: 'Outline',
    moreHeadings: (count) => `… and ${counted(count, 'more heading', 'more headings')}`,
  },

  help: {
    title: { greeting: 'Hello!', help: 'What I can do', self: 'I am a bot.' },
    reply: {
      objection:
        'A quote shows only what a text says, true or not. “Not helpful” in the menu […] lists your question for the moderators; if a label is wrong, press “Why / Verify”, then “Wrong label”.',
      thanks: 'You are welcome. Ask me whenever you like.',
      farewell: '👋 Goodbye! Ask me whenever you like.',
      nod: '👍 Ask on whenever you like; `/help` shows what I can do.',
    },
    does: (documents) =>
      `I answer questions about ${counted(documents, 'document', 'documents')} with word-for-word quotes, each with its source, and keep opinion apart from what is reported as fact and from what somebody claims.`,
    examples: 'Ask me, for example',
    how: 'Write your question in the same message as a mention of me, use `/ask`, or send me a direct message. `/about texts` lists the documents.',
    moderators: 'As a moderator you put texts in with `/library add`, and see with `/library list` what is in.',
    cannot:
      'What I cannot do: tell what stands nowhere in these documents, say it in other words, translate, or judge what is true.',
  },

  threadOpened: (mention) =>
    `Ask more here: mention ${mention}, reply to one of my messages, or use \`/ask\`. I cannot read other messages.`,
  threadReady: (thread) => `Ask on in the thread ${thread}.`,
  somebody: 'somebody',
  notSentDirectly: 'You take no direct messages from me, so I show this here, to you alone.',
  answerGone: 'This answer has been deleted, so no thread can be opened on it. You can ask again with /ask.',
  tooManyThreads: 'There are too many open threads here. Close one, then try again.',
  threadExists: (thread) => `There is already a thread on this answer; ask there: ${thread}`,
  threadHint: (mention) =>
    `I can read only messages that mention ${mention} or reply to me. Write your question that way, or use \`/ask\`.`,
  cannotThread: (permissions) => `I cannot open a thread here: I need ${listPermissions(permissions)}.`,

  thanks: {
    helpful: 'Thank you: noted as helpful.',
    notHelpful: 'Thank you: noted as not helpful.',
  },
  dismissed: 'Dismissed.',
  onlyAskerDismisses: 'Only the person who asked and moderators (permission Manage Messages) can dismiss this.',

  cooldownUser: (seconds) => `One question at a time: you can ask again in ${counted(seconds, 'second', 'seconds')}.`,
  cooldownChannel: (channel, seconds) =>
    `Somebody has just asked in ${channel}: the next question can be asked in ${counted(seconds, 'second', 'seconds')}.`,
  queueFull: (limit) =>
    `The queue is full: ${counted(limit, 'request is', 'requests are')} already waiting. Try again in a minute.`,
  userQueueFull: (limit) =>
    `${counted(limit, 'request of yours is', 'requests of yours are')} already waiting. Please wait for the answers.`,
  channelNotAllowed: (channel, channels) =>
    `I do not answer in ${channel}. Ask me in ${anyOf.format([...channels, 'a direct message'])}.`,
  unreadableReply:
    'I cannot read this reply, because it does not mention me. Turn the @ of your reply on, mention me, or use `/ask`.',
  preparing: 'The index is still being built. Your answer will appear here as soon as it is ready.',
  shuttingDown: 'I am being restarted. Please ask again in a minute.',
  storeFailed: (reference) =>
    `My store cannot be used at the moment, so this may not have been saved. Please try again later; if it keeps happening, give the admin the reference ${reference}.`,
  notReady:
    'I cannot answer at the moment: my texts are not available. Please ask again later; if it stays so, tell whoever runs me.',
  failed: (reference) =>
    `Something went wrong while answering. Please try again; if it keeps happening, give the admin the reference ${reference}.`,
  late: 'Discord did not take my answer in time. Here it is; the buttons work as usual.',
  cannotWrite: (channel, server, permissions) =>
    `You asked me in ${channel}${server === null ? '' : ` of “${server}”`}, but I cannot answer there: I need ${listPermissions(permissions)}.`,
  permission,
  unknownAction: 'This button is from another version of the bot and no longer works. Please ask again.',
};

const briefs: BriefTexts = {
  titleOf: (topic, documentTitle) => topic ?? documentTitle ?? 'All texts',
  scopeOf: (topic, documentTitle) => {
    if (topic !== null && documentTitle !== null) return `What “${documentTitle}” says about “${topic}”`;
    if (topic !== null) return `What all texts say about “${topic}”`;
    return documentTitle !== null
      ? `What “${documentTitle}” says, in its own words`
      : 'What all texts say, in their own words';
  },
  laneCounts: ({ reported, attributed, opinion }) =>
    [
      ...(reported > 0 ? [`${reported} reported`] : []),
      ...(attributed > 0 ? [`${attributed} claimed`] : []),
      ...(opinion > 0 ? [`${opinion} opinion`] : []),
    ].join(', '),
  previewNote: 'Preview for your eyes only. Untick quotes in the menu, then post it.',
  previewTarget: (channel) => `It will be posted in ${channel}.`,
  rebuilds: (link) => `It replaces ${link}.`,
  lane: {
    reported: () => 'Reported',
    attributed: (source) => (source === null ? 'Claimed' : `Claimed by ${source}`),
    opinion: () => 'Opinion',
  },
  notKept: '▫️ Not ticked: will not be posted.',
  pairsTitle: 'WHERE SOURCES DISAGREE',
  pairsLine: 'Both quotes stand side by side; which one is right is not judged here.',
  pairName: (number) => `Disagreement ${number}`,
  leftOut: (quotes, pairs) => {
    const parts = [
      ...(quotes > 0 ? [counted(quotes, 'quote', 'quotes')] : []),
      ...(pairs > 0 ? [counted(pairs, 'disagreement', 'disagreements')] : []),
    ];
    return `${parts.join(' and ')} not shown, for lack of space.`;
  },
  hints: {
    preview: {
      quoteCut: '[…] The quote goes on; it is kept whole.',
      quoteContinues: '[…] This goes on in the document.',
      labelUnclear: 'The label is unclear; the posted brief shows both sides to whoever looks closer.',
    },
    posted: {
      quoteCut: '[…] The quote goes on; choose it below to see all of it.',
      quoteContinues: '[…] This goes on in the document.',
      labelUnclear: 'The label is unclear; choose the quote below to see both sides.',
    },
  },
  footer: (person, isPinned, version) => {
    const who = person === null ? '' : `${isPinned ? 'Pinned' : 'Posted'} by ${person} · `;
    return `${who}Verbatim quotes, nothing rephrased · index ${version}`;
  },

  button: {
    titleAndOrder: 'Title and order',
    post: 'Post',
    postAndPin: 'Post and pin',
    discard: 'Discard',
    rebuild: 'Rebuild',
    tryAgain: 'Pin it now',
    earlier: 'Earlier',
    later: 'Later',
  },
  retire: (title) => `Unpin “${title}”`,
  tickMenu: 'Quotes to keep',
  lookMenu: 'Look closer at a quote',
  form: {
    heading: 'Title and order',
    title: 'Title',
    titleHint: 'Leave it empty to use the topic or the document’s title.',
    order: 'Order of the quotes',
    orderHint: 'Their numbers; those left out follow. Each quote stays in its lane.',
    orderExample: 'For example: 3 1 2',
  },
  badOrder: (given, highest) =>
    `The order “${given}” is not clear: write each number from 1 to ${highest} at most once, separated by spaces, such as “2 1”. The order was left as it is.`,

  onlyModerators: 'Only moderators (permission Manage Messages) can do this.',
  onlyMaker: 'This preview belongs to another moderator. Make your own with `/summary`.',
  draftGone: 'This preview is no longer there. Make a new one with `/summary`.',
  draftBusy: 'This brief is being posted right now. Give it a moment.',
  draftWithheld: 'Some of its texts are not asked here any more. Discard this preview and make a new one.',
  withheld: 'This text is not asked here any more.',
  discarded: 'Discarded. Nothing was posted.',
  nothingTicked: 'Nothing is ticked, so there is nothing to post. Tick at least one quote.',
  nothingStands: 'None of the ticked quotes is still in the texts. Nothing was posted.',
  dropped: (lines) => `Left out, because the texts have changed since this preview was made:\n${lines.join('\n')}`,
  moved: (lines) =>
    `Shown under a different label than in the preview, because it has changed since:\n${lines.join('\n')}`,
  posted: (link) => `✅ Posted: ${link}`,
  postedAndPinned: (link) => `✅ Posted and pinned: ${link}`,
  replacedOld: (link) => `It replaces the earlier brief on this topic: ${link}`,
  youLack: (permissions, channel) => `You need ${listPermissions(permissions)} in ${channel}.`,
  botLacks: (permissions, channel) => `I need ${listPermissions(permissions)} in ${channel}.`,
  notSent: (detail) => `Nothing was posted: ${detail} The preview is kept; you can try again.`,
  noAnswer: 'Discord did not answer.',
  notAnswered:
    'Discord did not answer, so it is not known whether the brief was posted. The preview is kept: press again; it will be posted only once.',
  cannotReach: (channel) => `I cannot reach ${channel}; it was deleted, or I am not allowed to write in it.`,
  notPinned: (link, detail) => `Posted, but not pinned: ${link}\n${detail}`,
  refusedWith: (code) => `Discord refused it (code ${code}).`,
  pinsFull: (link) =>
    `Posted, but not pinned: ${link}\nThis channel has 250 pinned messages, the most that Discord allows.`,
  retireOffer: (title, date) =>
    `I can unpin the oldest of my own briefs here, **${title}** (posted ${date}), and pin this one instead.`,
  retireNone: 'None of them is a brief of mine: a moderator has to unpin something first.',
  retired: (title) => `Unpinned to make room: **${title}**`,

  noPins: 'None of my briefs is pinned in this channel. `/summary` makes one.',
  pinsTitle: (count) => `${counted(count, 'brief', 'briefs')} of mine pinned in this channel`,
  pinsPage: (page, pages) => `Page ${page} of ${pages}`,
  pinLine: (date, person) => `Pinned ${date}${person === null ? '' : ` by ${person}`}`,
  allStand: (count) =>
    count === 1 ? '✅ Its quote still stands' : `✅ ${count === 2 ? 'Both' : `All ${count}`} quotes still stand`,
  someFell: (fell, count) =>
    `⚠️ ${fell} of ${counted(count, 'quote', 'quotes')} no longer ${fell === 1 ? 'stands' : 'stand'} as posted`,
  fallen: {
    changed: (count) => `${count} changed`,
    vanished: (count) => `${count} vanished`,
    relabelled: (count) => `${count} relabelled`,
    withheld: (count) => `${count} of texts that are not asked here any more`,
  },

  markedTitle: (fell, count) =>
    count === 1
      ? '⚠️ **The source has changed: this quote no longer stands as posted.**'
      : `⚠️ **The sources have changed: ${fell} of ${count} quotes no longer ${fell === 1 ? 'stands' : 'stand'} as posted.**`,
  markedLine: (fell) => (fell === 1 ? 'It is marked below.' : 'Each of them is marked below.'),
  mark: {
    changed: '**Changed:** the document no longer holds these words.',
    vanished: '**Vanished:** the document is no longer among the texts.',
    withheld: '**Taken out:** the document is not asked here any more.',
  },
  relabelled: (lane, source) =>
    `**Relabelled:** now ${{ reported: 'reported as fact', attributed: `claimed by ${source ?? 'somebody unnamed'}`, opinion: 'the author’s opinion' }[lane]}.`,
  since: (time) => `seen ${time}`,
  replacedBy: (link) => `🔁 **Replaced by a newer brief:** ${link}`,
  noticeTitle: (title) => `⚠️ **The sources of a posted brief have changed: ${title}**`,
  noticeOpen: (link) => `The brief is marked: ${link}`,
  noticeUnmarked: (link) =>
    `Discord does not let me mark this brief yet; I will try again at each update of the index: ${link}`,
  noticeQuote: (number, words, what) => `- Quote ${number}, “${words}”: ${what}`,
  noticePair: (number, words, what) => `- Disagreement ${number}, “${words}”: ${what}`,
  briefGone: 'That brief is no longer there: its message or its channel was deleted.',
  briefReplaced: (link) => `That brief has been replaced already: ${link}`,
  briefUnknown: 'I no longer know this brief. `/summary` makes a new one.',
  documentGone: (title) => `“${title}” is no longer among the texts, so there is nothing to rebuild the brief from.`,
  reason: {
    pin: (title, person) => `Brief on "${title}", pinned by ${person}`,
    replace: (title, person) => `Brief on "${title}" replaced by a newer one, by ${person}`,
    retire: (title, person) => `Brief on "${title}" retired to make room, by ${person}`,
  },
};

const misses: MissTexts = {
  button: {
    untell: 'Stop notifying me',
    dismiss: 'Out of scope',
    undo: 'Undo',
    export: 'Export CSV',
    earlier: 'Earlier',
    later: 'Later',
  },
  onlyModerators: 'Only moderators can see the missed questions: the permission **Manage Messages** is needed here.',

  title: 'Missed questions',
  period: { day: 'last 24 hours', week: 'last 7 days', month: 'last 30 days', all: 'all that is kept' },
  totals: (questions, askings, persons) =>
    `${counted(questions, 'question', 'questions')}, asked ${times(askings)} by ${people(persons)}`,
  page: (page, pages) => `page ${page} of ${pages}`,
  none: 'No open questions in this period.',
  capped: (limit) => `Only the ${limit.toLocaleString('en')} wordings asked most often are counted.`,
  asked: (askings, persons, last) => `Asked **${times(askings)}** by ${people(persons)}, last ${last}`,
  alsoAsked: (wordings, more) =>
    `Also: ${wordings.map((each) => `“${each}”`).join(', ')}${more > 0 ? ` and ${more} more` : ''}`,
  why: (reasons) => `Why: ${reasons}`,
  reason: {
    'empty-question': 'nothing to search for',
    'empty-corpus': 'there were no texts yet',
    'nothing-relevant': 'nothing in the texts is about it',
    'detail-missing': 'the texts mention it but do not answer the question',
    'too-weak': 'nothing that is likely to answer it',
    related: 'the texts mention it, but may not answer the question',
    'only-other-lane': 'only quotes of other kinds',
    'not-helpful': 'answered, but voted not helpful',
  },
  nearest: (places) => `Nearest: ${places}`,
  place: (words, title) => `“${words}” in *${title}*`,
  onlyLane: { reported: 'only what is reported', attributed: 'only what a source claims', opinion: 'only opinion' },
  onlyIn: (title) => `only in *${title}*`,
  dismissSome: 'Several out of scope …',
  dismissedSome: (count) => `Set aside as out of scope: ${count} questions. They are no longer listed or asked again.`,
  restoredSome: (count) => `Back in the list: ${count} questions.`,
  dismissed: (question) => `Set aside as out of scope: “${question}”. It is no longer listed or asked again.`,
  restored: (question) => `Back in the list: “${question}”.`,
  gone: 'That question is no longer in the list.',

  exported: (rows) => `${counted(rows, 'question', 'questions')}, for a spreadsheet. Nobody who asked is named in it.`,
  columns: missColumns,

  digestTitle: (count) =>
    count === 1
      ? 'A missed question has an answer now'
      : `${count.toLocaleString('en')} missed questions have an answer now`,
  digestMore: (count) => `… and ${counted(count, 'more question', 'more questions')}.`,
  digestHint:
    'Asked again after an update of the texts; whether a quote really answers is for you to judge. `/misses` shows what is still open.',

  willTell: (days) =>
    'You will get a direct message once an update of the texts answers this. Until then your user id is kept with the ' +
    `question, for at most ${counted(days, 'day', 'days')}; it is deleted as soon as you are told, or when you take this back.`,
  willNotTell: 'You will not be told. Your user id is no longer kept with the question.',
  answerableNow: 'The texts have changed since: ask again, this can be answered now.',
  setAside:
    'The moderators have set this question aside, so it will not be asked again and there is nothing to wait for.',
  nothingToTell: 'This message has no question to wait for. Please ask it again.',
  told: 'You asked to be told: there is an answer now.',
  toldHint: 'Ask the question again for all quotes. Your user id is no longer kept with it.',
  toldElsewhere: (channel) =>
    `Its text is not asked in direct messages: ask the question again ${channel === null ? 'where you asked it' : `in ${channel}`}. ` +
    'Your user id is no longer kept with it.',
  answerWithheld: 'By a text that is not asked in this channel.',
};

const review: ReviewTexts = {
  form: {
    title: 'Wrong label',
    quote: 'Which quote?',
    quoteNumber: (number) => `Quote ${number}`,
    label: 'What should the label be?',
    labelHint: (lane) =>
      `Now: ${{ reported: 'reported', attributed: 'claimed by a source', opinion: 'opinion' }[lane]}`,
    source: 'If claimed: by whom?',
    sourceHint: 'As the text names them; leave it empty if nobody is named',
    note: 'Why?',
    noteHint: 'Optional; the moderators read it',
  },
  lane: { reported: 'reported', attributed: 'claimed by a source', opinion: 'opinion' },
  label: (lane, source) =>
    ({
      reported: '**reported**',
      attributed: source === null ? '**claimed** by a source' : `**claimed** by ${source}`,
      opinion: '**opinion**',
    })[lane],
  option: {
    reported: { label: 'Reported', description: 'Stated as fact by the author' },
    attributed: { label: 'Claimed by a source', description: 'Somebody else says it and the author passes it on' },
    opinion: { label: 'Opinion', description: 'The author’s own view' },
  },
  noQuotes: 'I cannot tell which quote this is about. Please ask again and press the button on the new answer.',
  notHere:
    'In a direct message there are no moderators to look at it. Ask in a server, and press **Wrong label** on the answer there.',
  thanks: (was, label) => `Thank you. The moderators will see that this should be ${label} and not ${was}.`,
  thanksAgain: (was, label) =>
    `Thank you. The moderators will see that this should be ${label} and not ${was}. This replaces what you said before.`,
  hasLabel: (label) => `That is the label it has already: ${label}. Nothing was sent.`,

  onlyModerators: 'Only moderators can review labels (permission Manage Messages).',
  queueTitle: 'Disputed labels',
  position: (number, count) => `${number} of ${count}`,
  order: 'Most disputed first, then the oldest.',
  aside: (count) =>
    `${count === 1 ? '1 quote is' : `${count} quotes are`} set aside: the words are no longer in the texts, or their label has changed since.`,
  labelNow: (label, step) => `Label now: ${label}${step === null ? '' : ` (${step})`}`,
  setBefore: 'set by a moderator',
  reasons: 'Strongest reasons',
  proposals: 'What people say it should be',
  proposal: (count, label) => `${label} – ${people(count)}`,
  proposalOption: people,
  moreNotes: (count) => (count === 1 ? 'and 1 more note' : `and ${count} more notes`),
  acceptSets: (label) => `**Accept** sets the label to ${label}.`,
  chooseLabel: 'Which label to accept',
  button: {
    accept: 'Accept',
    decline: 'Decline',
    next: 'Next',
    undo: 'Undo',
    export: 'Export',
    newer: 'Newer',
    older: 'Older',
  },
  accepted: (label) => `✅ Accepted: the label is now ${label}. The next answer shows it.`,
  declined: 'Declined: the label stays as it is.',
  acceptSome: 'Accept several at once …',
  declineSome: 'Decline several at once …',
  acceptedSome: (count, chosen) =>
    `✅ Accepted: ${count} of ${chosen}, each with the label that most people propose. \`/review show: decided\` lists them.`,
  declinedSome: (count, chosen) => `Declined: ${count} of ${chosen}; their labels stay as they are.`,
  takenBack: 'Undone: the quote is open again.',
  decidedAlready:
    '⚠️ This has been decided or has changed in the meantime; nothing was done. Here is how it stands now.',
  noneOpen: 'No label is disputed. With `/review show: decided` you see the labels that moderators have set.',

  decidedTitle: (count) => `Labels set by moderators: ${count}`,
  decidedLine: 'The newest first. **Undo** brings the automatic label back.',
  decidedItem: (label, was, date) => `${label} instead of ${was}, since ${date}`,
  noLongerStands: 'These words are no longer in the texts; the label applies again if they come back.',
  noneDecided: 'No label is set by a moderator of this server.',
  undone: 'Undone: the automatic label is back.',
  undoneAlready: '⚠️ That one has been undone already.',
  exported: (count) =>
    `${count === 1 ? '1 label' : `${count} labels`} set by moderators, one line of JSON each, in the form of the labelled set.`,
};

const myData: MyDataTexts = {
  delete: 'Delete',
  title: 'What is kept about you',
  nothing: 'Nothing is kept about you.',
  kinds: {
    votes: 'Votes on answers (“Helpful”, “Not helpful”)',
    questions: 'Questions of yours that were not answered, or not well',
    'opt-ins': 'Questions that you want to be told about, with your user id',
    drafts: 'Drafts of summaries',
    briefs: 'Summaries that you posted',
    pins: 'Messages that you had pinned',
    disputes: 'Labels that you reported as wrong',
    overrides: 'Labels that you set as a moderator',
    library: 'What you did as a moderator with texts of the library, with your name',
  },
  counted: (count, first, last) => (first === last ? `${count}, from ${first}` : `${count}, from ${first} to ${last}`),
  moreTexts: (count) => `… and ${count} more`,
  kept: (days) => `Each of these is deleted automatically after ${counted(days, 'day', 'days')}.`,
  how:
    'You are stored only as a salted hash, from which nobody can tell who you are; your user id is kept only where ' +
    'you asked to be told, your name only beside texts that you put in or took out. Moderators of a server see what was asked there and not answered, never by whom. Questions that were ' +
    'answered are not kept.',
  consequences:
    '**Delete** removes all of it at once and cannot be undone: your votes no longer count, and you are not told when a ' +
    'question can be answered. A question that others asked as well stays, without you, and so do labels, briefs and texts.',
  deleted: (count) => `Deleted: ${counted(count, 'record', 'records')}. Nothing is kept about you any more.`,
  nothingDeleted: 'There was nothing to delete: nothing is kept about you.',
};

const library: LibraryTexts = {
  onlyModerators:
    'Only moderators put texts in and take them out: it takes the permission **Manage Messages** in this channel.',
  button: {
    use: 'Put in use',
    discard: 'Discard',
    remove: 'Take out',
    keep: 'Keep it',
    undo: 'Bring back',
    refresh: 'Fetch again',
    earlier: 'Earlier',
    later: 'Later',
  },

  format: {
    text: 'text',
    markdown: 'text',
    html: 'web page',
    pdf: 'PDF',
    docx: 'Word document',
    odt: 'OpenDocument text',
    epub: 'e-book',
    subtitles: 'subtitles',
    'discord-export': 'Discord export',
    feed: 'feed',
  },
  pages: (count) => counted(count, 'page', 'pages'),
  sentences: (count) => counted(count, 'sentence', 'sentences'),
  documents: (count) => counted(count, 'entry', 'entries'),
  collection: (name) => `collection “${name}”`,
  noCollection: 'in no collection',
  attached: 'a file from Discord',
  byOperator: 'put in by the operator of this bot',
  fetched: (day) => `fetched ${day}`,
  addedBy: (name, when) => `added by ${name} ${when}`,
  added: (when) => `added ${when}`,
  did: {
    use: (name, when) => `put in use by ${name} ${when}`,
    discard: (name, when) => `discarded by ${name} ${when}`,
    remove: (name, when) => `taken out by ${name} ${when}`,
    undo: (name, when) => `brought back by ${name} ${when}`,
  },
  link: 'link',

  state: {
    queued: 'waiting',
    reading: 'being read',
    ready: 'to be looked at',
    failed: 'failed',
    'in-use': 'in use',
    removed: 'taken out',
    discarded: 'discarded',
  },
  means: {
    queued: '⏳ **Waiting to be read.** This card soon shows what was read; later `/library show` does.',
    reading: '⏳ **Being read.** This card soon shows what was read; later `/library show` does.',
    ready: '**Read, not in use yet.** Nothing of it is quoted before you put it in use.',
    discarded: '**Discarded.** Nothing of it is kept.',
  },
  failed: (reason) => `❌ **It could not be added.** ${reason}`,
  failure: {
    address: (reason) => `The address cannot be used: ${reason}.`,
    private: () => 'The address leads into a private network, where I fetch nothing.',
    unreachable: () => 'Nobody answers at this address.',
    status: (reason) => `It cannot be fetched: ${reason}.`,
    redirects: () => 'Its server sends me from one address to the next without end.',
    robots: (reason) => `Its server lets no program fetch it: ${reason}.`,
    'too-large': (reason) => `It is too large: ${reason}.`,
    'too-slow': () => 'Its server takes too long.',
    type: () => 'It is neither a text nor a file of a kind that I read.',
    unreadable: (reason) => `The file cannot be read: ${reason}.`,
    doubtful: () =>
      'What is at its address now is much shorter, or another page. The text from before stays in use; if it is right, remove it and add it again.',
    edited: () => 'Its file was changed by hand in the folder of texts.',
  },
  removed: (until) => `**Taken out.** Nothing of it is quoted any more. It can be brought back until ${until}.`,
  inUse: {
    soon: '✅ **In use.** It can be asked in about a minute.',
    now: '✅ **In use.** It can be asked.',
    missing: '⚠️ **Its file is gone:** somebody has taken it out of the folder of texts by hand.',
  },
  doubts: (list) => `⚠️ **Not sure of:** ${list}`,
  doubtWords: englishDoubts,
  repairs: (count) =>
    `${counted(count, 'place is', 'places are')} written otherwise in the file, such as a word divided at a line’s end.`,
  sameAs: (path) => `⚠️ The same file is in this collection already: ${path}.`,
  samples: 'How it would be quoted',
  askedEverywhere: 'asked in all channels of this server',
  askedIn: (places) => `asked in ${places}`,
  askedBut: (places) => `asked in all channels of this server but ${places}`,
  askedByOthers: '⚠️ another server keeps this collection to itself by now',
  askedNowhere: 'no channel asks this collection yet: `/library use` lets one',

  listTitle: 'The library',
  totals: (sources, collections) =>
    `${counted(sources, 'text', 'texts')} in ${counted(collections, 'collection', 'collections')}`,
  room: (used, limit) => `${used} of ${limit} MB`,
  found: (count, search) => `${counted(count, 'text fits', 'texts fit')} “${search}”`,
  none: 'Nothing is in the library yet. `/library add` puts in a page, a PDF or another file.',
  noneFound: (search) => `Nothing in the library fits “${search}”. \`/library list\` shows all of it.`,
  page: (page, pages) => `page ${page} of ${pages}`,
  choose: 'Look at one of them',
  doubtful: '⚠️ doubts',
  several: (count) => `${counted(count, 'text', 'texts')} to look at`,

  linkOrFile: 'Give a link or a file, one of the two.',
  tooLarge: (name, limit) => `**${name}** is larger than ${limit} MB. Nothing was fetched of it.`,
  noSuchName: (name) =>
    `No collection can be called “${name}”: take letters, digits, spaces and hyphens, 60 of them at most.`,
  collectionTaken: (name) => `The collection “${name}” cannot be added to from here. Choose another name.`,
  notDone: (detail) => `That could not be done: ${detail}`,
  textsElsewhere:
    'Nothing was put in: my texts lie on another machine than the part of me that you have reached. Whoever runs me can put it in there.',
  linkElsewhere:
    'The link was not looked at again: my texts lie on another machine than the part of me that you have reached. There, links are looked at once a day.',
  ownMessage: 'That message is one of my own: its quotes are from the texts already.',
  messageTitle: (author, date) => `Message of ${author}, ${date}`,

  unknown: (name) => `Nothing in the library is called “${name}”. \`/library list\` shows what there is.`,
  gone: 'This text is no longer in the library.',
  nothingToUndo: 'Nothing was taken out in the last week.',
  confirm: (title) => `Take out **${title}**?`,
  confirmLine:
    'From the next question on nothing of it is quoted. The original is kept for a week: `/library undo` brings it back.',
  ofOperator: 'This text was put in by the operator of this bot, who alone can take it out.',
  notInUse: 'This text is not in use.',
  refreshed: {
    changed: 'Fetched again: it has changed, and is read anew.',
    unchanged: 'Looked at again: it has not changed.',
    'not-yet': 'It was looked at only just now. Try it again in ten minutes.',
    'no-link': 'Only a link that is in use can be fetched again.',
  },
  lookedAt: (when) => `looked at again ${when}`,
  refreshFailed: (reason) => `⚠️ Could not be fetched again; the text before stays in use. ${reason}`,
  done: { undo: 'Brought back.', keep: 'Kept as it is.' },

  asksOnly: (channel, collection) => `✅ ${channel} now asks the collection “${collection}” only.`,
  asksAsServer: (channel) => `✅ ${channel} now asks what the rest of the server does.`,
  unknownCollection: (name) => `There is no collection “${name}” here. Choose one of those suggested.`,
  asServer: 'What the rest of the server asks',
};

const settings: SettingsTexts = {
  onlyManagers: 'The settings are for members who may manage the server.',
  title: 'Settings of this server',
  line: 'Only you see this. A change holds from the next question on.',
  moderators: (channel, isDefault) =>
    `Moderators are told in ${channel ?? '**no channel**'}${isDefault ? ' (set by the operator)' : ''}.`,
  channels: (channels, isDefault) =>
    `Questions are answered in ${channels.length === 0 ? '**all channels**' : channels.join(', ')}${isDefault ? ' (set by the operator)' : ''}.`,
  server: 'This server',
  asks: (place, collections) => `${place} asks ${collections}.`,
  asksAll: 'This server asks **all texts that belong to no other server**.',
  asksAsAbove: (place) => `Nothing is set for ${place}: it asks what its category or the server asks.`,
  morePlaces: (count) => `… and ${counted(count, 'more place', 'more places')}`,
  own: (collections) => `Asked in this server only: ${collections}.`,
  noCollections: 'There are no texts yet.',
  noFolder: 'texts in no folder',
  nothing: 'nothing',
  pageOf: (page, pages) => `(${page} of ${pages})`,
  menu: {
    moderators: { label: 'Moderators are told in', none: 'No channel' },
    channels: { label: 'Questions are answered in', none: 'All channels' },
    place: { label: 'Choose texts for a category, channel or thread', none: 'The whole server' },
    serverTexts: { label: 'This server asks', none: 'All that belong to no other server' },
    placeTexts: (place) => ({ label: `${place} asks`, none: 'What its category or the server asks' }),
    own: { label: 'Asked in this server only', none: 'None' },
  },
  button: {
    server: 'The whole server',
    defaults: 'Channels as the operator set them',
    earlier: 'Earlier',
    later: 'Later',
  },
  saved: '✅ Saved.',
  notOwned: (collections) =>
    `⚠️ Others ask these as well, or have put texts into them, so they cannot be this server’s alone: ${collections}. The operator of this bot can give them to it.`,
  notGiven: '⚠️ Nothing was changed: one of these texts belongs to another server by now.',
  cannotWrite: (channel) =>
    `✅ Saved. ⚠️ But I may not write in ${channel}: allow me to see it and to send messages there.`,
};

const commands: CommandTexts = {
  commands: {
    ask: { name: 'ask', description: 'Ask a question and get verbatim quotes: reported, claimed or opinion' },
    quote: { name: 'quote', description: 'Check a quote: exact, near with the differing words shown, or absent' },
    about: { name: 'about', description: 'What this bot knows: documents, lanes, model, index version, uptime' },
    help: { name: 'help', description: 'What this bot can do, and questions that it can answer here' },
    review: { name: 'review', description: 'Labels that people find wrong, and those that moderators have set' },
    summary: { name: 'summary', description: 'Put a brief together from verbatim quotes, to post and pin' },
    pins: { name: 'pins', description: 'My briefs pinned in this channel, and whether their quotes still stand' },
    misses: {
      name: 'misses',
      description: 'What was asked here and could not be answered, or was voted not helpful',
    },
    mydata: { name: 'mydata', description: 'What is kept about you, how long, and how to delete it' },
    settings: { name: 'settings', description: 'Channels of this server, and which texts are asked where' },
    library: { name: 'library', description: 'Put texts in, see what is in, and take them out again' },
  },
  menus: { check: 'Check this message', find: 'Find this quote', add: 'Add to library' },
  library: {
    add: { name: 'add', description: 'Put in a page, a PDF or another file; you see first what was read of it' },
    list: { name: 'list', description: 'What is in, and what is waiting or failed' },
    show: { name: 'show', description: 'One text: where it is from, what is doubtful, and what can be done with it' },
    remove: { name: 'remove', description: 'Take a text out; it can be brought back for a week' },
    undo: { name: 'undo', description: 'Bring back a text that was taken out; the latest one if you name none' },
    refresh: { name: 'refresh', description: 'Fetch a link again now; otherwise that is done once a day' },
    use: { name: 'use', description: 'Let this channel ask one collection only' },
  },
  options: {
    question: { name: 'question', description: 'What you want to know' },
    in: { name: 'in', description: 'Look in this document only' },
    lane: { name: 'lane', description: 'Only quotes of this kind' },
    private: { name: 'private', description: 'Show the answer to you only' },
    text: { name: 'text', description: 'The words to look for' },
    texts: { name: 'texts', description: 'The documents: “all”, words to look for, or one of those suggested' },
    show: { name: 'show', description: 'Open disputes, or the labels set by moderators' },
    topic: { name: 'topic', description: 'What it is to be about; leave it out for everything' },
    summaryIn: { name: 'in', description: 'Quote this document only' },
    quotes: { name: 'quotes', description: `How many quotes at most (${usualQuotes} if left out)` },
    period: { name: 'period', description: 'How far back; the last 30 days if you leave it out' },
    link: { name: 'link', description: 'The address of a page or file, beginning with https://' },
    file: { name: 'file', description: 'A PDF, DOCX, ODT, EPUB, page, subtitles, feed, export or text of up to 25 MB' },
    collection: { name: 'collection', description: 'Which collection it is to be part of; a new name makes a new one' },
    collectionHere: { name: 'collection', description: 'What this channel is to ask' },
    search: { name: 'search', description: 'A word of the title, the address or the collection' },
    name: { name: 'name', description: 'The text, as suggested' },
  },
  choices: {
    reported: 'Reported as fact',
    attributed: 'Claimed by a source',
    opinion: 'Opinion of the author',
    open: 'open',
    decided: 'decided',
    day: 'Last 24 hours',
    week: 'Last 7 days',
    month: 'Last 30 days',
    all: 'All that is kept',
  },
};

const smallTalk: SmallTalk = {
  greeting: listed(`
    hi | hello | hey | hiya | howdy | yo | heya | greetings | good day | welcome | hola | bonjour | salut | salam
    good morning | good afternoon | good evening | morning | evening | gm
    how are you | how are you doing | how's it going | how is it going | what's up | whats up | sup | wassup
    are you online | are you ok | are you there | are you awake | ping`),
  thanks: listed(`
    thanks | thank you | thx | ty | tysm | tyvm | cheers | many thanks | thanks a lot | thanks a ton | thanks a bunch
    thank you so much | thank you very much | thanks so much | much appreciated | appreciated | i appreciate it | merci
    gracias | grazie | good | nice | nice one | great | cool | perfect | awesome | excellent | brilliant | super | amazing
    well done | good job | good bot | nice work | great work | that helps | that helped | very helpful | helpful`),
  objection: listed(`
    you are wrong | you're wrong | your wrong | that is wrong | that's wrong | thats wrong | this is wrong | it is wrong
    it's wrong | wrong | wrong answer | that is the wrong answer | that's not right | that is not right | not right
    that's not true | that is not true | not true | this is not true | that is false | that's false | false | incorrect
    that is incorrect | that's incorrect | you are mistaken | you're mistaken | bad bot | that's nonsense | nonsense
    that is nonsense | bad answer | that doesn't help | that does not help | not helpful | useless | you are lying | you lie`),
  farewell: listed(`
    bye | bye bye | goodbye | good bye | see you | see ya | cya | see you later | later | ttyl | good night | gn | ciao
    take care | have a nice day | have a good day | have a good one | until next time | i'm off | adios`),
  nod: listed(`
    ok | okay | k | kk | oki | okey | alright | all right | got it | i see | understood | never mind | nevermind | np
    no problem | lol | lmao | rofl | haha | hahaha | hehe | xd | wow | hm | oh | aha | yes | yep | yeah | no | nope | sure`),
  help: listed(`
    help | help me | i need help | can you help | can you help me | could you help me | how does this work
    how do you work | how do i use this | how do i use you | how to use this | how do i ask | what can you do
    what do you do | what can i ask | what can i ask you | what should i ask | what is this | what's this
    what do you know | what can you answer | what are you for`),
  self: listed(`
    who are you | what are you | what is your name | what's your name | who made you | are you a bot | are you bot
    are you a robot | are you human | are you a human | are you a person | are you real | are you an ai | are you ai
    are you chatgpt | are you an llm | is this a bot`),
  thanksFor: words(`
    for the your all this that these so very quick great good nice helpful detailed clear kind info information answer
    answers help reply replies response explanation quote quotes link links time effort sharing helping answering`),
  fillers: words('please pls plz bot there everybody everyone all guys again mate folks friend'),
  openers: listed(`
    hi | hello | hey | hiya | heya | good morning | good afternoon | good evening | thanks | thank you | thx | ok | okay`),
  asking: words(`
    how what what's when where who who's whom whose which why is are was were do does did can could has have had will
    would should may must tell show explain give name list please`),
  goingOn: ['and', 'or'],
  checking: listed(`
    is this true | is that true | is it true | true | is this right | is that right | is this correct | is that correct
    is this so | is that so | can you check this | can you check that | can you verify this | check this | check that | check
    verify this | verify that | verify | fact check | factcheck | fact check this | does this stand in the texts`),
  common: words(`
    the a an of to in on at for from with by about it its they them he she his her you your i we me my our this that these those there not be
    been if`),
  joining: ['but', 'so', 'now', 'then'],
};

/** All that the bot says in English. */
export const english: Language = {
  locale: 'en',
  discordLocales: [],
  texts,
  briefs,
  misses,
  review,
  myData,
  library,
  settings,
  commands,
  smallTalk,
};
