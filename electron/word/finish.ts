import { exportedFrom, propertyName } from '../../shared/layout/marks.ts';
import type { Page } from '../../shared/layout/page.ts';
import { zip } from '../zip.ts';

/**
 * The last step of a Word file, over the parts by their paths: puts in what the docx library does not offer (texts for
 * tables, the plan's own dates, languages), takes out the parts that nothing uses, and makes the bytes depend on
 * nothing but the page.
 */
export function finish(parts: Map<string, string>, page: Page): Uint8Array {
  const from = exportedFrom(page);
  dropUnused(parts, from ? unused : [...unused, customProperties]);
  if (from) parts.set(customProperties, propertyOf(JSON.stringify(from)));
  edit(parts, 'word/document.xml', (xml) => describeTables(xml, page));
  edit(parts, 'word/styles.xml', (xml) => keepUsedStyles(xml, parts));
  edit(parts, 'word/numbering.xml', (xml) => keepUsedLists(xml, parts.get('word/document.xml') ?? ''));
  edit(parts, 'word/settings.xml', (xml) => xml.replace('</w:compat>', '</w:compat><w:themeFontLang w:val="en-GB"/>'));
  parts.set('docProps/core.xml', coreProperties(page));
  nameLinksInOrder(parts);
  return zip(parts);
}

function edit(parts: Map<string, string>, path: string, change: (xml: string) => string): void {
  parts.set(path, change(parts.get(path) ?? ''));
}

/** Parts that the library always writes and these documents never refer to. */
const unused = ['word/footnotes.xml', 'word/endnotes.xml', 'word/comments.xml'];

const customProperties = 'docProps/custom.xml';

function dropUnused(parts: Map<string, string>, paths: readonly string[]): void {
  for (const path of paths) {
    parts.delete(path);
    parts.delete(path.replace(/([^/]+)$/, '_rels/$1.rels'));
    const name = path.replace(/^word\//, '');
    edit(parts, '[Content_Types].xml', (xml) => xml.replace(new RegExp(`<Override [^>]*PartName="/${path}"/>`), ''));
    for (const rels of ['_rels/.rels', 'word/_rels/document.xml.rels']) {
      edit(parts, rels, (xml) => xml.replace(new RegExp(`<Relationship [^>]*Target="${name}"/>`), ''));
    }
  }
  for (const [path, xml] of parts) if (path.endsWith('.rels') && !xml.includes('<Relationship ')) parts.delete(path);
}

/** Title and description of each table, its alternative text (ECMA-376 part 1, 17.4.58 and 17.4.46). */
function describeTables(xml: string, page: Page): string {
  const tables = page.blocks.flatMap((block) => (block.kind === 'table' ? [block.table] : []));
  let next = 0;
  return xml.replaceAll('</w:tblPr>', () => {
    const table = tables[next++];
    if (!table) return '</w:tblPr>';
    return `<w:tblCaption w:val="${escapeXml(table.caption)}"/><w:tblDescription w:val="${escapeXml(table.description)}"/></w:tblPr>`;
  });
}

/** Keeps the styles in use, those that they build on, and the defaults. */
function keepUsedStyles(xml: string, parts: Map<string, string>): string {
  const styles = [...xml.matchAll(/<w:style [^>]*?w:styleId="([^"]+)".*?<\/w:style>/gs)];
  const byId = new Map(styles.map(([style, id = '']) => [id, style]));
  const used = new Set<string>();
  const use = (id: string) => {
    if (used.has(id)) return;
    used.add(id);
    for (const [, other = ''] of (byId.get(id) ?? '').matchAll(/<w:(?:basedOn|next|link) w:val="([^"]+)"/g)) use(other);
  };
  for (const [path, part] of parts) {
    if (!/^word\/(document|footer\d*)\.xml$/.test(path)) continue;
    for (const [, id = ''] of part.matchAll(/<w:[pr]Style w:val="([^"]+)"/g)) use(id);
  }
  return xml
    .replace(/<w:style [^>]*?w:styleId="([^"]+)".*?<\/w:style>/gs, (style, id: string) =>
      used.has(id) || style.includes('w:default=') ? style : '',
    )
    .replace(/<w:(?:basedOn|next|link) w:val="([^"]+)"\/>/g, (reference, id: string) =>
      byId.has(id) ? reference : '',
    );
}

/** The library always writes a list of its own. */
function keepUsedLists(xml: string, document: string): string {
  const used = new Set(Array.from(document.matchAll(/<w:numId w:val="(\d+)"/g), ([, id]) => id));
  const lists = xml.replace(/<w:num w:numId="(\d+)".*?<\/w:num>/gs, (list, id: string) => (used.has(id) ? list : ''));
  const defined = new Set(Array.from(lists.matchAll(/<w:abstractNumId w:val="(\d+)"/g), ([, id]) => id));
  return lists.replace(/<w:abstractNum w:abstractNumId="(\d+)".*?<\/w:abstractNum>/gs, (definition, id: string) =>
    defined.has(id) ? definition : '',
  );
}

function coreProperties({ properties: { title, subject, creator, asAt } }: Page): string {
  const moment = `${asAt}T00:00:00Z`;
  return `${xmlDeclaration}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>${escapeXml(title)}</dc:title><dc:subject>${escapeXml(subject)}</dc:subject><dc:creator>${escapeXml(creator)}</dc:creator><cp:lastModifiedBy>${escapeXml(creator)}</cp:lastModifiedBy><cp:revision>1</cp:revision><dcterms:created xsi:type="dcterms:W3CDTF">${moment}</dcterms:created><dcterms:modified xsi:type="dcterms:W3CDTF">${moment}</dcterms:modified><dc:language>en-GB</dc:language></cp:coreProperties>`;
}

/** The one property that says what the file was exported from (ECMA-376 part 1, 22.3). */
function propertyOf(value: string): string {
  return `${xmlDeclaration}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties" xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"><property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="2" name="${propertyName}"><vt:lpwstr>${escapeXml(value)}</vt:lpwstr></property></Properties>`;
}

/** The library names each link at random; here they are named in the order of their use. */
function nameLinksInOrder(parts: Map<string, string>): void {
  const names = new Map<string, string>();
  edit(parts, 'word/document.xml', (xml) =>
    xml.replace(/(<w:hyperlink [^>]*?r:id=")([^"]+)"/g, (_, before: string, id: string) => {
      if (!names.has(id)) names.set(id, `link${names.size + 1}`);
      return `${before}${names.get(id)}"`;
    }),
  );
  edit(parts, 'word/_rels/document.xml.rels', (xml) =>
    xml.replace(/ Id="([^"]+)"/g, (whole, id: string) => (names.has(id) ? ` Id="${names.get(id)}"` : whole)),
  );
}

const xmlDeclaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';

function escapeXml(value: string): string {
  return value.replace(
    /[&<>"]/g,
    (each) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[each] as string,
  );
}
