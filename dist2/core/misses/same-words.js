/**
 * Words that ask for the same, one group a line. Much tighter than the thesaurus of the search, which may name what is
 * only near: two words of a line can be exchanged in a question without asking for something else.
 */
export const sameWords = `
kill die dead death fatality
injure injury wound hurt
begin start
end finish complete completion
close closure shut
open opening
build construct erect
author write
found establish founder
finance fund
buy purchase
sell seller
lead leader head
power electricity
produce generate
extinguish douse
happen occur
election elect vote
member membership
vote voter
join
doctor physician
car automobile
child kid
picture photo photograph
salary earn wage income
fee
inhabitant resident population
job employment
company firm business
city town
big large size
allow permit
need require
assist help
show display
illness disease sickness
house home
marry marriage wedding
wife spouse husband
born birth birthday
murder murderer
hire employ
pupil student
teach teacher
film movie
choose select
repair mend fix
destroy destruction
arrive arrival
depart departure leave
sink
win winner
lose loser
own owner possess possession belong
run operate manage
replace replacement
resign resignation quit
warn warning
criticise criticize criticism
support supporter back
oppose opponent opposition
translate translator translation
paint painter
compose composer
direct director
edit editor
damage harm
rescue save
steal theft
rob robbery
guard protect
clean cleaner
visit visitor
design designer
invent inventor
publish publication
arrest
call name
`;
/** Ways of speaking of several words, and what they are read as. */
export const samePhrases = [
    [/\bdeath toll\b/giu, 'number of deaths'],
    [/\bhow many (?:people|persons|inhabitants|residents) (?:live|reside)\b/giu, 'how many inhabitants'],
    [/\bput out\b/giu, 'extinguish'],
    [/\b(?:break|broke|broken) out\b/giu, 'start'],
    [/\bset up\b/giu, 'establish'],
    [/\b(?:takes?|took|taken) place\b/giu, 'happen'],
    [/\bbirthplace\b|\bplace of birth\b/giu, 'place where born'],
    [/\bbirth ?date\b|\bdate of birth\b|\bbirthday\b/giu, 'date of born'],
    [/\b(?:takes?|took|taken) over from\b/giu, 'replace'],
    [/\bpass(?:ed)? away\b/giu, 'die'],
    [/\bburn(?:ed|t)? down\b/giu, 'burn'],
    [/\b(?:become|became|becoming) (?:a )?member of\b/giu, 'join'],
    [/\bmeeting place\b/giu, 'place of meet'],
    [/\b(?:is|was) it possible to\b/giu, 'can I'],
    [/\b(?:is|are|am|was|were) (?:I|we|you|he|she|it|they )?\s*(?:allowed|permitted|able) to\b/giu, 'can'],
];
//# sourceMappingURL=same-words.js.map