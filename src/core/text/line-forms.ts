const maxQuestionWords = 30;
const maxRunInWords = 12;
const sectionNumber = /^\d{1,3}(?:\.\d{1,3})*[.)]?\s+/;

export function isQuestion(words: string): boolean {
  return /\?["”’)*_]*$/u.test(words) && words.split(/\s+/).length <= maxQuestionWords;
}

/** Whether words are one question and nothing before it but the number of a section. */
export function asksOnce(words: string): boolean {
  return isQuestion(words) && !/[.!?…]\s+\S/u.test(words.replace(sectionNumber, '').slice(0, -1));
}

export function isShort(words: string): boolean {
  return words.split(/\s+/).length <= maxRunInWords;
}

export function isRunIn(words: string): boolean {
  return isShort(words) && !/[.!…,;]["”’)]?$/u.test(words);
}

/** `WHO MAY USE IT`: capitals alone, with at least one word of several letters. */
export function isInCapitals(line: string): boolean {
  return (
    line === line.toUpperCase() &&
    /\p{Lu}{3}/u.test(line) &&
    line.split(/\s+/).length <= maxRunInWords &&
    !/[.!,;]$/.test(line) &&
    (line.match(/\p{Lu}/gu)?.length ?? 0) > line.length / 2
  );
}

/** Whether `A:` opens the next line after `from`. */
export function hasAnswer(visible: string, from: number): boolean {
  return /^\s*\n\s*(?:\*\*|__)?A(?:nswer)?\s?\d{0,3}\s?[:.)]/.test(visible.slice(from, from + 400));
}

/** Whether the lines right before `at` begin with `Q:`. */
export function isAfterQuestion(visible: string, at: number): boolean {
  return /(?:^|\n)[ \t>]*Q(?:uestion)?\s?\d{0,3}\s?[:.)][^\n]*(?:\n[^\n]+)*\s*$/.test(
    visible.slice(Math.max(0, at - 400), at),
  );
}
