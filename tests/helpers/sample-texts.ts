import type { Files } from './write-files.js';

/** Three short documents of different kinds, with questions that each can answer. */
export const sampleFiles: Files = {
  'ferry.md': `---
title: The last ferry
author: Ines Dahl
date: 2024-03-01
genre: news
---

# The last ferry

The ferry across Lake Orsa stops at 18:40 from Monday. The crossing takes 35 minutes and costs 12 crowns.

## Why it stops

The company cut the evening boats because fuel has become too dear. Harbour master Ines Dahl said that
the old timetable was a lottery.
`,
  'mill.txt': `The mill of Arn

The mill of Arn was built in 1742 by Jonas Pell. It has nine windows and a wheel of oak.

In 1901 the mill burned down. It took eleven years to build it again.
`,
  'letters/opinion.md': `---
title: A letter about the mill
genre: opinion
---

The council should be ashamed of what it has done to the mill of Arn. Nothing could be more foolish than to sell it.
`,
};

/** A document of its own subject in each file, `sentences` sentences long; no two sentences of all files are the same. */
export function manyTexts(count: number, sentences: number, seed = 0): Files {
  const places = ['the quay', 'the old road', 'a field', 'the north wall', 'the school', 'the market', 'a barn'];
  const things = ['lanterns', 'ropes', 'barrels', 'maps', 'letters', 'bells', 'ladders', 'kettles', 'stones'];
  const acts = ['counted', 'painted', 'moved', 'sold', 'lost', 'found', 'repaired', 'buried'];
  const files: Record<string, string> = {};
  for (let file = 0; file < count; file++) {
    const lines = Array.from({ length: sentences }, (_, line) => {
      const at = seed * 31 + file * 7 + line;
      const thing = things[at % things.length] ?? '';
      return `In entry ${seed}-${file}-${line} they ${acts[(at * 3) % acts.length] ?? ''} ${at + 2} ${thing} near ${places[(at * 5) % places.length] ?? ''}.`;
    });
    files[`log-${seed}-${file}.txt`] = `${lines.join(' ')}\n`;
  }
  return files;
}
