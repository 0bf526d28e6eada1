import { readWords } from '../text/document.js';
import { LexicalIndex } from './lexical-index.js';
import { overlaps } from '../text/span.js';
import { placeSentences } from '../text/units.js';
/** Everything needed to rank: the documents, and lexical indexes over their sentences, passages and whole texts. */
export class SearchIndex {
    documents;
    vectors;
    rows;
    firstRows;
    places;
    contextRows;
    dependants;
    passages;
    sentenceTerms;
    passageTerms;
    documentTerms;
    vocabulary;
    /** `like` is an index over the same texts with other labels, whose lists are shared. */
    constructor(documents, vectors, like) {
        this.documents = documents;
        this.vectors = vectors;
        this.vocabulary = like?.vocabulary ?? new Map();
        if (like) {
            this.rows = like.rows;
            this.firstRows = like.firstRows;
            this.places = like.places;
            this.contextRows = like.contextRows;
            this.dependants = like.dependants;
            this.passages = like.passages;
            this.sentenceTerms = like.sentenceTerms;
            this.passageTerms = like.passageTerms;
            this.documentTerms = like.documentTerms;
            return;
        }
        const rows = [];
        const firstRows = [];
        const passages = [];
        const bySentence = new ListBuilder();
        const byPassage = new ListBuilder();
        const byDocument = new ListBuilder();
        const places = [];
        const contextRows = [];
        for (const [number, indexed] of documents.entries()) {
            const { document, sentences, passages: own, titleTerms, speakerTerms } = indexed;
            const firstRow = rows.length;
            firstRows.push(firstRow);
            const sentenceIds = sentences.map(({ terms }) => terms.map((term) => this.number(term)));
            const speakerIds = speakerTerms.map((terms) => terms.map((term) => this.number(term)));
            const kindOf = (sentence) => document.blocks[sentences[sentence]?.block ?? -1]?.kind;
            const placed = placeSentences(sentences, document.structure, (s) => /^(?:heading|table-head)$/.test(kindOf(s) ?? ''));
            const passagesOf = sentences.map(() => []);
            for (const passage of own) {
                for (let s = passage.first; s <= passage.last; s++)
                    passagesOf[s]?.push(passages.length);
                const above = (placed[passage.first]?.section ?? []).flatMap((heading) => sentencesIn(sentences, heading));
                const spoken = document.structure.turns.flatMap((turn, i) => overlaps(turn, passage) ? [speakerIds[i] ?? []] : []);
                byPassage.add(...above.filter((s) => s < passage.first).map((s) => sentenceIds[s] ?? []), ...spoken, ...sentenceIds.slice(passage.first, passage.last + 1));
                passages.push({ document: number, passage });
            }
            for (const [s, place] of placed.entries()) {
                const { isContext } = place;
                const isHeading = kindOf(s) === 'heading';
                rows.push({ document: number, sentence: s, isHeading, isContext, passages: passagesOf[s] ?? [] });
                const context = isContext ? [] : leadingSentences(sentences, place, s);
                places.push(place);
                contextRows.push(context.map((other) => firstRow + other));
                bySentence.add(sentenceIds[s] ?? [], ...context.map((other) => sentenceIds[other] ?? []));
            }
            byDocument.add(titleTerms.map((term) => this.number(term)), ...speakerIds, ...sentenceIds);
        }
        this.places = places;
        this.contextRows = contextRows;
        this.dependants = invert(contextRows);
        this.rows = rows;
        this.firstRows = firstRows;
        this.passages = passages;
        this.sentenceTerms = new LexicalIndex(bySentence.finish(), this.vocabulary.size);
        this.passageTerms = new LexicalIndex(byPassage.finish(), this.vocabulary.size);
        this.documentTerms = new LexicalIndex(byDocument.finish(), this.vocabulary.size);
    }
    /** The term's number, or undefined where it occurs nowhere. */
    termNumber(term) {
        return this.vocabulary.get(term);
    }
    /** The sentence of a row, as it stands in the source. */
    textOf(row) {
        const { document, span } = this.locate(row);
        return document.text.slice(span.start, span.end);
    }
    /** Where a row stands. Throws a RangeError for a row that does not exist. */
    locate(row) {
        const place = this.rows[row];
        const indexed = this.documents[place?.document ?? -1];
        const span = indexed?.sentences[place?.sentence ?? -1];
        if (!indexed || !span)
            throw new RangeError(`row ${row} of ${this.rows.length}`);
        return { document: indexed.document, span };
    }
    /** The row of the heading that a row stands under, or null. */
    headingOf(row) {
        const document = this.rows[row]?.document;
        for (let at = row; at >= 0 && this.rows[at]?.document === document; at--)
            if (this.rows[at]?.isHeading)
                return at;
        return null;
    }
    /** What is quoted when this row answers; see `Unit`. */
    unitOf(row) {
        return this.placeOf(row).unit;
    }
    /** What is shown above a row's unit: its question, lead-in, header cells or heading. */
    contextOf(row) {
        return this.placeOf(row).context;
    }
    /** The headings that a row stands under, the highest first, without the title of the document. */
    sectionOf(row) {
        return this.placeOf(row).section;
    }
    /** The headings of `sectionOf` as a reader sees them. */
    sectionNames(row) {
        const { document } = this.locate(row);
        return this.sectionOf(row).map((heading) => readWords(document, heading));
    }
    /** Who says a row, by the openings of turns. */
    speakerOf(row) {
        return this.placeOf(row).speaker;
    }
    /** The date of the nearest section that has one, else of the document; null where there is none. */
    dateOf(row) {
        return this.placeOf(row).date ?? this.locate(row).document.metadata.date;
    }
    /** The rows that a row does not make sense without: of its question, lead-in or head of the table. */
    contextRowsOf(row) {
        return this.contextRows[row] ?? [];
    }
    /** The rows that have this one in their `contextRowsOf`. */
    dependantsOf(row) {
        return this.dependants.get(row) ?? [];
    }
    /** The rows that lie in a unit, in text order. */
    rowsOfUnit(row) {
        const { unit } = this.placeOf(row);
        const first = this.firstRows[this.rows[row]?.document ?? -1] ?? 0;
        const { sentences = [] } = this.documents[this.rows[row]?.document ?? -1] ?? {};
        return sentencesIn(sentences, unit).map((sentence) => first + sentence);
    }
    placeOf(row) {
        const place = this.places[row];
        if (!place)
            throw new RangeError(`row ${row} of ${this.rows.length}`);
        return place;
    }
    /** Every term of the index. */
    terms() {
        return this.vocabulary.keys();
    }
    number(term) {
        let known = this.vocabulary.get(term);
        if (known === undefined)
            this.vocabulary.set(term, (known = this.vocabulary.size));
        return known;
    }
}
/** The sentences whose words are searched with those of sentence `own`: of its context, and of the lead-in of its list. */
function leadingSentences(sentences, { unit, context }, own) {
    const above = context.flatMap((span) => sentencesIn(sentences, span));
    const [leadIn] = unit.kind === 'list' || unit.kind === 'code' ? sentencesIn(sentences, unit) : [];
    return [...new Set(leadIn === undefined ? above : [...above, leadIn])].filter((sentence) => sentence < own);
}
/** Numbers of the sentences that overlap a span, found by halving. */
function sentencesIn(sentences, span) {
    let [low, high] = [0, sentences.length];
    while (low < high) {
        const middle = (low + high) >> 1;
        if ((sentences[middle]?.end ?? 0) <= span.start)
            low = middle + 1;
        else
            high = middle;
    }
    const found = [];
    for (let at = low; (sentences[at]?.start ?? Infinity) < span.end; at++)
        found.push(at);
    return found;
}
function invert(lists) {
    const inverted = new Map();
    for (const [from, list] of lists.entries()) {
        for (const to of list) {
            const known = inverted.get(to);
            if (known)
                known.push(from);
            else
                inverted.set(to, [from]);
        }
    }
    return inverted;
}
class ListBuilder {
    offsets = [0];
    values = [];
    /** Adds one list, given in parts. */
    add(...parts) {
        for (const part of parts)
            for (const value of part)
                this.values.push(value);
        this.offsets.push(this.values.length);
    }
    finish() {
        return { offsets: Uint32Array.from(this.offsets), values: Uint32Array.from(this.values) };
    }
}
//# sourceMappingURL=search-index.js.map