/**
 * The sentences that a dispute is about: of those of the quote the ones that have the label which was found wrong, but not
 * the proposed one already. None where the dispute is settled by now.
 */
export function findDisputed(sentences, was, proposal) {
    return sentences.filter(({ label }) => label.label === was && !hasLabel(label, proposal));
}
/** Whether a label is as proposed; no source proposed means any. */
export function hasLabel({ label, sources }, proposal) {
    if (label !== proposal.label)
        return false;
    if (label !== 'attributed' || proposal.source === null)
        return true;
    return fold(sources[0] ?? '') === fold(proposal.source);
}
/** Without regard to case and article. */
function fold(name) {
    return name
        .toLowerCase()
        .replace(/\s+/g, ' ')
        .trim()
        .replace(/^(?:the|an?) /, '');
}
//# sourceMappingURL=disputed-sentences.js.map