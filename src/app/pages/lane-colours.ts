/** The colours of every HTML page, as variables of CSS. Text has a contrast of at least 4.5 with each ground it stands on, in both schemes. */
export const laneColours = `
:root {
  color-scheme: light dark;
  --ground: #fbfaf7; --raised: #ffffff; --ink: #1e1d1a; --soft: #5d5a53; --line: #d9d5cb; --link: #1d4f91; --ring: #1d4f91;
  --reported: #0a6684; --reported-tint: #dff0f5;
  --attributed: #8a5800; --attributed-tint: #fbeecb;
  --opinion: #a12573; --opinion-tint: #fbe3f0;
}
@media screen and (prefers-color-scheme: dark) {
  :root {
    --ground: #15171b; --raised: #1f2228; --ink: #e9e6df; --soft: #aeaaa0; --line: #3a3e46; --link: #9cc3ff; --ring: #9cc3ff;
    --reported: #74c5e6; --reported-tint: #12323f;
    --attributed: #e9bc5c; --attributed-tint: #3b2f10;
    --opinion: #f49acb; --opinion-tint: #44183a;
  }
}
`;
