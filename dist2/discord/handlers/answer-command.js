import { lanes } from '../../core/labelling/labels.js';
import { findLastQuestion } from '../answered-question.js';
import { commandNames } from '../commands/definitions.js';
import { renderAbout } from '../render/about.js';
import { renderNotice } from '../render/notice.js';
import { answerQuestion } from './answer-question.js';
import { checkQuote, checkQuotedWords, checkText, readMessageText } from './check-text.js';
/** The answer to a slash command or a command of a message's menu. */
export async function answerCommand(interaction, library, { startedAtMs }, texts, canThread = false) {
    if (!interaction.isChatInputCommand()) {
        const text = readMessageText(interaction.targetMessage);
        const check = interaction.commandName === commandNames.checkMessage ? checkText : checkQuotedWords;
        return { card: await check(text, library, texts), outcome: 'checked' };
    }
    switch (interaction.commandName) {
        case commandNames.ask:
            return answerAsk(interaction, library, texts, canThread);
        case commandNames.quote: {
            const text = interaction.options.getString('text', true);
            return { card: await checkQuote(text, library, texts), outcome: 'checked' };
        }
        case commandNames.about:
            return { card: renderAbout(library, { startedAtMs, nowMs: Date.now() }, texts), outcome: 'about' };
        default:
            return { card: renderNotice(texts.unknownAction), outcome: 'unknown' };
    }
}
async function answerAsk({ options, user, channel, client }, library, texts, canThread) {
    const lane = options.getString('lane');
    // In a thread on an answer a question goes on from the one before.
    const isOwnThread = channel?.isThread() === true && channel.ownerId === client.user.id;
    return answerQuestion({
        text: options.getString('question', true),
        previous: isOwnThread ? await findLastQuestion(channel) : null,
        lane: lanes.find((each) => each === lane) ?? null,
        wantedDocument: options.getString('in'),
        askerId: user.id,
        canThread,
    }, library, texts);
}
//# sourceMappingURL=answer-command.js.map