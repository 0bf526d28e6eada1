import type { TextKind } from '../../core/text/document.js';
import type { StatementKind } from '../../core/labelling/labels.js';
import { summaryDefaults } from '../../core/summary/summary-options.js';
import { namePlace, type PlaceWords } from '../../core/text/name-place.js';
import type { BriefTexts } from './brief-texts.js';
import type { CommandTexts } from './command-texts.js';
import { createCounter, type Language } from './language.js';
import type { LibraryTexts } from './library-texts.js';
import type { MissTexts } from './miss-texts.js';
import type { MyDataTexts } from './my-data-texts.js';
import type { ReviewTexts } from './review-texts.js';
import type { SettingsTexts } from './settings-texts.js';
import { listed, words, type SmallTalk } from './small-talk-phrases.js';
import type { NamedPermission, Texts } from './texts.js';

const counted = createCounter('de');
const usualQuotes = summaryDefaults.quotes;
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
const permission: Texts['permission'] = {
  ViewChannel: 'Kanal ansehen',
  SendMessages: 'Nachrichten senden',
  SendMessagesInThreads: 'Nachrichten in Threads senden',
  ReadMessageHistory: 'Nachrichtenverlauf anzeigen',
  CreatePublicThreads: 'Öffentliche Threads erstellen',
  PinMessages: 'Nachrichten anpinnen',
  ManageMessages: 'Nachrichten verwalten',
};
const listPermissions = (names: readonly NamedPermission[]): string =>
  `${names.length === 1 ? 'fehlt die Berechtigung' : 'fehlen die Berechtigungen'} ${names.map((name) => `**${permission[name]}**`).join(', ')}`;
const anyOf = new Intl.ListFormat('de', { type: 'disjunction' });
const times = (count: number): string =>
  count === 1 ? 'einmal' : count === 2 ? 'zweimal' : `${count.toLocaleString('de')}-mal`;
const people = (count: number): string => counted(count, 'Person', 'Personen');

const placeWords: PlaceWords = {
  paragraph: (numbers, areSeveral) => `${areSeveral ? 'Absätze' : 'Absatz'} ${numbers}`,
  page: (numbers) => `S. ${numbers}`,
  time: (clock) => `bei ${clock}`,
  message: (moment) => (moment === null ? 'Nachricht' : `Nachricht vom ${moment}`),
  chapter: (title) => `Kapitel „${title}“`,
  savedOn: (day) => `gespeichert ${day}`,
};

const texts: Texts = {
  locale: 'de',
  lane: {
    reported: { title: 'BERICHTET', line: 'Vom Autor als Tatsache dargestellt; nicht überprüft.' },
    attributed: { title: 'BEHAUPTET', line: 'Was eine Quelle sagt, wie der Text es wiedergibt.' },
    opinion: { title: 'MEINUNG', line: 'Die Ansicht des Autors, keine berichtete Tatsache.' },
  },
  claimedBy: (name, source) => ({
    title: name === null ? 'BEHAUPTET, QUELLE NICHT GENANNT' : `BEHAUPTET VON: ${name}`,
    line: `${source === null ? 'Aussage einer ungenannten Quelle' : `Quelle: ${source}`}; so gibt es der Text wieder, nicht überprüft.`,
  }),
  claimedByUnnamed: (source, naming) => ({
    title: `Behauptet, Quelle ${{ group: 'nicht namentlich genannt', pronoun: 'vorher genannt', author: 'im Text' }[naming]}: „${source}“`,
    line:
      naming === 'author'
        ? `Aussage von jemandem, der in diesem Text „${source}“ heißt; nicht überprüft.`
        : `Quelle: „${source}“; so gibt es der Text wieder, nicht überprüft.`,
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
  labelUnclear: 'Die Einordnung ist unklar; „Warum / Prüfen“ zeigt beide Seiten.',
  quoteContinues: '[…] Das geht weiter; „Zusammenhang“ zeigt den Rest.',
  quoteContinuesInMore: '[…] Das geht weiter; „Mehr“ zeigt den Rest.',
  labelSet: 'Einordnung von einem Moderator festgelegt.',
  quoteCut: '[…] Das Zitat geht weiter; „Zusammenhang“ zeigt es ganz.',
  quoted: (words) => `„${words}“`,
  citation: (parts) => namePlace(parts, placeWords),
  repair: {
    hyphen: 'Ein Wort, das dort am Zeilenende getrennt ist, steht hier ungetrennt.',
    ligature: 'Buchstaben, die dort als ein Zeichen gedruckt sind, sind hier ausgeschrieben.',
    'drop-cap': 'Ein großer Anfangsbuchstabe steht hier bei seinem Wort.',
  },
  alsoIn: (titles) => `Fast wortgleich in: ${titles}`,
  indexVersion: (version) => `Wörtliche Zitate, nichts umformuliert · Index ${version}`,
  understoodFrom: (text, previous) => `„${text}“ verstanden als Anschlussfrage zu „${previous}“.`,
  readAs: (words) => `Gelesen als: ${words}`,
  placesDiffer: (first, second, isNewerFirst) =>
    isNewerFirst
      ? `Die Texte sagen Verschiedenes: die neuere Stelle, hier zuerst, „${first}“, eine ältere „${second}“.`
      : `Die Texte sagen Verschiedenes: eine Stelle „${first}“, eine andere „${second}“.`,
  questionCut: (length) => `Nur die ersten ${length} Zeichen deiner Frage wurden gelesen.`,
  otherLanes: (count) => `${counted(count, 'Zitat anderer Art wird', 'Zitate anderer Art werden')} nicht gezeigt.`,
  onlyIn: (title) => `Nur in „${title}“.`,
  onlyLane: (lane) =>
    `Nur ${{ reported: 'Berichtetes', attributed: 'Behauptungen von Quellen', opinion: 'Meinung' }[lane]}.`,
  further: (from, to) => (from === to ? `Weiteres Zitat ${from}` : `Weitere Zitate ${from} bis ${to}`),
  restFirst: (count) =>
    count === 1 ? 'Zuerst der Rest eines Zitats von vorhin' : `Zuerst der Rest von ${count} Zitaten von vorhin`,
  etcHint: 'Das siehst nur du.',
  sharedBy: (person) => `${person} hat das privat gefragt und zeigt euch die Antwort.`,
  nothingToShare: 'Die Texte haben sich geändert und beantworten das nicht mehr: Es gibt nichts zu zeigen.',
  shared: (link) => `✅ Jetzt für alle sichtbar: ${link}`,
  sharedChanged: 'Dafür neu gefragt: Es sind nicht ganz dieselben Zitate, die privat zu sehen waren.',
  cannotShare: (channel, permissions) =>
    `Ich kann das in ${channel} nicht zeigen: Mir ${listPermissions(permissions)}.`,
  onlyAskerShares: 'Nur wer gefragt hat, kann die Antwort allen zeigen.',
  mayNotWrite: 'Du darfst in diesem Kanal nicht schreiben; deshalb kann deine Antwort hier nicht gezeigt werden.',
  lastFurther: 'Das waren alle Zitate zu dieser Frage.',
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
  didYouMean: (words) => `Meintest du „${words}“?`,
  missing: (list) => `Nicht gefunden: ${list}.`,
  missingKind: {
    count: 'eine Zahl',
    measure: 'eine Maßangabe',
    money: 'ein Geldbetrag',
    time: 'eine Zeitangabe',
    meaning: 'der ausgeschriebene Name',
  },
  covers: (documents, from, to, titles) => {
    const dates = from === null ? '' : from === to || to === null ? ` (${from})` : ` (${from} bis ${to})`;
    if (documents === 0) return 'Es gibt noch keine Dokumente, die ich durchsuchen kann.';
    return `Durchsucht ${documents === 1 ? 'wird' : 'werden'} ${counted(documents, 'Dokument', 'Dokumente')}${dates}${titles ? `: ${titles}` : '.'}`;
  },
  listHint: '`/about texts` (`/info texte`) zeigt sie.',
  inOtherLanguage: 'Gesucht wird mit den Wörtern der Texte: Stehen sie auf Englisch, frag auf Englisch.',
  unknownDocument: (wanted) => `Kein Dokument heißt „${wanted}“. Wähle einen der Vorschläge oder lass „in“ leer.`,
  nearTitles: 'Dokumente mit ähnlichem Titel',

  button: {
    context: 'Zusammenhang',
    why: 'Warum / Prüfen',
    source: 'Quelle öffnen',
    wholeText: 'Ganzer Text',
    more: 'Mehr',
    etc: '…',
    share: 'Allen zeigen',
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
  documentLeft: 'Dieses Dokument gehört nicht mehr zu den Texten.',
  documentWithheld: 'Dieses Dokument gehört nicht zu den Texten, die hier befragt werden.',
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
  whyUnseen: {
    question: 'eine Frage',
    'answered-question': 'eine Frage, die beantwortet wird',
    'no-figure-or-name': 'keine Zahl, kein Datum, kein Name',
    'short-sentence': 'ein kurzer Satz',
    'long-sentence': 'ein langer Satz',
    'last-sentence': 'der letzte Satz',
    'list-item': 'ein Punkt einer Liste',
    'figures-in-a-judgement': 'Zahlen in einem Urteil',
    'follows-a-quotation': 'folgt auf ein Zitat',
    'unknown-first-person': '„ich“, ohne dass klar ist, wer spricht',
    'no-judging-word': 'kein wertendes Wort',
    'judging-words-in-a-claim': 'wertende Wörter in einer Behauptung',
    'sounds-like-opinion': 'klingt im Ganzen nach Meinung',
    'sounds-like-a-report': 'klingt im Ganzen nach Bericht',
    'most-sentences-report': 'die meisten Sätze berichten',
    'most-clauses-report': 'die meisten Teilsätze berichten',
    'neighbouring-sentences': 'die Sätze ringsum',
    'no-judgement-of-its-own': 'kein eigenes Urteil',
    'in-no-opinion-piece': 'steht in keinem Meinungsbeitrag',
    'between-the-turns': 'steht zwischen den Beiträgen eines Gesprächs',
    code: 'Programmcode',
    table: 'steht in einer Tabelle',
    quotation: 'steht in Anführungszeichen',
    'quotation-goes-on': 'ein Zitat geht weiter',
    'indirect-speech-goes-on': 'indirekte Rede geht weiter',
    'after-the-colon': 'steht nach dem Doppelpunkt einer Quelle',
    transcript: 'in einem Gespräch gesagt',
    interview: 'in einem Interview gesagt',
    rule: 'eine Regel',
    instruction: 'eine Anleitung',
    definition: 'eine Begriffserklärung',
    advice: 'ein Rat',
    'genre-news': 'der Text ist eine Nachricht',
    'genre-opinion': 'der Text ist ein Meinungsbeitrag',
    'genre-analysis': 'der Text ist eine Analyse',
    'genre-explainer': 'der Text ist ein Erklärstück',
    'genre-letter': 'der Text ist ein Brief',
    'genre-release': 'der Text ist eine Pressemitteilung',
    'genre-other': 'der Text ist von anderer Gattung',
    'genre-unknown': 'die Gattung des Textes ist nicht bekannt',
    'in-reference': 'steht in einem Nachschlagetext',
    'in-reference-unjudged': 'steht in einem Nachschlagetext, ohne wertende Wendung',
    'in-rules': 'steht in einem Regelwerk',
    'in-rules-unjudged': 'steht in einem Regelwerk, ohne wertende Wendung',
    'in-minutes': 'steht in einem Protokoll',
    'in-minutes-unjudged': 'steht in einem Protokoll, ohne wertende Wendung',
  },
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
    'older-reader':
      '⏳ **Wird neu gelesen.** Die Quelldatei wurde von einer früheren Version dieses Programms gelesen; frag gleich noch einmal.',
    elsewhere:
      'ℹ️ **Nicht verglichen.** Die Quelldateien liegen auf einem anderen Rechner; der Index enthält genau diese Worte.',
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
  checkUnreadable:
    'Die Nachricht, auf die du antwortest, kann ich nicht lesen: Discord zeigt mir nur solche, die mich erwähnen. Rechtsklick darauf (am Telefon lange drücken) → Apps → **Nachricht prüfen**.',
  checkOwn:
    'Das ist eine Nachricht von mir selbst. Meine Zitate sind die Worte der Texte; **Warum / Prüfen** unter einem liest seine Datei noch einmal.',
  noTextInMessage: 'Diese Nachricht enthält keinen Text, nach dem ich suchen kann.',

  aboutTitle: 'Über diesen Bot',
  about: ({ documents, passages, sentences, lanes, model, index, builtAt, startedAt, uptime }) => [
    'Beantwortet Fragen nur mit wörtlichen Zitaten und hält Meinung, Berichtetes und Behauptungen von Quellen auseinander.',
    `**Dokumente:** ${documents.toLocaleString('de')}\n**Abschnitte:** ${passages.toLocaleString('de')} (${counted(sentences, 'Satz', 'Sätze')})`,
    `**Einordnung:** berichtet ${lanes.reported} %, behauptet ${lanes.attributed} %, Meinung ${lanes.opinion} % der Sätze`,
    `**Modell:** ${model}\n**Indexversion:** ${index}, erstellt ${builtAt}\n**Laufzeit:** ${uptime} (seit ${startedAt})`,
    'Frage mit `/ask` (`/frage`), erwähne mich oder schreib mir eine Direktnachricht. Eine Nachricht prüfst du mit Rechtsklick, am Handy mit langem Druck, dann Apps.',
  ],

  list: {
    title: 'Die Texte',
    all: 'alle',
    found: (count, search) => `${counted(count, 'Dokument passt', 'Dokumente passen')} zu „${search}“`,
    none: (search) =>
      `Kein Dokument passt zu „${search}“. \`/about texts: all\` (\`/info texte: alle\`) zeigt sie alle.`,
    page: (page, pages) => `Seite ${page} von ${pages}`,
    sentences: (count) => counted(count, 'Satz', 'Sätze'),
    choose: 'Ein Dokument ansehen',
    counts: (sentences, passages) =>
      `**Umfang:** ${counted(sentences, 'Satz', 'Sätze')} in ${counted(passages, 'Abschnitt', 'Abschnitten')}`,
    shares: ({ reported, attributed, opinion }) =>
      `**Einordnung:** berichtet ${reported} %, behauptet ${attributed} %, Meinung ${opinion} %`,
    genreLine: (genre) => `**Gattung:** ${genre}`,
    genre: {
      news: 'Nachricht',
      opinion: 'Meinungsbeitrag',
      analysis: 'Analyse',
      explainer: 'Erklärstück',
      letter: 'Brief',
      release: 'Pressemitteilung',
      other: 'Sonstiges',
    },
    changed: (day) => `**Zuletzt geändert:** ${day}`,
    newest: (heading, date) => `**Neuester Eintrag:** ${heading} (${date})`,
    outline: 'Gliederung',
    moreHeadings: (count) => `… und ${counted(count, 'weitere Überschrift', 'weitere Überschriften')}`,
  },

  help: {
    title: { greeting: 'Hallo!', help: 'Was ich kann', self: 'Ich bin ein Bot.' },
    reply: {
      objection:
        'Ein Zitat zeigt nur, was in einem Text steht, ob wahr oder nicht. „Nicht hilfreich“ im Menü […] legt deine Frage den Moderatoren vor; ist die Einordnung falsch, drücke „Warum / Prüfen“ und dann „Falsch eingeordnet“.',
      thanks: 'Gern geschehen. Frag mich jederzeit wieder.',
      farewell: '👋 Tschüss! Frag mich jederzeit wieder.',
      nod: '👍 Frag jederzeit weiter; `/help` (`/hilfe`) zeigt, was ich kann.',
    },
    does: (documents) =>
      `Ich beantworte Fragen zu ${counted(documents, 'Dokument', 'Dokumenten')} mit wörtlichen Zitaten, jedes mit seiner Quelle, und halte Meinung, Berichtetes und Behauptungen auseinander.`,
    examples: 'Frag mich zum Beispiel',
    how: 'Schreib deine Frage in dieselbe Nachricht wie eine Erwähnung von mir, nutze `/ask` (`/frage`) oder schick mir eine Direktnachricht. `/about texts` (`/info texte`) zeigt die Dokumente.',
    moderators:
      'Als Moderator nimmst du mit `/library add` (`/bibliothek hinzufügen`) Texte auf; `/library list` (`/bibliothek liste`) zeigt, was da ist.',
    cannot:
      'Was ich nicht kann: sagen, was in diesen Dokumenten nirgends steht, etwas umformulieren, übersetzen oder beurteilen, was wahr ist.',
  },

  threadOpened: (mention) =>
    `Frage hier weiter: Erwähne ${mention}, antworte auf eine meiner Nachrichten oder nutze \`/ask\`. Andere Nachrichten kann ich nicht lesen.`,
  threadReady: (thread) => `Frage weiter im Thread ${thread}.`,
  somebody: 'jemand',
  notSentDirectly: 'Du nimmst keine Direktnachrichten von mir an, darum zeige ich dies hier, nur dir.',
  answerGone:
    'Diese Antwort wurde gelöscht, darum lässt sich kein Thread dazu öffnen. Du kannst mit /frage neu fragen.',
  tooManyThreads: 'Hier sind zu viele Threads offen. Schließe einen und versuche es noch einmal.',
  threadExists: (thread) => `Zu dieser Antwort gibt es schon einen Thread; frage dort weiter: ${thread}`,
  threadHint: (mention) =>
    `Ich kann nur Nachrichten lesen, die ${mention} erwähnen oder auf mich antworten. Stelle deine Frage so oder nutze \`/ask\`.`,
  cannotThread: (permissions) => `Ich kann hier keinen Thread öffnen: Mir ${listPermissions(permissions)}.`,

  thanks: {
    helpful: 'Danke: als hilfreich vermerkt.',
    notHelpful: 'Danke: als nicht hilfreich vermerkt.',
  },
  dismissed: 'Entfernt.',
  onlyAskerDismisses:
    'Das können nur Moderatoren (Berechtigung „Nachrichten verwalten“) und die Person, die gefragt hat, entfernen.',

  cooldownUser: (seconds) =>
    `Eine Frage nach der anderen: Du kannst in ${counted(seconds, 'Sekunde', 'Sekunden')} wieder fragen.`,
  cooldownChannel: (channel, seconds) =>
    `In ${channel} wurde gerade gefragt: Die nächste Frage ist in ${counted(seconds, 'Sekunde', 'Sekunden')} möglich.`,
  queueFull: (limit) =>
    `Die Warteschlange ist voll: ${counted(limit, 'Anfrage wartet', 'Anfragen warten')} schon. Versuche es in einer Minute noch einmal.`,
  userQueueFull: (limit) =>
    `${counted(limit, 'Anfrage von dir wartet', 'Anfragen von dir warten')} schon. Bitte warte auf die Antworten.`,
  channelNotAllowed: (channel, channels) =>
    `In ${channel} antworte ich nicht. Frage mich in ${anyOf.format([...channels, 'einer Direktnachricht'])}.`,
  unreadableReply:
    'Diese Antwort kann ich nicht lesen, weil sie mich nicht erwähnt. Schalte das @ deiner Antwort ein, erwähne mich oder nutze `/ask`.',
  preparing: 'Der Index wird noch erstellt. Deine Antwort erscheint hier, sobald er fertig ist.',
  shuttingDown: 'Ich werde gerade neu gestartet. Bitte frage in einer Minute noch einmal.',
  storeFailed: (reference) =>
    `Mein Speicher ist gerade nicht verfügbar; vielleicht wurde das nicht gespeichert. Bitte versuche es später noch einmal; wenn es dabei bleibt, nenne dem Admin die Kennung ${reference}.`,
  notReady:
    'Ich kann gerade nicht antworten: Meine Texte sind nicht verfügbar. Bitte frage später noch einmal; wenn es dabei bleibt, sag es dem, der mich betreibt.',
  failed: (reference) =>
    `Beim Antworten ging etwas schief. Bitte versuche es noch einmal; wenn es dabei bleibt, nenne dem Admin die Kennung ${reference}.`,
  late: 'Discord hat meine Antwort nicht rechtzeitig angenommen. Hier ist sie; die Knöpfe funktionieren wie sonst.',
  cannotWrite: (channel, server, permissions) =>
    `Du hast mich in ${channel}${server === null ? '' : ` auf „${server}“`} gefragt, aber dort kann ich nicht antworten: Mir ${listPermissions(permissions)}.`,
  permission,
  unknownAction:
    'Dieser Knopf stammt aus einer anderen Version des Bots und funktioniert nicht mehr. Bitte frage noch einmal.',
};

const briefs: BriefTexts = {
  titleOf: (topic, documentTitle) => topic ?? documentTitle ?? 'Alle Texte',
  scopeOf: (topic, documentTitle) => {
    if (topic !== null && documentTitle !== null) return `Was „${documentTitle}“ zu „${topic}“ sagt`;
    if (topic !== null) return `Was alle Texte zu „${topic}“ sagen`;
    return documentTitle !== null ? `Was „${documentTitle}“ sagt, im Wortlaut` : 'Was alle Texte sagen, im Wortlaut';
  },
  laneCounts: ({ reported, attributed, opinion }) =>
    [
      ...(reported > 0 ? [`${reported} berichtet`] : []),
      ...(attributed > 0 ? [`${attributed} behauptet`] : []),
      ...(opinion > 0 ? [counted(opinion, 'Meinung', 'Meinungen')] : []),
    ].join(', '),
  previewNote: 'Vorschau, nur für dich. Wähle im Menü ab, was nicht hineinsoll, und veröffentliche sie dann.',
  previewTarget: (channel) => `Veröffentlicht wird in ${channel}.`,
  rebuilds: (link) => `Das ersetzt ${link}.`,
  lane: {
    reported: () => 'Berichtet',
    attributed: (source) => (source === null ? 'Behauptet' : `Behauptet von: ${source}`),
    opinion: () => 'Meinung',
  },
  notKept: '▫️ Abgewählt: wird nicht veröffentlicht.',
  pairsTitle: 'WORIN QUELLEN SICH WIDERSPRECHEN',
  pairsLine: 'Beide Zitate stehen nebeneinander; welches stimmt, wird hier nicht beurteilt.',
  pairName: (number) => `Widerspruch ${number}`,
  leftOut: (quotes, pairs) => {
    const parts = [
      ...(quotes > 0 ? [counted(quotes, 'Zitat', 'Zitate')] : []),
      ...(pairs > 0 ? [counted(pairs, 'Widerspruch', 'Widersprüche')] : []),
    ];
    return `${parts.join(' und ')} aus Platzgründen nicht gezeigt.`;
  },
  hints: {
    preview: {
      quoteCut: '[…] Das Zitat geht weiter; es bleibt ganz erhalten.',
      quoteContinues: '[…] Das geht im Dokument weiter.',
      labelUnclear:
        'Die Einordnung ist unklar; in der veröffentlichten Zusammenfassung lassen sich beide Seiten ansehen.',
    },
    posted: {
      quoteCut: '[…] Das Zitat geht weiter; wähle es unten aus, um es ganz zu sehen.',
      quoteContinues: '[…] Das geht im Dokument weiter.',
      labelUnclear: 'Die Einordnung ist unklar; wähle das Zitat unten aus, um beide Seiten zu sehen.',
    },
  },
  footer: (person, isPinned, version) => {
    const who = person === null ? '' : `${isPinned ? 'Angepinnt' : 'Veröffentlicht'} von ${person} · `;
    return `${who}Wörtliche Zitate, nichts umformuliert · Index ${version}`;
  },

  button: {
    titleAndOrder: 'Titel und Reihenfolge',
    post: 'Veröffentlichen',
    postAndPin: 'Veröffentlichen und anpinnen',
    discard: 'Verwerfen',
    rebuild: 'Neu erstellen',
    tryAgain: 'Jetzt anpinnen',
    earlier: 'Davor',
    later: 'Danach',
  },
  retire: (title) => `„${title}“ lösen`,
  tickMenu: 'Zitate, die bleiben',
  lookMenu: 'Ein Zitat näher ansehen',
  form: {
    heading: 'Titel und Reihenfolge',
    title: 'Titel',
    titleHint: 'Leer: das Thema oder der Titel des Dokuments.',
    order: 'Reihenfolge der Zitate',
    orderHint: 'Ihre Nummern; fehlende folgen danach. Jedes Zitat bleibt in seiner Einordnung.',
    orderExample: 'Zum Beispiel: 3 1 2',
  },
  badOrder: (given, highest) =>
    `Die Reihenfolge „${given}“ ist nicht eindeutig: Schreibe jede Nummer von 1 bis ${highest} höchstens einmal, durch Leerzeichen getrennt, etwa „2 1“. Die Reihenfolge blieb, wie sie war.`,

  onlyModerators: 'Das können nur Moderatoren (Berechtigung „Nachrichten verwalten“).',
  onlyMaker: 'Diese Vorschau gehört jemand anderem. Erstelle mit `/summary` (`/zusammenfassung`) deine eigene.',
  draftGone: 'Diese Vorschau gibt es nicht mehr. Erstelle mit `/summary` (`/zusammenfassung`) eine neue.',
  draftBusy: 'Diese Zusammenfassung wird gerade veröffentlicht. Einen Augenblick noch.',
  draftWithheld: 'Einige ihrer Texte werden hier nicht mehr befragt. Verwirf diese Vorschau und mach eine neue.',
  withheld: 'Dieser Text wird hier nicht mehr befragt.',
  discarded: 'Verworfen. Nichts wurde veröffentlicht.',
  nothingTicked: 'Kein Zitat ist ausgewählt, es gibt also nichts zu veröffentlichen. Wähle mindestens eines aus.',
  nothingStands: 'Keines der ausgewählten Zitate steht noch in den Texten. Nichts wurde veröffentlicht.',
  dropped: (lines) => `Weggelassen, weil sich die Texte seit der Vorschau geändert haben:\n${lines.join('\n')}`,
  moved: (lines) => `Anders eingeordnet als in der Vorschau:\n${lines.join('\n')}`,
  posted: (link) => `✅ Veröffentlicht: ${link}`,
  postedAndPinned: (link) => `✅ Veröffentlicht und angepinnt: ${link}`,
  replacedOld: (link) => `Ersetzt wurde die bisherige Zusammenfassung zu diesem Thema: ${link}`,
  youLack: (permissions, channel) => `Dir ${listPermissions(permissions)} in ${channel}.`,
  botLacks: (permissions, channel) => `Mir ${listPermissions(permissions)} in ${channel}.`,
  notSent: (detail) =>
    `Nichts wurde veröffentlicht: ${detail} Die Vorschau bleibt; du kannst es noch einmal versuchen.`,
  noAnswer: 'Discord hat nicht geantwortet.',
  notAnswered:
    'Discord hat nicht geantwortet; ob veröffentlicht wurde, ist ungewiss. Die Vorschau bleibt: Drücke noch einmal; veröffentlicht wird nur einmal.',
  cannotReach: (channel) =>
    `Ich erreiche ${channel} nicht: Der Kanal wurde gelöscht, oder ich darf dort nicht schreiben.`,
  notPinned: (link, detail) => `Veröffentlicht, aber nicht angepinnt: ${link}\n${detail}`,
  refusedWith: (code) => `Discord hat es abgelehnt (Code ${code}).`,
  pinsFull: (link) =>
    `Veröffentlicht, aber nicht angepinnt: ${link}\nDieser Kanal hat 250 angepinnte Nachrichten, mehr lässt Discord nicht zu.`,
  retireOffer: (title, date) =>
    `Ich kann die älteste meiner eigenen Zusammenfassungen hier lösen, **${title}** vom ${date}, und dafür diese anpinnen.`,
  retireNone: 'Keine davon ist eine Zusammenfassung von mir: Ein Moderator muss erst etwas lösen.',
  retired: (title) => `Gelöst, um Platz zu machen: **${title}**`,

  noPins:
    'In diesem Kanal ist keine meiner Zusammenfassungen angepinnt. `/summary` (`/zusammenfassung`) erstellt eine.',
  pinsTitle: (count) => `In diesem Kanal angepinnt: ${counted(count, 'Zusammenfassung', 'Zusammenfassungen')} von mir`,
  pinsPage: (page, pages) => `Seite ${page} von ${pages}`,
  pinLine: (date, person) => `Angepinnt am ${date}${person === null ? '' : ` von ${person}`}`,
  allStand: (count) =>
    count === 1
      ? '✅ Das Zitat steht noch in den Texten'
      : `✅ ${count === 2 ? 'Beide' : `Alle ${count}`} Zitate stehen noch in den Texten`,
  someFell: (fell, count) =>
    `⚠️ ${fell} von ${counted(count, 'Zitat', 'Zitaten')} ${fell === 1 ? 'steht' : 'stehen'} nicht mehr so da wie veröffentlicht`,
  fallen: {
    changed: (count) => `${count} geändert`,
    vanished: (count) => `${count} verschwunden`,
    relabelled: (count) => `${count} anders eingeordnet`,
    withheld: (count) => `${count} aus Texten, die hier nicht mehr befragt werden`,
  },

  markedTitle: (fell, count) =>
    count === 1
      ? '⚠️ **Die Quelle hat sich geändert: Dieses Zitat steht nicht mehr so da wie veröffentlicht.**'
      : `⚠️ **Die Quellen haben sich geändert: ${fell} von ${count} Zitaten ${fell === 1 ? 'steht' : 'stehen'} nicht mehr so da wie veröffentlicht.**`,
  markedLine: (fell) => (fell === 1 ? 'Es ist unten markiert.' : 'Sie sind unten markiert.'),
  mark: {
    changed: '**Geändert:** Das Dokument enthält diese Worte nicht mehr.',
    vanished: '**Verschwunden:** Das Dokument gehört nicht mehr zu den Texten.',
    withheld: '**Herausgenommen:** Das Dokument wird hier nicht mehr befragt.',
  },
  relabelled: (lane, source) =>
    `**Anders eingeordnet:** jetzt ${{ reported: 'als Tatsache berichtet', attributed: `behauptet, ${source === null ? 'Quelle nicht genannt' : `Quelle: ${source}`}`, opinion: 'Meinung des Autors' }[lane]}.`,
  since: (time) => `bemerkt ${time}`,
  replacedBy: (link) => `🔁 **Durch eine neuere Zusammenfassung ersetzt:** ${link}`,
  noticeTitle: (title) => `⚠️ **Die Quellen einer veröffentlichten Zusammenfassung haben sich geändert: ${title}**`,
  noticeOpen: (link) => `Die Zusammenfassung ist markiert: ${link}`,
  noticeUnmarked: (link) =>
    `Discord lässt mich die Zusammenfassung zurzeit nicht markieren; ich versuche es bei jeder Aktualisierung des Index wieder: ${link}`,
  noticeQuote: (number, words, what) => `- Zitat ${number}, „${words}“: ${what}`,
  noticePair: (number, words, what) => `- Widerspruch ${number}, „${words}“: ${what}`,
  briefGone: 'Diese Zusammenfassung gibt es nicht mehr: Die Nachricht oder ihr Kanal wurde gelöscht.',
  briefReplaced: (link) => `Diese Zusammenfassung ist schon ersetzt: ${link}`,
  briefUnknown: 'Diese Zusammenfassung kenne ich nicht mehr. `/summary` (`/zusammenfassung`) erstellt eine neue.',
  documentGone: (title) =>
    `„${title}“ gehört nicht mehr zu den Texten; die Zusammenfassung lässt sich daraus also nicht neu erstellen.`,
  reason: {
    pin: (title, person) => `Zusammenfassung „${title}“, angepinnt von ${person}`,
    replace: (title, person) => `Zusammenfassung „${title}“ durch eine neuere ersetzt, von ${person}`,
    retire: (title, person) => `Zusammenfassung „${title}“ gelöst, um Platz zu machen, von ${person}`,
  },
};

const misses: MissTexts = {
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
  dismissSome: 'Mehrere sind nicht unser Thema …',
  dismissedSome: (count) =>
    `Als „nicht unser Thema“ beiseitegelegt: ${count} Fragen. Sie werden nicht mehr aufgeführt und nicht noch einmal gestellt.`,
  restoredSome: (count) => `Wieder in der Liste: ${count} Fragen.`,
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
  toldElsewhere: (channel) =>
    `Ihr Text wird in Direktnachrichten nicht befragt: Stell die Frage noch einmal ${channel === null ? 'dort, wo du sie gestellt hast' : `in ${channel}`}. ` +
    'Deine Nutzer-ID wird nicht mehr dazu aufbewahrt.',
  answerWithheld: 'Aus einem Text, der in diesem Kanal nicht befragt wird.',
};

const review: ReviewTexts = {
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
  acceptSome: 'Mehrere auf einmal annehmen …',
  declineSome: 'Mehrere auf einmal ablehnen …',
  acceptedSome: (count, chosen) =>
    `✅ Angenommen: ${count} von ${chosen}, jeweils die Einordnung, die die meisten vorschlagen. \`/review show: decided\` (\`/einordnungen zeige: entschiedene\`) zeigt sie.`,
  declinedSome: (count, chosen) => `Abgelehnt: ${count} von ${chosen}; die Einordnungen bleiben, wie sie sind.`,
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

const myData: MyDataTexts = {
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
    library: 'Was du als Moderator mit Texten der Bibliothek getan hast, mit deinem Namen',
  },
  counted: (count, first, last) =>
    first === last ? `${count}, vom ${first}` : `${count}, vom ${first} bis zum ${last}`,
  moreTexts: (count) => `… und ${count} weitere`,
  kept: (days) => `Jeder Eintrag wird nach ${counted(days, 'Tag', 'Tagen')} von selbst gelöscht.`,
  how:
    'Du bist nur als gesalzener Hash gespeichert, aus dem niemand ablesen kann, wer du bist; deine Nutzer-ID wird nur aufbewahrt, ' +
    'wo du Bescheid bekommen wolltest, dein Name nur bei Texten, die du aufgenommen oder herausgenommen hast. Die Moderation eines Servers sieht, was dort ohne Antwort blieb, aber nie, von wem. ' +
    'Beantwortete Fragen werden nicht aufbewahrt.',
  consequences:
    '**Löschen** entfernt das alles auf einmal und lässt sich nicht rückgängig machen: Deine Bewertungen zählen nicht mehr, und ' +
    'niemand sagt dir Bescheid, wenn eine Frage beantwortet werden kann. Eine Frage, die auch andere gestellt haben, bleibt, ' +
    'aber ohne dich; ebenso festgelegte Einordnungen, Zusammenfassungen und Texte.',
  deleted: (count) => `Gelöscht: ${counted(count, 'Eintrag', 'Einträge')}. Über dich wird nichts mehr aufbewahrt.`,
  nothingDeleted: 'Es gab nichts zu löschen: Über dich wird nichts aufbewahrt.',
};

const library: LibraryTexts = {
  onlyModerators:
    'Texte aufnehmen und herausnehmen können nur Moderatoren (Berechtigung „Nachrichten verwalten“ in diesem Kanal).',
  button: {
    use: 'Verwenden',
    discard: 'Verwerfen',
    remove: 'Herausnehmen',
    keep: 'Behalten',
    undo: 'Zurückholen',
    refresh: 'Neu abrufen',
    earlier: 'Davor',
    later: 'Danach',
  },

  format: {
    text: 'Text',
    markdown: 'Text',
    html: 'Webseite',
    pdf: 'PDF-Datei',
    docx: 'Word-Dokument',
    odt: 'OpenDocument-Text',
    epub: 'E-Book',
    subtitles: 'Untertitel',
    'discord-export': 'Discord-Export',
    feed: 'Newsfeed',
  },
  pages: (count) => counted(count, 'Seite', 'Seiten'),
  sentences: (count) => counted(count, 'Satz', 'Sätze'),
  documents: (count) => counted(count, 'Eintrag', 'Einträge'),
  collection: (name) => `Sammlung „${name}“`,
  noCollection: 'in keiner Sammlung',
  attached: 'eine Datei aus Discord',
  byOperator: 'vom Betreiber dieses Bots',
  fetched: (day) => `abgerufen am ${day}`,
  addedBy: (name, when) => `hinzugefügt von ${name}, ${when}`,
  added: (when) => `hinzugefügt ${when}`,
  did: {
    use: (name, when) => `in Gebrauch genommen von ${name}, ${when}`,
    discard: (name, when) => `verworfen von ${name}, ${when}`,
    remove: (name, when) => `herausgenommen von ${name}, ${when}`,
    undo: (name, when) => `zurückgeholt von ${name}, ${when}`,
  },
  link: 'ein Link',

  state: {
    queued: 'wartet',
    reading: 'wird gelesen',
    ready: 'zur Ansicht',
    failed: 'gescheitert',
    'in-use': 'in Gebrauch',
    removed: 'herausgenommen',
    discarded: 'verworfen',
  },
  means: {
    queued:
      '⏳ **Wartet.** Hier steht bald, was gelesen wurde; später zeigt es `/library show` (`/bibliothek zeigen`).',
    reading:
      '⏳ **Wird gelesen.** Hier steht bald, was gelesen wurde; später zeigt es `/library show` (`/bibliothek zeigen`).',
    ready: '**Gelesen, noch nicht in Gebrauch.** Zitiert wird daraus erst, wenn du es verwendest.',
    discarded: '**Verworfen.** Davon wird nichts aufbewahrt.',
  },
  failed: (reason) => `❌ **Ließ sich nicht hinzufügen.** ${reason}`,
  failure: {
    address: (reason) => `Diese Adresse geht nicht: ${reason}.`,
    private: () => 'Die Adresse führt in ein privates Netz; dort rufe ich nichts ab.',
    unreachable: () => 'Unter dieser Adresse antwortet niemand.',
    status: (reason) => `Die Adresse lässt sich nicht abrufen: ${reason}.`,
    redirects: () => 'Der Server schickt mich endlos von einer Adresse zur nächsten.',
    robots: (reason) => `Der Server lässt Programme diese Adresse nicht abrufen: ${reason}.`,
    'too-large': (reason) => `Zu groß: ${reason}.`,
    'too-slow': () => 'Der Server braucht zu lange.',
    type: () => 'Das ist weder ein Text noch eine Datei von einer Art, die ich lese.',
    unreadable: (reason) => `Die Datei ist nicht lesbar: ${reason}.`,
    doubtful: () =>
      'Unter der Adresse steht jetzt viel weniger oder eine andere Seite. Der bisherige Text bleibt in Gebrauch; wenn das so richtig ist, nimm ihn heraus und füge ihn neu hinzu.',
    edited: () => 'Die Datei wurde von Hand im Ordner der Texte geändert.',
  },
  removed: (until) => `**Herausgenommen.** Daraus wird nicht mehr zitiert. Zurückholen geht bis ${until}.`,
  inUse: {
    soon: '✅ **In Gebrauch.** In etwa einer Minute kann man danach fragen.',
    now: '✅ **In Gebrauch.** Man kann danach fragen.',
    missing: '⚠️ **Die Datei fehlt:** Jemand hat sie von Hand aus dem Ordner der Texte genommen.',
  },
  doubts: (list) => `⚠️ **Unsicher:** ${list}`,
  doubtWords: {
    kinds: {
      'no-text': 'kein Text',
      garbled: 'Zeichen ohne Sinn, die weggelassen sind',
      recognised: 'Text, den ein Programm in Bildern erkannt hat, mit dessen Fehlern',
      table: 'Tabellen, die Zeile für Zeile gelesen werden',
      formula: 'Formeln, die weggelassen sind',
      'right-to-left': 'Wörter von rechts nach links, deren Reihenfolge eine andere sein kann',
      notes: 'Fuß- oder Endnoten, die weggelassen sind',
      'left-out': 'Verborgenes oder zu Großes, das weggelassen ist',
    },
    pages: (numbers, areSeveral) => `${areSeveral ? 'Seiten' : 'Seite'} ${numbers}`,
  },
  repairs: (count) =>
    `An ${counted(count, 'Stelle', 'Stellen')} steht es in der Datei anders, etwa ein am Zeilenende getrenntes Wort.`,
  sameAs: (path) => `⚠️ Dieselbe Datei ist schon in dieser Sammlung: ${path}.`,
  samples: 'So würde daraus zitiert',
  askedEverywhere: 'befragt in allen Kanälen dieses Servers',
  askedIn: (places) => `befragt in ${places}`,
  askedBut: (places) => `befragt in allen Kanälen dieses Servers außer ${places}`,
  askedByOthers: '⚠️ ein anderer Server behält diese Sammlung inzwischen für sich',
  askedNowhere: 'noch befragt kein Kanal diese Sammlung: `/library use` (`/bibliothek verwenden`)',

  listTitle: 'Die Bibliothek',
  totals: (sources, collections) =>
    `${counted(sources, 'Text', 'Texte')} in ${counted(collections, 'Sammlung', 'Sammlungen')}`,
  room: (used, limit) => `${used} von ${limit} MB`,
  found: (count, search) => `${counted(count, 'Text passt', 'Texte passen')} zu „${search}“`,
  none: 'Noch ist nichts in der Bibliothek. `/library add` (`/bibliothek hinzufügen`) nimmt eine Seite, ein PDF oder eine andere Datei auf.',
  noneFound: (search) =>
    `In der Bibliothek passt nichts zu „${search}“. \`/library list\` (\`/bibliothek liste\`) zeigt alles.`,
  page: (page, pages) => `Seite ${page} von ${pages}`,
  choose: 'Einen davon ansehen',
  doubtful: '⚠️ unsicher',
  several: (count) => `${counted(count, 'Text', 'Texte')} zur Ansicht`,

  linkOrFile: 'Gib einen Link oder eine Datei an, eines von beiden.',
  tooLarge: (name, limit) => `**${name}** ist größer als ${limit} MB. Davon wurde nichts abgerufen.`,
  noSuchName: (name) =>
    `Keine Sammlung kann „${name}“ heißen: Nimm Buchstaben, Ziffern, Leerzeichen und Bindestriche, höchstens 60.`,
  collectionTaken: (name) => `Zur Sammlung „${name}“ lässt sich von hier nichts hinzufügen. Wähle einen anderen Namen.`,
  notDone: (detail) => `Das ging nicht: ${detail}`,
  textsElsewhere:
    'Es wurde nichts aufgenommen: Meine Texte liegen auf einem anderen Rechner als der Teil von mir, den du erreicht hast. Wer mich betreibt, kann es dort aufnehmen.',
  linkElsewhere:
    'Der Link wurde nicht neu abgerufen: Meine Texte liegen auf einem anderen Rechner als der Teil von mir, den du erreicht hast. Dort wird jeder Link einmal am Tag abgerufen.',
  ownMessage: 'Diese Nachricht ist von mir selbst: Ihre Zitate stehen schon in den Texten.',
  messageTitle: (author, date) => `Nachricht von ${author}, ${date}`,

  unknown: (name) =>
    `Nichts in der Bibliothek heißt „${name}“. \`/library list\` (\`/bibliothek liste\`) zeigt, was da ist.`,
  gone: 'Dieser Text ist nicht mehr in der Bibliothek.',
  nothingToUndo: 'In der letzten Woche wurde nichts herausgenommen.',
  confirm: (title) => `**${title}** herausnehmen?`,
  confirmLine:
    'Ab der nächsten Frage wird daraus nicht mehr zitiert. Das Original bleibt eine Woche: `/library undo` (`/bibliothek zurückholen`) holt es zurück.',
  ofOperator: 'Dieser Text ist vom Betreiber dieses Bots; nur der kann ihn herausnehmen.',
  notInUse: 'Dieser Text ist nicht in Gebrauch.',
  refreshed: {
    changed: 'Neu abgerufen: Er hat sich geändert und wird neu gelesen.',
    unchanged: 'Neu angesehen: Er hat sich nicht geändert.',
    'not-yet': 'Er wurde eben erst angesehen. Versuche es in zehn Minuten noch einmal.',
    'no-link': 'Neu abrufen lässt sich nur ein Link, der in Gebrauch ist.',
  },
  lookedAt: (when) => `neu angesehen ${when}`,
  refreshFailed: (reason) => `⚠️ Ließ sich nicht neu abrufen; der bisherige Text bleibt in Gebrauch. ${reason}`,
  done: { undo: 'Zurückgeholt.', keep: 'Bleibt, wie es ist.' },

  asksOnly: (channel, collection) => `✅ ${channel} befragt jetzt nur die Sammlung „${collection}“.`,
  asksAsServer: (channel) => `✅ ${channel} befragt jetzt dasselbe wie der übrige Server.`,
  unknownCollection: (name) => `Eine Sammlung „${name}“ gibt es hier nicht. Wähle einen der Vorschläge.`,
  asServer: 'Dasselbe wie der übrige Server',
};

const settings: SettingsTexts = {
  onlyManagers: 'Die Einstellungen sind für Mitglieder, die den Server verwalten dürfen.',
  title: 'Einstellungen dieses Servers',
  line: 'Nur du siehst das. Eine Änderung gilt ab der nächsten Frage.',
  moderators: (channel, isDefault) =>
    `Moderatoren bekommen Bescheid in ${channel ?? '**keinem Kanal**'}${isDefault ? ' (vom Betreiber festgelegt)' : ''}.`,
  channels: (channels, isDefault) =>
    `Fragen werden beantwortet in ${channels.length === 0 ? '**allen Kanälen**' : channels.join(', ')}${isDefault ? ' (vom Betreiber festgelegt)' : ''}.`,
  server: 'Dieser Server',
  asks: (place, collections) => `${place} befragt ${collections}.`,
  asksAll: 'Dieser Server befragt **alle Texte, die keinem anderen Server gehören**.',
  asksAsAbove: (place) =>
    `Für ${place} ist nichts festgelegt: Dort wird befragt, was die Kategorie oder der Server befragt.`,
  morePlaces: (count) => `… und ${counted(count, 'weiterer Ort', 'weitere Orte')}`,
  own: (collections) => `Nur in diesem Server befragt: ${collections}.`,
  noCollections: 'Noch gibt es keine Texte.',
  noFolder: 'Texte in keinem Ordner',
  nothing: 'nichts',
  pageOf: (page, pages) => `(${page} von ${pages})`,
  menu: {
    moderators: { label: 'Moderatoren bekommen Bescheid in', none: 'Keinem Kanal' },
    channels: { label: 'Fragen werden beantwortet in', none: 'Allen Kanälen' },
    place: { label: 'Texte festlegen für eine Kategorie, einen Kanal oder Thread', none: 'Der ganze Server' },
    serverTexts: { label: 'Dieser Server befragt', none: 'Alles, was keinem anderen gehört' },
    placeTexts: (place) => ({ label: `${place} befragt`, none: 'Was die Kategorie oder der Server befragt' }),
    own: { label: 'Nur in diesem Server befragt', none: 'Nichts' },
  },
  button: { server: 'Der ganze Server', defaults: 'Kanäle wie vom Betreiber', earlier: 'Früher', later: 'Später' },
  saved: '✅ Gespeichert.',
  notOwned: (collections) =>
    `⚠️ Das befragen auch andere, oder sie haben Texte dazugelegt, also kann es nicht diesem Server allein gehören: ${collections}. Wer diesen Bot betreibt, kann es ihm geben.`,
  notGiven: '⚠️ Nichts wurde geändert: Einer dieser Texte gehört inzwischen einem anderen Server.',
  cannotWrite: (channel) =>
    `✅ Gespeichert. ⚠️ Aber in ${channel} darf ich nicht schreiben: Erlaube mir, den Kanal zu sehen und dort Nachrichten zu senden.`,
};

const commands: CommandTexts = {
  commands: {
    ask: {
      name: 'frage',
      description: 'Stelle eine Frage und erhalte wörtliche Zitate: berichtet, behauptet oder Meinung',
    },
    quote: {
      name: 'zitat',
      description: 'Prüfe ein Zitat: wörtlich, ähnlich (mit den abweichenden Wörtern) oder nicht vorhanden',
    },
    about: { name: 'info', description: 'Was dieser Bot kennt: Dokumente, Einordnung, Modell, Indexversion, Laufzeit' },
    help: { name: 'hilfe', description: 'Was dieser Bot kann, und Fragen, die er hier beantworten kann' },
    review: {
      name: 'einordnungen',
      description: 'Strittige Einordnungen und solche, die Moderatoren festgelegt haben',
    },
    summary: {
      name: 'zusammenfassung',
      description: 'Stelle eine Zusammenfassung aus wörtlichen Zitaten zum Anpinnen zusammen',
    },
    pins: {
      name: 'pins',
      description: 'Hier angepinnte Zusammenfassungen von mir, und ob ihre Zitate noch stehen',
    },
    misses: {
      name: 'unbeantwortet',
      description: 'Fragen, die hier gar nicht oder nicht hilfreich beantwortet wurden',
    },
    mydata: { name: 'meinedaten', description: 'Was über dich aufbewahrt wird, wie lange und wie du es löschst' },
    settings: { name: 'einstellungen', description: 'Kanäle dieses Servers, und welche Texte wo befragt werden' },
    library: { name: 'bibliothek', description: 'Texte aufnehmen, ansehen, was da ist, und wieder herausnehmen' },
  },
  menus: { check: 'Nachricht prüfen', find: 'Dieses Zitat suchen', add: 'In die Bibliothek aufnehmen' },
  library: {
    add: {
      name: 'hinzufügen',
      description: 'Seite, PDF oder andere Datei aufnehmen; du siehst zuerst, was gelesen wurde',
    },
    list: { name: 'liste', description: 'Was da ist, was wartet und was sich nicht lesen ließ' },
    show: { name: 'zeigen', description: 'Ein Text: woher er kommt, was unsicher ist und was sich damit tun lässt' },
    remove: { name: 'entfernen', description: 'Einen Text herausnehmen; eine Woche lang lässt er sich zurückholen' },
    undo: { name: 'zurückholen', description: 'Einen entfernten Text zurückholen; ohne Angabe den letzten' },
    refresh: { name: 'aktualisieren', description: 'Einen Link jetzt neu abrufen; sonst geschieht das einmal am Tag' },
    use: { name: 'verwenden', description: 'Diesen Kanal nur eine Sammlung befragen lassen' },
  },
  options: {
    question: { name: 'frage', description: 'Was du wissen möchtest' },
    in: { name: 'in', description: 'Nur in diesem Dokument suchen' },
    lane: { name: 'einordnung', description: 'Nur Zitate dieser Art' },
    private: { name: 'privat', description: 'Die Antwort nur dir zeigen' },
    text: { name: 'text', description: 'Die Worte, nach denen gesucht wird' },
    texts: { name: 'texte', description: 'Die Dokumente: „alle“, ein Suchwort oder einer der Vorschläge' },
    show: { name: 'zeige', description: 'Offene Fälle oder von Moderatoren festgelegte Einordnungen' },
    topic: { name: 'thema', description: 'Worum es gehen soll; ohne Angabe um alles' },
    summaryIn: { name: 'in', description: 'Nur aus diesem Dokument zitieren' },
    quotes: { name: 'zitate', description: `Wie viele Zitate höchstens (ohne Angabe ${usualQuotes})` },
    period: { name: 'zeitraum', description: 'Wie weit zurück; ohne Angabe die letzten 30 Tage' },
    link: { name: 'link', description: 'Die Adresse einer Seite oder Datei; sie beginnt mit https://' },
    file: {
      name: 'datei',
      description: 'PDF, DOCX, ODT, EPUB, Seite, Untertitel, Feed, Export oder Text, höchstens 25 MB',
    },
    collection: {
      name: 'sammlung',
      description: 'Zu welcher Sammlung er gehören soll; ein neuer Name legt eine neue an',
    },
    collectionHere: { name: 'sammlung', description: 'Was dieser Kanal befragen soll' },
    search: { name: 'suche', description: 'Ein Wort aus Titel, Adresse oder Sammlung' },
    name: { name: 'name', description: 'Der Text, wie vorgeschlagen' },
  },
  choices: {
    reported: 'Als Tatsache berichtet',
    attributed: 'Von einer Quelle behauptet',
    opinion: 'Meinung des Autors',
    open: 'offene',
    decided: 'entschiedene',
    day: 'Letzte 24 Stunden',
    week: 'Letzte 7 Tage',
    month: 'Letzte 30 Tage',
    all: 'Gesamter Zeitraum',
  },
};

const smallTalk: SmallTalk = {
  greeting: listed(`
    hallo | hi | hey | moin | moin moin | servus | grüß gott | grüezi | grüß dich | tach | huhu | na | hallöchen | salut
    guten tag | guten morgen | guten abend | morgen | hallo zusammen | hallo alle | schönen guten tag
    wie geht es dir | wie geht's | wie gehts | wie geht's dir | wie gehts dir | alles gut | bist du da | jemand da | ping`),
  thanks: listed(`
    danke | danke schön | dankeschön | danke dir | danke euch | vielen dank | vielen lieben dank | herzlichen dank
    besten dank | tausend dank | lieben dank | danke sehr | danke vielmals | merci | super | toll | klasse | prima | cool
    gut | sehr gut | gut gemacht | perfekt | genial | spitze | hilfreich | sehr hilfreich`),
  objection: listed(`
    das ist falsch | das stimmt nicht | stimmt nicht | du irrst dich | du liegst falsch | falsch | falsche antwort
    das ist die falsche antwort | das ist nicht wahr | nicht wahr | nicht richtig | das ist nicht richtig | unsinn
    das ist unsinn | quatsch | das ist quatsch | das hilft nicht | nicht hilfreich | schlechte antwort | du lügst`),
  farewell: listed(`
    tschüss | tschüs | tschau | ciao | bye | bis bald | bis dann | bis später | bis morgen | auf wiedersehen | gute nacht
    mach's gut | machs gut | schönen tag noch | schönen abend noch`),
  nod: listed(`
    ok | okay | oki | ach so | achso | verstanden | alles klar | passt | schon gut | aha | oh | hm | ja | nein | nö | na gut
    genau | stimmt | lol | haha | hahaha | hehe | xd | wow`),
  help: listed(`
    hilfe | hilf mir | kannst du mir helfen | ich brauche hilfe | wie geht das | wie funktioniert das
    wie funktionierst du | was kannst du | was kannst du alles | was machst du | was weißt du | was ist das
    was kann ich fragen | was kann ich dich fragen | wie frage ich | was soll das`),
  self: listed(`
    wer bist du | was bist du | wie heißt du | bist du ein bot | bist du ein mensch | bist du ein roboter | bist du echt
    bist du eine ki | bist du chatgpt | wer hat dich gemacht`),
  thanksFor: words(`
    für die den das deine eure diese all alles schnelle gute tolle nette ausführliche antwort antworten hilfe info infos
    auskunft erklärung mühe zeit zitat zitate link`),
  fillers: words('bitte mal bot alle leute nochmal denn zusammen'),
  openers: listed(`
    hallo | hi | hey | moin | servus | guten tag | guten morgen | guten abend | danke | danke dir | vielen dank | ok | okay`),
  asking: words(`
    wie was wann wo wer wem wen wessen welche welcher welches warum wieso weshalb woher wohin womit ist sind war waren hat
    haben kann können gibt wird werden darf muss sag zeig nenne erkläre`),
  goingOn: ['und', 'oder'],
  checking: listed(`
    stimmt das | stimmt dies | stimmt es | ist das wahr | ist das so | ist das richtig | ist das korrekt | wahr | prüf das | prüfe das
    prüf das mal | kannst du das prüfen | kannst du das überprüfen | bitte prüfen | prüfen | faktencheck | steht das so in den texten`),
  common: words(`
    der die das den dem des ein eine einen einem einer von vom zu zum zur in im auf an am für aus mit bei beim nach über um es er sie ihr ihm
    sein seine du ich viel viele wenig wenige mehr sehr wir mir mich dir dich uns man dort da nicht kein keine auch noch dieser diese dieses denn wurde wurden worden`),
  joining: ['aber', 'also', 'doch', 'dann'],
};

/** All that the bot says in German. */
export const german: Language = {
  locale: 'de',
  discordLocales: ['de'],
  texts,
  briefs,
  misses,
  review,
  myData,
  library,
  settings,
  commands,
  smallTalk,
};
