import { readQuestionLine } from './render/question-line.js';
const recentMessages = 30;
/** The question that a message of the bot answers; null for any other message. */
export function readAnsweredQuestion({ author, client, components }) {
    if (author.id !== client.user.id)
        return null;
    const first = components[0];
    return readQuestionLine(first && 'content' in first ? first.content : undefined);
}
/** The question answered last in a thread or a direct channel; for a new thread, in the message that it hangs on. */
export async function findLastQuestion(channel) {
    const messages = await channel.messages.fetch({ limit: recentMessages }).catch(() => null);
    const latestFirst = [...(messages?.values() ?? [])].sort((a, b) => b.createdTimestamp - a.createdTimestamp);
    for (const message of latestFirst) {
        const question = readAnsweredQuestion(message);
        if (question !== null)
            return question;
    }
    if (!channel.isThread())
        return null;
    const starter = await channel.fetchStarterMessage().catch(() => null);
    return starter && readAnsweredQuestion(starter);
}
//# sourceMappingURL=answered-question.js.map