import { createCounter } from '../../texts/locale.js';
import type { MissTexts } from './texts.js';

const counted = createCounter('de');
const times = (count: number): string =>
  count === 1 ? 'einmal' : count === 2 ? 'zweimal' : `${count.toLocaleString('de')}-mal`;
const people = (count: number): string => counted(count, 'Person', 'Personen');

export const germanMissTexts: MissTexts = {
  button: {
    untell: 'Nicht mehr Bescheid sagen',
    dismiss: 'Nicht unser Thema',
    undo: 'Rückgängig',
    export: 'Als CSV',
    earlier: 'Früher',
    later: 'Später',
  },
  onlyModerators:
    'Nur die Moderation sieht die unbeantworteten Fragen: Dafür braucht es hier die Berechtigung **Nachrichten verwalten**.',

  title: 'Unbeantwortete Fragen',
  period: { day: 'letzte 24 Stunden', week: 'letzte 7 Tage', month: 'letzte 30 Tage', all: 'gesamter Zeitraum' },
  totals: (questions, askings, persons) =>
    `${counted(questions, 'Frage', 'Fragen')}, ${times(askings)} gestellt von ${people(persons)}`,
  page: (page, pages) => `Seite ${page} von ${pages}`,
  none: 'Keine offenen Fragen in diesem Zeitraum.',
  capped: (limit) => `Gezählt werden nur die ${limit.toLocaleString('de')} häufigsten Formulierungen.`,
  asked: (askings, persons, last) => `Von ${people(persons)} **${times(askings)}** gefragt, zuletzt ${last}`,
  alsoAsked: (wordings, more) =>
    `Auch: ${wordings.map((each) => `„${each}“`).join(', ')}${more > 0 ? ` und ${more} weitere` : ''}`,
  why: (reasons) => `Grund: ${reasons}`,
  reason: {
    'empty-question': 'nichts, wonach sich suchen lässt',
    'empty-corpus': 'es gab noch keine Texte',
    'nothing-relevant': 'davon ist in den Texten nirgends die Rede',
    'detail-missing': 'die Texte erwähnen es, beantworten die Frage aber nicht',
    'too-weak': 'nichts, was die Frage wahrscheinlich beantwortet',
    related: 'die Texte erwähnen es, beantworten die Frage aber vielleicht nicht',
    'only-other-lane': 'nur Zitate anderer Art',
    'not-helpful': 'beantwortet, aber als nicht hilfreich bewertet',
  },
  nearest: (places) => `Am nächsten: ${places}`,
  place: (words, title) => `„${words}“ in *${title}*`,
  onlyLane: { reported: 'nur Berichtetes', attributed: 'nur Behauptungen von Quellen', opinion: 'nur Meinung' },
  onlyIn: (title) => `nur in *${title}*`,
  dismissed: (question) =>
    `Als „nicht unser Thema“ beiseitegelegt: „${question}“. Die Frage wird nicht mehr aufgeführt und nicht noch einmal gestellt.`,
  restored: (question) => `Wieder in der Liste: „${question}“.`,
  gone: 'Diese Frage steht nicht mehr in der Liste.',

  exported: (rows) =>
    `${counted(rows, 'Frage', 'Fragen')} für eine Tabellenkalkulation. Wer gefragt hat, steht nicht darin.`,
  columns: [
    'Frage',
    'Andere Formulierungen',
    'Wie oft',
    'Personen',
    'Zuerst gefragt',
    'Zuletzt gefragt',
    'Grund',
    'Nur Einordnung',
    'Nur Dokument',
    'Nächste Stellen',
    'Dokumente',
  ],

  digestTitle: (count) =>
    count === 1
      ? 'Eine unbeantwortete Frage hat jetzt eine Antwort'
      : `${count.toLocaleString('de')} unbeantwortete Fragen haben jetzt eine Antwort`,
  digestMore: (count) => `… und ${counted(count, 'weitere Frage', 'weitere Fragen')}.`,
  digestHint:
    'Nach einer Änderung der Texte noch einmal gefragt; ob ein Zitat die Frage wirklich beantwortet, musst du beurteilen. `/misses` (`/unbeantwortet`) zeigt, was noch offen ist.',

  willTell: (days) =>
    'Du bekommst eine Direktnachricht, sobald eine Änderung der Texte das beantwortet. Bis dahin wird deine Nutzer-ID bei ' +
    `der Frage aufbewahrt, höchstens ${counted(days, 'Tag', 'Tage')}; sie wird gelöscht, sobald du Bescheid bekommen hast oder das zurücknimmst.`,
  willNotTell: 'Du bekommst keine Nachricht. Deine Nutzer-ID wird nicht mehr bei der Frage aufbewahrt.',
  answerableNow: 'Die Texte haben sich seitdem geändert: Frag noch einmal, jetzt gibt es eine Antwort.',
  setAside:
    'Die Moderation hat diese Frage beiseitegelegt. Sie wird nicht noch einmal gestellt; es gibt also nichts, worauf du warten könntest.',
  nothingToTell: 'Zu dieser Nachricht gibt es keine Frage, auf die du warten könntest. Stell sie bitte noch einmal.',
  told: 'Du wolltest Bescheid bekommen: Jetzt gibt es eine Antwort.',
  toldHint: 'Stell die Frage noch einmal, um alle Zitate zu sehen. Deine Nutzer-ID wird nicht mehr dazu aufbewahrt.',
};
