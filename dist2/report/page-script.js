/**
 * What the page does with scripts on: a pop-over opens at its sentence's last line, or above it near the window's edge;
 * only one is open; Escape hides it. Without scripts, pop-overs open by the style sheet alone.
 */
export const pageScript = `
(() => {
  'use strict';
  const root = document.documentElement;
  const find = (target) => (target instanceof Element ? target.closest('.text .s') : null);
  let shown = null;

  function place(sentence) {
    const why = sentence.querySelector('.why');
    const block = sentence.closest('.block');
    if (!why || !block) return;
    why.style.translate = '';
    const lines = Array.from(sentence.childNodes)
      .filter((node) => node !== why)
      .flatMap((node) => {
        const range = document.createRange();
        range.selectNodeContents(node);
        return Array.from(range.getClientRects());
      });
    const first = lines[0];
    const last = lines[lines.length - 1];
    if (!first || !last) return;
    const left = lines.filter((line) => Math.abs(line.top - last.top) < 4).reduce((x, line) => Math.min(x, line.left), Infinity);
    const box = why.getBoundingClientRect();
    const edge = block.getBoundingClientRect();
    const x = Math.max(edge.left, Math.min(left, edge.right - box.width)) - box.left;
    const opensUp = box.bottom > innerHeight && first.top > box.height;
    const y = opensUp ? first.top - box.bottom : 0;
    why.style.translate = Math.round(x) + 'px ' + Math.round(y) + 'px';
  }

  function show(sentence) {
    if (sentence === shown) return;
    shown = sentence;
    root.classList.remove('quiet');
    if (sentence) place(sentence);
  }

  document.addEventListener('mouseover', (event) => {
    const sentence = find(event.target);
    root.classList.toggle('pointing', sentence !== null);
    show(sentence ?? find(document.activeElement));
  });
  document.addEventListener('mouseleave', () => root.classList.remove('pointing'));
  document.addEventListener('focusin', (event) => {
    root.classList.remove('pointing');
    show(find(event.target));
  });
  document.addEventListener('focusout', () => show(null));
  document.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') root.classList.add('quiet');
  });
  addEventListener('resize', () => {
    if (shown) place(shown);
  });
})();
`;
//# sourceMappingURL=page-script.js.map