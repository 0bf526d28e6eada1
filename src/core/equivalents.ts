import type { Analyser } from './ports.js';
import type { Token } from './sentence.js';
import { termOf, termsOf } from './terms.js';

/** Names of one thing; a text that uses another one answers just as well. One group a line, names parted by commas. */
const names = `
united states, america, american, us, u.s., usa, u.s.a., washington
united kingdom, britain, british, uk, u.k., great britain
european union, eu, e.u., brussels
united nations, un, u.n.
united arab emirates, uae, u.a.e., emirates, emirati
russia, russian, moscow, kremlin
china, chinese, beijing
germany, german, berlin
france, french, paris
italy, italian, rome
spain, spanish, madrid
japan, japanese, tokyo
india, indian, delhi
pakistan, pakistani, islamabad
afghanistan, afghan, kabul
iran, iranian, tehran
iraq, iraqi, baghdad
turkey, turkish, türkiye, ankara
saudi arabia, saudi, riyadh
qatar, qatari, doha
israel, israeli
egypt, egyptian, cairo
ukraine, ukrainian, kyiv, kiev
poland, polish, warsaw
greece, greek, athens
netherlands, dutch, holland
sweden, swedish
norway, norwegian
denmark, danish
finland, finnish
switzerland, swiss
ireland, irish
scotland, scottish
wales, welsh
england, english
mexico, mexican
canada, canadian
brazil, brazilian
australia, australian
tajikistan, tajik
south korea, south korean, seoul
north korea, north korean, pyongyang
daesh, isis, isil, islamic state
daesh khurasan, iskp, isis-k, islamic state khorasan
european central bank, ecb
world health organization, who
nato, north atlantic treaty organization
television, tv
`;

/** Words that often stand for each other between a question and its answer. One group a line. */
const synonyms = `
kill die dead death fatal fatality casualty murder perish
injure wound hurt
begin start commence launch open
end finish close stop cease conclude halt
build construct erect
buy purchase acquire
sell sale
pay spend cost price fee charge expense
money fund aid finance financial cash dollar support grant
give donate provide contribute grant supply
get receive obtain gain earn
make create produce manufacture
big large huge major
small little tiny minor
long length
tall high height
wide width breadth
deep depth
old age
fast quick rapid speed
far distance
heavy weight weigh
call name label dub describe term refer
say tell state claim allege assert accuse argue insist maintain indicate
think believe consider view opinion
want demand wish seek need urge require
ask question
answer reply respond response
show reveal indicate demonstrate illustrate
find discover
help assist support aid assistance
fight battle combat confront clash
attack assault strike raid
war conflict
army military troop soldier force
border frontier boundary
country nation state
city town
people person resident population inhabitant
child kid
young youth
immigrant migrant refugee migration immigration
job work employment occupation profession career
work employ
company firm business corporation
boss head leader chief director
lead head rule govern
government administration authority
law legislation rule act
vote election ballot elect
school education study educational
university college
teacher lecturer professor
doctor physician
illness disease sickness
house home residence dwelling
live reside dwell
born birth
marry wife husband spouse
win victory beat defeat winner
lose loss defeat
grow increase rise growth
shrink decrease fall decline drop reduce reduction
change alter
happen occur
cause reason
result consequence effect outcome
problem issue challenge difficulty
danger threat risk
worry concern fear apprehension
blame accuse
hide harbour shelter host
train railway rail
car vehicle automobile
ship boat vessel
plane aircraft flight
fake forge forged fabricate false counterfeit
steal theft rob
terrorist militant extremist insurgent
group organisation organization outfit
bomb explosion blast bombing
meet meeting
agree agreement deal
talk negotiate negotiation
mediate mediation mediator diplomatic
trade commerce
invent inventor invention
write author writer
first earliest
last final latest
year annual annually
part portion share
number count amount total
same equal
different differ difference
different other
begin found establish founder
place location site
use utilise utilize
movie film
picture image photo photograph
song music
game match
sport athletic
god deity
church cathedral
king monarch
queen monarch
`;

/** How far an equivalent counts as the word itself. */
const nameFactor = 1;
const synonymFactor = 0.5;

/** Another way to say something that a question says: all of `terms` must occur. `factor` is in 0..1. */
export interface Equivalent {
  readonly terms: readonly string[];
  readonly factor: number;
}

export interface Equivalents {
  /** The name that starts at token `at`, if there is one: how many tokens it takes, and the other names. */
  nameAt(tokens: readonly Token[], at: number): { length: number; others: Equivalent[] } | null;
  synonymsOf(term: string): Equivalent[];
}

/** Prepares the lists above for one analyser's tokens and stems; takes a few milliseconds. */
export function createEquivalents(analyser: Analyser): Equivalents {
  const analyse = (phrase: string): readonly Token[] => analyser.analyse(phrase).tokens;
  const nameGroups = new Map<string, { words: string[]; group: string[] }[]>();
  for (const line of linesOf(names)) {
    const group = line.split(', ');
    for (const name of group) {
      const words = analyse(name).map(({ lower }) => lower);
      const first = words[0] ?? '';
      const sharing = nameGroups.get(first) ?? [];
      nameGroups.set(
        first,
        [...sharing, { words, group }].sort((a, b) => b.words.length - a.words.length),
      );
    }
  }
  const synonymGroups = new Map<string, Set<string>>();
  for (const line of linesOf(synonyms)) {
    const terms = new Set(termsOf(analyse(line)));
    for (const term of terms) synonymGroups.set(term, new Set([...(synonymGroups.get(term) ?? []), ...terms]));
  }
  return {
    nameAt(tokens, at) {
      const token = tokens[at];
      if (!token || (token.lower === 'us' && token.pos === 'PRON') || (token.lower === 'who' && at === 0)) return null;
      const found = nameGroups
        .get(token.lower)
        ?.find(({ words }) => words.every((word, i) => tokens[at + i]?.lower === word));
      if (!found) return null;
      const phrase = found.words.join(' ');
      const others = found.group
        .filter((name) => name !== phrase)
        .map((name) => ({ terms: termsOfName(analyse(name)), factor: nameFactor }));
      return { length: found.words.length, others };
    },
    synonymsOf(term) {
      return [...(synonymGroups.get(term) ?? [])]
        .filter((other) => other !== term)
        .map((other) => ({ terms: [other], factor: synonymFactor }));
    },
  };
}

function termsOfName(tokens: readonly Token[]): string[] {
  return tokens.map((token) => termOf({ ...token, pos: 'PROPN' })).filter((term) => term !== null);
}

function linesOf(list: string): string[] {
  return list.trim().split('\n');
}
