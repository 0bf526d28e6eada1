import { describe, expect, it } from 'vitest';
import { differingParts, labelOne, labelText } from './label-text.js';

describe('attribution by construction', () => {
  it.each([
    ['Mara Quill said the dam would hold.', 'Mara Quill', 'said'],
    ['The dam would hold, said Mara Quill, who designed it.', 'Mara Quill', 'said'],
    ['According to the harbour office, two cranes are idle.', 'the harbour office', 'said'],
    ['Two cranes are idle, according to Mara Quill.', 'Mara Quill', 'said'],
    ['The survey found that a third of the wells were dry.', 'The survey', 'shows'],
    ['Residents fear that the road will flood again.', 'Residents', 'thinks'],
    ['The ministry plans to close the depot.', 'The ministry', 'wants'],
    ['The board, which met on Monday, denied that the bridge was unsafe.', 'The board', 'said'],
    ['The plan was described by Mara Quill as a swindle.', 'Mara Quill', 'said'],
    ['In the words of the mayor, the market is dead.', 'the mayor', 'said'],
    ['Mara Quill was quoted as saying that nobody had asked her.', 'Mara Quill', 'said'],
    ['The chief engineer, Mara Quill, told reporters on Tuesday that the pumps had failed.', 'Mara Quill', 'said'],
    ['Her fear is that the last shop will close.', 'Her', 'thinks'],
    ['Mara Quill, a clerk first hired in 1998, insisted that the vault was empty.', 'Mara Quill', 'said'],
    ['The gate had been open all night, the court ruled on Friday.', 'the court', 'said'],
    ['Anglers along the canal, which froze in January, complained that the fish had gone.', 'Anglers', 'said'],
    ['The anglers reply that the water was never clean.', 'The anglers', 'said'],
    ['The harbour ministry disputes this account.', 'The harbour ministry', 'said'],
    ['Volunteers fear an outbreak of rabies.', 'Volunteers', 'thinks'],
    ['The auditor put the loss at $9 million.', 'The auditor', 'said'],
    ['Growers would rather sell the orchard.', 'Growers', 'wants'],
    ['The inquest heard that the lamp had failed.', 'The inquest', 'said'],
    ['For the pilots, the new rule is a nuisance.', 'the pilots', 'thinks'],
    ['As the pilots see it, the channel has silted up.', 'the pilots', 'said'],
    ['The critics found fault with the lighting.', 'The critics', 'said'],
    ['The tenants warned of damp after the hall was sold.', 'The tenants', 'said'],
    ['Mara Quill said nothing would change.', 'Mara Quill', 'said'],
    ['According to reports of the harbour office, two cranes are idle.', 'reports of the harbour office', 'shows'],
    ['Two of us went to see the dam on 29 Nov. Mara says it is three stones deep.', 'Mara', 'said'],
    ['The report of 3 May on the old dam said that it would hold.', 'The report', 'said'],
    ['In the log of 3 May 2024 Mara says that the dam held.', 'Mara', 'said'],
  ])('%s', (text, source, kind) => {
    const label = labelOne(text);
    expect(label).toMatchObject({ label: 'attributed', attributed: true, kind });
    expect(label.sources[0]).toBe(source);
  });

  it.each([
    ['Prices are expected to fall in the spring.'],
    ['The deal was reportedly dropped.'],
    ['The families are said to have left before dawn.'],
  ])('takes hearsay as attributed to nobody named: %s', (text) => {
    expect(labelOne(text)).toMatchObject({ label: 'attributed', sources: [] });
  });

  it.each([
    ['I think the bill will pass.'],
    ['Three reported cases were closed.'],
    ['The council closed two schools in March.'],
    ['The law requires a permit for every kiln.'],
    ['A driver accused in court is paid until the verdict.'],
    ['The council said nothing.'],
    ['He said nothing of the fire.'],
    ['Can the two be told apart?'],
    ['Mara Quill has not said whether she will appeal.'],
    ['The governor declared three days of mourning.'],
    ['The beetle was discovered in 1911 by a climber.'],
    ['The party holds 18 seats, but seven of its members signed the petition.'],
    ['The lawyer argued more than thirty cases in her first year.'],
    ['Should he prefer to stay, he may.'],
    ['Boats lay idle while the board decided whether to dredge the channel.'],
    ['The old clock says ten to four.'],
    ['A new wreck on the chart (40 m long, found 1 Feb by Mara, Ines & Bo)'],
    ['Work party on 18 January, Bo to lead, eight people wanted.'],
    ['A tax on hats can hardly be expected to pay for a war.'],
  ])('does not attribute %s', (text) => {
    expect(labelOne(text).label).not.toBe('attributed');
  });

  it('lets attribution win over strong words inside what is attributed', () => {
    expect(labelOne('Mara Quill said the scheme was a disgraceful, idiotic swindle.').label).toBe('attributed');
  });

  it('marks the author’s own loaded word next to the reporting verb', () => {
    const text = labelText('The minister absurdly claims that the tunnel is safe.');
    expect(text.labels[0]?.label).toBe('attributed');
    expect(differingParts(text)).toEqual(['opinion: absurdly']);
  });
});

describe('attribution across sentences', () => {
  it('carries the speaker through a quotation of several sentences', () => {
    const { labels } = labelText('“The pumps are old,” said Mara Quill. “They leak. They have leaked for years.”');
    expect(labels.map(({ label, sources }) => [label, sources[0]])).toEqual([
      ['attributed', 'Mara Quill'],
      ['attributed', 'Mara Quill'],
      ['attributed', 'Mara Quill'],
    ]);
  });

  it('carries the speaker into a paragraph that reopens the quotation', () => {
    const { labels } = labelText('Mara Quill wrote: “The pumps are old.\n\n“They leak every night.”');
    expect(labels.at(-1)).toMatchObject({ label: 'attributed', sources: ['Mara Quill'] });
  });

  it('takes the paper that the sentence before is about for what says something', () => {
    const { labels } = labelText('The Old Ferry was sold. The op-ed describes it as lost. It says that nobody paid.');
    expect(labels.at(-1)?.sources).toEqual(['The op-ed']);
  });

  it('resolves a pronoun to the last source where that is safe', () => {
    const { labels } = labelText('Mara Quill runs the waterworks. She said that the pumps were old.');
    expect(labels[1]?.sources).toEqual(['Mara Quill']);
  });

  it('takes "it" for a body, and for a name only where no person can have it', () => {
    const sourceOfLast = (text: string): string | undefined => labelText(text).labels.at(-1)?.sources[0];
    expect(sourceOfLast('The United Isles sent forty monitors. It said that the truce was holding.')).toBe(
      'The United Isles',
    );
    expect(sourceOfLast('The board met on Monday. Harlan was late. It said that the fund was empty.')).toBe('It');
    expect(sourceOfLast('Mara Quill resigned on Monday. She said that the fund was empty.')).toBe('Mara Quill');
  });

  it('goes on with indirect speech whose tense stays shifted', () => {
    const { labels } = labelText('The bridge was closed, Mara Quill said. Nobody had told her.', 'news');
    expect(labels[1]).toMatchObject({ label: 'attributed', sources: ['Mara Quill'] });
  });

  it('takes a bare frame before a colon as reported and its quotation as attributed', () => {
    const { labels } = labelText('Mara Quill added:\n\n“The pumps are old.”');
    expect(labels.map(({ label }) => label)).toEqual(['reported', 'attributed']);
    expect(labels[1]?.sources).toEqual(['Mara Quill']);
  });
});
