import type { TextKind } from '../../core/text/document.js';
import type { StatementKind } from '../../core/labelling/labels.js';
import { createCounter } from './locale.js';
import type { Texts } from './texts.js';

const counted = createCounter('de');
const laneNames = { reported: 'berichtet', attributed: 'von einer Quelle behauptet', opinion: 'Meinung' } as const;
const steps = { clear: 'eindeutig', likely: 'wahrscheinlich', unclear: 'unklar' } as const;

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
    attributed: { title: 'BEHAUPTET', line: 'Was eine Quelle sagt, wie der Autor es wiedergibt.' },
    opinion: { title: 'MEINUNG', line: 'Die Ansicht des Autors, keine berichtete Tatsache.' },
  },
  claimedBy: (name, source) => ({
    title: name === null ? 'BEHAUPTET, QUELLE NICHT GENANNT' : `BEHAUPTET VON: ${name}`,
    line: `${source === null ? 'Aussage einer ungenannten Quelle' : `Quelle: ${source}`}; vom Autor wiedergegeben, nicht überprüft.`,
  }),
  claimedByUnnamed: (source, naming) => ({
    title: `Behauptet, Quelle ${naming === 'group' ? 'nicht namentlich' : 'vorher'} genannt: „${source}“`,
    line: `Quelle: „${source}“; vom Autor wiedergegeben, nicht überprüft.`,
  }),
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
    attributed: (source) =>
      `__unterstrichen:__ behauptet, ${source === null ? 'Quelle nicht genannt' : `Quelle: ${source}`}`,
    opinion: () => '__*kursiv unterstrichen:*__ Meinung des Autors',
  },
  step: steps,
  labelUnclear: 'Die Einordnung ist unklar; „Warum so eingeordnet?“ zeigt beide Seiten.',
  quoteContinues: '[…] Das geht weiter; „Mehr“ zeigt den Rest.',
  labelSet: 'Einordnung von einem Moderator festgelegt.',
  quoteCut: '[…] Das Zitat geht weiter; „Zusammenhang“ zeigt es ganz.',
  quoted: (words) => `„${words}“`,
  citation: ({ paragraph, last }) =>
    last !== undefined && last !== paragraph ? `Absätze ${paragraph}–${last}` : `Absatz ${paragraph}`,
  alsoIn: (titles) => `Fast wortgleich in: ${titles}`,
  indexVersion: (version) => `Wörtliche Zitate, nichts umformuliert · Index ${version}`,
  understoodFrom: (text, previous) => `„${text}“ verstanden als Anschlussfrage zu „${previous}“.`,
  questionCut: (length) => `Nur die ersten ${length} Zeichen deiner Frage wurden gelesen.`,
  otherLanes: (count) => `${counted(count, 'Zitat anderer Art wird', 'Zitate anderer Art werden')} nicht gezeigt.`,
  onlyIn: (title) => `Nur in „${title}“.`,
  onlyLane: (lane) =>
    `Nur ${{ reported: 'Berichtetes', attributed: 'Behauptungen von Quellen', opinion: 'Meinung' }[lane]}.`,
  further: (from, to) => (from === to ? `Weiteres Zitat ${from}` : `Weitere Zitate ${from} bis ${to}`),
  noFurther: 'Zu dieser Frage gibt es keine weiteren Zitate.',
  changedSinceMore:
    'Die Texte haben sich seit dieser Antwort geändert; die weiteren Zitate stammen aus den jetzigen Texten.',

  refusal: {
    'empty-question':
      'Darin ist nichts, wonach ich suchen kann. Frage nach etwas, worum es in den Texten gehen könnte.',
    'empty-corpus': 'Es gibt noch keine Texte, die ich durchsuchen kann.',
    'nothing-relevant': 'Davon ist in den Texten nirgends die Rede.',
    'detail-missing': 'Die Texte erwähnen das, beantworten deine Frage aber nicht.',
    'too-weak': 'Die Texte streifen das Thema, beantworten deine Frage aber wahrscheinlich nicht.',
    related: 'Die Texte erwähnen das, beantworten deine Frage aber vielleicht nicht:',
    'only-other-lane': 'Es gibt kein Zitat dieser Art; diese sind von anderer Art:',
  },
  missing: (list) => `Nicht gefunden: ${list}.`,
  missingKind: {
    count: 'eine Zahl',
    measure: 'eine Maßangabe',
    money: 'ein Geldbetrag',
    time: 'eine Zeitangabe',
    meaning: 'der ausgeschriebene Name',
  },
  nearest: 'Nächstliegende Stellen',
  examples: 'In den Texten geht es zum Beispiel um',
  inDocument: (title) => `in „${title}“`,
  covers: (documents, from, to, titles) => {
    const dates = from === null ? '' : from === to || to === null ? ` (${from})` : ` (${from} bis ${to})`;
    return `Durchsucht ${documents === 1 ? 'wird' : 'werden'} ${counted(documents, 'Dokument', 'Dokumente')}${dates}${titles ? `: ${titles}` : '.'}`;
  },
  unknownDocument: (wanted) => `Kein Dokument heißt „${wanted}“. Wähle einen der Vorschläge oder lass „in“ leer.`,
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
  documentGone: 'Das Dokument, aus dem dieses Zitat stammt, gehört nicht mehr zu den Texten.',
  quoteGone: 'Das Dokument hat sich seither geändert: Diese Worte stehen nicht mehr darin.',

  whyTitle: 'Warum so eingeordnet?',
  whyLabel: (lane, step) => `Einordnung: **${laneNames[lane]}** (${steps[step]}).`,
  whySet: (lane, source, day) =>
    `Am ${day} von einem Moderator festgelegt: **${laneNames[lane]}**${source === null ? '' : ` (Quelle: ${source})`}.`,
  whyLabeller: (lane, step) =>
    `Die automatische Einordnung war: **${laneNames[lane]}** (${steps[step]}), aus diesen Gründen:`,
  whyStatement: (statement) => `Was der Satz ist: *${statementNames[statement]}*.`,
  whyTextKind: (kind, isDeclared) =>
    `Art des Textes: *${kindNames[kind]}*, ${isDeclared ? 'so angegeben' : 'nach Gattung oder Gestalt'}.`,
  whyUnclear: 'Die Einordnung ist unklar: Für beide Seiten spricht fast gleich viel.',
  whyTowards: {
    reported: 'Spricht für *berichtet*',
    attributed: 'Spricht für *von einer Quelle behauptet*',
    opinion: 'Spricht für *Meinung*',
  },
  whyNone: 'Nichts spricht für eine andere Einordnung; eine schlichte Aussage des Autors gilt als berichtet.',
  whyStrength: ['schwach', 'mittel', 'stark'],
  whyNote: 'Eingeordnet wird nach Regeln über Wörter, ohne den Sinn zu verstehen; „berichtet“ heißt nie „wahr“.',

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
    near: '⚠️ **Ähnlich.** In den Texten steht es fast so; Abweichungen sind markiert.',
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
    answered: '💬 Die Texte beantworten das',
    nothing: '▫️ Nichts in den Texten',
  },
  checkSummary: (exact, similar, answered, nothing) =>
    `${counted(exact, 'Satz', 'Sätze')} wörtlich, ${similar} ähnlich, ${answered > 0 ? `${counted(answered, 'Frage', 'Fragen')} beantwortet, ` : ''}${nothing} ohne Fundstelle. Eine Fundstelle zeigt, wo etwas steht, nicht, dass es stimmt.`,
  checkLeftOut: (count) =>
    `${counted(count, 'weiterer Satz wurde', 'weitere Sätze wurden')} aus Platzgründen nicht geprüft.`,
  noTextInMessage: 'Diese Nachricht enthält keinen Text, nach dem ich suchen kann.',

  aboutTitle: 'Über diesen Bot',
  about: ({ documents, passages, sentences, lanes, model, index, builtAt, startedAt, uptime }) => [
    'Beantwortet Fragen nur mit wörtlichen Zitaten und hält Meinung, Berichtetes und Behauptungen von Quellen auseinander.',
    `**Dokumente:** ${documents.toLocaleString('de')}\n**Abschnitte:** ${passages.toLocaleString('de')} (${counted(sentences, 'Satz', 'Sätze')})`,
    `**Einordnung:** berichtet ${lanes.reported} %, behauptet ${lanes.attributed} %, Meinung ${lanes.opinion} % der Sätze`,
    `**Modell:** ${model}\n**Indexversion:** ${index}, erstellt ${builtAt}\n**Laufzeit:** ${uptime} (seit ${startedAt})`,
    'Frage mit `/ask` (`/frage`), erwähne mich oder schreib mir eine Direktnachricht. Mit Rechtsklick → Apps prüfst du eine Nachricht.',
  ],

  threadOpened: (mention) =>
    `Frage hier weiter: Erwähne ${mention}, antworte auf eine meiner Nachrichten oder nutze \`/ask\`. Andere Nachrichten kann ich nicht lesen.`,
  somebody: 'jemand',
  notSentDirectly: 'Du nimmst keine Direktnachrichten von mir an, darum zeige ich dies hier, nur dir.',
  answerGone:
    'Diese Antwort wurde gelöscht, darum lässt sich kein Thread dazu öffnen. Du kannst mit /frage neu fragen.',
  tooManyThreads: 'Hier sind zu viele Threads offen. Schließe einen und versuche es noch einmal.',
  threadExists: 'Zu dieser Antwort gibt es schon einen Thread; frage dort weiter.',
  threadHint: (mention) =>
    `Ich kann nur Nachrichten lesen, die ${mention} erwähnen oder auf mich antworten. Stelle deine Frage so oder nutze \`/ask\`.`,
  cannotThread: (permissions) => `Ich kann hier keinen Thread öffnen: Mir fehlt die Berechtigung ${permissions}.`,

  thanks: {
    helpful: 'Danke: als hilfreich vermerkt.',
    notHelpful: 'Danke: als nicht hilfreich vermerkt.',
  },
  dismissed: 'Entfernt.',
  onlyAskerDismisses:
    'Das können nur Moderatoren (Berechtigung „Nachrichten verwalten“) und die Person, die gefragt hat, entfernen.',

  cooldownUser: (seconds) =>
    `Eine Frage nach der anderen: Du kannst in ${counted(seconds, 'Sekunde', 'Sekunden')} wieder fragen.`,
  cooldownChannel: (seconds) =>
    `In diesem Kanal wurde gerade gefragt: Die nächste Frage ist in ${counted(seconds, 'Sekunde', 'Sekunden')} möglich.`,
  queueFull: (limit) =>
    `Die Warteschlange ist voll: ${counted(limit, 'Anfrage wartet', 'Anfragen warten')} schon. Versuche es in einer Minute noch einmal.`,
  userQueueFull: (limit) =>
    `${counted(limit, 'Anfrage von dir wartet', 'Anfragen von dir warten')} schon. Bitte warte auf die Antworten.`,
  channelNotAllowed: (channels) =>
    `In diesem Kanal antworte ich nicht. Frage mich in ${channels} oder in einer Direktnachricht.`,
  emptyMention: 'Schreibe deine Frage in dieselbe Nachricht wie die Erwähnung oder nutze `/ask`.',
  unreadableReply:
    'Diese Antwort kann ich nicht lesen, weil sie mich nicht erwähnt. Schalte das @ deiner Antwort ein, erwähne mich oder nutze `/ask`.',
  preparing: 'Der Index wird noch erstellt. Deine Antwort erscheint hier, sobald er fertig ist.',
  shuttingDown: 'Ich werde gerade neu gestartet. Bitte frage in einer Minute noch einmal.',
  storeFailed: (reference) =>
    `Mein Speicher ist gerade nicht verfügbar; vielleicht wurde das nicht gespeichert. Bitte versuche es später noch einmal; wenn es dabei bleibt, nenne dem Admin die Kennung ${reference}.`,
  notReady: (detail) => `Ich kann gerade nicht antworten: Der Index ist nicht verfügbar. ${detail}`,
  failed: (reference) =>
    `Beim Antworten ging etwas schief. Bitte versuche es noch einmal; wenn es dabei bleibt, nenne dem Admin die Kennung ${reference}.`,
  late: 'Discord hat meine Antwort nicht rechtzeitig angenommen. Hier ist sie; die Knöpfe funktionieren wie sonst.',
  cannotWrite: (channel, permissions) =>
    `Du hast mich in ${channel} gefragt, aber dort kann ich nicht antworten: Mir fehlt die Berechtigung ${permissions}.`,
  unknownAction:
    'Dieser Knopf stammt aus einer anderen Version des Bots und funktioniert nicht mehr. Bitte frage noch einmal.',
};
