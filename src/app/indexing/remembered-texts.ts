import { readFileSync } from 'node:fs';
import path from 'node:path';
import { decodeText } from '../../adapters/decode-text.js';
import { sha256 } from '../../adapters/index/index-folder.js';

/** A text that is the file's own; read from it when it is asked for, which throws where the file was written meanwhile. */
interface PlainText {
  readonly path: string;
  readonly text: string;
  readonly content: string | null;
  readonly digest: string;
  readonly source: null;
}

/**
 * The plain texts of a corpus folder as they were read last, without their words. Those that were not written since need not be read again
 * to know that they are the same, which takes most of the time, and leaves most of the garbage, of finding one changed text among many.
 */
export class RememberedTexts {
  private readonly known = new Map<string, { readonly mark: string; readonly text: PlainText }>();

  constructor(private readonly corpusDir: string) {}

  get isEmpty(): boolean {
    return this.known.size === 0;
  }

  /** Whether a file is known that has this mark now; see `readCorpusFolder`. */
  has(file: string, mark: string): boolean {
    return this.known.get(file)?.mark === mark;
  }

  /** Null for a file that is not known. */
  find(file: string): readonly PlainText[] | null {
    const known = this.known.get(file);
    return known ? [known.text] : null;
  }

  /** Takes note of what was just read of a file, if it is plain text and has a mark. */
  add(
    file: string,
    mark: string | null,
    [own]: readonly (Omit<PlainText, 'source'> & { readonly source: unknown })[],
  ): void {
    if (mark === null || own?.source !== null) this.known.delete(file);
    else this.known.set(file, { mark, text: this.withoutWords(own) });
  }

  /** Forgets all other files. */
  keepOnly(files: ReadonlySet<string>): void {
    for (const file of this.known.keys()) if (!files.has(file)) this.known.delete(file);
  }

  private withoutWords({ path: file, content, digest }: Omit<PlainText, 'source'>): PlainText {
    const { corpusDir } = this;
    return {
      path: file,
      get text() {
        return readAgain(path.join(corpusDir, file), digest);
      },
      content,
      digest,
      source: null,
    };
  }
}

function readAgain(file: string, digest: string): string {
  const bytes = readFileSync(file);
  const { text } = decodeText(bytes);
  if (text === null || sha256(bytes) !== digest) throw new Error(`${file} was written meanwhile`);
  return text;
}
