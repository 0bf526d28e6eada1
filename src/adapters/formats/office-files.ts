import type { DerivedMetadata, DerivedText } from '../../core/formats/derived-document.js';
import type { HtmlNode } from '../../core/formats/html-tree.js';
import { readOpenDocument } from '../../core/formats/open-document.js';
import { TextBuilder } from '../../core/formats/text-builder.js';
import { readWordDocument } from '../../core/formats/word-document.js';
import { allElements, attributeOf, wordsOf } from '../../core/formats/xml-tree.js';
import { VerbatimError } from '../../core/errors.js';
import { Archive } from './fflate-archive.js';
import { parseXml } from './linkedom-dom.js';

/** Reads a Word document (.docx). Throws `bad-input` for one that is encrypted, damaged, or of the old form. */
export function readDocx(bytes: Uint8Array): DerivedText {
  const archive = openOffice(bytes);
  const main = findPart(readRelations(archive, '', ''), '', 'officeDocument') ?? 'word/document.xml';
  const document = parsePart(archive, main);
  if (!document) throw new VerbatimError('bad-input', 'it is no Word document (.docx)');
  const builder = new TextBuilder();
  const [folder = '', name = ''] = /^(.*\/)?([^/]*)$/.exec(main)?.slice(1) ?? [];
  const relations = readRelations(archive, folder, name);
  const beside = (kind: string): HtmlNode | null =>
    parsePart(archive, findPart(relations, folder, kind) ?? `${folder}${kind}.xml`);
  readWordDocument({ document, styles: beside('styles'), numbering: beside('numbering') }, builder);
  return finish(builder, readProperties(parsePart(archive, 'docProps/core.xml')));
}

/** Reads a text document of OpenDocument (.odt). Throws `bad-input` for one that is encrypted or damaged. */
export function readOdt(bytes: Uint8Array): DerivedText {
  const archive = openOffice(bytes);
  if (archive.readText('META-INF/manifest.xml')?.includes('encryption-data') === true)
    throw new VerbatimError('bad-input', 'it is encrypted: save it without its password');
  const root = parsePart(archive, 'content.xml');
  if (!root) throw new VerbatimError('bad-input', 'it is no text document (.odt)');
  const builder = new TextBuilder();
  readOpenDocument(root, builder);
  return finish(builder, readProperties(parsePart(archive, 'meta.xml')));
}

/** Opens the archive that an office file is; those that are encrypted or of the old form are another kind of file. */
function openOffice(bytes: Uint8Array): Archive {
  if (bytes[0] === 0xd0 && bytes[1] === 0xcf)
    throw new VerbatimError('bad-input', 'it is encrypted or of the old form: save it anew without a password');
  return new Archive(bytes);
}

/** What a part names as related to it; without a name, what the whole archive does (ECMA-376, part 2). */
function readRelations(archive: Archive, folder: string, name: string): HtmlNode[] {
  const list = parsePart(archive, `${folder}_rels/${name}.rels`);
  return list ? allElements(list, 'Relationship') : [];
}

/** The part of a kind among some relations of one in this folder; null for none. */
function findPart(relations: readonly HtmlNode[], folder: string, kind: string): string | null {
  const named = relations.find((one) => attributeOf(one, 'Type')?.endsWith(`/${kind}`) === true);
  const target = attributeOf(named ?? null, 'Target');
  if (target === null) return null;
  return target.startsWith('/') ? target.slice(1) : `${folder}${target.replace(/^\.\//, '')}`;
}

function parsePart(archive: Archive, name: string): HtmlNode | null {
  const text = archive.readText(name);
  return text === null ? null : parseXml(text);
}

function finish(builder: TextBuilder, metadata: DerivedMetadata): DerivedText {
  if (builder.isEmpty) throw new VerbatimError('bad-input', 'no text in it');
  return builder.finish(metadata);
}

/** Title, author and day of a document's properties (Dublin Core). */
function readProperties(root: HtmlNode | null): DerivedMetadata {
  const field = (...names: readonly string[]): string | null => {
    for (const name of names) {
      const words = root && wordsOf(allElements(root, name)[0] ?? null);
      if (words) return words;
    }
    return null;
  };
  const [title, author, date] = [
    field('title'),
    field('initial-creator', 'creator'),
    field('created', 'creation-date', 'date'),
  ];
  const day = /^\d{4}-\d\d-\d\d/.exec(date ?? '')?.[0];
  return { ...(title ? { title } : {}), ...(author ? { author } : {}), ...(day !== undefined ? { date: day } : {}) };
}
