import { createCounter } from '../../texts/locale.js';
import type { MyDataTexts } from './texts.js';

const counted = createCounter('de');

export const germanMyDataTexts: MyDataTexts = {
  delete: 'Löschen',
  title: 'Was über dich aufbewahrt wird',
  nothing: 'Über dich wird nichts aufbewahrt.',
  kinds: {
    votes: 'Bewertungen von Antworten („Hilfreich“, „Nicht hilfreich“)',
    questions: 'Fragen von dir, die nicht oder nicht gut beantwortet wurden',
    'opt-ins': 'Fragen, zu denen du Bescheid bekommen willst, mit deiner Nutzer-ID',
    drafts: 'Entwürfe von Zusammenfassungen',
    briefs: 'Zusammenfassungen, die du veröffentlicht hast',
    pins: 'Nachrichten, die du hast anpinnen lassen',
    disputes: 'Einordnungen, die du als falsch gemeldet hast',
    overrides: 'Einordnungen, die du als Moderator festgelegt hast',
  },
  counted: (count, first, last) =>
    first === last ? `${count}, vom ${first}` : `${count}, vom ${first} bis zum ${last}`,
  moreTexts: (count) => `… und ${count} weitere`,
  kept: (days) => `Jeder Eintrag wird nach ${counted(days, 'Tag', 'Tagen')} von selbst gelöscht.`,
  how:
    'Du bist nur als gesalzener Hash gespeichert, aus dem niemand ablesen kann, wer du bist; deine Nutzer-ID wird nur aufbewahrt, ' +
    'wo du Bescheid bekommen wolltest. Die Moderation eines Servers sieht, was dort ohne Antwort blieb, aber nie, von wem. ' +
    'Beantwortete Fragen werden nicht aufbewahrt.',
  consequences:
    '**Löschen** entfernt das alles auf einmal und lässt sich nicht rückgängig machen: Deine Bewertungen zählen nicht mehr, und ' +
    'niemand sagt dir Bescheid, wenn eine Frage beantwortet werden kann. Eine Frage, die auch andere gestellt haben, bleibt, ' +
    'aber ohne dich; ebenso festgelegte Einordnungen und Zusammenfassungen.',
  deleted: (count) => `Gelöscht: ${counted(count, 'Eintrag', 'Einträge')}. Über dich wird nichts mehr aufbewahrt.`,
  nothingDeleted: 'Es gab nichts zu löschen: Über dich wird nichts aufbewahrt.',
};
