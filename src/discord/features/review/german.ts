import type { ReviewTexts } from './texts.js';

const people = (count: number): string => (count === 1 ? '1 Person' : `${count} Personen`);

export const germanReviewTexts: ReviewTexts = {
  form: {
    title: 'Falsch eingeordnet',
    quote: 'Welches Zitat?',
    quoteNumber: (number) => `Zitat ${number}`,
    label: 'Welche Einordnung ist richtig?',
    labelHint: (lane) =>
      `Jetzt: ${{ reported: 'berichtet', attributed: 'von einer Quelle behauptet', opinion: 'Meinung' }[lane]}`,
    source: 'Falls behauptet: von wem?',
    sourceHint: 'So wie der Text die Quelle nennt; leer, wenn niemand genannt ist',
    note: 'Warum?',
    noteHint: 'Freiwillig; die Moderatoren lesen es',
  },
  lane: { reported: 'berichtet', attributed: 'von einer Quelle behauptet', opinion: 'Meinung' },
  label: (lane, source) =>
    ({
      reported: '**berichtet**',
      attributed: source === null ? '**von einer Quelle behauptet**' : `**behauptet** (Quelle: ${source})`,
      opinion: '**Meinung**',
    })[lane],
  option: {
    reported: { label: 'Berichtet', description: 'Vom Autor als Tatsache dargestellt' },
    attributed: {
      label: 'Von einer Quelle behauptet',
      description: 'Jemand anderes sagt es, der Autor gibt es weiter',
    },
    opinion: { label: 'Meinung', description: 'Die Ansicht des Autors' },
  },
  noQuotes:
    'Ich kann nicht erkennen, um welches Zitat es geht. Bitte frage noch einmal und drücke den Knopf an der neuen Antwort.',
  notHere:
    'In einer Direktnachricht gibt es keine Moderatoren, die sich das ansehen könnten. Frage auf einem Server und drücke dort an der Antwort **Falsch eingeordnet**.',
  thanks: (was, label) => `Danke. Die Moderatoren sehen nun deinen Vorschlag: ${label} statt ${was}.`,
  thanksAgain: (was, label) =>
    `Danke. Die Moderatoren sehen nun deinen Vorschlag: ${label} statt ${was}. Er ersetzt deinen früheren.`,
  hasLabel: (label) => `Das Zitat ist schon so eingeordnet: ${label}. Es wurde nichts gesendet.`,

  onlyModerators: 'Einordnungen prüfen nur Moderatoren (Berechtigung „Nachrichten verwalten“).',
  queueTitle: 'Strittige Einordnungen',
  position: (number, count) => `${number} von ${count}`,
  order: 'Die strittigsten zuerst, dann die ältesten.',
  aside: (count) =>
    `${count === 1 ? '1 Zitat ist' : `${count} Zitate sind`} zurückgestellt: Die Worte stehen nicht mehr in den Texten oder sind inzwischen anders eingeordnet.`,
  labelNow: (label, step) => `Einordnung jetzt: ${label}${step === null ? '' : ` (${step})`}`,
  setBefore: 'von einem Moderator festgelegt',
  reasons: 'Stärkste Gründe',
  proposals: 'Vorschläge, was richtig wäre',
  proposal: (count, label) => `${label} – ${people(count)}`,
  proposalOption: people,
  moreNotes: (count) => (count === 1 ? 'und 1 weitere Anmerkung' : `und ${count} weitere Anmerkungen`),
  acceptSets: (label) => `**Annehmen** setzt die Einordnung auf ${label}.`,
  chooseLabel: 'Welche Einordnung annehmen?',
  button: {
    accept: 'Annehmen',
    decline: 'Ablehnen',
    next: 'Nächstes',
    undo: 'Rückgängig',
    export: 'Exportieren',
    newer: 'Neuere',
    older: 'Ältere',
  },
  accepted: (label) => `✅ Angenommen: Die Einordnung ist nun ${label}. Die nächste Antwort zeigt sie.`,
  declined: 'Abgelehnt: Die Einordnung bleibt, wie sie ist.',
  takenBack: 'Rückgängig gemacht: Über das Zitat muss neu entschieden werden.',
  decidedAlready:
    '⚠️ Das wurde inzwischen entschieden oder hat sich geändert; es wurde nichts getan. Dies ist der jetzige Stand.',
  noneOpen:
    'Keine Einordnung ist strittig. `/review show: decided` (`/einordnungen zeige: entschiedene`) zeigt, was Moderatoren festgelegt haben.',

  decidedTitle: (count) => `Von Moderatoren festgelegte Einordnungen: ${count}`,
  decidedLine: 'Die neuesten zuerst. **Rückgängig** bringt die automatische Einordnung zurück.',
  decidedItem: (label, was, date) => `${label} statt ${was}, seit ${date}`,
  noLongerStands: 'Diese Worte stehen nicht mehr in den Texten; kommen sie wieder, gilt die Einordnung wieder.',
  noneDecided: 'Auf diesem Server hat noch kein Moderator eine Einordnung festgelegt.',
  undone: 'Rückgängig gemacht: Die automatische Einordnung gilt wieder.',
  undoneAlready: '⚠️ Das wurde schon rückgängig gemacht.',
  exported: (count) =>
    `${count === 1 ? '1 festgelegte Einordnung' : `${count} festgelegte Einordnungen`}, je eine Zeile JSON, in der Form der Beispielsammlung.`,
};
