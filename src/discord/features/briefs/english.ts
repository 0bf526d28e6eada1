import { createCounter } from '../../texts/locale.js';
import type { BriefTexts } from './texts.js';

const counted = createCounter('en');

const listPermissions = (names: readonly string[]): string =>
  `the ${names.length === 1 ? 'permission' : 'permissions'} ${names.join(', ')}`;

export const englishBriefTexts: BriefTexts = {
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
      labelUnclear: 'The label is unclear; the posted brief shows both sides to whoever looks closer.',
    },
    posted: {
      quoteCut: '[…] The quote goes on; choose it below to see all of it.',
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
  },

  markedTitle: (fell, count) =>
    count === 1
      ? '⚠️ **The source has changed: this quote no longer stands as posted.**'
      : `⚠️ **The sources have changed: ${fell} of ${count} quotes no longer ${fell === 1 ? 'stands' : 'stand'} as posted.**`,
  markedLine: (fell) => (fell === 1 ? 'It is marked below.' : 'Each of them is marked below.'),
  mark: {
    changed: '**Changed:** the document no longer holds these words.',
    vanished: '**Vanished:** the document is no longer among the texts.',
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
