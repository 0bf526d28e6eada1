/** Grades answers, given in the order of the questions. */
export function gradeAnswers(questions, answers) {
    const counts = {
        answerable: 0,
        documentFirst: 0,
        answerInFirst: 0,
        answerInThree: 0,
        refused: 0,
        wrong: 0,
        words: 0,
    };
    const positive = [];
    const negative = [];
    for (const [i, { document, answers: expected }] of questions.entries()) {
        const { quotes, confidence } = answers[i] ?? { quotes: [], confidence: 0 };
        (document === null ? negative : positive).push(confidence);
        if (document === null) {
            if (quotes.length > 0)
                counts.wrong++;
            continue;
        }
        counts.answerable++;
        const [first] = quotes;
        if (!first) {
            counts.refused++;
            continue;
        }
        const isRight = (place) => place.document.path.split('/').at(-1) === document;
        const holds = quotes.map((quote) => (isRight(quote) || quote.alsoIn.some(isRight)) && expected.some((answer) => quote.exact.includes(answer)));
        if (isRight(first) || first.alsoIn.some(isRight))
            counts.documentFirst++;
        if (holds[0])
            counts.answerInFirst++;
        if (holds.slice(0, 3).includes(true))
            counts.answerInThree++;
        counts.words += first.exact.split(/\s+/).length;
    }
    const share = (count, of) => (of > 0 ? count / of : 0);
    return {
        answerable: counts.answerable,
        unanswerable: negative.length,
        documentFirst: share(counts.documentFirst, counts.answerable),
        answerInFirst: share(counts.answerInFirst, counts.answerable),
        answerInThree: share(counts.answerInThree, counts.answerable),
        falseRefusals: share(counts.refused, counts.answerable),
        falseAnswers: share(counts.wrong, negative.length),
        wordsInFirst: share(counts.words, counts.answerable - counts.refused),
        auroc: areaUnderCurve(positive, negative),
    };
}
function areaUnderCurve(positive, negative) {
    let wins = 0;
    for (const high of positive)
        for (const low of negative)
            wins += high > low ? 1 : high === low ? 0.5 : 0;
    return positive.length * negative.length > 0 ? wins / (positive.length * negative.length) : 0;
}
//# sourceMappingURL=quality.js.map