import { createCounter } from '../../texts/locale.js';
import type { BriefTexts } from './texts.js';

const counted = createCounter('de');

const listPermissions = (names: readonly string[]): string =>
  `${names.length === 1 ? 'fehlt die Berechtigung' : 'fehlen die Berechtigungen'} ${names.join(', ')}`;

export const germanBriefTexts: BriefTexts = {
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
      labelUnclear:
        'Die Einordnung ist unklar; in der veröffentlichten Zusammenfassung lassen sich beide Seiten ansehen.',
    },
    posted: {
      quoteCut: '[…] Das Zitat geht weiter; wähle es unten aus, um es ganz zu sehen.',
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
  },

  markedTitle: (fell, count) =>
    count === 1
      ? '⚠️ **Die Quelle hat sich geändert: Dieses Zitat steht nicht mehr so da wie veröffentlicht.**'
      : `⚠️ **Die Quellen haben sich geändert: ${fell} von ${count} Zitaten ${fell === 1 ? 'steht' : 'stehen'} nicht mehr so da wie veröffentlicht.**`,
  markedLine: (fell) => (fell === 1 ? 'Es ist unten markiert.' : 'Sie sind unten markiert.'),
  mark: {
    changed: '**Geändert:** Das Dokument enthält diese Worte nicht mehr.',
    vanished: '**Verschwunden:** Das Dokument gehört nicht mehr zu den Texten.',
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
