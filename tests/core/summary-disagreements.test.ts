import { describe, expect, it } from 'vitest';
import { finish } from '#verbatim/core/steps.js';
import { findDisagreements, type Disagreement } from '#verbatim/core/summary/disagreements/find-disagreements.js';
import { analyser } from '../helpers/analyse.js';
import { indexWithWordVectors } from '../helpers/index-of-texts.js';
import type { Files } from '../helpers/write-files.js';

/** Sentences that have nothing to do with any pair, so that words are as rare as in a real corpus. */
const around: Files = {
  'garden.txt':
    'Tomatoes want sun and a wall behind them. Water them in the morning. A mulch of straw keeps the soil moist. ' +
    'Prune the side shoots every week. Slugs dislike copper tape.',
  'radio.txt':
    'The orchestra will broadcast a concert of chamber music. Its conductor prefers small halls. Tickets are sold at the door. ' +
    'The recording was made with a single microphone.',
};

function compare(first: string, second: string): Disagreement[] {
  const files = { 'a.txt': first, 'b.txt': second, ...around };
  const index = indexWithWordVectors(files);
  return finish(findDisagreements(index, index.rows.keys(), analyser));
}

function differingWords({ quotes, spans }: Disagreement): string[] {
  return quotes.map(({ exact, start }, i) => exact.slice((spans[i]?.start ?? 0) - start, (spans[i]?.end ?? 0) - start));
}

describe('different figures for one thing', () => {
  it.each([
    [
      'The wall around Old Tamsin is 2,640 metres long.',
      'Old Tamsin has a wall of 2,310 metres.',
      ['2,640 metres', '2,310 metres'],
    ],
    [
      'The ministry says that the fire at Port Bellow killed 40 people.',
      'In the fire at Port Bellow, 52 people died.',
      ['40 people', '52 people'],
    ],
    ['The Calder bridge cost $45 million.', 'The Calder bridge cost $62 million.', ['$45 million', '$62 million']],
    [
      'Lake Morrow covers 310 square kilometres.',
      'Lake Morrow covers about 190 square kilometres.',
      ['310 square kilometres', '190 square kilometres'],
    ],
    [
      'The council of Harnby employs 312 teachers.',
      'According to the union, the council of Harnby employs 275 teachers.',
      ['312 teachers', '275 teachers'],
    ],
    ['Turnout in Esker was 61 percent.', 'Turnout in Esker was 48 percent.', ['61 percent', '48 percent']],
    ['The Harrow mill was built in 1742.', 'The Harrow mill was built in 1768.', ['1742', '1768']],
    [
      'Between 30 and 40 houses in Lower Vane were flooded.',
      'In Lower Vane, 75 houses were flooded.',
      ['30 and 40 houses', '75 houses'],
    ],
    [
      'The island of Sorrel hosts tens of thousands of gulls.',
      'The island of Sorrel hosts 3,000 gulls.',
      ['tens of thousands of gulls', '3,000 gulls'],
    ],
    [
      'At least 90 workers of the Denholm works fell ill.',
      'At the Denholm works, 34 workers fell ill.',
      ['90 workers', '34 workers'],
    ],
    [
      'Twenty-three ships lie in the harbour of Quill.',
      'Thirty-one ships lie in the harbour of Quill.',
      ['Twenty-three ships', 'Thirty-one ships'],
    ],
    [
      'The airline Skyvane has a fleet of 48 aircraft.',
      'Skyvane has a fleet of 61 aircraft.',
      ['48 aircraft', '61 aircraft'],
    ],
    [
      'The museum in Vexley attracts 90,000 visitors a year.',
      'The museum in Vexley attracts 40,000 visitors every year.',
      ['90,000 visitors', '40,000 visitors'],
    ],
    ['The Ambry tunnel is 12 kilometres long.', 'The Ambry tunnel is 5 miles long.', ['12 kilometres', '5 miles']],
    [
      'The harbour bridge at Velmar is 412 metres long.',
      'Velmar bridge is 430 metres, according to the port guide.',
      ['412 metres', '430 metres'],
    ],
    [
      'The harbour bridge at Velmar, which opened in 1931, is 412 metres long.',
      'The Velmar bridge has a length of 430 metres.',
      ['412 metres', '430 metres'],
    ],
    [
      'The town wall of Tamsin, built by the monks of Orrow, is 2,640 metres long.',
      'The wall of Tamsin is 2,310 metres long.',
      ['2,640 metres', '2,310 metres'],
    ],
    [
      'The council paid 45 million crowns for the Velmar bridge.',
      'The Velmar bridge cost 62 million crowns.',
      ['45 million crowns', '62 million crowns'],
    ],
    [
      'The bridge at Velmar cost $62 million.',
      'Velmar paid $45 million for the bridge.',
      ['$62 million', '$45 million'],
    ],
    [
      'The Velmar bridge was opened on 4 May 1931.',
      'The bridge at Velmar opened on June 11, 1932.',
      ['4 May 1931', 'June 11, 1932'],
    ],
    ['Irma Falk was born on 3 March 1902.', 'Irma Falk was born on 8 March 1902.', ['3 March 1902', '8 March 1902']],
    ['Irma Falk was born in 1902.', 'Irma Falk was born on 8 March 1904.', ['1902', '8 March 1904']],
  ])('%s | %s', (first, second, words) => {
    const found = compare(first, second);
    expect(found.map(({ kind }) => kind)).toEqual(['figures']);
    expect(found.map(differingWords)).toEqual([words]);
  });
});

describe('figures that go together', () => {
  it.each([
    ['rounding', 'The wall around Old Tamsin is 2,640 metres long.', 'Old Tamsin has a wall of about 2,600 metres.'],
    ['rounding without a word', 'The wall of Tamsin is 2,640 metres long.', 'The wall of Tamsin is 2,600 metres long.'],
    ['the same in words', 'Thirty-one ships lie in the harbour of Quill.', 'In the harbour of Quill lie 31 ships.'],
    ['the same in another unit', 'The Ambry tunnel is 8 kilometres long.', 'The Ambry tunnel is 5 miles long.'],
    ['a lower limit', 'At least 40 people died in the fire at Bellow.', 'In the fire at Bellow 52 people died.'],
    ['more than', 'More than 40 people died in the fire at Bellow.', 'In the fire at Bellow 52 people died.'],
    ['an upper limit', 'Up to 60 people died in the fire at Bellow.', 'In the fire at Bellow 52 people died.'],
    ['a range', 'Between 40 and 60 people died in the fire at Bellow.', 'In the fire at Bellow 52 people died.'],
    ['nearly', 'Nearly 55 people died in the fire at Bellow.', 'In the fire at Bellow 53 people died.'],
    ['dozens', 'Dozens of people died in the fire at Bellow.', 'In the fire at Bellow 52 people died.'],
    ['a magnitude', 'The Calder bridge cost $45 million.', 'The Calder bridge cost $45,200,000.'],
    ['different years', 'In 2019 Harnby had 312 teachers.', 'In 2022 Harnby had 275 teachers.'],
    [
      'one year only',
      'In 2019 the council of Harnby employed 312 teachers.',
      'The council of Harnby employed 275 teachers.',
    ],
    ['then and now', 'The council of Harnby employed 312 teachers.', 'The council of Harnby now employs 275 teachers.'],
    ['was and is', 'The population of Esker was 41,000 people.', 'The population of Esker is 52,000 people.'],
    ['different days', 'On Monday 40 boats left Quill.', 'On Tuesday 52 boats left Quill.'],
    ['different places', 'Turnout in Esker was 61 percent.', 'Turnout in Harnby was 48 percent.'],
    [
      'different borders',
      'The border with Arden is 640 kilometres long.',
      'The border with Belmark is 310 kilometres long.',
    ],
    [
      'part and whole',
      'The fire in Vane destroyed 40 houses.',
      'The fire destroyed 52 houses in the northern district of Vane.',
    ],
    [
      'part of a number',
      'The council of Harnby has 40 members.',
      'Of the 40 members of the council of Harnby, 12 members were ill.',
    ],
    ['some more', 'The fire at Bellow killed 40 people.', 'The fire at Bellow killed another 12 people.'],
    [
      'some of them',
      'The fire at Bellow killed 40 people.',
      'The fire at Bellow killed 40 people, including 12 children.',
    ],
    ['other things counted', 'The fire at Bellow killed 40 people.', 'The fire at Bellow killed 12 horses.'],
    ['a kind of the thing', 'Harnby employs 312 foreign workers.', 'Harnby employs 940 workers.'],
    ['two kinds of the thing', 'Harnby employs 312 foreign workers.', 'Harnby employs 120 seasonal workers.'],
    ['dead and injured', 'The fire at Bellow killed 40 people.', 'The fire at Bellow injured 112 people.'],
    ['a percentage and a count', 'In Esker 61 percent voted.', 'In Esker 4,100 people voted.'],
    ['another event', 'The fire in Vane destroyed 40 houses.', 'The storm in Vane destroyed 52 houses.'],
    ['another deed', 'Harnby closed 14 schools.', 'Harnby opened 25 schools.'],
    ['another currency', 'The Calder bridge cost $45 million.', 'The Calder bridge cost €38 million.'],
    [
      'a rate and a sum',
      'The museum in Vexley attracts 90,000 visitors a year.',
      'The museum in Vexley attracted 4 million visitors.',
    ],
    ['each and all', 'The Quill ferries carry 120 passengers each.', 'The Quill ferries carry 900 passengers.'],
    [
      'another length',
      'The Ambry tunnel is 12 kilometres long.',
      'The Ambry tunnel lies 40 kilometres north of Quill.',
    ],
    ['a village without a name', 'The village has 40 houses.', 'The village has 52 houses.'],
    ['a plan', 'Harnby will build 40 flats.', 'Harnby built 25 flats.'],
    ['two repairs', 'The Harrow mill was repaired in 1742.', 'The Harrow mill was repaired in 1768.'],
    ['a minister’s age', 'Ada Brand, 52, leads the council of Harnby.', 'Ada Brand led the council of Harnby at 40.'],
    ['a condition', 'If the dam breaks, 400 people in Vane lose their homes.', 'In Vane 250 people lose their homes.'],
    ['a need', 'Harnby has 312 teachers.', 'Harnby needs 350 teachers.'],
    ['another bridge', 'The Calder bridge cost $45 million.', 'The new Calder bridge cost $62 million.'],
    ['a part named by a compound', 'The Calder bridge cost $45 million.', 'The Calder bridge lights cost $2,500,000.'],
    [
      'another round',
      'In the first round 412 people voted in Esker.',
      'In the second round 530 people voted in Esker.',
    ],
    ['a rhythm', 'The Denholm mine yields 40 tonnes daily.', 'The Denholm mine yields 900 tonnes weekly.'],
    ['another kind of bridge', 'The rail bridge at Velmar is 430 metres long.', 'Velmar bridge is 412 metres long.'],
    ['a bridge of another place', 'The harbour bridge at Quill is 412 metres long.', 'Velmar bridge is 430 metres.'],
    [
      'what is at the harbour',
      'The harbour ferries of Velmar carry 400 people.',
      'The Velmar ferries carry 900 people.',
    ],
    [
      'two who have paid',
      'The state paid 45 million crowns for the Velmar bridge.',
      'The council paid 17 million crowns for the Velmar bridge.',
    ],
    [
      'paid for a part',
      'The council paid 4 million crowns for the lights of the Velmar bridge.',
      'The Velmar bridge cost 62 million crowns.',
    ],
    ['paid towards', 'The council paid $15 million towards the Velmar bridge.', 'The Velmar bridge cost $62 million.'],
    ['paid to somebody', 'The council paid $15 million to Orrin Steel.', 'Orrin Steel cost the council $62 million.'],
    [
      'the same day in other words',
      'The Velmar bridge opened on 4 May 1931.',
      'The bridge at Velmar opened on May 4, 1931.',
    ],
    ['a day and its year', 'Irma Falk was born on 3 March 1902.', 'Irma Falk was born in 1902.'],
    ['a day and its month', 'Irma Falk was born on 3 March 1902.', 'Irma Falk was born in March 1902.'],
    [
      'two repairs on days',
      'The Velmar bridge was painted on 4 May 1931.',
      'The Velmar bridge was painted on 11 June 1932.',
    ],
    ['what comes again', 'The Velmar fair opened on 4 May 1931.', 'The Velmar fair opened on 2 May 1932.'],
    ['days of two people', 'Irma Falk was born on 3 March 1902.', 'Jonas Falk was born on 8 March 1904.'],
    ['different full days', 'On 4 May 1931 40 boats left Quill.', 'On 11 May 1931 52 boats left Quill.'],
    ['different days of a month', 'On 4 May 40 boats left Quill.', 'On 11 May 52 boats left Quill.'],
    ['what happened twice', 'Quill was flooded on 4 May 1931.', 'Quill was flooded on 9 March 1947.'],
    [
      'two asides',
      'The harbour bridge at Velmar, which cost $45 million, is 412 metres long.',
      'The Velmar bridge, which opened in 1931, is 412 metres long.',
    ],
    ['two figures in one sentence', 'Quill has 40 boats, and had 60 boats before.', 'Quill has 60 boats.'],
  ])('%s: no disagreement between "%s" and "%s"', (_, first, second) => {
    expect(compare(first, second)).toEqual([]);
  });
});

describe('opposite statements', () => {
  it.each([
    ['Unemployment in Brennick rose in May.', 'In May unemployment in Brennick fell.', ['rose', 'fell']],
    ['In 2020 exports of Sorrel rose.', 'Exports of Sorrel fell in 2020.', ['rose', 'fell']],
    [
      'Engineers say that the dam of Vane leaks.',
      'The council denies that the dam of Vane leaks.',
      ['dam of Vane leaks', 'denies'],
    ],
    [
      'The police of Quill have evidence of arson.',
      'The police of Quill have no evidence of arson.',
      ['evidence', 'no evidence'],
    ],
    [
      'The water of Lake Morrow is safe for children.',
      'The water of Lake Morrow is not safe for children.',
      ['safe', 'not safe'],
    ],
    [
      'The water of Lake Morrow is safe for children.',
      'The water of Lake Morrow is dangerous for children.',
      ['safe', 'dangerous'],
    ],
    [
      'The Harnby council supports the new tunnel.',
      'The Harnby council opposes the new tunnel.',
      ['supports', 'opposes'],
    ],
    ['Kestrel Mining paid the fine.', 'Kestrel Mining never paid the fine.', ['paid', 'never paid']],
    ['The strike at Denholm is legal.', 'The strike at Denholm is illegal.', ['legal', 'illegal']],
  ])('%s | %s', (first, second, words) => {
    const found = compare(first, second);
    expect(found.map(({ kind }) => kind)).toEqual(['opposite']);
    expect(found.map(differingWords)).toEqual([words]);
  });
});

describe('statements that go together', () => {
  it.each([
    ['the same in other words', 'The water of Lake Morrow is not safe.', 'The water of Lake Morrow is dangerous.'],
    ['another subject', 'Exports of Sorrel rose in 2020.', 'Imports of Sorrel fell in 2020.'],
    ['another time', 'Exports of Sorrel rose in 2020.', 'Exports of Sorrel fell in 2021.'],
    ['another place', 'In Harnby the price of bread rose.', 'In Quill the price of bread fell.'],
    ['both in one', 'Exports of Sorrel rose in spring and fell in autumn.', 'Exports of Sorrel fell in autumn.'],
    ['not only', 'The Vane dam is not only old but dangerous.', 'The Vane dam is old and dangerous.'],
    ['not alone', 'Sorrel is not alone in its worries about fish.', 'Sorrel has worries about fish.'],
    ['no doubt', 'There is no doubt that the dam of Vane leaks.', 'The dam of Vane leaks.'],
    ['a wish', 'The council of Vane should not sell the mill.', 'The council of Vane sold the mill.'],
    ['a condition', 'If the rain goes on, the dam of Vane will break.', 'The dam of Vane did not break.'],
    [
      'a question',
      'Is the water of Lake Morrow safe for children?',
      'The water of Lake Morrow is not safe for children.',
    ],
    [
      'another verb denied',
      'The police of Quill have evidence of arson.',
      'The police of Quill do not publish evidence of arson.',
    ],
    [
      'a detail denied',
      'The ferry of Quill sails to Sorrel daily.',
      'The ferry of Quill does not sail to Sorrel at night.',
    ],
    [
      'a shared topic',
      'The mill of Harrow has nine windows.',
      'Nobody has ever counted the stairs of the mill of Harrow.',
    ],
    [
      'two denials',
      'The police of Quill have no evidence of arson.',
      'The police of Quill deny that they have evidence of arson.',
    ],
  ])('%s: no disagreement between "%s" and "%s"', (_, first, second) => {
    expect(compare(first, second)).toEqual([]);
  });
});

describe('sentences that only share a topic, or differ in what they speak of', () => {
  it.each([
    ['The siege of Castle Orrin lasted 40 days.', 'The siege of Castle Morn lasted 90 days.'],
    ['Marrow County lost 1,200 jobs in farming.', 'Marrow County lost 3,400 jobs in mining.'],
    ['Skyvane has 48 aircraft.', 'Skyvane has ordered 61 aircraft.'],
    ['Skyvane employs 4,800 people.', 'Skyvane employs 900 people in Corliss.'],
    ['Ellen Pryor wrote 12 novels.', 'Ellen Pryor wrote 30 stories.'],
    [
      'The prime minister of Sarovia knew of the payments.',
      'The interior minister of Sarovia did not know of the payments.',
    ],
    [
      'The reservoir at Hollin holds 12 million litres of water.',
      'The reservoir at Hollin lost 3 million litres of water.',
    ],
    ['Prices in Brennick rose by 4 percent.', 'Prices in Brennick rose by 9 percent for bread.'],
    ['A third of the 300 marchers in Corliss were students.', 'In Corliss 120 marchers were students.'],
    ['The museum in Vexley has 12 rooms.', 'The museum in Vexley has 9 rooms for children.'],
    ['The committee of Vexley has 12 men.', 'The committee of Vexley has 9 women.'],
    ['Flights from Corliss take 2 hours.', 'Flights from Corliss to Tarn take 5 hours.'],
    ['The Corliss mine closed.', 'The Corliss mine did not close at once.'],
    ['The Sarovian army won the battle of Tarn.', 'The Sarovian army lost 400 men in the battle of Tarn.'],
    [
      'The court of Vexley found that Teldane had paid bribes.',
      'The court of Vexley did not say whether Teldane had paid bribes.',
    ],
    ['The river Brenn rose on Monday.', 'The river Brenn fell on Tuesday.'],
    ['Ada Brand supports the levy.', 'Ada Brand once opposed the levy.'],
    ['Zarel Labs spent $40 million on research.', 'Zarel Labs spent $90 million on research and sales.'],
    ['Half of the 60 bridges of Tarn are safe.', 'In Tarn 12 bridges are safe.'],
    ['The Vexley council has 31 members, 14 of them women.', 'The Vexley council has 14 women.'],
    ['About 2,600 people live in Harlan.', 'Harlan has 2,640 inhabitants.'],
    ['Bail for Joren was set at $5,000.', 'Joren paid $500 of the bail.'],
    ['The drug is not approved in Sarovia.', 'The drug is approved in Lorvane.'],
    ['Nobody in Tarn has seen the report.', 'The mayor of Tarn has seen the report.'],
    ['The price of copper in Lorvane rose.', 'The price of wheat in Lorvane fell.'],
    ['Tickets for the Vexley museum cost 12 crowns.', 'Tickets for the Vexley museum cost 6 crowns for children.'],
    ['Skyvane flew 2 million passengers in 2019 and 3 million in 2022.', 'Skyvane flew 3 million passengers in 2022.'],
    ['The harbour at Velmar is 12 metres deep.', 'The harbour bridge at Velmar is 412 metres long.'],
    ['The bridge at Velmar, opened in 1931, is 412 metres long.', 'The new bridge at Velmar is 530 metres long.'],
    ['The Velmar bridge opened on 4 May 1931.', 'The Velmar bridge closed on 11 June 1932.'],
    ['Ada Brand was born on 3 March 1902.', 'Ada Brand died on 8 March 1984.'],
    ['Tickets for the Vexley museum cost 12 crowns.', 'We paid 18 crowns for tickets for the Vexley museum and a map.'],
    ['Exports of Sorrel rose on 4 May 2020.', 'Exports of Sorrel fell on 11 May 2020.'],
    ['The Orrin bridge will cost $45 million.', 'The Orrin bridge was to cost $30 million.'],
  ])('no disagreement between "%s" and "%s"', (first, second) => {
    expect(compare(first, second)).toEqual([]);
    expect(compare(second, first)).toEqual([]);
  });
});

describe('a disagreement', () => {
  it('has whole sentences of two documents as quotes and names what both speak of', () => {
    const texts = {
      'a.txt': 'Old walls interest few. The Calder bridge cost $45 million.',
      'b.txt': 'The Calder bridge cost $62 million. It opened late.',
    };
    const [found] = compare(texts['a.txt'], texts['b.txt']);
    expect(found?.subject).toEqual(['Calder', 'bridge', 'cost']);
    expect(found?.quotes.map(({ document, exact }) => [document.path, exact])).toEqual([
      ['a.txt', 'The Calder bridge cost $45 million.'],
      ['b.txt', 'The Calder bridge cost $62 million.'],
    ]);
    for (const { document, exact, start, end } of found?.quotes ?? []) {
      expect(texts[document.path as keyof typeof texts].slice(start, end)).toBe(exact);
    }
  });

  it('is not found between sentences of one document', () => {
    expect(compare('The Calder bridge cost $45 million. The Calder bridge cost $62 million.', 'Nothing else.')).toEqual(
      [],
    );
  });

  it('is told once when several documents repeat it', () => {
    const index = indexWithWordVectors({
      'a.txt': 'The Calder bridge cost $45 million.',
      'b.txt': 'The Calder bridge cost $45 million, it is said.',
      'c.txt': 'The Calder bridge cost $62 million.',
      ...around,
    });
    expect(finish(findDisagreements(index, index.rows.keys(), analyser))).toHaveLength(1);
  });
});
