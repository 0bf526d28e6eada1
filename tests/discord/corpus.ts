/** A corpus written for these tests: news, opinion, claims, and text that tries to be something else than text. */
export const corpusFiles: Readonly<Record<string, string>> = {
  'harbour-bridge.md': `---
title: The harbour bridge, ten years on
author: Ines Valdar
publication: The Quayside Courier
date: 2023-04-18
url: https://example.org/courier/harbour-bridge
genre: news
---

The harbour bridge at Lunden is 412 metres long. It was opened on 3 May 2013 and carries about 18,000 vehicles a day. The bridge cost 96 million crowns, and most of the money came from the city.

According to the port authority, the bridge will need new bearings before 2030. Engineers of the city said that the cables are in good condition.

The ferry across the harbour stopped in 2014. Its last captain, Bram Oster, now works on the bridge's control tower.

## The tunnel that was not built

A tunnel had been planned first. The council rejected it in 2008, because the rock under the harbour was too soft.
`,
  'bridge-opinion.md': `---
title: A bridge nobody should be proud of
author: Tomas Reke
publication: The Quayside Courier
date: 2023-05-02
genre: opinion
---

The harbour bridge is an ugly monument to impatience. The council should have waited for a better design, and everybody in Lunden knows it. I believe that the ferry was worth more to this town than any road.

The port authority claims that the bridge has doubled trade. That is a shameless exaggeration.

It must be said that the view from the middle of the bridge is wonderful.
`,
  'tricks.txt': `Signs painted on the old customs house

The customs house at Lunden bears the inscription @everyone must pay the toll. Below it somebody painted \`rm -rf\` and **not bold** in white letters on the customs house.

The second sign on the customs house reads [free entry](https://evil.example/login) and <@123456789012345678> and ||hidden|| and https://evil.example/path_with_underscores.

# The third sign of the customs house is a number sign and <t:1700000000:R> :smile: beside it.
`,
  'lighthouse.md': `---
title: The lighthouse keeper's log
date: 1911-10-02
genre: other
---

The lighthouse on Skerry Point was lit for the first time on 2 October 1911. The lamp burned whale oil, ${'and the keeper noted the weather, the ships, the price of oil, the state of the stairs, the visits of the doctor, '.repeat(36)}and the lamp was never put out at night.

The lighthouse keeper was called Agneta Holm. She kept the lighthouse for forty years.
`,
};

/** Beside the usual corpus one document that disagrees with it. */
export const briefFiles: Readonly<Record<string, string>> = {
  ...corpusFiles,
  'bridge-guide.md': `---
title: A guide to Lunden
author: Ora Penn
date: 2024-01-02
---

The harbour bridge at Lunden is 450 metres long. It has two towers, and visitors may climb one of them.
`,
};
