import { createCounter } from '../../texts/locale.js';
import type { MyDataTexts } from './texts.js';

const counted = createCounter('en');

export const englishMyDataTexts: MyDataTexts = {
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
  },
  counted: (count, first, last) => (first === last ? `${count}, from ${first}` : `${count}, from ${first} to ${last}`),
  moreTexts: (count) => `… and ${count} more`,
  kept: (days) => `Each of these is deleted automatically after ${counted(days, 'day', 'days')}.`,
  how:
    'You are stored only as a salted hash, from which nobody can tell who you are; your user id is kept only where ' +
    'you asked to be told. Moderators of a server see what was asked there and not answered, never by whom. Questions that were ' +
    'answered are not kept.',
  consequences:
    '**Delete** removes all of it at once and cannot be undone: your votes no longer count, and you are not told when a ' +
    'question can be answered. A question that others asked as well stays, without you, and so do labels and briefs.',
  deleted: (count) => `Deleted: ${counted(count, 'record', 'records')}. Nothing is kept about you any more.`,
  nothingDeleted: 'There was nothing to delete: nothing is kept about you.',
};
