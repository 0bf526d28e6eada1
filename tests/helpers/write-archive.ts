import { strToU8, zipSync } from 'fflate';

/** An archive of files by name. */
export function writeArchive(files: Readonly<Record<string, string | Uint8Array>>): Uint8Array {
  const contents = Object.entries(files).map(([name, content]) => [
    name,
    typeof content === 'string' ? strToU8(content) : content,
  ]);
  return zipSync(Object.fromEntries(contents) as Record<string, Uint8Array>, { mtime: new Date(2024, 0, 1) });
}

const word = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const math = 'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"';

const styles = `<w:styles ${word}>
  <w:style w:styleId="T"><w:name w:val="Title"/></w:style>
  <w:style w:styleId="berschrift1"><w:name w:val="heading 1"/></w:style>
  <w:style w:styleId="Own"><w:basedOn w:val="Outline"/><w:name w:val="My head"/></w:style>
  <w:style w:styleId="Outline"><w:name w:val="Base"/><w:pPr><w:outlineLvl w:val="1"/></w:pPr></w:style>
  <w:style w:styleId="Q"><w:name w:val="Intense Quote"/></w:style></w:styles>`;
const numbering = `<w:numbering ${word}>
  <w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/></w:lvl>
    <w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/></w:lvl></w:abstractNum>
  <w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/></w:lvl></w:abstractNum>
  <w:num w:numId="5"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="6"><w:abstractNumId w:val="1"/></w:num></w:numbering>`;

/** A Word document with this body; its styles are `T`, `berschrift1`, `Own`, `Q`, its lists 5 (numbers) and 6 (bullets). */
export function writeDocx(body: string, properties = ''): Uint8Array {
  return writeArchive({
    '[Content_Types].xml': '<Types/>',
    'word/document.xml': `<?xml version="1.0" encoding="UTF-8"?><w:document ${word} ${math}><w:body>${body}<w:sectPr/></w:body></w:document>`,
    'word/styles.xml': styles,
    'word/numbering.xml': numbering,
    'docProps/core.xml': `<cp:coreProperties xmlns:cp="c" xmlns:dc="d" xmlns:dcterms="t">${properties}</cp:coreProperties>`,
  });
}
