import { periods } from '../../app/moderation/list-misses.js';
import {
  count,
  fewCounts,
  fewShown,
  integer,
  oneOf,
  optionalAnswer,
  optionalCount,
  optionalLane,
  optionalShown,
  optionalWord,
  queuePlace,
  quoteReference,
  shortCount,
  typedWords,
  word,
} from './fields.js';

const draft = { draftId: word };
const brief = { briefId: word };
const source = { sourceId: word };
const settingsPlace = { placeId: word, page: count };
const place = { period: oneOf(periods), page: count };

/**
 * Everything that a press on a component or a form sent in can ask for, with what its custom id says about it. The names
 * and the order of the fields stand in messages that are already posted, so they stay as they are.
 */
export const actions = {
  // asking
  more: {
    /** How many quotes have been shown so far. */
    offset: count,
    lane: optionalLane,
    documentId: optionalWord,
    /** The first 8 digits of the index version that the answer was given from. */
    index: optionalWord,
    /** How many of them the answer itself showed. */
    first: optionalCount,
  },
  /** All else that can be done with an answer; `userId` is who asked, lane and document what was asked for. */
  etc: { userId: optionalWord, lane: optionalLane, documentId: optionalWord },
  /** Asks a refused question with its slips put right. */
  meant: { userId: optionalWord, lane: optionalLane, documentId: optionalWord },
  /** `messageId` is the answer where the button does not stand on it; so below. */
  thread: { messageId: optionalWord },
  /** `userId` is who asked. */
  dismiss: { userId: optionalWord, messageId: optionalWord },
  /** Shows everybody what only whoever asked has seen. */
  share: { userId: word, messageId: word, lane: optionalLane, documentId: optionalWord },

  // checking
  context: { quote: quoteReference },
  why: { quote: quoteReference },
  verify: { quote: quoteReference },
  page: { quote: quoteReference, page: integer },

  // misses
  helpful: { messageId: optionalWord },
  /** `answer` is null for a vote on a refusal. */
  'not-helpful': { answer: optionalAnswer, messageId: optionalWord },
  'miss:turn': place,
  'miss:dismiss': { ...place, missId: count },
  /** The groups are chosen in a menu. */
  'miss:dismiss-some': place,
  'miss:restore-some': { ...place, missIds: fewCounts },
  'miss:restore': { ...place, missId: count },
  'miss:export': { period: oneOf(periods) },
  /** On a refusal: its question stands in the message. */
  'miss:tell': { lane: optionalLane, documentId: optionalWord },
  'miss:tell-of': { missId: count },
  'miss:untell': { missId: count },

  // review
  /** Opens the form: about this quote, or about one of those that the message shows. */
  'label:wrong': { shown: optionalShown },
  /** Opens the form about one of these. */
  'label:of': { shown: fewShown },
  /** The form, sent in. */
  'label:form': { shown: optionalShown },
  'label:next': { at: queuePlace },
  'label:choose': { at: queuePlace },
  /** `dispute` is the one whose proposal is accepted, `newest` the newest that the moderator has seen. */
  'label:accept': { at: queuePlace, dispute: shortCount, newest: shortCount },
  'label:decline': { at: queuePlace, newest: shortCount },
  /** Menus in which several quotes are chosen, each with what the moderator has seen of it. */
  'label:accept-some': { position: shortCount },
  'label:decline-some': { position: shortCount },
  'label:back': { decision: word, position: shortCount },
  'label:page': { page: shortCount },
  'label:undo': { override: shortCount, page: shortCount },
  'label:export': {},

  // briefs
  'brief:tick': draft,
  /** Shows a quote of the draft whole. */
  'brief:peek': draft,
  'brief:form': draft,
  /** The form, sent in. */
  'brief:fill': draft,
  'brief:post': draft,
  'brief:pin': draft,
  'brief:discard': draft,
  'brief:look': brief,
  'brief:rebuild': brief,
  /** Unpins `oldId` to pin `briefId`. */
  'brief:retire': { briefId: word, oldId: word },
  'brief:list': { page: count },

  // about
  'texts:turn': { page: count, search: typedWords },
  /** The document is chosen in a menu. */
  'texts:look': {},

  // library
  'library:use': source,
  'library:discard': source,
  /** Asks whether it is to be taken out. */
  'library:ask-remove': source,
  'library:remove': source,
  'library:keep': source,
  'library:undo': source,
  'library:refresh': source,
  'library:turn': { page: count, search: typedWords },
  /** The source is chosen in a menu. */
  'library:look': {},

  // settings
  'settings:show': settingsPlace,
  /** The place is chosen in a menu. */
  'settings:place': {},
  'settings:texts': settingsPlace,
  'settings:own': settingsPlace,
  'settings:moderators': settingsPlace,
  'settings:channels': settingsPlace,
  'settings:defaults': settingsPlace,

  // mydata
  'mydata:delete': {},
} as const;
