/** Run in the page: how many elements with text of their own were looked at, and those whose contrast is below 4.5. */
export const checkContrast = `(() => {
  const parse = (colour) => {
    const [r, g, b, a = 1] = colour.match(/[\\d.]+/g).map(Number);
    return { r, g, b, a };
  };
  const over = (top, below) => ({
    r: top.r * top.a + below.r * (1 - top.a),
    g: top.g * top.a + below.g * (1 - top.a),
    b: top.b * top.a + below.b * (1 - top.a),
    a: 1,
  });
  const groundOf = (element) => {
    const layers = [];
    for (let at = element; at; at = at.parentElement) layers.push(parse(getComputedStyle(at).backgroundColor));
    return layers.reverse().reduce((below, top) => over(top, below), { r: 255, g: 255, b: 255, a: 1 });
  };
  const luminance = ({ r, g, b }) => {
    const [x, y, z] = [r, g, b].map((v) => (v / 255 <= 0.04045 ? v / 255 / 12.92 : ((v / 255 + 0.055) / 1.055) ** 2.4));
    return 0.2126 * x + 0.7152 * y + 0.0722 * z;
  };
  const faint = [];
  let checked = 0;
  for (const element of document.body.querySelectorAll('*')) {
    const hasText = Array.from(element.childNodes).some((node) => node.nodeType === 3 && node.data.trim() !== '');
    if (!hasText || !element.checkVisibility() || element.localName === 'script') continue;
    checked += 1;
    const ground = groundOf(element);
    const [a, b] = [luminance(over(parse(getComputedStyle(element).color), ground)), luminance(ground)];
    const contrast = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    if (contrast < 4.5) faint.push(contrast.toFixed(2) + ' ' + element.className + ' ' + element.textContent.slice(0, 40));
  }
  return { checked, faint };
})()`;

/** Run in the page: the visible element that reaches furthest to the right. */
export const widestElement = `(() => {
  let widest = { right: 0, what: '' };
  for (const element of document.body.querySelectorAll('*')) {
    if (!element.checkVisibility() || element.closest('thead')) continue;
    const { right } = element.getBoundingClientRect();
    if (right > widest.right) widest = { right, what: element.outerHTML.slice(0, 120) };
  }
  return { right: Math.round(widest.right * 10) / 10, what: widest.what };
})()`;
