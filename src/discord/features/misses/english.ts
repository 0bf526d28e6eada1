import { createCounter } from '../../texts/locale.js';
import type { MissTexts } from './texts.js';

const counted = createCounter('en');
const times = (count: number): string =>
  count === 1 ? 'once' : count === 2 ? 'twice' : `${count.toLocaleString('en')} times`;
const people = (count: number): string => counted(count, 'person', 'people');

export const englishMissTexts: MissTexts = {
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
  dismissed: (question) => `Set aside as out of scope: “${question}”. It is no longer listed or asked again.`,
  restored: (question) => `Back in the list: “${question}”.`,
  gone: 'That question is no longer in the list.',

  exported: (rows) => `${counted(rows, 'question', 'questions')}, for a spreadsheet. Nobody who asked is named in it.`,
  columns: [
    'Question',
    'Other wordings',
    'Times asked',
    'People',
    'First asked',
    'Last asked',
    'Why',
    'Only lane',
    'Only document',
    'Nearest places',
    'Documents',
  ],

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
};
