import { ButtonStyle, ComponentType, type APIButtonComponent } from 'discord.js';
import { describeDoubts } from '../../../app/indexing/describe-doubts.js';
import type { SampleQuote, ShelvedSource } from '../../../app/shelf/shelved-source.js';
import { shorten } from '../../../core/text/span.js';
import { accents, container, firstFitting, linkButtons, row, text, type Card } from '../../cards/card.js';
import { escapeMarkdown, showTime } from '../../cards/markdown.js';
import { writeCustomId } from '../../custom-ids/custom-id.js';
import { libraryTextsFor } from '../../texts/languages.js';
import type { LibraryTexts } from '../../texts/library-texts.js';
import type { Texts } from '../../texts/texts.js';
import { titleOf } from './sources.js';

const maxTitleLength = 90;
const maxNameLength = 60;
const maxReasonLength = 300;
/** What was fetched when it was added was not looked at again. */
const justAddedMs = 600_000;
/** Longest sample and longest list of doubts, in UTF-16 units: the first of these with which the card fits. */
const lengths = [
  [220, 300],
  [140, 200],
  [80, 120],
] as const;

/** What is known of a source besides itself. */
export interface SourceFrame {
  /** Where its collection is asked, in Markdown. */
  readonly asked: string;
  /** Whether the index in use holds it. */
  readonly isIndexed: boolean;
  /** A line on what has just been done; null for none. */
  readonly note: string | null;
}

type Button = 'use' | 'discard' | 'ask-remove' | 'remove' | 'keep' | 'undo' | 'refresh';

/** A source with its state, what was read of it, and what can be done with it. */
export function renderSource(source: ShelvedSource, { asked, isIndexed, note }: SourceFrame, texts: Texts): Card {
  const own = libraryTextsFor(texts.locale);
  const { reading, state } = source;
  const isShown = state.kind === 'ready' || state.kind === 'in-use';
  const buttons = [
    ...chooseButtons(source, own),
    ...('url' in source.origin ? linkButtons(source.origin.url, texts.button.source) : []),
  ];
  return firstFitting(lengths, ([sampleLength, doubtLength]) => {
    const lines = [
      ...(note === null ? [] : [note]),
      `### ${nameSource(source)}`,
      describeState(source, isIndexed, own),
      ...[describeKind(source, own), describeOrigin(source, own), describeTrail(source, own)]
        .filter((line) => line !== '')
        .map(toSmall),
      ...(isShown ? [toSmall([nameCollection(source.collection, own), asked].join(' · '))] : []),
      ...(isShown ? describeDoubtful(source, doubtLength, own) : []),
    ];
    const samples = state.kind === 'ready' && reading ? reading.samples : [];
    if (samples.length > 0) {
      lines.push(`**${own.samples}**`, ...samples.map((sample) => renderSample(sample, sampleLength, texts)));
    }
    const parts = [text(lines.join('\n')), ...(buttons.length > 0 ? [row(buttons)] : [])];
    return { components: [container(accentOf(source), parts)] };
  });
}

/** Asks whether a source is to be taken out. */
export function renderConfirm(source: ShelvedSource, texts: Texts): Card {
  const own = libraryTextsFor(texts.locale);
  const lines = [own.confirm(nameSource(source)), toSmall(own.confirmLine)];
  const buttons = [make('remove', source, own, ButtonStyle.Danger), make('keep', source, own)];
  return { components: [container(accents.warning, [text(lines.join('\n')), row(buttons)])] };
}

/** The name of a source in Markdown. */
function nameSource(source: ShelvedSource): string {
  return escapeMarkdown(shorten(titleOf(source), maxTitleLength));
}

/** A name as others have given it, of a person, host, file or collection: shortened, in Markdown. */
export function showName(name: string): string {
  return escapeMarkdown(shorten(name, maxNameLength));
}

function nameCollection(collection: string, own: LibraryTexts): string {
  return collection === '' ? own.noCollection : own.collection(showName(collection));
}

/** What kind of file it is, and how much is in it. */
export function describeKind({ reading }: ShelvedSource, own: LibraryTexts): string {
  if (!reading) return '';
  const { format, documents, sentences, doubts } = reading;
  // The last pages may have no text, and be known by that alone.
  const pages = reading.pages && Math.max(reading.pages, ...doubts.flatMap((doubt) => doubt.pages));
  return [
    own.format[format],
    ...(pages === null ? [] : [own.pages(pages)]),
    ...(documents > 1 ? [own.documents(documents)] : []),
    own.sentences(sentences),
  ].join(' · ');
}

function describeOrigin({ origin, serverId, fetched, refresh, trail, addedAtMs }: ShelvedSource, own: LibraryTexts) {
  const added = trail.find(({ action }) => action === 'add');
  const when = showTime(addedAtMs, 'd');
  const from =
    origin.kind === 'link' && origin.url !== null
      ? [showName(hostOf(origin.url))]
      : origin.kind === 'attachment'
        ? [own.attached]
        : [];
  return [
    ...(serverId === null ? [own.byOperator] : from),
    ...(fetched && origin.kind === 'link' ? [own.fetched(fetched.on)] : []),
    ...(refresh && refresh.problem === null && refresh.lastAtMs > addedAtMs + justAddedMs
      ? [own.lookedAt(showTime(refresh.lastAtMs, 'R'))]
      : []),
    added?.by ? own.addedBy(showName(added.by.name), when) : own.added(when),
  ].join(' · ');
}

/** Who has done last what was done with it since it was added. */
function describeTrail({ trail }: ShelvedSource, own: LibraryTexts): string {
  const last = trail.findLast(({ action, by }) => action !== 'add' && action !== 'change' && by !== null);
  if (!last?.by || last.action === 'add' || last.action === 'change') return '';
  return own.did[last.action](showName(last.by.name), showTime(last.atMs, 'd'));
}

/** What its state is and means. */
function describeState({ state }: ShelvedSource, isIndexed: boolean, own: LibraryTexts): string {
  switch (state.kind) {
    case 'failed':
      return own.failed(describeFailure(state, own));
    case 'removed':
      return own.removed(showTime(state.untilMs, 'D'));
    case 'in-use':
      return own.inUse[state.isMissing ? 'missing' : isIndexed ? 'now' : 'soon'];
    case 'queued':
    case 'reading':
    case 'ready':
    case 'discarded':
      return own.means[state.kind];
  }
}

/** Why a source could not be had, as a sentence. */
export function describeFailure(
  { problem, reason }: Pick<Extract<ShelvedSource['state'], { kind: 'failed' }>, 'problem' | 'reason'>,
  own: LibraryTexts,
): string {
  return own.failure[problem](escapeMarkdown(shorten(reason, maxReasonLength)).replace(/\.$/, ''));
}

function describeDoubtful({ reading, refresh }: ShelvedSource, length: number, own: LibraryTexts): string[] {
  const doubts = reading && reading.doubts.length > 0 ? describeDoubts(reading.doubts, own.doubtWords) : null;
  return [
    ...(doubts === null ? [] : [own.doubts(escapeMarkdown(shorten(doubts, length)))]),
    ...(reading && reading.sameAs !== null ? [own.sameAs(escapeMarkdown(reading.sameAs))] : []),
    ...(refresh?.problem ? [own.refreshFailed(describeFailure(refresh.problem, own))] : []),
    ...(reading && reading.repairs > 0 ? [toSmall(own.repairs(reading.repairs))] : []),
  ];
}

function renderSample({ exact, place }: SampleQuote, length: number, texts: Texts): string {
  const from = place ? ` (${texts.citation({ paragraph: 1, place })})` : '';
  return `- “${escapeMarkdown(shorten(exact, length))}”${escapeMarkdown(from)}`;
}

function chooseButtons(source: ShelvedSource, own: LibraryTexts): APIButtonComponent[] {
  const { state, serverId, origin, reading } = source;
  if (serverId === null) return [];
  switch (state.kind) {
    case 'ready':
      return [
        ...(reading?.sameAs ? [] : [make('use', source, own, ButtonStyle.Success)]),
        make('discard', source, own),
      ];
    case 'queued':
    case 'reading':
    case 'failed':
      return [make('discard', source, own)];
    case 'in-use':
      return [
        make('ask-remove', source, own),
        ...(origin.kind === 'link' && !state.isMissing ? [make('refresh', source, own)] : []),
      ];
    case 'removed':
      return [make('undo', source, own)];
    case 'discarded':
      return [];
  }
}

function make(
  kind: Button,
  { id }: ShelvedSource,
  own: LibraryTexts,
  style: ButtonStyle.Success | ButtonStyle.Danger | ButtonStyle.Secondary = ButtonStyle.Secondary,
): APIButtonComponent {
  const custom_id = writeCustomId(`library:${kind}`, { sourceId: id });
  return { type: ComponentType.Button, style, custom_id, label: own.button[kind === 'ask-remove' ? 'remove' : kind] };
}

function accentOf({ state, reading }: ShelvedSource): number {
  if (state.kind === 'failed' || (state.kind === 'in-use' && state.isMissing)) return accents.warning;
  if (state.kind === 'in-use') return accents.good;
  return state.kind === 'ready' && reading && reading.doubts.length > 0 ? accents.warning : accents.neutral;
}

function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).host : url;
}

function toSmall(line: string): string {
  return `-# ${line}`;
}
