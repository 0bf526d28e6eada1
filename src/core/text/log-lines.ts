const clock = String.raw`[\[(]?(?:\d{4}-\d\d-\d\d[ T])?\d{1,2}[:.]\d\d(?:[:.]\d\d)?[\])]?`;
/** Signs that programs for chats put before what happens there: `18:14 -!- priya has joined`, `18:14 *** Quits: bo`. */
const sign = String.raw`(?:-!-|(?:-->|<--|<-|->|=-=|--|\*{3})(?=\s))`;
const nick = String.raw`[^\s<>:]{1,30}(?: [\[(][^\s\])]*[\])])?`;
const happens = String.raw`(?:(?:(?:has |have )?(?:joined|left|quit|parted)|joins|parts|quits)\s*(?:(?:the )?(?:channel|room|chat)\b|#|[(\[]|$)|is now known as\s|(?:sets|set|changes|changed|has changed) (?:the )?(?:mode|topic)\b|was kicked\b)`;
const logLine = new RegExp(
  [
    String.raw`^[-*#=~\s]*(?:log (?:opened|closed)|(?:begin|end(?:ed)?) logging at|session (?:start|close|ident)|logging (?:started|stopped))\b`,
    String.raw`^(?:${clock}\s+)?-!-`,
    String.raw`^${clock}\s+${sign}\s`,
    String.raw`^(?:${clock}\s+(?:\*\s+)?|\*\s+)${nick} ${happens}`,
  ].join('|'),
  'iu',
);

/** Whether a line of a chat is the words of nobody there but of the program: who came or left, and when the log began. */
export function isLogLine(line: string): boolean {
  return logLine.test(line);
}
