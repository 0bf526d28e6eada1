/** What belongs together when it answers: sentences of prose, or a part of the document that loses its sense when it is cut up. */
export const unitKinds = ['sentences', 'answer', 'list', 'code', 'row', 'turn'];
export const noStructure = { sections: [], units: [], turns: [], questions: [] };
/** The place of each of a document's sentences, which are in text order. */
export function placeSentences(sentences, { sections, units, turns, questions }, isHeading) {
    const open = [];
    let [nextUnit, section, turn, question] = [0, -1, 0, 0];
    return sentences.map((sentence, number) => {
        while ((open.at(-1)?.end ?? Infinity) <= sentence.start)
            open.pop();
        for (let unit = units[nextUnit]; unit && unit.start <= sentence.start; unit = units[++nextUnit]) {
            if (unit.end > sentence.start)
                open.push(unit);
        }
        while ((sections[section + 1]?.heading.start ?? Infinity) <= sentence.start)
            section++;
        while ((turns[turn]?.end ?? Infinity) <= sentence.start)
            turn++;
        while ((questions[question]?.end ?? Infinity) <= sentence.start)
            question++;
        const around = open.filter(({ end }) => end >= sentence.end);
        const unit = around.at(-1);
        const path = pathOf(sections, section, sentence.start);
        const inTurn = (turns[turn]?.start ?? Infinity) <= sentence.start;
        return {
            unit: unit ? { kind: unit.kind, start: unit.start, end: unit.end } : { kind: 'sentences', ...spanOf(sentence) },
            context: around.flatMap(({ context }) => context),
            section: path
                .filter(({ level, heading }) => level > 0 && (heading.end <= sentence.start || !isHeading(number)))
                .map(({ heading }) => heading),
            speaker: inTurn ? (turns[turn]?.speaker ?? null) : null,
            date: path.findLast(({ date }) => date !== null)?.date ?? null,
            isContext: isHeading(number) || (questions[question]?.start ?? Infinity) < sentence.end,
        };
    });
}
/** The sections around a place, the highest first; `last` is the last one that begins before it. */
function pathOf(sections, last, at) {
    const path = [];
    for (let section = sections[last]; section; section = sections[section.parent]) {
        if (at < section.end)
            path.unshift(section);
    }
    return path;
}
function spanOf({ start, end }) {
    return { start, end };
}
//# sourceMappingURL=units.js.map