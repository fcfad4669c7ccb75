/**
 * How wide Arial is: the advance widths of its letters in units of 2,048 to the em, by width. They are those of the
 * hmtx table of Liberation Sans (SIL Open Font Licence), which was drawn to be as wide as Arial, letter for letter.
 */
const regular: Record<number, string> = {
  391: "'",
  455: 'ijlįĵĺļłſ‘’',
  532: '|¦',
  569: ' !,./:;I[\\]ftÌÍÎÏìíîïĨĩĪīĬĭĮİıţŧț',
  597: 'ľ',
  682: '()-`r¡¨²³´·¸¹ŕŗř‐“”',
  684: '{}ŀ',
  717: '•',
  727: '"',
  748: 'º',
  758: 'ª',
  768: 'ť',
  797: '*',
  819: '°',
  909: 'ĳ',
  961: '^',
  1024: 'JcksvxyzçýÿćĉċčĴķĸśŝşšŷźżžș',
  1100: '¶',
  1124: '±÷≤≥',
  1131: '¯',
  1139: '#$0123456789?L_abdeghnopqu¢£¤¥§«»àáâãäåèéêëðñòóôõöùúûüþāăąđēĕėęěĝğġģĥħĹĻĽĿŁńņňŋōŏőũūŭůűų–†€',
  1180: 'µ',
  1196: '+<=>~¬×−',
  1237: 'ŉ',
  1251: 'FTZ¿ßøŢŤŦŹŻŽȚ',
  1259: 'ď',
  1366: '&ABEKPSVXYÀÁÂÃÄÅÈÉÊËÝÞĀĂĄĒĔĖĘĚĶŚŜŞŠŶŸȘ',
  1479: 'CDHNRUwÇÐÑÙÚÛÜĆĈĊČĎĐĤĦŃŅŇŔŖŘŨŪŬŮŰŲŵ',
  1481: 'Ŋ',
  1505: 'Ĳ',
  1509: '©®',
  1593: 'GOQÒÓÔÕÖØĜĞĠĢŌŎŐ',
  1706: 'Mm',
  1708: '¼½¾',
  1821: '%æ',
  1933: 'WœŴ',
  2048: 'ÆŒ—…‰™',
  2079: '@',
};

const bold: Record<number, string> = {
  487: "'",
  569: ' ,./I\\ijlÌÍÎÏìíîïĨĩĪīĬĭĮįİıĵĺļłſ‘’',
  573: '|¦',
  682: '!()-:;[]`ft¡¨²³´·¸¹ţŧț‐',
  717: '•',
  748: 'º',
  758: 'ª',
  789: 'ľ',
  797: '*r{}ŕŗř',
  819: '°',
  971: '"',
  981: 'ŀť',
  1024: 'zźżž“”',
  1124: '±÷≤≥',
  1131: '¯',
  1139: '#$0123456789J_aceksvxy¢£¤¥§«¶»àáâãäåçèéêëýÿāăąćĉċčēĕėęěĳĴķĸśŝşšŷș–†€',
  1180: 'µ',
  1196: '+<=>^~¬×−',
  1251: '?FLTZbdghnopqu¿ßðñòóôõöøùúûüþđĝğġģĥħĹĻĽĿŁńņňŋōŏőŢŤŦũūŭůűųŹŻŽȚ',
  1366: 'EPSVXYÈÉÊËÝÞĒĔĖĘĚŚŜŞŠŶŸȘ',
  1451: 'ŉ',
  1472: 'ď',
  1479: '&ABCDHKNRUÀÁÂÃÄÅÇÐÑÙÚÛÜĀĂĄĆĈĊČĎĐĤĦĶŃŅŇŔŖŘŨŪŬŮŰŲ',
  1481: 'Ŋ',
  1509: '©®',
  1593: 'GOQwÒÓÔÕÖØĜĞĠĢŌŎŐŵ',
  1607: 'Ĳ',
  1706: 'M',
  1708: '¼½¾',
  1821: '%mæ',
  1933: 'WœŴ',
  1997: '@',
  2048: 'ÆŒ—…‰™',
};
const unitsPerEm = 2_048;

/** Line height of Arial in ems: its ascent, descent and line gap. */
export const lineHeight = (1_854 + 434 + 67) / unitsPerEm;

/** How wide a text is, in ems. Letters that are not known are taken as wide as an average capital, marks as nothing. */
export function arialWidth(text: string, bold: boolean): number {
  const widths = bold ? boldWidths : regularWidths;
  let units = 0;
  for (const letter of text) units += widths.get(letter) ?? (/\p{M}|\u200b|\u200d/u.test(letter) ? 0 : 1_500);
  return units / unitsPerEm;
}

const regularWidths = byLetter(regular);
const boldWidths = byLetter(bold);

function byLetter(widths: Record<number, string>): Map<string, number> {
  return new Map(
    Object.entries(widths).flatMap(([width, letters]) => Array.from(letters, (letter) => [letter, Number(width)])),
  );
}
