import type { Analyser } from './ports.js';
import type { Token } from './sentence.js';
import { termsOf } from './terms.js';

/** Countries with what belongs to them; the first is the country's name. One group a line, names parted by commas. */
const countries = `
united states, america, american, us, u.s., usa, u.s.a.
united kingdom, britain, british, uk, u.k., great britain
united arab emirates, uae, u.a.e., emirates, emirati
russia, russian, kremlin
china, chinese
germany, german
france, french
italy, italian
spain, spanish
japan, japanese
india, indian
pakistan, pakistani
afghanistan, afghan
iran, iranian
iraq, iraqi
turkey, turkish, türkiye
saudi arabia, saudi
qatar, qatari
israel, israeli
egypt, egyptian
ukraine, ukrainian
poland, polish
greece, greek
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
south korea, south korean
north korea, north korean
albania, albanian
algeria, algerian
argentina, argentine, argentinian
armenia, armenian
austria, austrian
azerbaijan, azerbaijani
bahrain, bahraini
bangladesh, bangladeshi
belarus, belarusian
belgium, belgian
bolivia, bolivian
bosnia, bosnian
bulgaria, bulgarian
cambodia, cambodian
cameroon, cameroonian
chile, chilean
colombia, colombian
croatia, croatian
cuba, cuban
cyprus, cypriot
czech republic, czechia, czech
ecuador, ecuadorian
eritrea, eritrean
estonia, estonian
ethiopia, ethiopian
georgia, georgian
ghana, ghanaian
haiti, haitian
hungary, hungarian
iceland, icelandic
indonesia, indonesian
ivory coast, ivorian
jamaica, jamaican
jordan, jordanian
kazakhstan, kazakh
kenya, kenyan
kuwait, kuwaiti
kyrgyzstan, kyrgyz
laos, laotian
latvia, latvian
lebanon, lebanese
libya, libyan
lithuania, lithuanian
malaysia, malaysian
mali, malian
malta, maltese
moldova, moldovan
mongolia, mongolian
morocco, moroccan
mozambique, mozambican
myanmar, burma, burmese
nepal, nepali, nepalese
new zealand, new zealander
nigeria, nigerian
oman, omani
palestine, palestinian
panama, panamanian
paraguay, paraguayan
peru, peruvian
philippines, philippine, filipino
portugal, portuguese
romania, romanian
rwanda, rwandan
senegal, senegalese
serbia, serbian
singapore, singaporean
slovakia, slovak
slovenia, slovenian
somalia, somali
south africa, south african
sri lanka, sri lankan
sudan, sudanese
syria, syrian
taiwan, taiwanese
tanzania, tanzanian
thailand, thai
tunisia, tunisian
turkmenistan, turkmen
uganda, ugandan
uruguay, uruguayan
uzbekistan, uzbek
venezuela, venezuelan
vietnam, vietnamese
yemen, yemeni
zambia, zambian
zimbabwe, zimbabwean
`;

/** Other names of one thing; a text that uses another one answers just as well. */
const names = `
european union, eu, e.u.
united nations, un, u.n.
daesh, isis, isil, islamic state
daesh khurasan, iskp, isis-k, islamic state khorasan
european central bank, ecb
world health organization, who
nato, north atlantic treaty organization
television, tv`;

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
  /** Lower-case names of countries. */
  readonly places: ReadonlySet<string>;
}

/** Prepares the lists above for one analyser's tokens and stems; takes a few milliseconds. */
export function createEquivalents(analyser: Analyser): Equivalents {
  const nameGroups = new Map<string, { words: string[]; group: Name[] }[]>();
  for (const line of analyseLines(countries + names, analyser)) {
    const group = splitAtCommas(line).map((tokens) => ({
      words: tokens.map(({ lower }) => lower),
      terms: termsOf(tokens.map((token) => ({ ...token, pos: 'PROPN' }))),
    }));
    for (const { words } of group) {
      const first = words[0] ?? '';
      const sharing = nameGroups.get(first) ?? [];
      nameGroups.set(
        first,
        [...sharing, { words, group }].sort((a, b) => b.words.length - a.words.length),
      );
    }
  }
  const synonymGroups = new Map<string, Set<string>>();
  for (const line of analyseLines(synonyms, analyser)) {
    const terms = new Set(termsOf(line));
    for (const term of terms) synonymGroups.set(term, new Set([...(synonymGroups.get(term) ?? []), ...terms]));
  }
  return {
    places: new Set(
      countries
        .trim()
        .split('\n')
        .map((line) => line.split(', ')[0] ?? line),
    ),
    nameAt(tokens, at) {
      const token = tokens[at];
      if (!token || (token.lower === 'us' && token.pos === 'PRON') || (token.lower === 'who' && at === 0)) return null;
      const found = nameGroups
        .get(token.lower)
        ?.find(({ words }) => words.every((word, i) => tokens[at + i]?.lower === word));
      if (!found) return null;
      const others = found.group
        .filter(({ words }) => words !== found.words)
        .map(({ terms }) => ({ terms, factor: nameFactor }));
      return { length: found.words.length, others };
    },
    synonymsOf(term) {
      return [...(synonymGroups.get(term) ?? [])]
        .filter((other) => other !== term)
        .map((other) => ({ terms: [other], factor: synonymFactor }));
    },
  };
}

interface Name {
  readonly words: readonly string[];
  readonly terms: readonly string[];
}

/** The tokens of each line of a list, from one pass over it. */
function analyseLines(list: string, analyser: Analyser): Token[][] {
  const text = list.trim();
  const lines: Token[][] = text.split('\n').map(() => []);
  let line = 0;
  let end = text.indexOf('\n');
  for (const token of analyser.analyse(text).tokens) {
    while (end >= 0 && token.start > end) {
      line++;
      end = text.indexOf('\n', end + 1);
    }
    lines[line]?.push(token);
  }
  return lines;
}

function splitAtCommas(tokens: readonly Token[]): Token[][] {
  const parts: Token[][] = [[]];
  for (const token of tokens) {
    if (token.lower === ',') parts.push([]);
    else parts.at(-1)?.push(token);
  }
  return parts;
}
