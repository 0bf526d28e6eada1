const maxSuggestions = 5;
/** The document that somebody means by its id, title or path, or by a part of them. */
export function chooseDocument(library, wanted) {
    if (wanted === null || wanted.trim() === '')
        return { documentId: null, title: null, suggestions: null };
    const [best] = rankDocuments(library, wanted);
    if (best && best.score >= certainScore) {
        return { documentId: best.document.id, title: best.document.metadata.title, suggestions: null };
    }
    const near = rankDocuments(library, wanted).slice(0, maxSuggestions);
    const titles = (near.length > 0 ? near.map(({ document }) => document) : listDocuments(library)).slice(0, maxSuggestions);
    return { documentId: null, title: null, suggestions: titles.map(({ metadata }) => metadata.title) };
}
/** From here on a document counts as meant: all that was typed stands in its title, path or author. */
const certainScore = 3;
/** Documents that something typed may mean, best first; all of them in order when nothing is typed. */
export function rankDocuments(library, typed) {
    const wanted = fold(typed);
    if (wanted === '')
        return listDocuments(library).map((document) => ({ document, score: 0 }));
    return listDocuments(library)
        .map((document) => ({ document, score: scoreDocument(document, wanted) }))
        .filter(({ score }) => score > 0)
        .sort((a, b) => b.score - a.score || a.document.metadata.title.localeCompare(b.document.metadata.title));
}
/** 6 the id, path or whole title; 5 its beginning; 4 the beginning of a word; 3 a part; below 1 the share of common words. */
function scoreDocument({ id, path, metadata }, wanted) {
    const title = fold(metadata.title);
    const file = fold(path);
    if (id === wanted || file === wanted || title === wanted)
        return 6;
    if (title.startsWith(wanted) || file.startsWith(wanted))
        return 5;
    const all = ` ${title} ${file} ${fold(metadata.author ?? '')} ${fold(metadata.publication ?? '')}`;
    if (all.includes(` ${wanted}`))
        return 4;
    if (all.includes(wanted))
        return 3;
    const words = wanted.split(' ').filter((word) => word.length > 2);
    const found = words.filter((word) => all.includes(` ${word}`)).length;
    return words.length === 0 ? 0 : (0.99 * found) / words.length;
}
function listDocuments({ searchIndex }) {
    return searchIndex.documents.map(({ document }) => document);
}
/** Lower case, without accents, one space between words. */
function fold(text) {
    return text
        .normalize('NFKD')
        .replace(/\p{M}/gu, '')
        .toLowerCase()
        .replace(/[^\p{L}\p{N}./]+/gu, ' ')
        .trim();
}
//# sourceMappingURL=choose-document.js.map