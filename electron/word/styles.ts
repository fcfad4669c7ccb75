import { colours, font, headings, sizes, spacing } from './measures.ts';

/** The styles of every document, as the docx library takes them. */
export const styles = {
  default: {
    document: {
      run: { font, size: sizes.body, language: { value: 'en-GB' } },
      paragraph: { spacing: { ...spacing.body, lineRule: 'auto' as const } },
    },
    heading1: heading(1),
    heading2: heading(2),
    heading3: heading(3),
    listParagraph: { paragraph: { spacing: spacing.list } },
    hyperlink: { run: { color: colours.blue, underline: {} } },
  },
  paragraphStyles: [
    tableText('TableText', 'Table Text', sizes.table),
    tableText('TableTextDense', 'Table Text Dense', sizes.dense),
    {
      ...tableText('TableHeading', 'Table Heading', sizes.table),
      run: { size: sizes.table, bold: true, color: colours.white },
    },
    {
      id: 'Footer',
      name: 'footer',
      basedOn: 'Normal',
      run: { size: sizes.footer },
      paragraph: { spacing: { after: 0 } },
    },
    tablesEnd('AfterTable', 'After Table', 0),
    tablesEnd('BetweenTables', 'Between Tables', 240),
  ],
};

function heading(level: 1 | 2 | 3) {
  const { size, before, after } = headings[level];
  return {
    run: { size, bold: true, color: colours.darkBlue },
    paragraph: { outlineLevel: level - 1, keepNext: true, keepLines: true, spacing: { before, after } },
  };
}

function tableText(id: string, name: string, size: number) {
  const paragraph = { spacing: { ...spacing.table, lineRule: 'auto' as const } };
  return { id, name, basedOn: 'Normal', run: { size }, paragraph };
}

/** A paragraph that only stands where Word demands one: a point high. */
function tablesEnd(id: string, name: string, before: number) {
  const paragraph = { spacing: { before, after: 0, line: 20, lineRule: 'exact' as const } };
  return { id, name, basedOn: 'Normal', run: { size: 2 }, paragraph };
}
