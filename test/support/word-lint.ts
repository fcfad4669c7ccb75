import { strFromU8, unzipSync } from 'fflate';
import { blockElements, type Docx, type DocxCell, type DocxParagraph, type DocxTable, readDocx } from './read-docx.ts';
import { all, at, type Element, elements, parseXml, value } from './xml.ts';

/**
 * What is wrong with a Word file that the Open XML validator lets pass: what Word refuses or mends, and what keeps
 * people from reading it (the accessibility list). One sentence for each fault; an empty list is a good file.
 */
export function lintWord(bytes: Uint8Array, { plain = false } = {}): string[] {
  let docx: Docx;
  try {
    docx = readDocx(bytes);
  } catch (error) {
    return [`it cannot be read: ${(error as Error).message}`];
  }
  const document = docx.parts.get('word/document.xml');
  return [
    ...packageFaults(bytes, docx),
    ...nameFaults(docx, document),
    ...[...all(document, 'w:tbl')].flatMap(gridFaults),
    ...endFaults(document),
    ...settingFaults(docx),
    ...headingFaults(docx),
    ...tableFaults(docx),
    ...textFaults(docx),
    ...footerFaults(docx),
    ...(plain ? plainFaults(docx) : []),
  ];
}

/** Parts, their types and their relationships fit together. */
function packageFaults(bytes: Uint8Array, { parts, names }: Docx): string[] {
  const types = parts.get('[Content_Types].xml');
  const defaults = new Set(elements(types, 'Default').map(({ attributes }) => attributes.Extension));
  const overrides = elements(types, 'Override').map(({ attributes }) => attributes.PartName?.slice(1) ?? '');
  const untyped = names.filter(
    (name) =>
      name !== '[Content_Types].xml' && !overrides.includes(name) && !defaults.has(name.split('.').at(-1) ?? ''),
  );
  return [
    ...(names[0] === '[Content_Types].xml' ? [] : ['[Content_Types].xml is not the first part']),
    ...untyped.map((name) => `part ${name} has no content type`),
    ...overrides
      .filter((name) => !names.includes(name))
      .map((name) => `content type for a part that is not there: ${name}`),
    ...names.filter((name) => name.endsWith('.rels')).flatMap((name) => relationshipFaults(name, bytes, names)),
  ];
}

function relationshipFaults(path: string, bytes: Uint8Array, names: string[]): string[] {
  const files = unzipSync(bytes);
  const relationships = elements(parseXml(strFromU8(files[path] ?? new Uint8Array())));
  const folder = path.replace(/_rels\/[^/]*$/, '');
  const ids = relationships.map(({ attributes }) => attributes.Id ?? '');
  const part = strFromU8(files[path.replace(/_rels\/([^/]*)\.rels$/, '$1')] ?? new Uint8Array());
  const used = [...part.matchAll(/ r:(?:id|embed|link)="([^"]*)"/g)].map(([, id = '']) => id);
  return [
    ...ids.filter((id, index) => ids.indexOf(id) !== index).map((id) => `${path} has two relationships ${id}`),
    ...used.filter((id) => !ids.includes(id)).map((id) => `unknown relationship ${id}`),
    ...relationships.flatMap(({ attributes: { Target = '', TargetMode } }) => {
      if (TargetMode !== 'External') {
        return names.includes(folder + Target) ? [] : [`${path} leads to a part that is not there: ${Target}`];
      }
      return /^(https?:\/\/|mailto:)[^\s<>"]+$/i.test(Target) ? [] : [`a link leads to ${Target}`];
    }),
  ];
}

/** Every style, list and level that is named is there. Word refuses a file with unknown ones, or shows it wrong. */
function nameFaults({ parts }: Docx, document: Element | undefined): string[] {
  const styles = elements(parts.get('word/styles.xml'), 'w:style');
  const styleIds = new Set(styles.map(({ attributes }) => attributes['w:styleId']));
  const definitions = elements(parts.get('word/numbering.xml'), 'w:abstractNum');
  const lists = elements(parts.get('word/numbering.xml'), 'w:num');
  const stories = [
    document,
    ...[...parts].filter(([name]) => /^word\/(footer|header)\d*\.xml$/.test(name)).map(([, part]) => part),
  ];

  const named = [
    ...stories.flatMap((story) => ['w:pStyle', 'w:rStyle', 'w:tblStyle'].flatMap((name) => [...all(story, name)])),
    ...styles.flatMap((style) => ['w:basedOn', 'w:next', 'w:link'].flatMap((name) => elements(style, name))),
  ].map(({ attributes }) => attributes['w:val'] ?? '');

  const definitionOf = (id: string | undefined) => {
    const list = lists.find(({ attributes }) => attributes['w:numId'] === id);
    return definitions.find(({ attributes }) => attributes['w:abstractNumId'] === value(list, 'w:abstractNumId'));
  };
  const items = stories.flatMap((story) => [...all(story, 'w:numPr')]);
  return [
    ...new Set([
      ...named.filter((id) => !styleIds.has(id)).map((id) => `unknown style ${id}`),
      ...items.flatMap((item) => {
        const [id, level] = [value(item, 'w:numId'), value(item, 'w:ilvl') ?? '0'];
        if (id === '0') return [];
        const definition = definitionOf(id);
        if (!definition) return [`unknown list ${id}`];
        return elements(definition, 'w:lvl').some(({ attributes }) => attributes['w:ilvl'] === level)
          ? []
          : [`list ${id} has no level ${level}`];
      }),
    ]),
  ];
}

/** The rows of a table fill its grid, its widths add up, and every merge has its start. */
function gridFaults(table: Element): string[] {
  const widths = elements(at(table, 'w:tblGrid'), 'w:gridCol').map(({ attributes }) => Number(attributes['w:w']));
  const rows = elements(table, 'w:tr');
  const faults: string[] = [];
  let above = new Map<number, number>();
  if (widths.some((width) => !(width > 0))) faults.push('a column has no width');
  if (sum(widths) !== Number(at(table, 'w:tblPr', 'w:tblW')?.attributes['w:w'])) {
    faults.push('the columns do not add up to the width of the table');
  }
  if (at(table, 'w:tblPr', 'w:tblLayout')?.attributes['w:type'] !== 'fixed')
    faults.push('the layout of a table is not fixed');
  if (rows.length === 0) faults.push('a table has no rows');
  for (const [index, row] of rows.entries()) {
    const merged = new Map<number, number>();
    let column = Number(value(row, 'w:trPr', 'w:gridBefore') ?? 0);
    for (const cell of elements(row, 'w:tc')) {
      const span = Number(value(cell, 'w:tcPr', 'w:gridSpan') ?? 1);
      const merge = value(cell, 'w:tcPr', 'w:vMerge');
      if (merge !== undefined) merged.set(column, span);
      if (merge !== undefined && merge !== 'restart' && above.get(column) !== span) {
        faults.push(`row ${index + 1} continues a merge that has no start`);
      }
      if (Number(at(cell, 'w:tcPr', 'w:tcW')?.attributes['w:w']) !== sum(widths.slice(column, column + span))) {
        faults.push(`a cell of row ${index + 1} is not as wide as its columns`);
      }
      if (elements(cell).at(-1)?.name !== 'w:p')
        faults.push(`a cell of row ${index + 1} does not end with a paragraph`);
      column += span;
    }
    column += Number(value(row, 'w:trPr', 'w:gridAfter') ?? 0);
    if (column !== widths.length) faults.push(`row ${index + 1} fills ${column} of ${widths.length} columns`);
    above = merged;
  }
  return faults;
}

/** Word makes one table of two that touch, and needs a paragraph after the last. */
function endFaults(document: Element | undefined): string[] {
  const blocks = [...blockElements(at(document, 'w:body'))].map(({ name }) => name);
  return [
    ...(blocks.at(-1) === 'w:p' ? [] : ['the document does not end with a paragraph']),
    ...blocks.flatMap((name, index) => (name === 'w:tbl' && blocks[index + 1] === 'w:tbl' ? ['two tables touch'] : [])),
  ];
}

function settingFaults({ parts, properties }: Docx): string[] {
  const settings = parts.get('word/settings.xml');
  const mode = elements(at(settings, 'w:compat'), 'w:compatSetting').find(
    ({ attributes }) => attributes['w:name'] === 'compatibilityMode',
  );
  const language = at(parts.get('word/styles.xml'), 'w:docDefaults', 'w:rPrDefault', 'w:rPr', 'w:lang');
  const missing = ['title', 'subject', 'creator', 'created', 'modified'].filter((name) => !properties[name]?.trim());
  return [
    ...(mode?.attributes['w:val'] === '15' ? [] : ['it opens in compatibility mode']),
    ...(at(settings, 'w:updateFields') ? ['it asks to update its fields when it is opened'] : []),
    ...(language?.attributes['w:val'] === 'en-GB' ? [] : ['the language of the text is not en-GB']),
    ...(at(settings, 'w:themeFontLang')?.attributes['w:val'] === 'en-GB'
      ? []
      : ['the language of the theme is not en-GB']),
    ...(properties.language === 'en-GB' ? [] : ['the language of the document is not en-GB']),
    ...missing.map((name) => `the document has no ${name}`),
  ];
}

/** One heading of level 1, the title, before all else; and no level left out on the way down. */
function headingFaults({ blocks, headings, properties }: Docx): string[] {
  const first = blocks[0];
  const title = first?.kind === 'paragraph' && first.level === 1 ? first.text : undefined;
  return [
    ...(title === undefined ? ['it does not begin with a heading of level 1'] : []),
    ...(title === undefined || title === properties.title ? [] : ['its title is not that of its properties']),
    ...(headings.filter(({ level }) => level === 1).length > 1 ? ['it has more than one heading of level 1'] : []),
    ...headings.flatMap(({ level, text }, index) =>
      level > (headings[index - 1]?.level ?? 0) + 1 ? [`heading “${text}” leaves a level out`] : [],
    ),
    ...headings.filter(({ text }) => text.trim() === '').map(() => 'a heading is empty'),
  ];
}

function tableFaults({ tables }: Docx): string[] {
  return tables.flatMap((table, index) => {
    const name = `table ${index + 1}`;
    const firstPlain = table.rows.findIndex(({ header }) => !header);
    return [
      ...(table.rows[0]?.header ? [] : [`${name} has no header row`]),
      ...(firstPlain === -1 || table.rows.slice(firstPlain).some(({ header }) => header)
        ? [`the header rows of ${name} are not its first rows`]
        : []),
      ...(table.caption?.trim() ? [] : [`${name} has no title`]),
      ...(table.description?.trim() ? [] : [`${name} has no description`]),
      ...headerTextFaults(table, name),
    ];
  });
}

function headerTextFaults({ rows }: DocxTable, name: string): string[] {
  const last = rows.filter(({ header }) => header).at(-1);
  return last?.cells.some(({ text }) => text.trim() === '') ? [`a column of ${name} has no heading`] : [];
}

/** Half-points. */
const leastSize = 18;
/** WCAG 2.2, 1.4.3. */
const leastContrast = 4.5;

function textFaults({ blocks, tables }: Docx): string[] {
  const outside = blocks.flatMap((block, index) => {
    if (block.kind === 'table') return [];
    const afterTable = blocks[index - 1]?.kind === 'table' && blocks[index + 1]?.kind !== 'paragraph';
    const spacer = block.text.trim() === '' && !afterTable ? ['an empty paragraph is used as spacing'] : [];
    return [...spacer, ...runFaults(block, block.fill ?? 'FFFFFF')];
  });
  const inside = tables.flatMap(({ rows }) =>
    rows.flatMap(({ cells, header }) => cells.flatMap((cell) => cellFaults(cell, header))),
  );
  return [...new Set([...outside, ...inside])];
}

function cellFaults(cell: DocxCell, header: boolean): string[] {
  const fills = [cell, ...cell.paragraphs].filter(({ fill }) => fill !== undefined && isColour(fill));
  const wordless = !header && cell.merge !== 'continue' && fills.some(({ text }) => text.trim() === '');
  return [
    ...(wordless ? ['a cell says something in colour alone'] : []),
    ...cell.paragraphs.flatMap((paragraph) => runFaults(paragraph, paragraph.fill ?? cell.fill ?? 'FFFFFF')),
  ];
}

function runFaults({ runs }: DocxParagraph, background: string): string[] {
  return runs
    .filter(({ text }) => text.trim() !== '')
    .flatMap(({ text, size, colour, href, underlined }) => [
      ...(size < leastSize ? [`“${text}” is smaller than 9 pt`] : []),
      ...(contrast(colour, background) < leastContrast
        ? [`“${text}” is hard to read: ${colour} on ${background}`]
        : []),
      ...(href !== undefined && !underlined ? [`the link “${text}” is not underlined`] : []),
    ]);
}

function footerFaults({ footer }: Docx): string[] {
  return /\S.*Page \{PAGE\} of \{NUMPAGES\}/s.test(footer)
    ? []
    : ['the footer does not say what this is and “Page X of Y”'];
}

/** A plain table can be read by going through its cells one by one. */
function plainFaults({ tables }: Docx): string[] {
  const cells = tables.flatMap(({ rows }) => rows.flatMap((row) => row.cells));
  return [
    ...(cells.some(({ merge, columnSpan }) => merge || columnSpan > 1) ? ['a plain table has merged cells'] : []),
    ...(cells.some(({ text }) => text.trim() === '') ? ['a plain table has empty cells'] : []),
  ];
}

/** Whether a fill is a colour, and not white, black or a grey tint. */
function isColour(fill: string): boolean {
  const channels = channelsOf(fill);
  return Math.max(...channels) - Math.min(...channels) > 24;
}

/** WCAG 2.2, "contrast ratio". */
function contrast(a: string, b: string): number {
  const [dark, light] = [luminance(a), luminance(b)].sort((x, y) => x - y) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

function luminance(colour: string): number {
  const [red, green, blue] = channelsOf(colour).map((channel) => {
    const share = channel / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function channelsOf(colour: string): number[] {
  return [0, 2, 4].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
}

function sum(numbers: number[]): number {
  return numbers.reduce((a, b) => a + b, 0);
}
