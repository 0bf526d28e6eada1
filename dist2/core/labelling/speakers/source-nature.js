import { authors, pronouns, quantifiers } from '../grammar/noun-phrases.js';
import { isCapitalised, tokenAt, wordSet } from '../grammar/sentence-view.js';
import { abstractNouns, documentNouns, institutionNouns, personEndingExceptions, personEndings, personNouns, personTitles, } from '../../english/cues/source-nouns.js';
const documents = wordSet(documentNouns);
const institutions = wordSet(institutionNouns);
const persons = wordSet(personNouns);
const endingExceptions = wordSet(personEndingExceptions);
const abstracts = wordSet(abstractNouns);
const titles = wordSet(personTitles);
/** What kind of thing the phrase names; a name without telling words is a `name`. */
export function judgeNature(view, phrase) {
    const head = tokenAt(view, phrase.head);
    const { lower, lemma } = head;
    if (phrase.first === phrase.last) {
        if (pronouns.has(lower))
            return 'pronoun';
        if (authors.has(lower))
            return 'author';
    }
    if (lower === 'i' || lower === 'we')
        return 'author';
    if (isCapitalised(view, head) && (head.pos === 'PROPN' || phrase.head > 0)) {
        // A capital at the head of a sentence tells nothing: look for the plain noun too.
        const plain = phrase.head === 0 ? lower.replace(/s$/, '') : lemma;
        if ((documents.has(lemma) || documents.has(plain)) && !tokensHaveTitle(view, phrase))
            return 'document';
        return institutions.has(lemma) || institutions.has(plain) ? 'institution' : 'name';
    }
    if (quantifiers.has(lower) || head.pos === 'NUM')
        return 'person';
    for (const word of [lower, lemma, lower.replace(/^(?:ex|co|vice)-/, '')]) {
        if (persons.has(word))
            return 'person';
        if (institutions.has(word))
            return 'institution';
        if (documents.has(word))
            return 'document';
        if (abstracts.has(word))
            return 'abstract';
    }
    if (head.pos !== 'ADJ' && personEndings.test(lower) && !endingExceptions.has(lemma))
        return 'person';
    return 'other';
}
function tokensHaveTitle(view, phrase) {
    for (let i = phrase.first; i <= phrase.last; i++)
        if (titles.has(tokenAt(view, i).lower))
            return true;
    return false;
}
//# sourceMappingURL=source-nature.js.map