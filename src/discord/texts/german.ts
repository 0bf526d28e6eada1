import type { TextKind } from '../../core/text/document.js';
import type { StatementKind } from '../../core/labelling/labels.js';
import { createCounter } from './locale.js';
import type { Texts } from './texts.js';

const counted = createCounter('de');

const statementNames: Readonly<Record<StatementKind, string>> = {
  rule: 'Regel',
  instruction: 'Anleitung',
  definition: 'Begriffserklärung',
  advice: 'Rat',
  promise: 'Zusage',
  prediction: 'Vorhersage',
  estimate: 'Schätzung',
  demand: 'Forderung',
};
const kindNames: Readonly<Record<TextKind, string>> = {
  news: 'Nachricht',
  opinion: 'Meinung',
  reference: 'Nachschlagetext',
  rules: 'Regeln',
  minutes: 'Protokoll',
  transcript: 'Gespräch',
  correspondence: 'Brief',
  narrative: 'Erzählung',
  open: 'keine bestimmte',
};

export const germanTexts: Texts = {
  locale: 'de',
  lane: {
    reported: { title: 'BERICHTET', line: 'Vom Autor als Tatsache dargestellt; nicht überprüft.' },
    attributed: { title: 'BEHAUPTET', line: 'Was eine Quelle sagt, so wie der Autor es weitergibt.' },
    opinion: { title: 'MEINUNG', line: 'Die Ansicht des Autors, keine berichtete Tatsache.' },
  },
  claimedBy: (name, source) => ({
    title: name === null ? 'BEHAUPTET OHNE NENNUNG DER QUELLE' : `BEHAUPTET VON: ${name}`,
    line: `Aussage von ${source ?? 'jemandem, der nicht genannt ist'}, vom Autor weitergegeben; nicht überprüft.`,
  }),
  claimedByUnnamed: (source, naming) =>
    naming === 'group'
      ? {
          title: `Behauptet von „${source}“ (ohne Namen)`,
          line: `Gesagt von „${source}“, vom Autor weitergegeben; nicht geprüft.`,
        }
      : {
          title: `Behauptet von „${source}“ (vorher genannt)`,
          line: 'Gesagt von einer vorher genannten Quelle, vom Autor weitergegeben; nicht geprüft.',
        },
  statement: {
    rule: 'Eine Regel.',
    instruction: 'Eine Anleitung.',
    definition: 'Eine Begriffserklärung.',
    advice: 'Ein Rat.',
    promise: 'Eine Zusage.',
    prediction: 'Eine Vorhersage.',
    estimate: 'Eine Schätzung.',
    demand: 'Eine Forderung.',
  },
  withinQuote: {
    reported: () => '*kursiv:* als Tatsache berichtet',
    attributed: (source) => `__unterstrichen:__ behauptet von ${source ?? 'einer ungenannten Quelle'}`,
    opinion: () => '__*kursiv unterstrichen:*__ Meinung des Autors',
  },
  step: { clear: 'deutlich', likely: 'wahrscheinlich', unclear: 'unklar' },
  labelUnclear: 'Die Einordnung ist unklar; „Warum so eingeordnet?“ zeigt beide Seiten.',
  labelSet: 'Einordnung von einem Moderator gesetzt.',
  quoteCut: '[…] Das Zitat geht weiter; „Zusammenhang“ zeigt es ganz.',
  citation: ({ paragraph, last }) =>
    last !== undefined && last !== paragraph ? `Absätze ${paragraph}–${last}` : `Absatz ${paragraph}`,
  alsoIn: (titles) => `Fast dieselben Worte in: ${titles}`,
  indexVersion: (version) => `Wörtliche Zitate, nichts umformuliert · Index ${version}`,
  understoodFrom: (text, previous) => `Verstanden aus „${text}“ nach „${previous}“.`,
  questionCut: (length) => `Nur die ersten ${length} Zeichen wurden gelesen.`,
  otherLanes: (count) => `${counted(count, 'Zitat', 'Zitate')} anderer Art nicht gezeigt.`,
  onlyIn: (title) => `Nur in „${title}“.`,
  onlyLane: (lane) =>
    `Nur ${{ reported: 'Berichtetes', attributed: 'Behauptungen von Quellen', opinion: 'Meinung' }[lane]}.`,
  further: (from, to) => (from === to ? `Weiteres Zitat ${from}` : `Weitere Zitate ${from} bis ${to}`),
  noFurther: 'Zu dieser Frage gibt es keine weiteren Zitate.',
  changedSinceMore:
    'Die Texte haben sich seit jener Antwort geändert; diese weiteren Zitate stammen aus den jetzigen Texten.',

  refusal: {
    'empty-question':
      'Hier gibt es nichts, wonach sich suchen ließe. Frage nach etwas, wovon die Texte handeln könnten.',
    'empty-corpus': 'Noch gibt es keine Texte, die sich durchsuchen ließen.',
    'nothing-relevant': 'Nichts in den Texten handelt davon.',
    'detail-missing': 'Die Texte erwähnen das, beantworten deine Frage aber nicht.',
    'too-weak': 'Die Texte berühren das Thema, aber wahrscheinlich beantwortet nichts darin deine Frage.',
    related: 'Die Texte erwähnen das, beantworten deine Frage aber vielleicht nicht:',
    'only-other-lane': 'Kein Zitat dieser Art; diese sind von anderer Art:',
  },
  missing: (list) => `Nicht gefunden: ${list}.`,
  missingKind: {
    count: 'eine Zahl',
    measure: 'ein Maß',
    money: 'ein Geldbetrag',
    time: 'ein Datum oder eine Zeit',
    meaning: 'der volle Name',
  },
  nearest: 'Am nächsten kommen',
  examples: 'Die Texte handeln zum Beispiel von',
  inDocument: (title) => `in „${title}“`,
  covers: (documents, from, to, titles) => {
    const dates = from === null ? '' : from === to || to === null ? ` vom ${from}` : ` vom ${from} bis ${to}`;
    return `Die Texte umfassen ${counted(documents, 'Dokument', 'Dokumente')}${dates}${titles ? `: ${titles}` : '.'}`;
  },
  unknownDocument: (wanted) => `Kein Dokument heißt „${wanted}“. Wähle einen der Vorschläge, oder lass „in“ leer.`,
  nearTitles: 'Dokumente mit ähnlichem Titel',

  button: {
    context: 'Zusammenhang',
    why: 'Warum so eingeordnet?',
    verify: 'Prüfen',
    source: 'Quelle öffnen',
    more: 'Mehr',
    dismiss: 'Entfernen',
    thread: 'Weiterfragen',
    helpful: 'Hilfreich',
    notHelpful: 'Nicht hilfreich',
    earlier: 'Davor',
    later: 'Danach',
    tell: 'Sag mir Bescheid',
    wrongLabel: 'Falsch eingeordnet',
  },

  contextTitle: 'Zusammenhang',
  contextPlace: (path, first, last) =>
    `Datei ${path}, ${first === last ? `Absatz ${first}` : `Absätze ${first}–${last}`}`,
  contextWithoutQuote: 'Das Zitat selbst steht auf einer anderen Seite.',
  documentGone: 'Das Dokument dieses Zitats ist nicht mehr unter den Texten.',
  quoteGone: 'Das Dokument hat sich seither geändert: Diese Worte stehen nicht mehr darin.',

  whyTitle: 'Warum so eingeordnet?',
  whyLabel: (lane, step) =>
    `Einordnung: **${{ reported: 'berichtet', attributed: 'von einer Quelle behauptet', opinion: 'Meinung' }[lane]}** (${{ clear: 'deutlich', likely: 'wahrscheinlich', unclear: 'unklar' }[step]}).`,
  whySet: (lane, source, day) =>
    `Von einem Moderator gesetzt am ${day}: **${{ reported: 'berichtet', attributed: `behauptet von ${source ?? 'einer Quelle'}`, opinion: 'Meinung' }[lane]}**.`,
  whyLabeller: (lane, step) =>
    `Die automatische Einordnung war: **${{ reported: 'berichtet', attributed: 'von einer Quelle behauptet', opinion: 'Meinung' }[lane]}** (${{ clear: 'deutlich', likely: 'wahrscheinlich', unclear: 'unklar' }[step]}), aus diesen Gründen:`,
  whyStatement: (statement) => `Was der Satz ist: *${statementNames[statement]}*.`,
  whyTextKind: (kind, isDeclared) =>
    `Art des Textes: *${kindNames[kind]}*, ${isDeclared ? 'so angegeben' : 'nach Gattung oder Gestalt'}.`,
  whyUnclear: 'Die Einordnung ist unklar: Beide Seiten sind fast gleich stark.',
  whyTowards: {
    reported: 'Spricht für *berichtet*',
    attributed: 'Spricht für *von einer Quelle behauptet*',
    opinion: 'Spricht für *Meinung*',
  },
  whyNone: 'Nichts Besonderes spricht für etwas anderes; eine schlichte Aussage des Autors gilt als berichtet.',
  whyStrength: ['schwach', 'mittel', 'stark'],
  whyNote: 'Eingeordnet wird nach Regeln über Wörter, ohne Verständnis; „berichtet“ heißt nie „wahr“.',

  verification: {
    identical: '✅ **Identisch.** Die Quelldatei wurde eben gelesen und enthält genau diese Worte an dieser Stelle.',
    moved:
      '✅ **Dieselben Worte, andere Stelle.** Die Quelldatei wurde seither geändert, enthält aber noch genau diese Worte.',
    changed: '⚠️ **Seither geändert.** Die Quelldatei enthält nicht mehr genau diese Worte.',
    removed: '❌ **Entfernt.** Die Quelldatei ist nicht mehr da oder nicht mehr als Text lesbar.',
  },
  verifiedAt: (path, time) => `Datei ${path}, gelesen ${time}`,

  misquote: {
    exact: '✅ **Wörtlich.** Diese Worte stehen in den Texten.',
    near: '⚠️ **Ähnlich.** In den Texten stehen fast diese Worte; die abweichenden sind markiert.',
    absent: '❌ **Nicht vorhanden.** Diese Worte stehen nicht in den Texten, auch nicht ungefähr.',
    tooShort: 'Das ist zu kurz zum Suchen: Gib mindestens drei Wörter an.',
  },
  misquoteLegend: '~~durchgestrichen~~: nur in deinem Text · **fett**: nur in der Quelle',
  misquoteSameWords: 'Die Wörter sind dieselben; Großschreibung, Satzzeichen oder Akzente weichen ab.',
  misquoteNearest: 'Dem Sinn nach am nächsten:',
  soughtWords: 'Gesucht',
  foundTimes: (count) => `Steht in ${counted(count, 'Dokument', 'Dokumenten')}.`,

  checkTitle: 'Mit den Texten verglichen',
  checkKind: {
    exact: '✅ Wörtlich gefunden',
    similar: '🔶 Ähnliche Worte gefunden',
    nothing: '▫️ Nichts in den Texten',
  },
  checkSummary: (exact, similar, nothing) =>
    `${counted(exact, 'Satz', 'Sätze')} wörtlich, ${similar} ähnlich, ${nothing} ohne Fundstelle. Eine Fundstelle zeigt, wo etwas steht, nicht dass es stimmt.`,
  checkLeftOut: (count) =>
    `${counted(count, 'weiterer Satz wurde', 'weitere Sätze wurden')} aus Platzgründen nicht geprüft.`,
  noTextInMessage: 'In dieser Nachricht ist kein Text, nach dem sich suchen ließe.',

  aboutTitle: 'Über diesen Bot',
  about: ({ documents, passages, sentences, lanes, model, index, builtAt, startedAt, uptime }) => [
    'Beantwortet Fragen nur mit wörtlichen Zitaten und hält Meinung, Berichtetes und Behauptungen von Quellen auseinander.',
    `**Dokumente:** ${documents.toLocaleString('de')}\n**Abschnitte:** ${passages.toLocaleString('de')} (${counted(sentences, 'Satz', 'Sätze')})`,
    `**Einordnung:** berichtet ${lanes.reported} %, behauptet ${lanes.attributed} %, Meinung ${lanes.opinion} % der Sätze`,
    `**Modell:** ${model}\n**Indexversion:** ${index}, gebaut ${builtAt}\n**Laufzeit:** ${uptime} (seit ${startedAt})`,
    'Frage mit `/ask` (`/frage`), durch eine Erwähnung oder in einer Direktnachricht. Rechtsklick auf eine Nachricht → Apps prüft sie.',
  ],

  threadOpened: (mention) =>
    `Frage hier weiter: Erwähne ${mention}, antworte auf eine meiner Nachrichten oder nutze \`/ask\`. Andere Nachrichten kann ich nicht lesen.`,
  threadExists: 'Zu dieser Antwort gibt es schon einen Thread; frage dort weiter.',
  threadHint: (mention) =>
    `Ich kann nur Nachrichten lesen, die ${mention} erwähnen oder auf mich antworten. Stelle deine Frage so, oder nutze \`/ask\`.`,
  cannotThread: (permissions) => `Ich kann hier keinen Thread öffnen: Mir fehlt die Berechtigung ${permissions}.`,

  thanks: {
    helpful: 'Danke: als hilfreich vermerkt.',
    notHelpful: 'Danke: als nicht hilfreich vermerkt.',
  },
  dismissed: 'Entfernt.',
  onlyAskerDismisses:
    'Nur wer gefragt hat und Moderatoren (Berechtigung „Nachrichten verwalten“) können das entfernen.',

  cooldownUser: (seconds) =>
    `Eine Frage nach der anderen: Du kannst in ${counted(seconds, 'Sekunde', 'Sekunden')} wieder fragen.`,
  cooldownChannel: (seconds) =>
    `In diesem Kanal wurde gerade gefragt: Die nächste Frage geht in ${counted(seconds, 'Sekunde', 'Sekunden')}.`,
  queueFull: (limit) =>
    `Die Warteschlange ist voll, versuche es in einer Minute noch einmal: ${counted(limit, 'Anfrage wartet', 'Anfragen warten')} schon.`,
  userQueueFull: (limit) =>
    `${counted(limit, 'Anfrage von dir wartet', 'Anfragen von dir warten')} schon. Bitte warte auf die Antworten.`,
  channelNotAllowed: (channels) =>
    `In diesem Kanal antworte ich nicht. Frage mich in ${channels} oder in einer Direktnachricht.`,
  emptyMention: 'Schreibe deine Frage in dieselbe Nachricht wie die Erwähnung, oder nutze `/ask`.',
  unreadableReply:
    'Diese Antwort kann ich nicht lesen, weil sie mich nicht erwähnt. Schalte das @ deiner Antwort ein, erwähne mich oder nutze `/ask`.',
  preparing: 'Der Index wird noch gebaut. Deine Antwort kommt hier, sobald er fertig ist.',
  shuttingDown: 'Ich werde gerade neu gestartet. Bitte frage in einer Minute noch einmal.',
  storeFailed: (reference) =>
    `Mein Speicher ist gerade nicht verfügbar; dies wurde vielleicht nicht ausgeführt. Bitte versuche es später noch einmal; bleibt es dabei, nenne dem Admin die Kennung ${reference}.`,
  notReady: (detail) => `Ich kann gerade nicht antworten: Der Index ist nicht verfügbar. ${detail}`,
  failed: (reference) =>
    `Beim Antworten ging etwas schief. Bitte versuche es noch einmal; bleibt es dabei, nenne dem Admin die Kennung ${reference}.`,
  late: 'Discord hat meine Antwort nicht rechtzeitig angenommen. Hier ist sie; die Knöpfe gehen wie sonst.',
  cannotWrite: (channel, permissions) =>
    `Du hast mich in ${channel} gefragt, aber dort kann ich nicht antworten: Mir fehlt die Berechtigung ${permissions}.`,
  unknownAction: 'Dieser Knopf stammt aus einer anderen Version des Bots und geht nicht mehr. Bitte frage noch einmal.',
};
