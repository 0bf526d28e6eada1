import type { ReviewTexts } from './texts.js';

const people = (count: number): string => (count === 1 ? '1 person' : `${count} people`);

export const englishReviewTexts: ReviewTexts = {
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
